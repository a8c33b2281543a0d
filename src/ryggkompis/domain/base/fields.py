"""What a field can hold, read from its annotation: asked for, checked and tried out from this one place."""

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from ryggkompis.domain.base.value import Value, defaults, names


class Field(Value, kw_only=True):
    """What one field of a value can hold, besides “unknown”."""

    name: str
    kind: type
    """The plain type: int, str, bool, date, tuple, Mapping …"""
    is_needed: bool = False
    """Whether there is no value without it."""
    low: int | None = None
    high: int | None = None
    choices: tuple[Any, ...] = ()
    """The words it can be; none where anything of its kind will do."""
    shortest: int = 0
    longest: int | None = None
    """Most characters of a text, most values of a list."""
    each: "Field | None" = None
    """What each value of a list can be."""

    @property
    def span(self) -> range:
        """Every whole number it can be; none where there is no end to them."""
        return range(0) if self.low is None or self.high is None else range(self.low, self.high + 1)


@cache
def fields_of(kind: type[Value]) -> Mapping[str, Field]:
    """Give every field of ``kind``, by its name."""
    hints = get_type_hints(kind, include_extras=True)
    given = defaults(kind)
    return {name: _field(name, hints[name], is_needed=name not in given) for name in names(kind)}


def _field(name: str, hint: Any, *, is_needed: bool = False) -> Field:  # noqa: ANN401 - any annotation
    """Take an annotation apart: its limits, its choices, and what it is without “unknown”."""
    plain, limits = _opened(hint)
    origin = get_origin(plain)
    words = get_args(plain) if origin is Literal else ()
    each = _field(name, get_args(plain)[0]) if origin is tuple else None
    return Field(
        name=name,
        kind=type(words[0]) if words else origin or plain,
        is_needed=is_needed,
        low=_limit(limits, "ge"),
        high=_limit(limits, "le"),
        choices=words,
        shortest=_limit(limits, "min_length") or 0,
        longest=_limit(limits, "max_length"),
        each=each,
    )


def _limit(limits: tuple[Meta, ...], name: str) -> int | None:
    found = (getattr(limit, name) for limit in limits)
    return next((int(value) for value in found if value is not None), None)


def _opened(hint: Any) -> tuple[Any, tuple[Meta, ...]]:  # noqa: ANN401
    """Take ``| None`` and the limits off an annotation, however they are nested."""
    if get_origin(hint) in {Union, UnionType}:
        return _opened(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is Annotated:
        plain, *outer = get_args(hint)
        inside, inner = _opened(plain)
        return inside, (*(limit for limit in outer if isinstance(limit, Meta)), *inner)
    return hint, ()
