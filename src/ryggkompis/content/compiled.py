"""The program's own data, checked when the package is built and kept as JSON: a start need not read YAML.

What is here is derived and safe to delete. Where it is missing, older than its source or of another shape,
the source is read instead.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from msgspec import MsgspecError, json

from ryggkompis.content.files import data_file

T = TypeVar("T")
FOLDER: Final = Path(__file__).with_name("compiled")


def compiled(name: str, type_: type[T]) -> T | None:
    """Give the data of ``name`` as it was compiled; None where its source must be read."""
    file = FOLDER / f"{name}.json"
    try:
        if file.stat().st_mtime < data_file(f"{name}.yaml").stat().st_mtime:
            return None
        return json.decode(file.read_bytes(), type=type_)
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
    FOLDER.mkdir(exist_ok=True)
    for name, read in readers.items():
        (FOLDER / f"{name}.json").write_bytes(json.encode(read()))
