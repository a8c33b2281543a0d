"""Ten years in eight episodes beside the last of them alone: what is over is not to cost anything."""

import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from tests.invented import write_episodes
from tools.bench.commands import ROUNDS, measured, on
from tools.bench.measuring import OURS, WHEEL, in_turns, table
from tools.bench.windows import ours, start

ALONE: Final = "this episode"
DIARIES: Final = {ALONE: (1, 110), "10 years, 8 episodes": (8, 110), "2 years in one": (1, 730)}
"""Name to the number of episodes and the days of each."""
APART: Final = 500
"""Days from the start of one episode to that of the next."""
PROGRAMS: Final = {"checkout": OURS, "wheel": WHEEL}
MOST: Final = {"plan": 1.3, "walk": 1.3, "window": 1.15}
"""What ten years may cost, as a multiple of the last episode alone."""


def episodes() -> str:
    """Measure a plan, a walk that is more than planned, and the start of the window, in both programs."""
    today = datetime.now(UTC).astimezone().date()  # noqa: TID251 - the programs have the real clock
    with tempfile.TemporaryDirectory() as made:
        folders = {name: Path(made, name.replace(" ", "-")) for name in DIARIES}
        for name, (count, days) in DIARIES.items():
            write_episodes(folders[name], count, days, APART, today)
        rows = [row for name, program in PROGRAMS.items() for row in _measured(name, program, folders)]
    return table(("program", "what", "diary", "median", f"÷ {ALONE}", "at most"), rows)


def _measured(name: str, program: Sequence[str], folders: Mapping[str, Path]) -> list[tuple[str, ...]]:
    rows = []
    for said, command in (("plan", ("plan",)), ("walk", ("walk", "90"))):
        runs = {diary: on(folder, *command, program=program) for diary, folder in folders.items()}
        walls = {diary: one.wall for diary, one in measured(runs, ROUNDS).items()}
        rows += _rows(name, said, walls)
    starts = in_turns(
        {diary: partial(start, ours(f, diary, program)) for diary, f in folders.items()}, ROUNDS
    )
    return rows + _rows(
        name, "window", {diary: median(s.seconds for s in all_) for diary, all_ in starts.items()}
    )


def _rows(program: str, said: str, seconds: Mapping[str, float]) -> list[tuple[str, ...]]:
    least = seconds[ALONE]
    return [
        (program, said, diary, f"{1000 * one:.0f} ms", f"{one / least:.2f}", _most(said, diary))
        for diary, one in seconds.items()
    ]


def _most(said: str, diary: str) -> str:
    return f"{MOST[said]:.2f}" if DIARIES[diary][0] > 1 else ""
