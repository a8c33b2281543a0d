"""``keys.toml`` as it stands: which actions are to have which keys, and whether letters are keys at all."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import Value
from ryggkompis.store.places import OWN_KEYS as NAME
from ryggkompis.store.places import Places

LETTERS: Final = "letters"
"""What the file calls all keys of a single character; ``false`` switches them off."""
_LIMIT: Final = 1 << 16


class BrokenKeys(ExpectedError):
    """The file is no TOML."""

    says = N_("{file} cannot be understood, at line {line}. The program has its own keys until it is mended.")


class UnreadableKeys(ExpectedError):
    """The file cannot be opened, or is far too large."""

    says = N_(
        "{file} cannot be read. Check that it is yours to read, and small. The program has its own keys."
    )


class KeysFile(Value):
    """What is written in the file."""

    letters: object = True
    keys: Mapping[str, object] = {}
    """What each action is to have, by its id; not looked at yet."""
    fault: ExpectedError | None = None
    """Why nothing of it counts."""


def read_keys(places: Places) -> KeysFile | None:
    """Read the file; None where there is none."""
    try:
        with Path(places.own_keys).open("rb") as file:
            data = file.read(_LIMIT + 1)
    except FileNotFoundError:
        return None
    except OSError:
        data = None
    if data is None or len(data) > _LIMIT:
        return KeysFile(fault=UnreadableKeys(file=NAME))
    return _understood(data)


def _understood(data: bytes) -> KeysFile:
    try:
        # Notepad begins a file with a mark that TOML does not know.
        said = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return KeysFile(fault=BrokenKeys(file=NAME, line=data.count(b"\n", 0, error.start) + 1))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else data.rstrip().count(b"\n") + 1
        return KeysFile(fault=BrokenKeys(file=NAME, line=line))
    except RecursionError:
        return KeysFile(fault=BrokenKeys(file=NAME, line=1))
    letters = said.pop(LETTERS, True)
    return KeysFile(letters, dict(_flat(said)))


def _flat(said: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Give each value with its whole name: ``[today]`` and ``note`` below it is ``today.note``."""
    for name, value in said.items():
        whole = f"{before}.{name}" if before else name
        if isinstance(value, dict):
            yield from _flat(value, whole)
        else:
            yield whole, value
