"""Instructions under cachegrind: they repeat to the per mille, so they are the gate (3 % slack)."""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from tools.bench import driving
from tools.bench.diaries import a_copy
from tools.bench.measuring import COUNTING, ENVIRON, OURS, PYTHON, cost_of, counted, instructions, table
from tools.bench.rivals import Rival, hello
from tools.bench.windows import QUIT, ours

T = TypeVar("T")
KEPT: Final = Path(__file__).with_name("counts.json")
"""The ratios that were reached, by name."""
SLACK: Final = 1.03
COUNTED: Final = ("empty", "182 days", "10 years")
COMMANDS: Final = {"note": ("note", "a word"), "plan": ("plan",), "walk 10": ("walk", "10")}
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
    """Count everything once; the names end in what they are compared with."""
    nothing, least = instructions((PYTHON, "-c", "pass")), _window(hello())
    found = {"`python -c pass`": Count(nothing, 1), "hello": Count(least, 1)}
    for name in COUNTED:
        for said, command in COMMANDS.items():
            _on_a_copy(folders[name], command, cost_of)  # so that all is compiled
            millions = _on_a_copy(folders[name], command, instructions)
            found[f"`{said}`, {name} ÷ pass"] = Count(millions, millions / nothing)
        millions = _window(ours(folders[name], name))
        found[f"window, {name} ÷ hello"] = Count(millions, millions / least)
    return found


def _on_a_copy(folder: Path, command: Sequence[str], run: Callable[[Sequence[str]], T]) -> T:
    with a_copy(folder) as copy:
        return run([*OURS, *command, "--data-dir", str(copy), "--lang", "en"])


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
