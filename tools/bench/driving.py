"""Drives a full-screen program in a pseudo-terminal that answers what it is asked, with a stopwatch."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

PATIENCE = 240.0
"""Seconds that anything may take before the run is given up."""
QUIET = 0.15
"""Seconds without a byte after which a screen is taken to be settled."""
ANSWERS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
)
"""What is asked: synchronized output, resizing in band, the kind of terminal, the cursor, the keyboard."""
WOKE = re.compile(r"^voluntary_ctxt_switches:\s+(\d+)", re.MULTILINE)
MOST_MEMORY = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)
ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Key(NamedTuple):
    """What one key cost, in seconds."""

    first: float
    """Until the first byte."""
    settled: float
    """Until the last byte before it was quiet."""


class Left(NamedTuple):
    """How a program left."""

    status: int
    seconds: float
    """From the key that leaves to the end of the process."""
    cpu: float
    """Seconds of processor time of the whole run."""
    memory: int
    """Highest resident memory in KiB."""


class Driven:
    """One run of a program in a terminal of 80 columns and 24 rows."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        """Start ``command`` and the stopwatch."""
        self.start = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.execvpe(command[0], list(command), dict(environ))
        columns, rows = size
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.raw = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        os.close(self._terminal)
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    def until(self, words: str) -> float:
        """Wait for ``words``; give the seconds since the start.

        Raises:
            TimeoutError: when they do not come.

        """
        wanted, end = words.encode(), time.perf_counter() + PATIENCE
        while wanted not in ESCAPE.sub(b"", self.raw):
            if not self._read(end - time.perf_counter()):
                shown = ESCAPE.sub(b"", self.raw)[-600:].decode(errors="replace")
                raise TimeoutError(f"waited for {words!r} and saw: {shown}")
        return time.perf_counter() - self.start

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has come for ``quiet`` seconds."""
        while self._read(quiet):
            pass

    def press(self, key: bytes, quiet: float = QUIET) -> Key | None:
        """Press a key and wait until it is quiet; None where nothing was drawn."""
        pressed = time.perf_counter()
        os.write(self._terminal, key)
        if not self._read(QUIET * 4):
            return None
        first = last = time.perf_counter()
        while self._read(quiet):
            last = time.perf_counter()
        return Key(first - pressed, last - pressed)

    def idle(self, seconds: float) -> tuple[float, int, int]:
        """Leave it alone for ``seconds``; give its processor time, how often it woke, and its bytes."""
        cpu, woke, had = self.cpu, self._wakes(), len(self.raw)
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return self.cpu - cpu, self._wakes() - woke, len(self.raw) - had

    def leave(self, *keys: bytes) -> Left:
        """Press what leaves, and wait for the end."""
        pressed = time.perf_counter()
        for key in keys:
            os.write(self._terminal, key)
        while self._read(PATIENCE):
            pass
        _pid, status, used = os.wait4(self.pid, 0)
        self.pid = 0
        code = os.waitstatus_to_exitcode(status)
        return Left(code, time.perf_counter() - pressed, used.ru_utime + used.ru_stime, used.ru_maxrss)

    def _read(self, seconds: float) -> bool:
        """Take in what comes within ``seconds``, answer what it asks, and tell whether something came."""
        ready, _, _ = select.select([self._terminal], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.raw += data
        for asked, answer in ANSWERS:
            for _ in asked.findall(data):
                os.write(self._terminal, answer)
        return bool(data)

    @property
    def cpu(self) -> float:
        """Seconds of processor time so far, of all its threads."""
        about = (_of_process(self.pid, f"task/{thread}/schedstat") for thread in self._threads())
        return sum(int(said.split()[0]) for said in about) / 1e9

    @property
    def memory(self) -> int:
        """Highest resident memory so far in KiB."""
        return int(MOST_MEMORY.findall(_of_process(self.pid, "status"))[0])

    def _wakes(self) -> int:
        """Count how often its threads slept and were woken."""
        about = (_of_process(self.pid, f"task/{thread}/status") for thread in self._threads())
        return sum(int(WOKE.findall(said)[0]) for said in about)

    def _threads(self) -> list[str]:
        return [thread.name for thread in Path(f"/proc/{self.pid}/task").iterdir()]


def _of_process(pid: int, name: str) -> str:
    return Path(f"/proc/{pid}/{name}").read_text(encoding="ascii", errors="replace")
