"""Writers in processes of their own, which may be killed; larger numbers are for the long run."""

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from ryggkompis.store.lines import id_of
from tests.store.journals import a_line, shown_ids, store_at
from tests.systems import needs_posix

_NAME = 16


def in_process(work: Callable[[], None]) -> int:
    """Start ``work`` in a fork and give its process id; it ends with status 0, or 1 when ``work`` raises."""
    needs_posix("process that splits in two")
    child = os.fork()
    if not child:
        _run_and_leave(work)
    return child


def _run_and_leave(work: Callable[[], None]) -> NoReturn:
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def ended_well(process: int) -> bool:
    """Wait for a process; tell whether it ended with status 0."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def acknowledging_writer(
    folder: Path, prefix: str, day: str, saved: int, *, count: int = 10_000, lock_wait: float = 5
) -> Callable[[], None]:
    """Make a writer that puts one entry after another and tells each id, once it is saved, to ``saved``."""

    def work() -> None:
        store = store_at(folder, lock_wait)
        os.write(saved, b"." * _NAME)
        for number in range(count):
            name = f"{prefix}-{number}"
            store.put([a_line(name, day=day)])
            os.write(saved, name.encode().ljust(_NAME))

    return work


def told(reader: int) -> list[str]:
    """Read the ids that writers have told so far."""
    text = b""
    while piece := _now(reader):
        text += piece
    names = [text[place : place + _NAME].decode().strip() for place in range(0, len(text), _NAME)]
    return [name for name in names if not name.startswith(".")]


def _now(reader: int) -> bytes:
    try:
        return os.read(reader, 1 << 16)
    except BlockingIOError:
        return b""


@dataclass
class Tally:
    """What came of killing writers."""

    kills: int = 0
    acknowledged: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    problems: list[object] = field(default_factory=list)
    unasked: int = 0
    """The most entries of one writer that are there although it never said so."""
    doubled: int = 0


def kill_writers(folder: Path, kills: int, seed: int, longest: float = 0.012) -> Tally:
    """Kill writers at random moments, every other one after its first save; look at the journal each time."""
    chance = random.Random(seed)
    tally = Tally()
    for number in range(kills):
        day = f"2025-{1 + number // 20 % 12:02}-03"
        prefix = f"K{number}"
        _kill_one(folder, prefix, day, chance.uniform(0, longest), tally, has_saved=number % 2 == 0)
        reading = store_at(folder).read()
        ids = shown_ids(reading)
        tally.lost |= tally.acknowledged - set(ids)
        tally.problems += reading.problems
        tally.doubled += len(ids) - len(set(ids))
        mine = {name for name in ids if name.startswith(f"{prefix}-")}
        tally.unasked = max(tally.unasked, len(mine - tally.acknowledged))
    return tally


def _kill_one(folder: Path, prefix: str, day: str, after: float, tally: Tally, *, has_saved: bool) -> None:
    reader, writer = os.pipe()
    process = in_process(acknowledging_writer(folder, prefix, day, writer))
    os.read(reader, _NAME)  # it has started
    if has_saved:  # however slow a busy machine is
        tally.acknowledged.add(os.read(reader, _NAME).decode().strip())
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(writer)
    tally.kills += 1
    tally.acknowledged |= set(told(reader))
    os.close(reader)


def write_at_once(folder: Path, writers: int, each: int, months: int) -> set[str]:
    """Let several processes save ``each`` entries one by one; give every id that they were to save."""

    def writer(number: int) -> Callable[[], None]:
        def work() -> None:
            store = store_at(folder, lock_wait=30)
            for count in range(each):
                store.put([a_line(f"W{number}-{count}", day=f"2025-{1 + count % months:02}-03")])

        return work

    processes = [in_process(writer(number)) for number in range(writers)]
    statuses = [ended_well(process) for process in processes]
    assert all(statuses)
    return {f"W{number}-{count}" for number in range(writers) for count in range(each)}


def in_folder(folder: Path) -> set[str]:
    """Give every id that a fresh store shows."""
    return {id_of(line) for line in store_at(folder).read().lines}
