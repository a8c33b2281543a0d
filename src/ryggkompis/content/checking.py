"""A tree becomes values of the domain's types, or one sentence about its first fault."""

from collections.abc import Mapping, Sequence
from json import dumps
from types import GenericAlias
from typing import Any, Final, TypeAlias, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from ryggkompis.content import errors
from ryggkompis.content.errors import ContentError
from ryggkompis.content.reading import Document, Place

T = TypeVar("T")
Fault: TypeAlias = Mapping[str, Any]
"""One fault as pydantic tells it."""

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


def adapter(type_: type[T], config: ConfigDict = STRICT) -> TypeAdapter[tuple[T]]:
    """Make the reader of a ``type_``.

    A dataclass takes its strictness from what is around it, so that the domain need not know pydantic:
    here, a tuple of one.
    """
    tuple_of_one: Any = GenericAlias(tuple, (type_,))
    return TypeAdapter(tuple_of_one, config=config)


def check(type_: type[T], document: Document) -> T:
    """Read ``document`` as a ``type_``, or name its first fault with file, line and field."""
    try:
        # As JSON, because in strict mode only JSON may fill a dataclass from keys and a tuple from a list.
        return adapter(type_).validate_json(dumps([document.tree]))[0]
    except ValidationError as error:
        raise _first(document, error.errors(include_url=False)) from error


def _first(document: Document, found: Sequence[Fault]) -> ContentError:
    """Pick the fault to mend first: a misspelt key before the key that it leaves missing, then by line."""
    places = {_place(e) for e in found}
    # A list whose only item is at fault counts as too short as well: the inner fault is the one to mend.
    inner = [e for e in found if not any(p[: len(_place(e))] == _place(e) != p for p in places)]
    return _worded(document, min(inner, key=lambda e: (e["type"] == "missing", document.line(_place(e)))))


def _place(error: Fault) -> Place:
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
