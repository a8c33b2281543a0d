"""Hand a file or a folder to the program that this system opens it with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from textual.app import App

from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _

_IN_THE_BACKGROUND: Final = '"$0" "$1" </dev/null >/dev/null 2>&1 &'
"""For the shell: the opener outlives both the shell and this program, and says nothing on the terminal."""


def show_outside(app: App[None], path: Path) -> None:
    """Open ``path``; where nothing here can, say where it lies."""
    if not _open_outside(str(path.absolute())):
        folder = shown_name(str(path.absolute().parent))
        told = _("Nothing here opens it. It lies in {folder}.").format(folder=folder)
        app.notify(told, severity="warning", markup=False)


def _open_outside(path: str) -> bool:
    """Begin to open ``path``, and tell whether that could be begun."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - what a double click does
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        return False
    command = ["/bin/sh", "-c", _IN_THE_BACKGROUND, opener, path]
    return subprocess.run(command, check=False, start_new_session=True).returncode == 0  # noqa: S603
