"""What the patient is asked about each time before it leaves: words they wrote for themselves."""

from ryggkompis.report.facts import Facts


def private(facts: Facts) -> tuple[str, ...]:
    """Name the parts of ``leaving_out.PARTS`` that hold such words in this report."""
    own_words = facts.notes or any(week.eased_by or week.wish for week in facts.weeks)
    found = {"notes": own_words, "medicine": facts.medicines}
    return tuple(part for part, said in found.items() if said)
