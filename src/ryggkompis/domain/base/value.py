"""What every value of the domain is: a frozen structure, made and compared without any code of its own.

A hundred and more classes are made at each start; as dataclasses they would cost more than a whole command.
"""

from collections.abc import Mapping
from typing import dataclass_transform

from msgspec import NODEFAULT, Struct
from msgspec.structs import asdict, replace

__all__ = ["Value", "asdict", "defaults", "names", "replace"]


@dataclass_transform(frozen_default=True)
class Value(Struct, frozen=True):
    """A value: its annotations are its fields, and it never changes. `replace` makes another."""


def names(kind: type[Value] | Value) -> tuple[str, ...]:
    """Name the fields of a value, in the order in which they are declared."""
    return kind.__struct_fields__


def is_unsaid(kind: type[Value], field: str, value: object) -> bool:
    """Tell whether ``value`` of a field says nothing: none of a list is an answer where no answer is None."""
    return value is None or (value in ((), {}) and defaults(kind).get(field, ()) is not None)


def defaults(kind: type[Value]) -> Mapping[str, object]:
    """Give what the fields hold that need not be given."""
    values = kind.__struct_defaults__
    found = zip(names(kind)[-len(values) :], values, strict=True) if values else ()
    return {name: value for name, value in found if value is not NODEFAULT}
