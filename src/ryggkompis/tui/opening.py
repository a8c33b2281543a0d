"""Hand a file or a folder to the program that this system opens it with."""

import os
import subprocess
import sys
from pathlib import Path


def open_outside(path: Path) -> bool:
    """Open ``path`` without waiting and without a word on this terminal; tell whether that could begin."""
    if sys.platform == "win32":
        return _started(path)
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen(  # noqa: S603 - the system's own opener, with one path
            [opener, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _started(path: Path) -> bool:
    try:
        os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - only there on Windows
    except OSError:
        return False
    return True
