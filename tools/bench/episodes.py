"""Ten years in eight episodes beside the last of them alone: what is over is not to cost anything."""

import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from tests.invented import write_episodes
from tools.bench.commands import ROUNDS, Measured, measured, on
from tools.bench.measuring import in_turns, table
from tools.bench.windows import Started, ours, start

ALONE: Final = "this episode"
DIARIES: Final = {ALONE: (1, 110), "10 years, 8 episodes": (8, 110), "2 years in one": (1, 730)}
"""Name to the number of episodes and the days of each."""
APART: Final = 500
"""Days from the start of one episode to that of the next."""
MOST: Final = {"plan": 1.3, "walk": 1.3, "window": 1.15}
"""What ten years may cost, as a multiple of the last episode alone."""


def episodes() -> str:
    """Measure a plan, a walk that is more than planned, and the start of the window."""
    today = datetime.now(UTC).astimezone().date()  # noqa: TID251 - the programs have the real clock
    with tempfile.TemporaryDirectory() as made:
        folders = {name: Path(made, name.replace(" ", "-")) for name in DIARIES}
        for name, (count, days) in DIARIES.items():
            write_episodes(folders[name], count, days, APART, today)
        rows = []
        for said, command in (("plan", ("plan",)), ("walk", ("walk", "90"))):
            runs = {name: on(folder, *command) for name, folder in folders.items()}
            rows += _commands(said, measured(runs, ROUNDS))
        starts = in_turns({name: partial(start, ours(f, name)) for name, f in folders.items()}, ROUNDS)
        windows = {name: Started(*map(median, zip(*runs, strict=True))) for name, runs in starts.items()}
        least = windows[ALONE].seconds
        rows += [_row("window", name, one.seconds, one.seconds / least) for name, one in windows.items()]
    return table(("what", "diary", "median", f"÷ {ALONE}", "at most"), rows)


def _commands(said: str, found: dict[str, Measured]) -> list[tuple[str, ...]]:
    least = found[ALONE].wall
    return [_row(said, name, one.wall, one.wall / least) for name, one in found.items()]


def _row(said: str, name: str, seconds: float, ratio: float) -> tuple[str, ...]:
    most = f"{MOST[said]:.2f}" if DIARIES[name][0] > 1 else ""
    return said, name, f"{1000 * seconds:.0f} ms", f"{ratio:.2f}", most
