"""What a save asks of the system, in its order."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

_NAMES: Final = ("open", "close", "write", "fsync", "replace", "unlink", "mkdir", "rmdir")


class Call(NamedTuple):
    """One call that changes something, or makes a change last."""

    name: str
    """``link`` for a new file or folder, ``write``, ``sync``, ``moved`` or ``gone``."""
    path: Path
    data: bytes = b""
    old: Path | None = None
    """Where it was before it was moved."""
    is_folder: bool = False


class Recorder:
    """Stands between the store and the system, lets every call through, and notes it down."""

    def __init__(self) -> None:
        """Note nothing yet."""
        self.calls: list[Call] = []
        self._open: dict[int, Path] = {}
        self._real: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in _NAMES}

    def put(self) -> None:
        """Stand in between."""
        for name in _NAMES:
            setattr(os, name, getattr(self, f"on_{name}"))

    def take_away(self) -> None:
        """Leave the system as it was."""
        for name, function in self._real.items():
            setattr(os, name, function)

    def on_open(self, path: str, flags: int, *more: Any, **named: Any) -> int:
        """Note a file that is made."""
        is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        file = int(self._real["open"](path, flags, *more, **named))
        self._open[file] = Path(path)
        if is_new:
            self.calls.append(Call("link", Path(path)))
        return file

    def on_close(self, file: int) -> None:
        """Forget its number."""
        self._open.pop(file, None)
        self._real["close"](file)

    def on_write(self, file: int, data: Any) -> int:
        """Note what is written."""
        count = int(self._real["write"](file, data))
        if file in self._open:
            self.calls.append(Call("write", self._open[file], bytes(data[:count])))
        return count

    def on_fsync(self, file: int) -> None:
        """Note what is made to last."""
        self._real["fsync"](file)
        path = self._open[file]
        self.calls.append(Call("sync", path, is_folder=path.is_dir()))

    def on_replace(self, old: str, new: str) -> None:
        """Note a file that takes the place of another."""
        self._real["replace"](old, new)
        self.calls.append(Call("moved", Path(new), old=Path(old)))

    def on_unlink(self, path: str) -> None:
        """Note a file that goes."""
        self._real["unlink"](path)
        self.calls.append(Call("gone", Path(path)))

    def on_mkdir(self, path: str, *mode: int) -> None:
        """Note a folder that is made."""
        self._real["mkdir"](path, *mode)
        self.calls.append(Call("link", Path(path), is_folder=True))

    def on_rmdir(self, path: str) -> None:
        """Note a folder that goes."""
        self._real["rmdir"](path)
        self.calls.append(Call("gone", Path(path), is_folder=True))


@contextmanager
def recorded() -> Iterator[list[Call]]:
    """Give the calls that are made from now on."""
    recorder = Recorder()
    recorder.put()
    try:
        yield recorder.calls
    finally:
        recorder.take_away()
