"""A month of ordinary lines, read and checked in one go: it is most of what a plan of a long course reads."""

from datetime import date
from typing import Annotated, Final, TypeAlias, cast

from msgspec import DecodeError, Meta, Struct, convert, json

from ryggkompis.store.lines import AN_ID, LAST_REV, Line

_Flat: TypeAlias = str | int | float | bool | None
_DECODER: Final = json.Decoder(list[dict[str, _Flat | list[_Flat] | dict[str, _Flat]]])


class _Named(Struct):
    """What makes an object a line, as `is_line` asks for it; how deep it may be is asked by the decoder."""

    id: Annotated[str, Meta(pattern=rf"\A{AN_ID}\Z")]
    rev: Annotated[int, Meta(ge=1, le=LAST_REV)]
    day: date


def ordinary_lines(data: bytes) -> list[Line] | None:
    """Read a list of lines; None where one is not ordinary, or none at all, and each must be looked at."""
    try:
        lines = _DECODER.decode(data)
        convert(lines, list[_Named])
    except DecodeError:
        return None
    return cast("list[Line]", lines)
