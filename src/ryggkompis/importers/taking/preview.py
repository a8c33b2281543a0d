"""What an import would add, so that it can be believed or not: sums, ends and the middle, and three days."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.importers.found import PROGRAM
from ryggkompis.importers.mapping import PAINS
from ryggkompis.store.lines import Line, day_of
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.progress import measure_name

_LONGEST: Final = 30
"""Signs of a remark that are shown."""
_DAYS: Final = 3
"""Days that are shown as they would stand."""


class _Measured(NamedTuple):
    """One number on one day."""

    day: date
    number: int


def preview_in_words(lines: Iterable[Line]) -> list[str]:
    """Say what would be added from another program's file; nothing for what comes back from our own."""
    foreign = [line for line in lines if PROGRAM in line]
    return [*_measures(foreign), *_counts(foreign), *_samples(foreign)] if foreign else []


def _measures(lines: Sequence[Line]) -> Iterator[str]:
    steps: dict[date, int] = {}
    for one in _numbers(lines, "steps", "steps"):
        # Of several devices the one that counted most.
        steps[one.day] = max(one.number, steps.get(one.day, 0))
    walks = _numbers(lines, "walk", "minutes")
    # A single number stands among the days that are shown.
    if len(steps) > 1:
        yield _summed(kind_name("steps"), [_Measured(*one) for one in steps.items()], _counted)
    if len(walks) > 1:
        yield _summed(kind_name("walk"), walks, formats.minutes_short)
    for pain in PAINS:
        numbers = _numbers(lines, "check_in", pain)
        if len(numbers) > 1:
            said = _("{what}: {n} numbers. Lowest {low}, middle {middle}, highest {high}.")
            yield said.format(what=measure_name(pain), n=_counted(len(numbers)), **_ends(numbers, str))


def _summed(what: str, numbers: Sequence[_Measured], wording: Callable[[int], str]) -> str:
    said = _("{what}: {n}, {total} in all, on {days} days. Smallest {low}, middle {middle}, largest {high}.")
    total = sum(one.number for one in numbers)
    days = len({one.day for one in numbers})
    ends = _ends(numbers, wording)
    return said.format(what=what, n=_counted(len(numbers)), total=wording(total), days=_counted(days), **ends)


def _ends(numbers: Sequence[_Measured], wording: Callable[[int], str]) -> Mapping[str, str]:
    """Word the ends with their days, and what lies in the middle."""
    inorder = sorted(numbers, key=lambda one: (one.number, one.day))
    named = {"low": inorder[0], "high": inorder[-1]}
    ends = {name: f"{wording(one.number)} ({formats.brief_day(one.day)})" for name, one in named.items()}
    return {**ends, "middle": wording(inorder[(len(inorder) - 1) // 2].number)}


def _counts(lines: Sequence[Line]) -> Iterator[str]:
    for kind in ("note", "medicine", "exercise", "comfort"):
        if n := sum(line.get("kind") == kind for line in lines):
            yield _("{what}: {n}.").format(what=kind_name(kind), n=_counted(n))


def _samples(lines: Sequence[Line]) -> Iterator[str]:
    days = sorted({day_of(line) for line in lines})
    places = sorted({0, len(days) // 2, len(days) - 1})[:_DAYS]
    for day in (days[place] for place in places):
        said = [_said(line) for line in lines if day_of(line) == day]
        told = "; ".join(dict.fromkeys(filter(None, said)))
        yield _("{day}: {what}").format(day=formats.brief_day(date.fromisoformat(day)), what=told)


def _said(line: Line) -> str:
    match line.get("kind"):
        case "steps":
            return (
                f"{kind_name('steps').lower()} {_counted(line['steps'])} ({shown_name(str(line['source']))})"
            )
        case "walk":
            return f"{kind_name('walk').lower()} {formats.minutes_short(_whole(line['minutes']))}"
        case "check_in":
            felt = [
                f"{measure_name(pain).lower()} {line[pain]}" for pain in PAINS if line.get(pain) is not None
            ]
            return ", ".join(felt)
        case "note" | "medicine":
            text = shown_name(str(line.get("text")))
            return formats.quoted(text[:_LONGEST] + ("…" if len(text) > _LONGEST else ""))
        case str(kind):
            return kind_name(kind).lower()
        case _:
            return ""


def _numbers(lines: Sequence[Line], kind: str, field: str) -> list[_Measured]:
    return [
        _Measured(date.fromisoformat(day_of(line)), _whole(line[field]))
        for line in lines
        if line.get("kind") == kind and line.get(field) is not None
    ]


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _counted(n: object) -> str:
    return formats.number(_whole(n), 0)
