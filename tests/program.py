"""The program that the tests start: this checkout's, or, in ``make test``, the one that people install."""

import os
import sys
from pathlib import Path
from typing import Final

IS_INSTALLED: Final = bool(os.environ.get("RYGGKOMPIS_PYTHON"))
"""``make test`` has installed the wheel in an environment of its own, and names its Python."""
PYTHON: Final = os.environ.get("RYGGKOMPIS_PYTHON") or sys.executable
PROGRAM: Final = (PYTHON, "-m", "ryggkompis")


def without_bytecode(empty: Path) -> dict[str, str]:
    """Give the environment in which Python finds nothing compiled and keeps nothing: a read-only disk's."""
    return {"PYTHONPYCACHEPREFIX": str(empty), "PYTHONDONTWRITEBYTECODE": "1"}
