"""Does an entry keep within what its fields allow? Read from the fields' own annotations."""

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from ryggkompis.domain.base.thresholds import BOUNDS, RETIRED, may_be
from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.services.errors import EmptyText, NotOneOf, OutOfRange, TooMuchText


def check(entry: Entry) -> None:
    """Refuse an entry with a field that is out of range, too long, empty, or none of the choices.

    Raises:
        OutOfRange, NotOneOf, EmptyText, TooMuchText: for the first field at fault.

    """
    for field, hint in get_type_hints(type(entry), include_extras=True).items():
        value = getattr(entry, field)
        if value is not None:
            _check(field, value, hint)
    if isinstance(entry, Profile):
        _check_thresholds(entry.thresholds)


def _check_thresholds(chosen: Mapping[str, int]) -> None:
    """Refuse a limit of the table that there is not, or that is outside what keeps the plan safe."""
    for name, value in chosen.items():
        if name in RETIRED:
            continue
        if name not in BOUNDS:
            raise NotOneOf(field="thresholds", value=name, choices=", ".join(BOUNDS))
        if not may_be(name, value):
            low, high = BOUNDS[name]
            raise OutOfRange(field=name, value=value, low=low, high=high)


def limits(kind: type[Entry], field: str) -> tuple[int, int]:
    """Give the lowest and the highest whole number that ``field`` of ``kind`` can hold."""
    return _bounds(_parts(get_type_hints(kind, include_extras=True)[field]))


def choices(kind: type[Entry], field: str) -> tuple[str, ...]:
    """Give the words that ``field`` of ``kind`` can hold, in their order; empty for any other field."""
    return tuple(part for part in _parts(get_type_hints(kind)[field]) if isinstance(part, str))


def _parts(hint: Any) -> list[Any]:  # noqa: ANN401 - an annotation may be anything
    """Take an annotation apart, down to its limits and choices."""
    return [hint, *(part for inner in get_args(hint) for part in _parts(inner))]


def _check(field: str, value: Any, hint: Any) -> None:  # noqa: ANN401 - a field may hold anything
    origin = get_origin(hint)
    if origin is Annotated:
        plain, *limits = get_args(hint)
        _within(field, value, limits)
        _check(field, value, plain)
    elif origin in {Union, UnionType}:
        _check(field, value, next(part for part in get_args(hint) if part is not NoneType))
    elif origin is Literal and value not in get_args(hint):
        raise NotOneOf(field=field, value=value, choices=", ".join(map(str, get_args(hint))))
    elif origin is tuple:
        for one in value:
            if one is not None:
                _check(field, one, get_args(hint)[0])


def _within(field: str, value: Any, limits: list[Any]) -> None:  # noqa: ANN401
    if isinstance(value, int):
        low, high = _bounds(limits)
        if not low <= value <= high:
            raise OutOfRange(field=field, value=value, low=low, high=high)
    for limit in limits:
        if not isinstance(limit, Meta):
            continue
        if isinstance(value, str) and len(value.strip()) < (limit.min_length or 0):
            raise EmptyText
        if limit.max_length is not None and len(value) > limit.max_length:
            raise TooMuchText(length=len(value), limit=limit.max_length)


def _bounds(limits: list[Any]) -> tuple[int, int]:
    known = [limit for limit in limits if isinstance(limit, Meta)]
    low = max((int(limit.ge) for limit in known if limit.ge is not None), default=-(10**9))
    return low, min((int(limit.le) for limit in known if limit.le is not None), default=10**9)
