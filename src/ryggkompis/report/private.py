"""What the patient is asked about each time before it leaves: words they wrote for themselves."""

from ryggkompis.report.summary import Summary


def private(summary: Summary) -> tuple[str, ...]:
    """Name the parts of ``leaving_out.PARTS`` that hold such words in this report."""
    own_words = summary.notes or any(week.eased_by or week.wish for week in summary.weeks)
    found = {"notes": own_words, "medicine": summary.medicines}
    return tuple(part for part, said in found.items() if said)
