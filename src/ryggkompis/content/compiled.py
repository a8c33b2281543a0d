"""The program's own data, checked when the package is built and kept as JSON: a start need not read YAML.

What is here is derived and safe to delete. Where it is missing, made of another source or of another shape,
the source is read instead.
"""

# ruff: noqa: PTH103, PTH105, PTH118, PTH120, PTH123 - pathlib costs more than the data

import os
from collections.abc import Callable
from hashlib import sha256
from typing import Final, Generic, TypeVar

from msgspec import MsgspecError, Struct, json

from ryggkompis.content.files import data_path, is_packed

T = TypeVar("T")
FOLDER: Final = os.path.join(os.path.dirname(__file__), "compiled")


class Compiled(Struct, Generic[T]):
    """The data of one file, and the digest of the source that it was made of."""

    source: str
    data: T


def compiled(name: str, type_: type[T]) -> T | None:
    """Give the data of ``name`` as it was compiled; None where its source must be read.

    In an installed package the two were packed together, and whichever an installer unpacks last looks newer:
    what was compiled counts. In a checkout somebody may be writing at the source.
    """
    try:
        made = json.decode(_bytes(_path(name)), type=Compiled[type_])  # type: ignore[valid-type]
        is_of_its_source = is_packed() or made.source == _digest(name)
    except (OSError, MsgspecError):
        return None
    return made.data if is_of_its_source else None


def compile_content() -> None:
    """Read every data file, checked, and keep it as JSON."""
    from ryggkompis.content.catalogue import (  # noqa: PLC0415 - only a build needs pydantic for it
        read_catalogue,
        read_learn_cards,
        read_red_flags,
    )

    readers: dict[str, Callable[[], object]] = {
        "exercises": read_catalogue,
        "red_flags": read_red_flags,
        "learn": read_learn_cards,
    }
    os.makedirs(FOLDER, exist_ok=True)
    for name, read in readers.items():
        made = Compiled(_digest(name), read())
        # In one step: a program that runs meanwhile never reads half of it.
        with open(f"{_path(name)}.new", "wb") as file:
            file.write(json.encode(made))
        os.replace(f"{_path(name)}.new", _path(name))


def _digest(name: str) -> str:
    return sha256(_bytes(data_path(f"{name}.yaml"))).hexdigest()


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _path(name: str) -> str:
    return os.path.join(FOLDER, f"{name}.json")
