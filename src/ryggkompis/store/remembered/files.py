"""The files of what is remembered: read and written in one and the same way.

One that cannot be read is put aside, and begins anew.
"""

# ruff: noqa: PTH105, PTH118 - pathlib costs more than a whole save
import os
from contextlib import suppress
from typing import Any, Final

from msgspec import DecodeError, json

from ryggkompis.store import atomic
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.names import aside
from ryggkompis.store.seal import Seal

_LIMIT: Final = 1 << 22


def read_remembered(places: Places, seal: Seal, name: str, *kinds: Any) -> Any:  # noqa: ANN401 - one of ``kinds``
    """Read one as the first of ``kinds`` that it is; None where there is nothing that can be read."""
    data = _read(_path(places, name))
    if data is None:
        return None
    opened = seal.open(data)
    for kind in kinds if opened is not None else ():
        with suppress(DecodeError, UnicodeDecodeError):
            return json.decode(opened or b"", type=kind)
    with suppress(OSError):
        os.replace(_path(places, name), _path(places, aside(name)))
    return None


def write_remembered(places: Places, seal: Seal, name: str, what: object) -> None:
    """Keep it whole; where the disk refuses, everything goes on all the same."""
    with suppress(OSError):
        atomic.make_folder(places.state)
        atomic.write_atomic(_path(places, name), seal.close(json.encode(what, enc_hook=dict)))


def _path(places: Places, name: str) -> str:
    return os.path.join(places.state, name)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb", opener=atomic.open_to_read) as file:
            return file.read(_LIMIT)
    except OSError:
        return None
