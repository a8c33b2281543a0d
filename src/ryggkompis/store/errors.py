"""What can go wrong with the journal on the disk, in sentences for the user."""

# ruff: noqa: PTH112, PTH120 - pathlib costs more than a whole save
import errno
import os
import sys
from typing import ClassVar, Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.journal.problems import Problem, What
from ryggkompis.parts import MissingPart

UNKNOWN_KIND: Final = "unknown kind"
"""The ``reason`` of a Refused for an entry that a newer version wrote."""


class Refused(ExpectedError):
    """An entry that cannot be stored or understood; nothing was written, and what is stored stays.

    ``values`` also has ``reason``, in technical words.
    """

    says = N_("The entry {id} of {day} cannot be used: {field} has a value that it cannot have.")

    @property
    def problem(self) -> Problem:
        """Give the same as a problem of the journal, for a line that was read."""
        what: What = "unknown_kind" if self.values["reason"] == UNKNOWN_KIND else "refused"
        day = str(self.values["day"])
        return Problem(f"{day[:7]}.json", what, entry=str(self.values["id"]), day=day)


class TextTooLong(ExpectedError):
    """More text than one entry holds; nothing was written."""

    says = N_("The text is {length} characters long. At most {limit} fit: please shorten it and save again.")


class NotReadable(ExpectedError):
    """The journal is there, but cannot be read; it is never taken for an empty one."""

    says = N_("The diary in {path} cannot be read: {reason}. Nothing has been changed.")
    status: ClassVar[int] = 3


class NotSaved(ExpectedError):
    """The new entry is not on the disk; what was there before is as it was."""

    says = N_("Not saved: {path} cannot be written ({reason}). What you saved earlier is as it was.")
    status: ClassVar[int] = 3


class DiskFull(NotSaved):
    """No room, or the user's share of it is used up."""

    says = N_(
        "Not saved: there is no room left on the disk for {path} ({reason}). "
        "What you saved earlier is as it was. Free some space and save again."
    )


class NotAllowed(NotSaved):
    """The file or folder belongs to someone else, or may not be changed."""

    says = N_(
        "Not saved: you are not allowed to write {path} ({reason}). What you saved earlier is as it was. "
        "Give yourself permission, or choose another folder with --data-dir."
    )


class ReadOnly(NotSaved):
    """The disk takes no changes."""

    says = N_(
        "Not saved: the disk of {path} is read-only ({reason}). What you saved earlier is as it was. "
        "Choose another folder with --data-dir."
    )


class NoFolder(NotSaved):
    """A file stands where a folder is needed."""

    says = N_(
        "Not saved: {path} is needed as a folder, but something else is there ({reason}). "
        "Move it away, or choose another folder with --data-dir."
    )


class Busy(ExpectedError):
    """Another writer has the journal."""

    says = N_("Another program is writing to the diary in {path}. Try again in a moment.")
    status: ClassVar[int] = 3


class NotFinished(ExpectedError):
    """Some of the files are sealed or open, and some are not yet."""

    says = N_(
        "This is not finished: {path} cannot be read or written ({reason}). Nothing is lost, but files may "
        "still lie open."
    )
    status: ClassVar[int] = 3


_KINDS: Final[dict[int, type[NotSaved]]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: NotAllowed,
    errno.EPERM: NotAllowed,
    errno.EROFS: ReadOnly,
    errno.ENOTDIR: NoFolder,
    errno.EEXIST: NoFolder,
}


def not_saved(path: str, error: OSError) -> NotSaved:
    """Name the file and the reason why it could not be written."""
    kind = _KINDS.get(error.errno or 0, NotSaved)
    return kind(path=error.filename if isinstance(error.filename, str) else path, reason=error)


def no_access(folder: str) -> NotSaved | None:
    """Look, without writing, whether ``folder``, or the one it would be made in, takes no new file."""
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    if os.access(folder, os.W_OK | os.X_OK):
        return None
    is_read_only = sys.platform != "win32" and os.statvfs(folder).f_flag & os.ST_RDONLY
    number = errno.EROFS if is_read_only else errno.EACCES
    return not_saved(folder, OSError(number, os.strerror(number)))


class Closed(ExpectedError):
    """What is sealed cannot be opened now."""


class Sealed(Closed):
    """The journal is behind a passphrase, and there is nobody who could be asked for it."""

    says = N_(
        "This is locked, and there is no terminal to ask for the passphrase. "
        "Give it in a file that RYGGKOMPIS_PASSPHRASE_FILE names."
    )


class WrongPassphrase(Closed):
    """The passphrase opens no key of this journal."""

    says = N_("That passphrase does not open the diary.")


class TooBusyToOpen(Closed):
    """Whether the passphrase is right cannot be told now."""

    says = N_(
        "This machine is too busy, or too slow, to try the passphrase now. Nothing is wrong with the diary. "
        "Try again when the machine has less to do; the recovery key opens it at once."
    )


class MistypedKey(WrongPassphrase):
    """A recovery key that cannot be one: it carries its own check."""

    says = N_(
        "That is not a recovery key as it was written down: something in it is wrong or missing. "
        "Compare each letter with the paper."
    )


class StaysLocked(Closed):
    """No passphrase was given."""

    says = N_("The diary stays locked.")


class KeyIsGone(Closed):
    """The file of the secret key is missing or damaged; the written-down key still opens everything."""

    says = N_(
        "The key in {path} is missing or damaged. Give the recovery key that you wrote down instead of the "
        "passphrase; it begins with AGE-SECRET-KEY-1."
    )
    status: ClassVar[int] = 3


class NoCrypto(MissingPart, Closed):
    """The optional part of the program that locks and opens is not installed."""

    part = "pyrage"
    says = N_("The part that locks the diary and opens it is not installed. To get it: {command}")
