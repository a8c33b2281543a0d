"""Where the program's own data files are."""

from pathlib import Path
from typing import Final

from ryggkompis.content.errors import MissingDataError

_PACKAGE: Final = Path(__file__).resolve().parent.parent
# In the package of a wheel, beside src in a source tree. Plain paths: importlib.resources costs start-up.
_PLACES: Final = (_PACKAGE / "data", _PACKAGE.parents[1] / "data")


def data_file(name: str) -> Path:
    """Find ``name`` among the program's data, installed or in a source tree."""
    for place in _PLACES:
        if (found := place / name).is_file():
            return found
    raise MissingDataError(file=name)
