"""What is wrong with an entry that cannot be stored, in a sentence; and what its fields can hold."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from ryggkompis.domain.base.days import LONG_AGO
from ryggkompis.domain.base.fields import Field, fields_of
from ryggkompis.domain.base.scales import NAME_LIMIT, Answer
from ryggkompis.domain.base.thresholds import BOUNDS, may_be
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.services.errors import (
    EmptyText,
    NameTooLong,
    NoSuchFlag,
    NotOneOf,
    OutOfRange,
    TooLongAgo,
    TooManyChosen,
    TooMuchText,
)

Chosen = TypeVar("Chosen")


def explain(entry: Entry) -> None:
    """Say what is wrong with an entry that was refused, of the first field at fault.

    Raises:
        OutOfRange, NotOneOf, EmptyText, TooMuchText, TooLongAgo: as it is.

    """
    for name, field in fields_of(type(entry)).items():
        value = getattr(entry, name)
        if value is not None:
            _explain(field, value)


def check_thresholds(chosen: Mapping[str, int]) -> None:
    """Refuse a limit of the table that there is not, or that is outside what keeps the plan safe."""
    for name, value in chosen.items():
        if name not in BOUNDS:
            raise NotOneOf(field="thresholds", value=name, choices=", ".join(BOUNDS))
        if not may_be(name, value):
            low, high = BOUNDS[name]
            raise OutOfRange(field=name, value=value, low=low, high=high)


def _explain(field: Field, value: Any) -> None:  # noqa: ANN401 - a field may hold anything
    if field.choices and value not in field.choices:
        raise NotOneOf(field=field.name, value=value, choices=", ".join(map(str, field.choices)))
    if isinstance(value, int | date) and not isinstance(value, bool | datetime):
        _explain_range(field, value)
    if isinstance(value, str):
        _explain_length(field, value)
    if isinstance(value, tuple):
        at_most(value, field.longest)
    if field.each is not None:
        for one in value:
            if one is not None:
                _explain(field.each, one)


def _explain_length(field: Field, value: str) -> None:
    if len(value.strip()) < field.shortest:
        raise EmptyText
    if field.longest is not None and len(value) > field.longest:
        fault = NameTooLong if field.longest <= NAME_LIMIT else TooMuchText
        raise fault(length=len(value), limit=field.longest)


def _explain_range(field: Field, value: int | date) -> None:
    if isinstance(value, date):
        if value < LONG_AGO:
            raise TooLongAgo(day=value)
        return
    low, high = field.low, field.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise OutOfRange(field=field.name, value=value, low=low, high=high)


def limits(kind: type[Entry], name: str) -> tuple[int, int]:
    """Give the lowest and the highest whole number that a field of ``kind``, or its parts, can hold."""
    field = fields_of(kind)[name]
    found = field.each or field
    assert found.low is not None  # noqa: S101 - only asked of numbers that have their limits
    assert found.high is not None  # noqa: S101
    return found.low, found.high


def choices(kind: type[Entry], name: str) -> tuple[str, ...]:
    """Give the words that a field of ``kind`` can hold, in their order; empty for any other field."""
    field = fields_of(kind)[name]
    return (field.each or field).choices


def full_list(flags: RedFlags, answers: Mapping[str, Answer], *, heals: bool) -> dict[str, Answer]:
    """Fill up ``answers`` to the whole list that is asked, in its order, with its own ids.

    Raises:
        NoSuchFlag: when one of them answers nothing that is asked.

    """
    named: dict[str, Answer] = {}
    for id_, answer in answers.items():
        flag = flags.flag(id_)
        if flag is None:
            raise NoSuchFlag(id=id_, known=", ".join(one.id for one in flags.flags))
        named[flag.id] = answer
    asked = (flag for flag in flags.flags if heals or flag.only_when is None or flag.id in named)
    return {flag.id: named.get(flag.id, "no") for flag in asked}


def at_most(chosen: tuple[Chosen, ...], most: int | None) -> tuple[Chosen, ...]:
    """Give what was chosen.

    Raises:
        TooManyChosen: when it is more than ``most``.

    """
    if most is not None and len(chosen) > most:
        raise TooManyChosen(most=most)
    return chosen
