"""Sealed files in one, joined by somebody who can open none: each keeps its seal, in the armour of age."""

import binascii
import re
from collections.abc import Iterable, Sequence
from typing import Final

from ryggkompis.store.lines import union
from ryggkompis.store.months import REPLACEABLE, decode_month, encode_month

BEGINS: Final = b"-----BEGIN AGE ENCRYPTED FILE-----\n"
_ENDS: Final = b"-----END AGE ENCRYPTED FILE-----\n"
_WIDTH: Final = 64
_MONTH: Final = rb'\{"format": "ryggkompis/1", "month": "(\d{4}-\d{2})"'
_CLOSED: Final = b"?"
"""Stands for a part that no key opens: what holds it is not whole, and so is never replaced."""


def joined(files: Iterable[bytes]) -> bytes:
    """Give one file that holds all of ``files``, as they are."""
    return b"".join(_armoured(part) for file in files for part in apart(file))


def apart(data: bytes) -> list[bytes]:
    """Give the sealed files that are in one; a damaged one is empty."""
    return [_bare(one) for one in data.split(BEGINS)[1:]] if data.startswith(BEGINS) else [data]


def united(parts: Sequence[bytes | None]) -> bytes | None:
    """Give the month that opened files say, damaged where some did not open; None where none did."""
    texts = [part for part in parts if part is not None]
    if len(parts) == 1 or not texts:
        return parts[0]
    head = re.match(_MONTH, texts[0])
    month = head[1].decode() if head else ""
    found = [decode_month(text, month) for text in texts]
    if len(texts) == len(parts) and all(one.status in REPLACEABLE for one in found):
        return encode_month(month, union(*(one.lines for one in found)))
    return b"\n".join((*texts, _CLOSED))


def _armoured(data: bytes) -> bytes:
    text = binascii.b2a_base64(data, newline=False)
    lines = (text[place : place + _WIDTH] for place in range(0, len(text), _WIDTH))
    return BEGINS + b"".join(line + b"\n" for line in lines) + _ENDS


def _bare(armoured: bytes) -> bytes:
    try:
        return binascii.a2b_base64(armoured.removesuffix(_ENDS).replace(b"\n", b""), strict_mode=True)
    except binascii.Error:
        return b""
