"""Ten years in eight episodes beside the last of them alone: what is over is not to cost anything."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from ryggkompis.domain.base.days import logical_day
from tests.invented import write_episodes
from tools.bench.commands import ROUNDS, on
from tools.bench.measuring import OURS, WHEEL, Cost, in_turns, table
from tools.bench.windows import Started, ours, start

ALONE: Final = "this episode"
DIARIES: Final = {ALONE: (1, 110), "10 years, 8 episodes": (8, 110), "2 years in one": (1, 730)}
"""Name to the number of episodes and the days of each."""
APART: Final = 500
"""Days from the start of one episode to that of the next."""
BAR: Final = "▇"
LENGTH: Final = 20
PROGRAMS: Final = {"checkout": OURS, "wheel": WHEEL}
MOST: Final = {"plan": 1.3, "walk": 1.3, "window": 1.15}
"""What ten years may cost, as a multiple of the last episode alone."""


def episodes() -> str:
    """Measure a plan, the start of the window, and a walk that is more than planned, in both programs."""
    rows = [row for name, program in PROGRAMS.items() for row in _measured(name, program)]
    told = table(("program", "what", "diary", "median", f"÷ {ALONE}", "CPU ÷", "at most"), rows)
    return f"{told}\n\n{_drawn(rows)}"


def _drawn(rows: Sequence[tuple[str, ...]]) -> str:
    """Draw the time of processor as bars, as long as that of this episode alone is twenty."""
    bars = (
        f"{program:<8} {said:<6} {diary:<20} {BAR * round(LENGTH * float(cpu))} {cpu}"
        for program, said, diary, _median, _ratio, cpu, _most in rows
    )
    return "\n".join(("```text", *bars, "```"))


def _measured(name: str, program: Sequence[str]) -> list[tuple[str, ...]]:
    now = datetime.now(UTC).astimezone()  # noqa: TID251 - the programs have the real clock
    yesterday = logical_day(now) - timedelta(days=1)
    with tempfile.TemporaryDirectory() as made:
        folders = {diary: Path(made, diary.replace(" ", "-")) for diary in DIARIES}
        for diary, (count, days) in DIARIES.items():
            write_episodes(folders[diary], count, days, APART, yesterday)
        plan = {diary: on(folder, "plan", program=program).cost for diary, folder in folders.items()}
        window = {diary: partial(start, ours(folder, diary, program)) for diary, folder in folders.items()}
        # Last: what is walked is no more left today, which is what the start of the window waits for.
        walk = {diary: on(folder, "walk", "90", program=program).cost for diary, folder in folders.items()}
        return [
            *_rows(name, "plan", in_turns(plan, ROUNDS)),
            *_rows(name, "window", in_turns(window, ROUNDS)),
            *_rows(name, "walk", in_turns(walk, ROUNDS)),
        ]


def _rows(
    program: str, said: str, found: Mapping[str, Sequence[Cost | Started]]
) -> Iterator[tuple[str, ...]]:
    middles = {
        diary: (median(one[0] for one in runs), median(one[1] for one in runs))
        for diary, runs in found.items()
    }
    least = middles[ALONE]
    for diary, (seconds, cpu) in middles.items():
        most = f"{MOST[said]:.2f}" if DIARIES[diary][0] > 1 else ""
        ratios = (f"{seconds / least[0]:.2f}", f"{cpu / least[1]:.2f}")
        yield program, said, diary, f"{1000 * seconds:.0f} ms", *ratios, most
