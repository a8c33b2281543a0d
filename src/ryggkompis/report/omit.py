"""What the patient keeps to themselves: whole kinds of entries, single answers, and the crisis question.

A line that lost something says so itself, under ``without``, so that an import never takes it for an edit.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias, get_args

from ryggkompis.domain.base.value import Value, defaults, replace
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.report.errors import UnknownPart
from ryggkompis.store.lines import Line

# A report is often read by others than it was written for; this answer leaves only when asked for.
CRISIS: Final = frozenset({"PSY1"})
"""Answers that are in a report only when the patient asks for it each time."""
MARK: Final = "without"
"""The key under which a line names what it lost."""


Rows: TypeAlias = Literal["days", "entries"]
ROWS: Final[tuple[Rows, ...]] = get_args(Rows)
"""What a row of a table may be about."""

LETTERS: Final = 4_000
"""Letters that a message form has room for; a convention."""


class Omittable(NamedTuple):
    """Something that can be left out: entries of these kinds, and these fields of others."""

    kinds: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]
    """Kind to the fields of it; each may be unknown or empty."""


def _part(*kinds: str, **fields: tuple[str, ...]) -> Omittable:
    return Omittable(frozenset(kinds), fields)


_WHO: Final = (
    "onset", "side", "walk_tolerance", "walks_now", "walk_enough", "pain_goal", "had_cancer", "cancer_seen",
    "exclusions", "sensitivities", "next_visit", "therapist",
)  # fmt: skip
PARTS: Final[Mapping[str, Omittable]] = {
    "notes": _part("note", clearance=("text",), programme=("note", "text"), weekly=("eased_by", "wish")),
    "medicine": _part("medicine", "own_medicine"),
    "drawing": _part("drawing"),
    "events": _part("event", episode=("operated", "cleared", "cleared_by")),
    "goals": _part(weekly=("goals",), profile=("goals",)),
    "work": _part(weekly=("work",)),
    "worry": _part(weekly=("worry",)),
    "sleep": _part(check_in=("sleep_wakes",)),
    # What is told of an episode as a whole says when it began and who treated it, as the profile does. That
    # there was an operation is an event, and stays one.
    "profile": _part("episode", profile=_WHO),
    "questions": _part(profile=("questions",)),
    "programme": _part("programme"),
}
"""What can be left out, by the name the user gives; safety answers cannot, since they must be read first."""
_ALSO: Final = {
    "note": "notes",
    "medicines": "medicine",
    "drawings": "drawing",
    "event": "events",
    "goal": "goals",
    "question": "questions",
}


class Options(Value, kw_only=True):
    """How a report is written."""

    without: frozenset[str] = frozenset()
    """Names of ``PARTS``."""
    with_crisis: bool = False
    """Also tell what was answered to the question about not wanting to live."""
    letters: int = LETTERS
    """The most of a text to be pasted; safety questions come first, and are never cut."""
    bom: bool = False
    """Begin a table with a byte-order mark also in a language whose spreadsheets mostly do without."""
    rows: Rows = "days"
    """What a row of a table is about."""


def parts(names: Iterable[str]) -> frozenset[str]:
    """Understand names of parts as the user writes them.

    Raises:
        UnknownPart: for a name that no part has; it lists those there are.

    """
    found = set()
    for name in names:
        plain = name.strip().casefold()
        known = _ALSO.get(plain, plain)
        if known not in PARTS:
            raise UnknownPart(part=name, known=", ".join(PARTS))
        found.add(known)
    return frozenset(found)


def kept_entry(entry: Entry, options: Options) -> Entry | None:
    """Give ``entry`` without what is left out; None when nothing of it stays."""
    if _is_left_out(entry.kind, options):
        return None
    if isinstance(entry, Gate) and not options.with_crisis:
        marked = None if entry.marked is None else _without_crisis(entry.marked)
        answers = _without_crisis(entry.answers)
        return replace(entry, answers=answers, marked=marked) if answers or not entry.answers else None
    unsaid = defaults(type(entry))
    empty: dict[str, Any] = {name: unsaid[name] for name in _fields(entry.kind, options)}
    return replace(entry, **empty) if empty else entry


def kept_line(line: Line, options: Options) -> Line | None:
    """Give a stored line without what is left out, marked if it lost something; None when nothing stays."""
    kind = str(line.get("kind"))
    if _is_left_out(kind, options):
        return None
    gone = [name for name in _fields(kind, options) if name in line]
    kept = {name: value for name, value in line.items() if name not in gone}
    answers = line.get("answers")
    if kind == "gate" and isinstance(answers, dict) and not options.with_crisis:
        marked = line.get("marked")
        safe = _without_crisis(answers)
        if answers and not safe:
            return None
        is_shorter = len(safe) < len(answers)
        kept["answers"] = safe
        if isinstance(marked, dict):
            kept["marked"] = _without_crisis(marked)
            is_shorter |= len(_without_crisis(marked)) < len(marked)
        # The mark names no question, so that it says nothing about the answer either.
        gone += ["crisis"] if is_shorter else []
    return kept | {MARK: gone} if gone else line


def _without_crisis(answers: Mapping[str, Any]) -> dict[str, Any]:
    return {flag: said for flag, said in answers.items() if flag not in CRISIS}


def _is_left_out(kind: str, options: Options) -> bool:
    return any(kind in PARTS[name].kinds for name in options.without)


def _fields(kind: str, options: Options) -> list[str]:
    return [field for name in sorted(options.without) for field in PARTS[name].fields.get(kind, ())]
