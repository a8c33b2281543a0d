"""What the executable runs."""

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from zipfile import ZipFile

from ryggkompis.__main__ import run

INSIDE: str = sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001 - where the loader unpacks, and clears up


class Typesetter:
    """Unpack the typesetter when it is asked for: at every start it would take longer than all the rest."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find it as anything else is found, once it is there."""
        if name != "typst":
            return None
        sys.meta_path.remove(self)
        with ZipFile(os.path.join(INSIDE, "typst.zip")) as packed:  # noqa: PTH118 - pathlib is dear at start
            packed.extractall(INSIDE)
        return PathFinder.find_spec(name, [INSIDE])


# The loader's own libraries are not for the programs that we start: a voice, a reader of PDF.
for one in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{one}_ORIG", None)
    os.environ.pop(one, None)
    if before is not None:
        os.environ[one] = before

sys.meta_path.append(Typesetter())
run()
