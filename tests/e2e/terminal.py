"""The real program in a pseudo-terminal, its screen kept by pyte; each wait is for words, with a deadline."""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from ptyprocess import PtyProcess, PtyProcessError

DEADLINE = 20.0
MOMENT = 0.5
"""Seconds without a byte after which a window is drawn."""
STILL = 0.08
"""Seconds without anything drawn, after which a picture stands."""
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
}


def _as_in_a_terminal() -> None:
    """Let a hang-up be one, also where the tests themselves are run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """One run of a program; ``raw`` is everything it wrote."""

    def __init__(
        self,
        command: list[str],
        environ: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._forgotten = 0
        self._process = PtyProcess.spawn(
            command, env=dict(environ), dimensions=(rows, columns), cwd=cwd, preexec_fn=_as_in_a_terminal
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        try:
            self._process.close(force=True)
        except PtyProcessError:
            # It has been killed, and a busy machine takes more than the tenth of a second it was given.
            self._process.wait()

    @property
    def text(self) -> str:
        """The screen as it is now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press keys, one after another; a word that names no key is typed."""
        for key in keys:
            self._process.write(KEYS.get(key, key).encode())

    def until(self, *words: str, gone: str = "") -> None:
        """Read until every one of ``words`` is on the screen, and ``gone`` is not."""
        deadline = time.monotonic() + DEADLINE
        while not all(word in self.text for word in words) or (gone and gone in self.text):
            is_open = self._read(deadline - time.monotonic())
            assert is_open, f"waited for {words}, without {gone!r}, and saw:\n{self.text}"
        self._settle()

    def _settle(self) -> None:
        """Look until the picture stands still: a key that comes before it is drawn does not count."""
        while self._read(STILL):
            pass

    def until_after(self, keys: tuple[str, ...], *words: str) -> None:
        """Press ``keys`` again and again until all of ``words`` are on the screen."""
        deadline = time.monotonic() + DEADLINE
        while not all(word in self.text for word in words):
            assert time.monotonic() < deadline, f"waited for {words}, and saw:\n{self.text}"
            self.press(*keys)
            self._settle()

    def holds(self, check: Callable[[list[str]], bool]) -> None:
        """Read until ``check`` is true of the screen's lines: what is drawn may arrive in pieces."""
        deadline = time.monotonic() + DEADLINE
        while not check(self.text.splitlines()):
            assert self._read(deadline - time.monotonic()), f"it does not come true:\n{self.text}"

    def sees(self, sequence: bytes) -> None:
        """Read until ``sequence`` has come since the screen was last forgotten."""
        deadline = time.monotonic() + DEADLINE
        while sequence not in self.raw[self._forgotten :]:
            assert self._read(deadline - time.monotonic()), f"it does not come:\n{self.text}"

    def forget(self) -> None:
        """Let the screen be blank, as when another program has had it; what is not drawn is not there."""
        self.screen.reset()
        self._forgotten = len(self.raw)

    def still(self) -> None:
        """Read until nothing more comes for a moment."""
        while self._read(MOMENT):
            pass

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._process.pid)

    def changed(self) -> None:
        """Read until the screen is another."""
        before, deadline = self.text, time.monotonic() + DEADLINE
        while self.text == before:
            assert self._read(deadline - time.monotonic()), f"nothing changed:\n{self.text}"

    def left(self) -> int:
        """Wait until the program has left, and give its exit status."""
        deadline = time.monotonic() + DEADLINE
        while self._read(deadline - time.monotonic()):
            pass
        assert time.monotonic() < deadline, f"it does not leave:\n{self.text}"
        self._process.wait()
        status = self._process.exitstatus
        return -1 if status is None else int(status)

    def lost(self) -> int:
        """Let the terminal go, as a closed window does, and give the status the program ends with."""
        self._process.fileobj.close()
        self._process.closed = True
        deadline = time.monotonic() + DEADLINE
        while not (ended := os.waitpid(self.pid, os.WNOHANG))[0]:
            assert time.monotonic() < deadline, "it does not end"
        return os.waitstatus_to_exitcode(ended[1])

    def _read(self, seconds: float) -> bool:
        """Take in what comes next; tell whether something did."""
        ready, _, _ = select.select([self._process.fd], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self._process.fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)
