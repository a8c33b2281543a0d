"""The report as JSON: the entries as they are stored, and the facts beside them."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value, asdict
from ryggkompis.domain.catalogue.catalogue import Words
from ryggkompis.domain.course.progress import Change
from ryggkompis.i18n.language import current
from ryggkompis.report.omit import Options
from ryggkompis.report.summary import Summary
from ryggkompis.store.lines import canonical

FORMAT: Final = "ryggkompis"
VERSION: Final = 1
_STEERING: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that JSON allows as they are, but that could steer the terminal it is printed to."""
_ELSEWHERE: Final = {"lines", "period", "left_out"}


def document(facts: Summary, options: Options) -> bytes:  # noqa: ARG001 - every format is asked the same way
    """Write ``facts`` as one JSON document, an entry a line, in UTF-8; ``import`` takes it back."""
    period = {"first": facts.period.first.isoformat(), "last": facts.period.last.isoformat()}
    head = {"format": FORMAT, "version": VERSION, "period": period, "without": list(facts.left_out)}
    summary = {name: as_plain(held) for name, held in asdict(facts).items() if name not in _ELSEWHERE}
    entries = ",\n".join(canonical(line) for line in facts.lines)
    rest = json.dumps({"summary": summary}, ensure_ascii=False, indent=1)
    text = f'{json.dumps(head)[:-1]}, "entries": [\n{entries}\n], {rest[1:].lstrip()}\n'
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text).encode()


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
            kind = {"is": _snake(type(value).__name__)} if isinstance(value, Change) else {}
            told = kind | {name: as_plain(held) for name, held in asdict(value).items()}
        case _:
            told = value
    return told


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
