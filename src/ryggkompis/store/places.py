"""Where the journal is, and where what only this machine needs is."""

# ruff: noqa: PTH100, PTH111, PTH117, PTH118 - pathlib costs more than a whole save
import os
import re
import sys
from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import Value

HOME: Final = "RYGGKOMPIS_HOME"
SETTINGS: Final = "settings.json"
OWN_KEYS: Final = "keys.toml"
_APP: Final = "ryggkompis"


class NoFolderNamed(ExpectedError):
    """An empty name where a folder is to be."""

    says = N_("{where} is empty, so it names no folder. Give a folder, or leave it out.")


class NoHome(ExpectedError):
    """Nobody knows where the home folder is."""

    says = N_("It is not known where your home folder is. Name a folder with --data-dir or {home}.")


class Places(Value):
    """The two folders of one patient's data, as absolute paths."""

    data: str
    """The journal and the settings: what one copies, and what a sync client may carry."""
    state: str
    """Backups, for this machine alone."""

    @property
    def journal(self) -> str:
        """The folder of the month files."""
        return os.path.join(self.data, "journal")

    @property
    def key(self) -> str:
        """The folder of the keys, where the journal is locked."""
        return os.path.join(self.data, "key")

    @property
    def settings(self) -> str:
        """The file of this machine's settings."""
        return os.path.join(self.data, SETTINGS)

    @property
    def own_keys(self) -> str:
        """The file of the patient's own keys; most have none."""
        return os.path.join(self.data, OWN_KEYS)

    @property
    def backups(self) -> str:
        """The folder of the daily copies."""
        return os.path.join(self.state, "backups")

    @classmethod
    def find(cls, data_dir: str | None, environ: Mapping[str, str]) -> "Places":
        """Choose ``data_dir``, else ``RYGGKOMPIS_HOME``, else the folders that the system means for this."""
        chosen = environ.get(HOME) if data_dir is None else data_dir
        if chosen is not None:
            if not chosen.strip():
                # A variable that was never set: taken for the usual folder, it would be the real diary.
                raise NoFolderNamed(where=HOME if data_dir is None else "--data-dir")
            home = os.path.abspath(_with_home(chosen))
            return cls(home, os.path.join(home, "state"))
        if sys.platform == "linux" and "ANDROID_DATA" not in environ:
            data = _xdg(environ.get("XDG_DATA_HOME"), "~/.local/share")
            return cls(data, _xdg(environ.get("XDG_STATE_HOME"), "~/.local/state"))
        local = environ.get("LOCALAPPDATA", "")
        if sys.platform == "win32" and os.path.isabs(local):
            return cls(os.path.join(local, _APP), os.path.join(local, _APP))
        import platformdirs  # noqa: PLC0415 - dearer than the rest of logging an entry

        data = platformdirs.user_data_dir(_APP, appauthor=False)
        return cls(data, platformdirs.user_state_dir(_APP, appauthor=False))


def _xdg(folder: str | None, otherwise: str) -> str:
    """Answer as platformdirs does on Linux, without its price; a test holds the two together."""
    given = folder is not None and os.path.isabs(folder)
    return os.path.join(folder if given and folder else _with_home(otherwise), _APP)


def _with_home(folder: str) -> str:
    """Put the home folder in the place of “~”; where nobody knows it, nothing is made up."""
    if sys.platform == "win32":  # PowerShell, unlike cmd, hands %LOCALAPPDATA% on as it was typed
        folder = re.sub("%([^%]+)%", lambda name: os.environ.get(name[1], name[0]), folder)
    whole = os.path.expanduser(folder)
    # Blank or relative, HOME would be the root of the disk, or a folder where one happens to stand.
    is_known = os.path.isabs(whole) and os.environ.get("HOME", "/").strip()
    if not is_known and re.match(r"~(?:[/\\]|$)", folder):
        raise NoHome(home=HOME)
    return whole
