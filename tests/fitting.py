"""A strategy for whatever a field of an entry can hold, limits and all."""

from collections.abc import Mapping
from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Meta

from ryggkompis.domain.base.days import LONG_AGO
from ryggkompis.domain.base.value import Value

LONGEST = 50
"""Signs of a text, and values of a list, that are tried at most."""


def fitting_fields(kind: type[Value]) -> dict[str, st.SearchStrategy[Any]]:
    """Give a strategy for each field of ``kind``."""
    return {name: fitting(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}


def fitting(hint: Any) -> st.SearchStrategy[Any]:
    """Give what ``hint`` allows."""
    origin, parts = get_origin(hint), get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Value):
        return st.builds(hint, **fitting_fields(hint))
    if origin in {Union, UnionType}:
        return st.one_of(*map(fitting, parts))
    if origin is Annotated:
        return _limited(parts[0], parts[1])
    if origin is tuple:
        return _tuple(parts)
    if origin is Mapping:
        return st.dictionaries(fitting(parts[0]), fitting(parts[1]), max_size=5)
    return st.dates(LONG_AGO) if hint is date else st.from_type(hint)


def _tuple(parts: tuple[Any, ...], least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    if parts[-1] is not Ellipsis:
        return st.tuples(*map(fitting, parts))
    return st.lists(fitting(parts[0]), min_size=least, max_size=most).map(tuple)


def _limited(plain: Any, limits: Meta) -> st.SearchStrategy[Any]:
    low, high = limits.ge, limits.le
    least, most = limits.min_length or 0, limits.max_length or LONGEST
    if plain is int:
        return st.integers(None if low is None else int(low), None if high is None else int(high))
    if plain is float:
        return st.floats(low, high, allow_nan=False)
    if plain is datetime:
        return st.from_type(plain)
    if plain is str:
        return st.text(min_size=least, max_size=min(most, LONGEST))
    return _tuple(get_args(plain), least, min(most, LONGEST))
