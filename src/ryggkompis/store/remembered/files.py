"""The files of what is remembered: read, written, sealed, opened and erased in one and the same way.

One that cannot be read is put aside, and begins anew.
"""

# ruff: noqa: PTH105, PTH108, PTH118, PTH123 - pathlib costs more than a whole save
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from msgspec import DecodeError, json

from ryggkompis.store import atomic
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal, is_sealed

SHOWN: Final = "shown.json"
"""The plans of the last days, as they were shown."""
MONTHS: Final = "months.json"
"""The months that were here, and what of each reaches further than its own days."""
_NAMES: Final = (SHOWN, MONTHS)
"""All of them."""
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


def aside(name: str) -> str:
    """Name the file that one which cannot be read is put aside as."""
    return name.replace(".json", ".damaged.json")


def seal_remembered(places: Places, seal: Seal) -> None:
    """Seal what lies open."""
    for path, data in _kept(places):
        if not is_sealed(data):
            atomic.write_atomic(path, seal.close(data))


def open_remembered(places: Places, seal: Seal) -> None:
    """Open what is sealed; what no key opens is of no use any more."""
    for path, data in _kept(places):
        if is_sealed(data):
            plain = seal.open(data)
            if plain is None:
                os.unlink(path)
            else:
                atomic.write_atomic(path, plain)


def erase_remembered(places: Places) -> None:
    """Remove all of it, and what was put aside."""
    for name in _NAMES:
        for path in (_path(places, name), _path(places, aside(name))):
            with suppress(FileNotFoundError):
                os.unlink(path)


def _kept(places: Places) -> Iterator[tuple[str, bytes]]:
    """Give every file of it; what was put aside lies nowhere open either."""
    for name in _NAMES:
        for path in (_path(places, name), _path(places, aside(name))):
            data = _read(path)
            if data is not None:
                yield path, data


def _path(places: Places, name: str) -> str:
    return os.path.join(places.state, name)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read(_LIMIT)
    except OSError:
        return None
