"""Answers of a foreign file, each under a name, as the entries that ``--map`` makes of them."""

from collections.abc import Sequence

from ryggkompis.domain.base.text import shown_name
from ryggkompis.importers import notices
from ryggkompis.importers.builder import Builder, Where
from ryggkompis.importers.check_ins import check_ins
from ryggkompis.importers.errors import MapMissing, MapUnknownName, NothingCounted, NothingUsable
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names, folded, pains
from ryggkompis.importers.numbers import parse_number
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source

_SHOWN_NAMES = 12
_NAME_LENGTH = 40
_NO = frozenset({"n", "no", "nei", "false"})
DONE = "y"
"""The text of an answer that says only that it was done."""


def take_answers(source: Source, answers: Sequence[Given], names: Names, here: Here) -> Found:
    """Make entries of the answers that ``names`` asks for: check-ins of pains, and what else they say.

    Raises:
        MapMissing, MapUnknownName: when nobody says what is what, or of names none of which is there.
        NothingUsable, OtherScale: when there is nothing to take.

    """
    _check_names(source, answers, names)
    felt = pains(names)
    others = {name: target for name, target in names.items() if name not in felt}
    if not others:
        return check_ins(source, answers, felt, here)
    rest = [answer for answer in answers if folded(answer.name) not in others]
    found = _done(source, [answer for answer in answers if folded(answer.name) in others], others, here)
    if not felt:
        return found
    return check_ins(source, rest, felt, here).and_also(found)


def _done(source: Source, answers: Sequence[Given], names: Names, here: Here) -> Found:
    harvest = Builder(source.name, here, rows=len({answer.line for answer in answers}))
    for answer in answers:
        if answer.text.strip():
            _take(harvest, answer, names[folded(answer.name)])
        else:
            harvest.not_done += 1
    told = [
        notices.Mapped(
            name, names[folded(name)], sum(a.name == name and bool(a.text.strip()) for a in answers)
        )
        for name in dict.fromkeys(answer.name for answer in answers)
    ]
    try:
        return harvest.found(*told)
    except NothingCounted as nothing:
        raise NothingUsable(file=source.name) from nothing


def _take(harvest: Builder, answer: Given, target: str) -> None:
    """Make of one answer what its name stands for."""
    where = Where(answer.line, answer.moment or answer.day, answer.name)
    number = parse_number(answer.text)
    if target == "walk":
        harvest.walk(where, None if number is None else float(number))
    elif target == "steps":
        harvest.steps(answer.line, answer.day, answer.name, None if number is None else int(number))
    elif target == "note":
        words = answer.said or (answer.text if number is None and answer.text != DONE else "")
        harvest.note(where, ": ".join(filter(None, (answer.name, words))))
    elif (number is not None and number <= 0) or folded(answer.text) in _NO:
        harvest.not_done += 1
    else:
        harvest.practice(where, target)


def _can_be_used(text: str) -> bool:
    return text == DONE or parse_number(text) is not None


def _check_names(source: Source, answers: Sequence[Given], names: Names) -> None:
    there = dict.fromkeys(a.name for a in answers if a.name and _can_be_used(a.text))
    if not there:
        return
    told = [shown_name(name)[:_NAME_LENGTH] for name in there]
    listed = ", ".join(told[:_SHOWN_NAMES]) + (" …" if len(told) > _SHOWN_NAMES else "")
    if not names:
        raise MapMissing(file=source.name, names=listed, example=f'"{told[0]}=leg"')
    known = {folded(answer.name) for answer in answers}
    if known.isdisjoint(names):
        raise MapUnknownName(name=shown_name(next(iter(names))), file=source.name, names=listed)
