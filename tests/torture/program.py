"""The program in a process of its own, at a moment that is set, and with a death that is set."""

import os
import signal
import sys
import time
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

import pyrage

from ryggkompis.cli.main import main

MOMENT: Final = "TORTURE_MOMENT"
"""A file with the seconds since 1970 at which this process begins."""
DIES_AT: Final = "TORTURE_DIES_AT"
"""The change on the disk that this process does not live to make, counted from 1; unset, it lives."""
CHANCE: Final = "TORTURE_CHANCE"
"""What this process's own names and ids are drawn from, so that they are the same when it is run again."""
STANDS_IN: Final = "TORTURE_KEY"
"""A file with the key that stands in for the passphrase, which takes a second to open anything."""
_CHANGES: Final = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"})
_OSLO: Final = timezone(timedelta(hours=1))


class SetClock:
    """The moment that was set, and what has gone by since."""

    zone = "Europe/Oslo"

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), _OSLO)


def _set_the_time(begins: float) -> None:
    milliseconds = count()
    # The store's own stamps, too: a machine whose clock is wrong has no other.
    time.time = lambda: begins + next(milliseconds) / 1000


def _open_at_once(key: str) -> None:
    identity = pyrage.x25519.Identity.from_str(key)
    pyrage.passphrase.encrypt = lambda data, _passphrase: pyrage.encrypt(data, [identity.to_public()])
    pyrage.passphrase.decrypt = lambda data, _passphrase: pyrage.decrypt(data, [identity])


def _die_at(number: int, home: str) -> None:
    left = [number]

    def watch(event: str, what: tuple[object, ...]) -> None:
        if event in _CHANGES or (event == "open" and _writes(what[2])):
            if not str(what[0]).startswith(home):
                return
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


if __name__ == "__main__":
    _set_the_time(float(Path(os.environ[MOMENT]).read_text(encoding="ascii")))
    _open_at_once(Path(os.environ[STANDS_IN]).read_text(encoding="ascii"))
    os.urandom = Random(os.environ[CHANCE]).randbytes
    if number := os.environ.get(DIES_AT):
        _die_at(int(number), os.environ["RYGGKOMPIS_HOME"])
    sys.exit(main(sys.argv[1:], SetClock()))
