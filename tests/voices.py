"""Programs that speak by writing down what they are asked to say."""

import os
from pathlib import Path

import pytest


class Voices:
    """A folder that is all there is to find programs in, and what the programs in it have said."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._said = folder / "bin", folder / "said"
        self._folder.mkdir()
        monkeypatch.setenv("PATH", str(self._folder))

    def add(self, program: str, *, fails: bool = False, forever: bool = False) -> None:
        """Let there be a ``program``; it may end with an error, or speak until it is stopped."""
        path = self._folder / program
        ends = "exit 1" if fails else "exec /bin/sleep 60" if forever else "exit 0"
        words = '"$*"' if program == "spd-say" else '"$* < $(/bin/cat)"'
        path.write_text(f"#!/bin/sh\nprintf '%s\\n' $$ {words} >> '{self._said}'\n{ends}\n")
        path.chmod(0o755)

    @property
    def said(self) -> list[str]:
        """Each command in order, with what came by its standard input."""
        return self._lines()[1::2]

    @property
    def speaking(self) -> list[int]:
        """Those that have not ended."""
        return [pid for pid in map(int, self._lines()[::2]) if _lives(pid)]

    def _lines(self) -> list[str]:
        return self._said.read_text(encoding="utf-8").splitlines() if self._said.exists() else []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
