"""Files that a command writes for the user: what may be written where, and one way to write it."""

import os
from pathlib import Path

from ryggkompis.cli.errors import FileIsThere, IsAFolder, NoSuchFolder, NotWritten


def check_target(file: str, *, may_replace: bool) -> None:
    """Refuse a target that cannot be written, before anything is read.

    Raises:
        IsAFolder, NoSuchFolder, FileIsThere: when it cannot be written there, or would replace a file.

    """
    path = Path(file)
    if path.is_dir():
        raise IsAFolder(file=file)
    if not path.parent.is_dir():
        raise NoSuchFolder(folder=str(path.parent))
    if path.exists() and not may_replace:
        raise FileIsThere(file=file)


def write(file: str, data: bytes) -> None:
    """Write ``data``, whole or not at all.

    Raises:
        NotWritten: when it is not on the disk.

    """
    from ryggkompis.store import write_atomic

    try:
        write_atomic(os.path.abspath(file), data)  # noqa: PTH100 - a link is followed by the store itself
    except OSError as error:
        raise NotWritten(file=file, reason=error.strerror or type(error).__name__) from error
