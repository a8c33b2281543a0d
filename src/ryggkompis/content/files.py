"""Where the program's own data files are."""

# ruff: noqa: PTH112, PTH113, PTH118, PTH120 - pathlib and importlib.resources cost more than the data

import os
from typing import TYPE_CHECKING, Final

from ryggkompis.domain.base.errors import N_, ExpectedError

if TYPE_CHECKING:
    from pathlib import Path

_PACKAGE: Final = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
# In the package of a wheel, beside src in a source tree.
_PLACES: Final = (os.path.join(_PACKAGE, "data"), os.path.join(_PACKAGE, "..", "..", "data"))


class MissingDataError(ExpectedError):
    """A file that belongs to the program is not there."""

    says = N_("The program's own file {file} is missing. Install Ryggkompis again.")
    status = 3


def is_packed() -> bool:
    """Tell whether the data lies inside the package, as in what people install."""
    return os.path.isdir(_PLACES[0])


def data_path(name: str) -> str:
    """Find ``name`` among the program's data, installed or in a source tree."""
    for place in _PLACES:
        found = os.path.normpath(os.path.join(place, name))
        if os.path.isfile(found):
            return found
    raise MissingDataError(file=name)


def data_file(name: str) -> "Path":
    """Give the same as a path with verbs."""
    from pathlib import Path  # noqa: PLC0415 - dear, and seldom needed

    return Path(data_path(name))
