"""Files written for the user outside the journal: what may be written where, and one way to write it."""

# ruff: noqa: PTH118 - a link is followed by the store itself
import os
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store import atomic
from ryggkompis.store.inventory.found import WRITING
from ryggkompis.store.places import Places


class IsAFolder(ExpectedError):
    """A folder where a file is needed."""

    says = N_("{file} is a folder. Give the name of a file.")


class NotAFile(ExpectedError):
    """A device, a pipe or a socket, which a file would replace."""

    says = N_("{file} is no ordinary file, so nothing is written there. Give the name of a file.")


class NoSuchFolder(ExpectedError):
    """The report's folder is missing."""

    says = N_("The folder {folder} is not there. Make it first, or choose another.")


class NoFolder(ExpectedError):
    """A file where a folder is needed."""

    says = N_("{folder} is a file, and no folder that something could be written in. Choose another.")


class FileIsThere(ExpectedError):
    """The report would replace a file."""

    says = N_("{file} is there already. Choose another name, or replace it with --force.")


class InTheJournal(ExpectedError):
    """The file would lie among the months of the journal, or replace one, or the settings."""

    says = N_("{file} belongs to the diary, which nothing may replace. Choose another folder or name.")


class NotWritten(ExpectedError):
    """The report is not on the disk."""

    says = N_("Not written: {file} ({reason}). Whatever was there is as it was.")
    status: ClassVar[int] = 3


def with_ending(file: str, ending: str) -> str:
    """Give ``file`` the ``ending`` that opens it, where its name has none; what is there keeps its name."""
    return file if Path(file).suffix or os.path.lexists(file) else file + ending


def no_folder(folder: Path) -> ExpectedError:
    """Say why nothing can be written in ``folder``: it is missing, or a part of its path is a file."""
    there = next((one for one in (folder, *folder.parents) if os.path.exists(one)), None)  # noqa: PTH110 - as below
    if there is None or os.path.isdir(there):  # noqa: PTH112 - as below
        return NoSuchFolder(folder=str(folder))
    return NoFolder(folder=str(there))


def check_target(file: str, places: Places, *, may_replace: bool) -> None:
    """Refuse a target that cannot be written, before anything is read; ``places`` are spared.

    Raises:
        IsAFolder, NoSuchFolder, NoFolder, InTheJournal, NotAFile, FileIsThere: when nothing may be written.

    """
    # Of a name that the system refuses, as one that is too long, it is said when it is written.
    path, is_there = Path(file), os.path.exists(file)  # noqa: PTH110 - Path.exists raises then
    if os.path.isdir(file):  # noqa: PTH112 - as above
        raise IsAFolder(file=file)
    if not os.path.isdir(path.parent):  # noqa: PTH112 - as above
        raise no_folder(path.parent)
    # By where it really lies: a link could lead into the journal, and one to itself must not end it all.
    lies = Path(os.path.realpath(path))
    kept = (places.journal, places.key, places.state, places.backups, places.settings)
    if any(lies.is_relative_to(os.path.realpath(each)) for each in kept):
        raise InTheJournal(file=file)
    if is_there and not path.is_file():
        raise NotAFile(file=file)
    if is_there and not may_replace:
        raise FileIsThere(file=file)


def write(file: str, data: bytes, places: Places) -> None:
    """Write ``data``, whole or not at all; ``places`` are told where, so that nothing half is left there.

    Raises:
        NotWritten: when it is not on the disk.

    """
    target = os.path.realpath(file)
    note = _told(target, places)
    try:
        atomic.write_atomic(target, data)
    except OSError as error:
        raise NotWritten(file=file, reason=error) from error
    finally:
        if note is not None:
            atomic.drop(note)


def _told(target: str, places: Places) -> atomic.Temp | None:
    """Leave a note for who comes after us, should we be killed; without one we write all the same."""
    with suppress(OSError):
        atomic.make_folder(places.state)
        return atomic.write_temp(os.path.join(places.state, WRITING), os.fsencode(target))
    return None
