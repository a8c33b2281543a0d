"""Instructions under cachegrind: they repeat to the per mille, so they are the gate (3 % slack)."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tools.bench import driving
from tools.bench.diaries import a_copy
from tools.bench.measuring import COUNTING, ENVIRON, PYTHON, WHEEL, cost_of, counted, instructions, table
from tools.bench.rivals import Rival, hello
from tools.bench.windows import QUIT, ours

KEPT: Final = Path(__file__).with_name("counts.json")
"""The ratios that were reached, by name."""
SLACK: Final = 1.03
COUNTED: Final = ("empty", "182 days", "10 years")
COMMANDS: Final = {"note": ("note", "a word"), "plan": ("plan",), "walk 10": ("walk", "10")}
PLAN: Final = COMMANDS["plan"]
SETTLES = 3.0
"""Seconds of quiet that tell that a window under cachegrind is ready; it is some forty times as slow."""


def _window(rival: Rival) -> float:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        command = [*COUNTING, f"--log-file={log}", *rival.program]
        with driving.Driven(command, ENVIRON) as driven:
            driven.until(rival.ready)
            driven.settle(SETTLES)
            driven.leave(QUIT)
        return counted(log)


class Count(NamedTuple):
    """Instructions of one thing."""

    millions: float
    ratio: float
    """To those of the smallest program of its kind."""


def count(folders: Mapping[str, Path]) -> dict[str, Count]:
    """Count everything as it is installed, on an ordinary day; names end in what they are compared with."""
    nothing, least = instructions((PYTHON, "-c", "pass")), _window(hello())
    bare = instructions((str(Path(*WHEEL).with_name("python")), "-c", "pass"))
    found = {
        "`python -c pass`": Count(nothing, 1),
        "`python -c pass`, where it is installed ÷ pass": Count(bare, bare / nothing),
        "hello": Count(least, 1),
    }
    for name in COUNTED:
        for said, command in COMMANDS.items():
            with a_copy(folders[name]) as copy:
                cost_of(ours_on(copy, command))
                millions = instructions(ours_on(copy, command))
            found[f"`{said}`, {name} ÷ pass"] = Count(millions, millions / nothing)
        with a_copy(folders[name]) as copy:
            cost_of(ours_on(copy, PLAN))
            millions = _window(ours(copy, name, WHEEL))
        found[f"window, {name} ÷ hello"] = Count(millions, millions / least)
    with a_copy(folders["182 days"]) as copy:
        millions = instructions(ours_on(copy, PLAN))
    found["`plan`, 182 days, the first time ÷ pass"] = Count(millions, millions / nothing)
    return found


def ours_on(folder: Path, command: Sequence[str]) -> list[str]:
    """Give what is run: on an ordinary day it has been run before, so what the machine remembers is there."""
    return [*WHEEL, *command, "--data-dir", str(folder), "--lang", "en"]


def too_many(found: Mapping[str, Count]) -> dict[str, float]:
    """Name what costs more than was reached before, with what that was."""
    before: dict[str, float] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return {
        name: before[name] for name, one in found.items() if one.ratio > before.get(name, one.ratio) * SLACK
    }


def counts_table(found: Mapping[str, Count]) -> str:
    """Write the counts as a table."""
    over = too_many(found)
    rows = [
        (name, f"{one.millions:.0f}", f"{one.ratio:.2f}", f"over {over[name]:.2f}" if name in over else "")
        for name, one in found.items()
    ]
    return table(("instructions", "million", "ratio", ""), rows)


def keep(found: Mapping[str, Count]) -> None:
    """Let these ratios be what is demanded from now on."""
    ratios = {name: round(one.ratio, 2) for name, one in found.items()}
    KEPT.write_text(json.dumps(ratios, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
