"""A month of ordinary lines, read and checked in one go: it is most of what a plan of a long course reads."""

from datetime import date
from typing import Annotated, Final, TypeAlias, cast

from msgspec import DecodeError, Meta, Struct, convert, json

from ryggkompis.store.lines import ID_LENGTH, LAST_REV, Line, is_of_id_signs

_Flat: TypeAlias = str | int | float | bool | None
_READ: Final = json.Decoder(list[dict[str, _Flat | list[_Flat] | dict[str, _Flat]]])


class _Named(Struct):
    """What makes an object a line, as `is_line` asks for it; how deep it may be is asked by the decoder."""

    id: Annotated[str, Meta(min_length=1, max_length=ID_LENGTH)]
    rev: Annotated[int, Meta(ge=1, le=LAST_REV)]
    day: date


def ordinary_lines(data: bytes) -> list[Line] | None:
    """Read a list of lines; None where one is not ordinary, or none at all, and each must be looked at."""
    try:
        lines = _READ.decode(data)
        named = convert(lines, list[_Named])
    except DecodeError:
        return None
    is_each_an_id = is_of_id_signs("".join([one.id for one in named])) or not named
    return cast("list[Line]", lines) if is_each_an_id else None
