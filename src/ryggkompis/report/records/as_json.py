"""The report as JSON: the entries as they are stored, and the facts beside them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value, asdict
from ryggkompis.domain.catalogue.catalogue import Words
from ryggkompis.domain.course.progress import Change
from ryggkompis.i18n.language import current
from ryggkompis.report.activity import Exercising, WalkedWeek, Walking
from ryggkompis.report.omit import Options
from ryggkompis.report.summary import Sleep, Summary
from ryggkompis.store.lines import Line, canonical

FORMAT: Final = "ryggkompis"
VERSION: Final = 1
_STEERING: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that JSON allows as they are, but that could steer the terminal it is printed to."""
ELSEWHERE: Final = frozenset({"lines", "outside", "period", "left_out", "followed"})
"""Facts that stand outside the summary."""
UNTOLD: Final[Mapping[type[Value], tuple[str, tuple[str, ...]]]] = {
    WalkedWeek: ("walks", ("walks", "minutes")),
    Walking: ("longest", ("further_down",)),
    Exercising: ("days", ("days",)),
    Sleep: ("nights", ("woken", "often")),
}
"""What counts the words there are, and what is null where there are none: nobody may take it for zero."""


def document(facts: Summary, options: Options) -> bytes:  # noqa: ARG001 - every format is asked the same way
    """Write ``facts`` as one JSON document, an entry a line, in UTF-8; ``import`` takes it back."""
    period = {"first": facts.period.first.isoformat(), "last": facts.period.last.isoformat()}
    head = {"format": FORMAT, "version": VERSION, "period": period, "without": list(facts.left_out)}
    summary = {name: as_plain(held) for name, held in asdict(facts).items() if name not in ELSEWHERE}
    rest = json.dumps({"summary": summary}, ensure_ascii=False, indent=1)
    others = json.dumps({"before": facts.outside.before, "after": facts.outside.after})
    text = (
        f'{json.dumps(head)[:-1]}, "entries": [\n{_listed(facts.lines)}\n], '
        f'"outside": {others[:-1]}, "entries": [\n{_listed(facts.outside.lines)}\n]}}, {rest[1:].lstrip()}\n'
    )
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text).encode()


def _listed(lines: Iterable[Line]) -> str:
    return ",\n".join(map(canonical, lines))


def as_plain(value: object) -> object:
    """Give a fact as what JSON knows: ISO days, texts in the current language, a change by its name."""
    match value:
        case Words():
            told: object = value.in_(current())
        case date():
            told = value.isoformat()
        case Mapping():
            told = {str(as_plain(name)): as_plain(held) for name, held in value.items()}
        case str():
            told = shown(value)
        case Sequence():
            told = [as_plain(held) for held in value]
        case Value():
            kind = {"is": name_of(type(value))} if isinstance(value, Change) else {}
            count, unknown = UNTOLD.get(type(value), ("", ()))
            untold = unknown if count and not getattr(value, count) else ()
            held_by = asdict(value).items()
            told = kind | {name: None if name in untold else as_plain(held) for name, held in held_by}
        case _:
            told = value
    return told


def name_of(change: type[Change]) -> str:
    """Name a kind of change as it stands under ``is``: ``clearly_better``."""
    letters = (f"_{letter.lower()}" if letter.isupper() else letter for letter in change.__name__)
    return "".join(letters).lstrip("_")
