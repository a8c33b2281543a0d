"""Ids of what is made of other programs' files."""

import base64
import hashlib
from typing import Final

_ID_BYTES: Final = 16


def made_id(*said: object) -> str:
    """Make an id of what is said, so that saying it again is the same entry."""
    # From what was said, not from chance: the same file twice gives the same ids, and so nothing new.
    text = "/".join(map(str, said))
    return base64.b32encode(hashlib.sha256(text.encode()).digest()[:_ID_BYTES]).decode().rstrip("=")
