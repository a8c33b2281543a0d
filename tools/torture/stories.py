"""What is done to the whole program: stories of two machines, a memory stick, an import that is killed."""

from pathlib import Path
from typing import Final

from tests.store.processes import kill_writers
from tests.store.sticks import a_stick, plugged_in, pull
from tests.torture.story import kill_imports, live
from tests.torture.world import Broken
from tools.torture.result import Result

STEPS: Final = 40
_SEEDS: Final = range(1, 21)
_ON_A_STICK: Final = range(101, 104)


def stories(folder: Path) -> Result:
    """Tell many stories of everything that can happen to two machines of one patient."""
    told, broken = _tell(folder, _SEEDS)
    return Result("any story of two machines", _counted(told, len(_SEEDS)), broken, 0, 0)


def killed_imports(folder: Path) -> Result:
    """Kill an import at every change on the disk, then import again."""
    try:
        kills, broken = kill_imports(folder, seed=1), 0
    except Broken as error:
        kills, broken = 0, 1
        print(error)
    return Result("`kill -9` of an import", f"at each of its {kills} changes on the disk", broken, 0, 0)


def stick(folder: Path) -> Result:
    """Kill who writes on a memory stick, and tell stories on one."""
    with plugged_in(a_stick(folder / "image"), folder / "stick"):
        tally = kill_writers(folder / "stick" / "home", kills=200, seed=1)
        told, broken = _tell(folder / "stick", _ON_A_STICK)
    count = (
        f"{tally.kills} kills, {len(tally.acknowledged):,} entries saved; {_counted(told, len(_ON_A_STICK))}"
    )
    return Result("a memory stick (exFAT)", count, len(tally.lost) + broken, 0, len(tally.problems))


def pulled_stick(folder: Path) -> Result:
    """Pull a memory stick while somebody saves on it."""
    tally = pull(folder, pulls=100, seed=1)
    count = f"100 times, {tally.saved:,} entries saved"
    return Result("a memory stick that is pulled", count, tally.lost, 0, tally.wrong)


def _tell(folder: Path, seeds: range) -> tuple[list[str], int]:
    told, broken = [], 0
    for seed in seeds:
        try:
            told += live(folder / f"{seed}", seed, STEPS)
        except Broken as error:
            broken += 1
            print(error, flush=True)
    return told, broken


def _counted(told: list[str], seeds: int) -> str:
    killed = sum("killed" in one or "die at" in one for one in told)
    clock = sum("the clock" in one for one in told)
    windows = sum("window" in one or ": keys" in one or "questions" in one for one in told)
    return (
        f"{seeds} seeds, {len(told):,} moves: {windows} sittings, {killed} deaths, {clock} moves of the clock"
    )
