"""Ids of entries: sorted by time, unique without asking anyone."""

import os
import time
from datetime import datetime
from typing import Final

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS: Final = 26
_RANDOM_BITS: Final = 80


def new_id(now: datetime | None = None) -> str:
    """Make an id of 26 letters: 48 bits of milliseconds, by default of the real clock, and 80 of chance."""
    milliseconds = int((time.time() if now is None else now.timestamp()) * 1000) & ((1 << 48) - 1)
    number = milliseconds << _RANDOM_BITS | int.from_bytes(os.urandom(_RANDOM_BITS // 8))
    return "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(_LETTERS)))
