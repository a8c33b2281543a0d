"""The real program, killed at random moments."""

import json
import random
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.program import PROGRAM

_SAVED = b"Saved"


@dataclass
class Tally:
    """What came of killing programs."""

    kills: int = 0
    acknowledged: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    tracebacks: int = 0
    doubled: int = 0


def kill_programs(home: Path, kills: int, seed: int) -> Tally:
    """Kill ``note`` at random moments, every other time at its first change on the disk."""
    chance = random.Random(seed)
    tally = Tally()
    usual = _how_long(home)
    for number in range(kills):
        said = f"remark {number}"
        at = None if number % 2 else chance.uniform(0.2, 1.1) * usual
        if _is_acknowledged(_killed(home, said, at, tally)):
            tally.acknowledged.add(said)
    found = _notes(home)
    tally.lost = tally.acknowledged - set(found)
    tally.doubled = len(found) - len(set(found))
    return tally


def _run(home: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [*PROGRAM, "--data-dir", str(home), "--lang", "en", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _how_long(home: Path) -> float:
    start = time.monotonic()
    _run(home, "note", "first").communicate()
    return time.monotonic() - start


def _killed(home: Path, said: str, at: float | None, tally: Tally) -> bytes:
    before = _seen(home)
    with _run(home, "note", said) as program:
        if at is None:
            while program.poll() is None and _seen(home) == before:
                pass
        else:
            _wait(program, at)
        program.kill()
        out, told = program.communicate()
    tally.kills += 1
    tally.tracebacks += b"Traceback" in out + told
    return out + told


def _wait(program: "subprocess.Popen[bytes]", seconds: float) -> None:
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def _seen(home: Path) -> list[str]:
    journal = home / "journal"
    return sorted(path.name for path in journal.iterdir()) if journal.is_dir() else []


def _is_acknowledged(told: bytes) -> bool:
    return _SAVED in told


def _notes(home: Path) -> list[str]:
    out, _told = _run(home, "log", "--json").communicate()
    return [entry["text"] for entry in json.loads(out)["entries"] if entry["kind"] == "note"]
