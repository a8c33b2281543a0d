"""What came back, in words: ``docs/review.md``, a sentence in the README, a number that the program knows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import json

from ryggkompis.domain.base.text import shown_name
from tools.review.cases import AGREES, Case
from tools.review.content import PARTS, Item, Sort, items
from tools.review.paper import TEXT
from tools.review.verdicts import Results, Voice, Votes, agreement

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs" / "review.md"
README: Final = ROOT / "README.md"
NUMBER: Final = ROOT / "data" / "reviewed.json"
SORTS: Final[dict[Sort, str]] = {
    "question": "Safety questions", "exercise": "Exercises", "rest": "Positions for rest, and heat",
    "card": "Cards", "course": "Courses",
}  # fmt: skip
_SENTENCE: Final = re.compile(r"<!-- reviewed -->.*?<!-- /reviewed -->", re.DOTALL)
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()#+!|<>&~-])")


def write(results: Results) -> None:
    """Write everything that is told about what came back."""
    DOCS.write_text(document(results), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8"), results), encoding="utf-8")
    NUMBER.write_bytes(number(results))


def number(results: Results) -> bytes:
    """Give what the installed program knows."""
    return json.encode({"reviewers": len(results.counted)}) + b"\n"


def readme(text: str, results: Results) -> str:
    """Put the one sentence where the README has it."""
    n = len(results.counted)
    if n:
        link = "[what they said](docs/review.md)"
        said = f"**Reviewed by {_count(n, 'clinician')}**, which is no approval: {link}."
    else:
        said = "**No clinician has reviewed the content.**"
    return _SENTENCE.sub(lambda _: f"<!-- reviewed -->{said}<!-- /reviewed -->", text)


def document(results: Results) -> str:
    """Write the whole page."""
    return "\n".join(_document(results)).rstrip() + "\n"


def _document(results: Results) -> Iterator[str]:
    yield "# What clinicians say\n\nWritten by `python -m tools.review report`; do not edit it by hand.\n"
    yield from _who(results)
    yield from _agreement(results)
    yield from _listed("Must change", [told(one) for one in results.must_change])
    yield from _listed("Would be changed by most", [told(one) for one in results.should_change])
    yield from _listed("Said of the whole", _ideas(results))
    yield from _listed("Answers that are lost", _lost(results))
    yield from _listed("Files", map(_safe, results.problems))
    yield "## Looked at by nobody\n"
    yield from _unseen(results)


def _who(results: Results) -> Iterator[str]:
    n = len(results.counted)
    yield f"Reviewed by {_count(n, 'clinician')}.\n" if n else "Reviewed by nobody yet.\n"
    planted = sum(isinstance(one.subject, Case) and one.subject.is_planted for one in results.decisions)
    yield (
        f"Asked about: {len(results.decisions)} plans, {planted} of them wrong on purpose, and "
        f"{len(results.texts)} texts and courses. Whoever misses too many of the wrong ones is not counted.\n"
    )
    if results.voices:
        yield "| who | | wrong plans found | answers that stand | |\n|---|---|---|---|---|"
        yield from map(_voice, results.voices)
        yield ""


def _voice(voice: Voice) -> str:
    if voice.is_tired:
        counts = "not counted: too many wrong plans went by"
    elif not voice.judges_plans:
        counts = "texts only: too few wrong plans were met"
    else:
        counts = "counted" if voice.is_counted else "counted, and too few answers to be called a reviewer"
    found = f"{voice.found} of {voice.met}"
    return f"| {_safe(voice.name)} | {voice.review.reviewer.role} | {found} | {voice.standing} | {counts} |"


def _agreement(results: Results) -> Iterator[str]:
    measured = [("plans", results.decisions), ("texts", results.texts)]
    for name, votes in measured:
        found = agreement(votes)
        if found is not None:
            share, kappa = found
            yield f"Two reviewers agree about {share:.0%} of the {name} (Fleiss' kappa {kappa:.2f}).\n"
    judged = [one for one in results.decisions if one.answers and not _is_planted(one)]
    if judged:
        safe = sum(one.is_majority(AGREES) for one in judged)
        yield f"A majority calls {safe} of {len(judged)} plans safe.\n"


def _is_planted(votes: Votes) -> bool:
    return isinstance(votes.subject, Case) and votes.subject.is_planted


def told(votes: Votes) -> str:
    """Say what it is about, who said what, and why."""
    counts = ", ".join(
        f"{count} {_word(votes.subject, answer)}" for answer, count in votes.counts.most_common()
    )
    why = "; ".join(f"{_safe(who)}: “{_safe(one.why)}”" for who, one in votes.answers.items() if one.why)
    return f"{_named(votes.subject)}: {counts}.{f' {why}' if why else ''}"


def _word(subject: Case | Item, answer: str) -> str:
    """Say an answer as it stood on the page, where “too little” may be “more urgent”."""
    return answer if isinstance(subject, Item) else subject.in_english(answer).lower()


def _named(subject: Case | Item) -> str:
    if isinstance(subject, Item):
        return f"{TEXT}{subject.number} {subject.sort} {subject.id}, “{_safe(subject.texts['en'].title)}”"
    rules = ", ".join(one.rule for one in subject.plan.decisions)
    about = f", {subject.situation.why}" if subject.situation.why else ""
    return f"Plan {subject.number} (rules {rules}; patient “{subject.situation.kind}”{about}; {subject.id})"


def _ideas(results: Results) -> list[str]:
    return [f"{_safe(one.name)}: “{_safe(one.review.idea)}”" for one in results.voices if one.review.idea]


def _lost(results: Results) -> list[str]:
    why = {
        "changed": "has changed since",
        "gone": "is no longer there",
        "not offered": "has an answer that the page does not offer",
    }
    return [
        f"{_safe(voice.name)}: `{key}` {why[lost]}" for voice in results.voices for key, lost in voice.lost
    ]


def _unseen(results: Results) -> Iterator[str]:
    unseen = results.unseen
    plans = [one.subject.number for one in unseen if isinstance(one.subject, Case)]
    yield f"- Plans: {_numbers(plans, len(results.decisions))}"
    for sort in dict.fromkeys(item.sort for item in items()):
        mine = [one.subject for one in unseen if isinstance(one.subject, Item) and one.subject.sort == sort]
        every = sum(item.sort == sort for item in items())
        yield f"- {SORTS[sort]}: {_numbers([item.id for item in mine], every)}"
    yield f"\nEach is asked about one part of {PARTS} of exercises, positions and cards, and about all else."


def _numbers(which: Sequence[object], every: int) -> str:
    if not which:
        return "none"
    return f"all {every}" if len(which) == every else ", ".join(map(str, which))


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = [*lines]
    if found:
        yield f"## {title}\n"
        yield from (f"- {line}" for line in found)
        yield ""


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _safe(text: str) -> str:
    """Write a reviewer's words so that they are words in Markdown and HTML, whatever they are."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", shown_name(text))
