"""Lines of the journal: what one is, which are the same, how sets of them unite, and which one stands.

A line is a JSON object with at least ``id``, ``rev`` and ``day``. Nothing is ever changed in place: an edit
is a line with the next ``rev``, a delete a line that says so. So merging two copies of a month is the union
of two sets, whoever wrote them and in whatever order they arrive.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Final, TypeAlias, TypeGuard

Line: TypeAlias = dict[str, object]

ID_LENGTH: Final = 64
_SIGNS: Final = re.compile("[0-9A-Za-z_-]+")
LAST_REV: Final = 999_999_999
# Deeper than anything we write, and far from what would exhaust the stack of whoever reads it.
_DEPTH: Final = 16
_DAY_LENGTH: Final = 10
_FIRST: Final = {name: place for place, name in enumerate(("id", "rev", "day", "at", "tz", "kind"))}
_PLACES: Final = _FIRST | {"act": len(_FIRST) + 1, "saved": len(_FIRST) + 2}
BROUGHT: Final = "brought"
"""The key of the list of an import: the ids of the records that it has, each with what it says, in short."""
_HOW_SAVED: Final = frozenset({"act", "saved"})
_FLAT: Final = frozenset({str, int, float, bool, type(None)})
"""What holds nothing else; nearly everything in a line."""
_to_text: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def is_id(value: object) -> TypeGuard[str]:
    """Tell whether ``value`` can name an entry."""
    return isinstance(value, str) and 1 <= len(value) <= ID_LENGTH and is_of_id_signs(value)


def is_of_id_signs(text: str) -> bool:
    """Tell whether ``text``, of whatever length, has only signs that an id can have."""
    return _SIGNS.fullmatch(text) is not None


def is_day(value: object) -> TypeGuard[str]:
    """Tell whether ``value`` is a real day as ``YYYY-MM-DD``; it names the file, so nothing else may pass."""
    return isinstance(value, str) and _is_in_the_calendar(value)


@lru_cache(512)
def _is_in_the_calendar(value: str) -> bool:
    # Ten entries a day: most days were just looked at.
    if not (len(value) == _DAY_LENGTH and value[4] == value[7] == "-"):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_rev(value: object) -> TypeGuard[int]:
    """Tell whether ``value`` counts edits, from 1."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LAST_REV


def is_line(value: object) -> TypeGuard[Line]:
    """Tell whether ``value``, from JSON, is a line; what else it holds is not the store's business."""
    return (
        isinstance(value, dict)
        and is_id(value.get("id"))
        and is_rev(value.get("rev"))
        and is_day(value.get("day"))
        and (_FLAT.issuperset(map(type, value.values())) or all(map(_is_shallow, value.values())))
    )


id_of: Callable[[Line], str] = itemgetter("id")
"""Give the id of the entry that a line belongs to."""
rev_of: Callable[[Line], int] = itemgetter("rev")
"""Give how often the entry had been edited, from 1."""
day_of: Callable[[Line], str] = itemgetter("day")
"""Give the patient's calendar day, ``YYYY-MM-DD``."""


def next_rev(rev: int) -> int:
    """Count one edit more; at the last number there is, the later word stands."""
    return min(rev + 1, LAST_REV)


def taken_back(id_: str, rev: int, day: str) -> Line:
    """Give the line that takes an entry back; what it said stays in the file."""
    return {"id": id_, "rev": next_rev(rev), "day": day, "deleted": True}


def is_hidden(line: Line) -> bool:
    """Tell whether ``line`` says that the entry is not here: deleted, erased, or moved to another month."""
    return line.get("deleted") is True or line.get("erased") is True or "moved" in line


def canonical(line: Line) -> str:
    """Write ``line`` so that the same content is the same text; `0`, `0.0` and `false` differ."""
    names = sorted(line, key=lambda name: (_PLACES.get(name, len(_FIRST)), name))
    text = _to_text({name: _sorted(line[name]) for name in names})
    # A half character from elsewhere cannot be UTF-8; escaped it stays what it was.
    return text if text.isascii() or _is_whole(text) else json.dumps(json.loads(text))


def union(*groups: Iterable[Line]) -> list[Line]:
    """Unite sets of lines, each once and in the file's order; of an erased entry only that it is erased.

    The lists of imports drop it, too: what they have of it in short can be found out by trying.
    """
    kept: dict[tuple[str, int], list[Line]] = {}
    for group in groups:
        for line in group:
            same = kept.setdefault((id_of(line), rev_of(line)), [])
            # Text is only needed, and only paid for, where two lines claim the same place.
            if not same or canonical(line) not in map(canonical, same):
                same.append(line)
    erased = {id_of(line) for same in kept.values() for line in same if line.get("erased") is True}
    lines = [
        line
        for same in kept.values()
        for line in (sorted(same, key=canonical) if len(same) > 1 else same)
        if id_of(line) not in erased or line.get("erased") is True
    ]
    lines = _without_erased(lines, erased) if erased else lines
    lines.sort(key=lambda line: (day_of(line), _text(line.get("at")), id_of(line), rev_of(line)))
    return lines


def _without_erased(lines: Iterable[Line], erased: set[str]) -> list[Line]:
    """Take what is erased out of the lists of imports; lists that are the same then are one."""
    kept: dict[object, Line] = {}
    for line in lines:
        if isinstance(has := line.get(BROUGHT), dict):
            left = line | {BROUGHT: {id_: short for id_, short in has.items() if id_ not in erased}}
            kept[canonical(left)] = left
        else:
            kept[len(kept)] = line
    return [*kept.values()]


def standing(lines: Iterable[Line]) -> dict[str, Line]:
    """Choose for each id the line that stands: erased, then the highest rev, then the latest saved."""
    best: dict[str, Line] = {}
    for line in lines:
        other = best.setdefault(id_of(line), line)
        if other is not line and _beats(line, other):
            best[id_of(line)] = line
    return best


def living(lines: Iterable[Line]) -> list[Line]:
    """Give the standing line of every entry that is still there, in no order that means anything."""
    return [line for line in standing(lines).values() if not is_hidden(line)]


def view(lines: Iterable[Line]) -> list[Line]:
    """Give the standing line of every entry that is still there, by day, moment and id."""
    stays = living(lines)
    stays.sort(key=lambda line: (day_of(line), *_moment(line.get("at")), id_of(line)))
    return stays


def without_repeats(new: Sequence[Line], known: Iterable[Line]) -> list[Line]:
    """Leave out of ``new`` what ``known`` already says; only when and by what it was saved may differ."""
    places = {(id_of(line), rev_of(line)) for line in new}
    said = {content(line) for line in known if (id_of(line), rev_of(line)) in places}
    return [line for line in new if content(line) not in said]


def content(line: Line) -> str:
    """Write ``line`` as ``canonical`` does, but for when and by which act it was saved."""
    return canonical({name: value for name, value in line.items() if name not in _HOW_SAVED})


def _beats(line: Line, other: Line) -> bool:
    mine, theirs = rank(line), rank(other)
    return mine > theirs or (mine == theirs and canonical(line) > canonical(other))


def rank(line: Line) -> tuple[bool, int, bool, str]:
    """Order the lines of one entry: the one that stands is the last."""
    # Where an entry moved away and where it moved to carry the same rev: the place that has it stands.
    return line.get("erased") is True, rev_of(line), "moved" not in line, _text(line.get("saved"))


def by_month(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Sort lines by the month of their day."""
    months: dict[str, list[Line]] = {}
    for line in lines:
        months.setdefault(day_of(line)[:7], []).append(line)
    return months


def _moment(at: object) -> tuple[float, str]:
    # By the instant: the two 02:30 of an October night look alike on the clock.
    try:
        return datetime.fromisoformat(_text(at)).timestamp(), ""
    except (ValueError, OverflowError, OSError):
        return 0.0, _text(at)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return [_sorted(part) for part in value]
    return value


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_shallow(value: object, room: int = _DEPTH) -> bool:
    if isinstance(value, dict):
        parts = value.values()
        return room > 0 and (
            _FLAT.issuperset(map(type, parts)) or all(_is_shallow(part, room - 1) for part in parts)
        )
    if isinstance(value, list):
        return room > 0 and all(_is_shallow(part, room - 1) for part in value)
    return True
