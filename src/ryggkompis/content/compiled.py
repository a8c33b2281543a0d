"""The program's own data, checked when the package is built and kept as JSON: a start need not read YAML.

What is here is derived and safe to delete. Where it is missing, older than its source or of another shape,
the source is read instead.
"""

# ruff: noqa: PTH103, PTH116, PTH118, PTH120, PTH123 - pathlib costs more than the data

import os
from collections.abc import Callable
from typing import Final, TypeVar

from msgspec import MsgspecError, json

from ryggkompis.content.files import data_path

T = TypeVar("T")
FOLDER: Final = os.path.join(os.path.dirname(__file__), "compiled")


def compiled(name: str, type_: type[T]) -> T | None:
    """Give the data of ``name`` as it was compiled; None where its source must be read."""
    path = _path(name)
    try:
        if os.stat(path).st_mtime < os.stat(data_path(f"{name}.yaml")).st_mtime:
            return None
        with open(path, "rb") as file:
            return json.decode(file.read(), type=type_)
    except (OSError, MsgspecError):
        return None


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
        with open(_path(name), "wb") as file:
            file.write(json.encode(read()))


def _path(name: str) -> str:
    return os.path.join(FOLDER, f"{name}.json")
