"""What the operating system says when a file or a stream fails, in the patient's language."""

import errno
from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _, current

_FORBIDDEN: Final = N_("you are not allowed to")
_MANY: Final = N_("too many files are open")
_USED: Final = N_("something else is using it")
_GONE: Final = N_("the disk is not there any more")
_SAYS: Final[Mapping[str, str]] = {
    "ENOENT": N_("there is no such file or folder"),
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "EROFS": N_("the disk is read-only"),
    "ENOSPC": N_("the disk is full"),
    "EDQUOT": N_("your share of the disk is full"),
    "EFBIG": N_("the file would be too large"),
    "ENOTDIR": N_("a file stands where a folder should be"),
    "EISDIR": N_("it is a folder"),
    "ENOTEMPTY": N_("the folder is not empty"),
    "EEXIST": N_("it is there already"),
    "ENAMETOOLONG": N_("the name is too long"),
    "ELOOP": N_("the links lead in a circle"),
    "EMFILE": _MANY,
    "ENFILE": _MANY,
    "EIO": N_("the disk reports a fault"),
    "EBUSY": _USED,
    "ETXTBSY": _USED,
    "EAGAIN": _USED,
    "EINVAL": N_("the system does not take that name or place"),
    "EBADF": N_("it is closed"),
    "EPIPE": N_("nobody reads it"),
    "ENXIO": _GONE,
    "ENODEV": _GONE,
    "ESTALE": _GONE,
    "ETIMEDOUT": N_("the disk does not answer"),
}
"""By the names of the errors: their numbers differ from system to system, and not every system has each."""


def os_error_in_words(error: OSError) -> str:
    """Say why the system refused; what is not known here by its number, in English in its own words."""
    known = _SAYS.get(errno.errorcode.get(error.errno or 0, ""))
    if known is not None:
        return _(known)
    if error.errno is None:
        return _("the system gives no reason")
    if current() == "en" and error.strerror:
        return error.strerror
    return _("the system reports error {n}").format(n=error.errno)
