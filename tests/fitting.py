"""A strategy for whatever a field of an entry can hold, limits and all."""

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Meta

from ryggkompis.domain.entries import Entry


def fitting_fields(kind: type[Entry]) -> dict[str, st.SearchStrategy[Any]]:
    """Give a strategy for each field of ``kind``."""
    return {name: fitting(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}


def fitting(hint: Any) -> st.SearchStrategy[Any]:
    """Give what ``hint`` allows."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return st.one_of(*map(fitting, parts))
    if origin is Annotated:
        return _limited(parts[0], parts[1])
    if origin is tuple:
        return st.lists(fitting(parts[0]), max_size=5).map(tuple)
    if origin is Mapping:
        return st.dictionaries(fitting(parts[0]), fitting(parts[1]), max_size=5)
    return st.from_type(hint)


def _limited(plain: Any, limits: Meta) -> st.SearchStrategy[Any]:
    if plain is int:
        return st.integers(
            None if limits.ge is None else int(limits.ge), None if limits.le is None else int(limits.le)
        )
    if plain is str:
        return st.text(min_size=limits.min_length or 0, max_size=min(limits.max_length or 50, 50))
    return st.lists(fitting(get_args(plain)[0]), max_size=limits.max_length).map(tuple)
