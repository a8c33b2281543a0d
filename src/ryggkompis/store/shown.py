"""What was shown on the last days, beside the journal: for this machine alone, and worth no backup.

It is sealed and erased with the journal. A file that cannot be read is put aside, and it starts anew.
"""

# ruff: noqa: PTH105, PTH118, PTH123 - pathlib costs more than a whole save
import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from msgspec import DecodeError, ValidationError, json

from ryggkompis.domain.journal.shown import Shown
from ryggkompis.store import atomic
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal, is_sealed

NAME: Final = "shown.json"
ASIDE: Final = "shown.damaged.json"
_LIMIT: Final = 1 << 18


def read_shown(places: Places, seal: Seal) -> tuple[Shown, ...]:
    """Read what was shown, oldest first; nothing where there is nothing that can be read."""
    data = _read(places)
    if data is None:
        return ()
    with suppress(DecodeError, ValidationError, UnicodeDecodeError):
        opened = seal.open(data)
        if opened is not None:
            return json.decode(opened, type=tuple[Shown, ...])
    with suppress(OSError):
        os.replace(_path(places), os.path.join(places.state, ASIDE))
    return ()


def write_shown(places: Places, seal: Seal, shown: Sequence[Shown]) -> None:
    """Keep what was shown; where the disk refuses, the plan is shown all the same."""
    with suppress(OSError):
        atomic.make_folder(places.state)
        atomic.write_atomic(_path(places), seal.close(json.encode(shown, enc_hook=dict)))


def seal_shown(places: Places, seal: Seal) -> None:
    """Seal what lies open."""
    data = _read(places)
    if data is not None and not is_sealed(data):
        atomic.write_atomic(_path(places), seal.close(data))


def open_shown(places: Places, seal: Seal) -> None:
    """Open what is sealed; what no key opens is of no use any more."""
    data = _read(places)
    if data is not None and is_sealed(data):
        plain = seal.open(data)
        if plain is None:
            erase_shown(places)
        else:
            atomic.write_atomic(_path(places), plain)


def erase_shown(places: Places) -> None:
    """Remove it, and what was put aside."""
    for name in (NAME, ASIDE):
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(places.state, name))  # noqa: PTH108


def _path(places: Places) -> str:
    return os.path.join(places.state, NAME)


def _read(places: Places) -> bytes | None:
    try:
        with open(_path(places), "rb") as file:
            return file.read(_LIMIT)
    except OSError:
        return None
