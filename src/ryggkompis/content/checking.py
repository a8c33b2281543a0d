"""A tree becomes values of the domain's types, or one sentence about its first fault."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import make_dataclass
from functools import reduce
from json import dumps
from operator import or_
from types import GenericAlias, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from annotated_types import Ge, Le, Len
from msgspec import Meta, convert
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from ryggkompis.content import errors
from ryggkompis.content.errors import ContentError
from ryggkompis.content.reading import Document, KeyPath
from ryggkompis.domain.base.value import Value, defaults, names

T = TypeVar("T")
Fault: TypeAlias = Mapping[str, Any]
"""One fault as pydantic tells it."""

Docs: TypeAlias = Callable[[type[Value]], Mapping[str, str]]
"""Gives the description of each field."""

STRICT: Final = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True)

_NOT_PLACES: Final = frozenset({"[key]", "Words", "constrained-str"})
"""Steps that pydantic adds for a key, and for each type of a choice of types."""
_KINDS: Final[Mapping[str, tuple[type[ContentError], str | None]]] = {
    "missing": (errors.MissingKeyError, None),
    "unexpected_keyword_argument": (errors.UnknownKeyError, None),
    "string_type": (errors.WantsTextError, None),
    "literal_error": (errors.WantsTextError, None),
    "int_type": (errors.WantsNumberError, None),
    "float_type": (errors.WantsNumberError, None),
    "date_type": (errors.WantsDayError, None),
    "date_parsing": (errors.WantsDayError, None),
    "date_from_datetime_parsing": (errors.WantsDayError, None),
    "date_from_datetime_inexact": (errors.WantsDayError, None),
    "bool_type": (errors.WantsTruthError, None),
    "dataclass_type": (errors.WantsKeysError, None),
    "dict_type": (errors.WantsKeysError, None),
    "mapping_type": (errors.WantsKeysError, None),
    "tuple_type": (errors.WantsListError, None),
    "greater_than_equal": (errors.TooSmallError, "ge"),
    "less_than_equal": (errors.TooBigError, "le"),
    "string_too_short": (errors.EmptyError, None),
    "string_too_long": (errors.TooLongError, "max_length"),
    "too_short": (errors.TooFewError, "min_length"),
    "too_long": (errors.TooManyError, "max_length"),
}
"""Pydantic's kind of fault to ours, and where pydantic keeps its limit."""


def adapter(type_: type[T], docs: Docs | None = None) -> TypeAdapter[tuple[Any]]:
    """Make what checks a ``type_``, with the fields' ``docs`` where a schema is to have them.

    A dataclass takes its strictness from what is around it: here, a tuple of one.
    """
    tuple_of_one: Any = GenericAlias(tuple, (_Mirror(docs).of(type_),))
    return TypeAdapter(tuple_of_one, config=STRICT)


def checked(type_: type[T], document: Document) -> T:
    """Read ``document`` as a ``type_``, or name its first fault with file, line and field."""
    try:
        return read(type_, document.tree)
    except ValidationError as error:
        raise _first(document, error.errors(include_url=False)) from error


def read(type_: type[T], tree: object) -> T:
    """Read a tree as a ``type_``; pydantic's ValidationError where it is none."""
    # As JSON, because in strict mode only JSON may fill a dataclass from keys and a tuple from a list.
    return convert(adapter(type_).validate_json(dumps([tree]))[0], type_, from_attributes=True)


class _Mirror:
    """Dataclasses with the fields of the domain's values, for pydantic, which knows nothing of values."""

    def __init__(self, docs: Docs | None) -> None:
        """Describe fields by ``docs``."""
        self._docs = docs
        self._made: dict[type[Value], type] = {}

    def of(self, hint: Any) -> Any:  # noqa: ANN401 - a type may be anything
        """Give ``hint`` as pydantic understands it."""
        origin, parts = get_origin(hint), get_args(hint)
        if isinstance(hint, type) and origin is None and issubclass(hint, Value):
            if hint not in self._made:
                self._made[hint] = self._class(hint)
            return self._made[hint]
        if origin is Annotated:
            limits = [limit for meta in parts[1:] for limit in _limits(meta)]
            plain = self.of(parts[0])
            return Annotated[(plain, *limits)] if limits else plain
        if origin is None or origin is Literal:
            return hint
        inner = tuple(part if part is Ellipsis else self.of(part) for part in parts)
        return reduce(or_, inner) if origin in {Union, UnionType} else GenericAlias(origin, inner)

    def _class(self, kind: type[Value]) -> type:
        hints, known = get_type_hints(kind, include_extras=True), defaults(kind)
        docs = self._docs(kind) if self._docs else {}
        fields = [
            (name, self.of(hints[name]), Field(default=known.get(name, ...), description=docs.get(name)))
            for name in names(kind)
        ]
        made = make_dataclass(kind.__name__, fields, frozen=True, kw_only=True)
        made.__doc__ = kind.__doc__
        return made


def _limits(meta: Meta) -> Iterator[object]:
    """Give the limits of a field in pydantic's words."""
    if meta.ge is not None:
        yield Ge(meta.ge)
    if meta.le is not None:
        yield Le(meta.le)
    if meta.max_length is not None:
        yield Len(meta.min_length or 0, meta.max_length)


def _first(document: Document, found: Sequence[Fault]) -> ContentError:
    """Pick the fault to mend first: a misspelt key before the key that it leaves missing, then by line."""
    places = {_place(e) for e in found}
    # A list whose only item is at fault counts as too short as well: the inner fault is the one to mend.
    inner = [e for e in found if not any(p[: len(_place(e))] == _place(e) != p for p in places)]
    # The first of the file; a missing key after all others, for often it is there and misspelt.
    return _worded(document, min(inner, key=lambda e: (e["type"] == "missing", document.line(_place(e)))))


def _place(error: Fault) -> KeyPath:
    return tuple(step for step in error["loc"][1:] if step not in _NOT_PLACES)


def _worded(document: Document, error: Fault) -> ContentError:
    place, context = _place(error), error.get("ctx", {})
    if error["type"] == "literal_error" and isinstance(error["input"], str):
        return document.fault(errors.NoChoiceError, place, choices=_choices(context))
    kind, limit = _KINDS.get(error["type"], (ContentError, None))
    if kind is errors.WantsTextError and error["input"] is None:
        kind = errors.EmptyError
    return document.fault(kind, place, problem=error["msg"], limit=context.get(limit or ""))


def _choices(context: dict[str, Any]) -> str:
    return str(context["expected"]).replace("'", "").replace(" or ", ", ")
