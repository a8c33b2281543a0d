"""What is done to the journal and whoever writes it, on real files and in real processes."""

import random
import sys
from pathlib import Path

from ryggkompis.store.lines import canonical, union
from ryggkompis.store.months import decode_month, encode_month
from tests.e2e.programs import kill_programs
from tests.store.crashes import cut_the_power
from tests.store.damage import mutate
from tests.store.devices import live_apart
from tests.store.faults import ERRORS, KILLED, SITUATIONS, sweep
from tests.store.journals import MONTH, month_path, on_disk, shown_ids, store_at
from tests.store.left_open import erasing, erasing_everything, locking, stopped
from tests.store.namespaces import on_a_disk
from tests.store.processes import kill_writers, write_at_once
from tools.torture.result import Result

SEED = 20_260_302
LINES = 200
"""Lines of the month that is cut at every byte."""
_POINTS = 30
"""Calls of a command at which it is stopped, with each error."""


def killed_writers(folder: Path) -> Result:
    """Kill a saving process at random moments."""
    tally = kill_writers(folder, kills=2_000, seed=SEED)
    count = f"2,000 kills, {len(tally.acknowledged):,} entries saved"
    return Result("`kill -9` while saving", count, len(tally.lost) + tally.doubled, 0, len(tally.problems))


def killed_programs(folder: Path) -> Result:
    """Kill the real program."""
    tally = kill_programs(folder / "home", kills=300, seed=SEED)
    count = f"300 kills, {len(tally.acknowledged)} entries saved"
    return Result("`kill -9` of the program", count, len(tally.lost) + tally.doubled, 0, tally.tracebacks)


def writers_at_once(folder: Path) -> Result:
    """Let eight write at the same time."""
    expected = write_at_once(folder, writers=8, each=1_000, months=24 // 2)
    found = shown_ids(store_at(folder).read())
    lost = len(expected - set(found)) + len(found) - len(set(found))
    return Result("writers at the same time", "8 × 1,000 entries", lost, 0, 0)


def power_cuts(folder: Path) -> Result:
    """Look at every state a power cut can leave."""
    tallies = [
        cut_the_power(folder / name.replace(" ", "-"), prepare, before)
        for name, (prepare, before) in SITUATIONS.items()
    ]
    states = sum(tally.states for tally in tallies)
    return Result(
        "power cut, in a model of the disk", f"{states} states", sum(len(t.lost) for t in tallies), 0, 0
    )


def faults(folder: Path) -> Result:
    """Let every call of a save fail, with every error."""
    outcomes = [sweep(folder / name.replace(" ", "-"), name, ERRORS) for name in SITUATIONS]
    faults_made = sum(outcome.faults for outcome in outcomes)
    wrong = [wrong for outcome in outcomes for wrong in outcome.wrong]
    overwritten = sum("was replaced" in one for one in wrong)
    text = f"{faults_made:,}: {len(ERRORS)} errors at every call, in {len(SITUATIONS)} situations"
    return Result("errors of the system while saving", text, len(wrong) - overwritten, overwritten, 0)


def truncations(folder: Path) -> Result:
    """Cut a month at every byte."""
    whole = encode_month(MONTH, union(on_disk(f"E{n:03}", text="æøå 😀" * (n % 3)) for n in range(LINES)))
    path, store = month_path(folder), store_at(folder)
    lost = crashed = 0
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        reading = store.read()
        ended = whole[:length].count(b"}\n") + whole[:length].count(b"},\n")
        lost += max(0, ended - len(reading.lines))
        crashed += not reading.problems
    return Result("a month cut at every byte", f"{len(whole):,} cuts of {LINES} lines", lost, 0, crashed)


def fuzzed(folder: Path) -> Result:
    """Damage months in every way there is, and save over them."""
    good = encode_month(MONTH, union(on_disk(f"E{n}") for n in range(30)))
    counts = mutate(folder, good, runs=10_000, seed=SEED)
    text = "10,000: {left alone:,} left alone, {rewritten:,} could be read whole".format(**counts)
    return Result("damaged months", text, 0, 0, 0)


def flipped(folder: Path) -> Result:
    """Flip single bits anywhere."""
    del folder
    good = encode_month(MONTH, union(on_disk(f"E{n}") for n in range(60)))
    lines = {canonical(line) for line in decode_month(good, MONTH).lines}
    chance = random.Random(SEED)
    silent = 0
    for _ in range(20_000):
        place = chance.randrange(len(good) * 8)
        bad = bytearray(good)
        bad[place // 8] ^= 1 << place % 8
        read = decode_month(bytes(bad), MONTH)
        silent += read.status == "ok" and {canonical(line) for line in read.lines} != lines
    return Result("a single bit that flips", "20,000 flips", silent, 0, 0)


def devices(folder: Path) -> Result:
    """Let three devices live apart and meet."""
    tally = live_apart(folder, histories=300, seed=SEED)
    count = f"300 histories of 3 devices, {tally.conflicts:,} conflict copies"
    return Result("sync with conflicts", count, len(tally.wrong), 0, 0)


def full_disk(folder: Path) -> Result:
    """Save on a disk that is really full."""
    filling = [sys.executable, "-m", "tests.store.full_disk", "fill"]
    ran = on_a_disk(folder, "-t tmpfs -o size=600k none", filling)
    saved, refused = ran.stdout.split() if ran.returncode == 0 else ("?", "?")
    count = f"{saved} saved, {refused} refused in words"
    return Result("a full disk", count, int(ran.returncode != 0), 0, ran.stderr.count("Traceback"))


def left_open(folder: Path) -> Result:
    """Kill locking and erasing at any call, or refuse it, and search everything for what lies open."""
    wrong = [
        one
        for prepare in (locking, erasing, erasing_everything)
        for error in (KILLED, *ERRORS)
        for one in stopped(folder / f"{prepare.__name__}-{error}", prepare, error, points=_POINTS, seed=SEED)
    ]
    count = f"{3 * (1 + len(ERRORS)) * _POINTS:,} kills and errors while locking and erasing"
    return Result("what lies open afterwards, unnamed", count, len(wrong), 0, 0)
