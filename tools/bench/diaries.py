"""The diaries that are measured with: none, half a year, two years and ten, ten entries a day."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.invented import write_diary

DIARIES: Final = {"empty": 0, "182 days": 182, "2 years": 730, "10 years": 3650}
"""Name to days."""


@contextmanager
def diaries() -> Iterator[dict[str, Path]]:
    """Write each diary, up to today, into a folder that is gone afterwards."""
    today = datetime.now(UTC).astimezone().date()  # noqa: TID251 - the programs have the real clock
    with tempfile.TemporaryDirectory() as made:
        folders = {name: Path(made, name.replace(" ", "-")) for name in DIARIES}
        for name, folder in folders.items():
            write_diary(folder, DIARIES[name], today)
        yield folders


@contextmanager
def a_copy(folder: Path) -> Iterator[Path]:
    """Give a copy that may be written to."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made, "copy")
        if folder.exists():
            shutil.copytree(folder, copy)
        yield copy
