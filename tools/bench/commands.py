"""Whole commands: time, processor time and memory, beside a Python that does nothing and beside jrnl."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tools.bench.diaries import DIARIES, a_copy
from tools.bench.measuring import ENVIRON, OURS, PYTHON, Cost, cost_of, in_turns, memory_of, middle, table
from tools.bench.rivals import FOLDER, JRNL, installed

ROUNDS = 7
REPORT_ROUNDS = 3
DAILY = {"plan": ("plan",), "walk 10": ("walk", "10"), "note": ("note", "a word"), "log": ("log",)}
REPORTS = ("pdf", "html", "json")


class Whole(NamedTuple):
    """One command as a process of its own."""

    words: Sequence[str]
    environ: Mapping[str, str] = ENVIRON
    before: Callable[[], object] | None = None
    """What makes it ready to be run, and is not measured."""

    def cost(self) -> Cost:
        """Run it, and give its times."""
        if self.before:
            self.before()
        return cost_of(self.words, self.environ)

    def memory(self) -> int:
        """Run it, and give its memory in KiB."""
        if self.before:
            self.before()
        return memory_of(self.words, self.environ)


class Measured(NamedTuple):
    """Medians of one command."""

    wall: float
    cpu: float
    memory: int


PASS = "`python -c pass`"
NOTHING = Whole((PYTHON, "-c", "pass"))


def on(
    folder: Path,
    *command: str,
    before: Callable[[], object] | None = None,
    program: Sequence[str] = OURS,
) -> Whole:
    """Give one of our commands on a diary."""
    return Whole([*program, *command, "--data-dir", str(folder), "--lang", "en"], before=before)


def measured(runs: Mapping[str, Whole], rounds: int) -> dict[str, Measured]:
    """Run all in turns for their times, and each once for its memory."""
    found = in_turns({name: run.cost for name, run in runs.items()}, rounds)
    return {name: Measured(*middle(costs), runs[name].memory()) for name, costs in found.items()}


def _rows(found: Mapping[str, Measured]) -> str:
    least = found[PASS]
    rows = [
        (
            name,
            f"{1000 * one.wall:.0f} ms",
            f"{one.wall / least.wall:.1f}",
            f"{one.cpu / least.cpu:.1f}",
            f"{one.memory / 1024:.0f} MB",
            f"{one.memory / least.memory:.1f}",
        )
        for name, one in found.items()
    ]
    return table(("whole process", "median", "÷ pass", "CPU ÷ pass", "memory", "÷ pass"), rows)


def daily(folders: Mapping[str, Path]) -> tuple[str, str]:
    """Measure what is done every day, in turns; give the table, and how it grows."""
    with ExitStack() as kept:
        copies = {name: kept.enter_context(a_copy(folder)) for name, folder in folders.items()}
        runs = {PASS: NOTHING}
        for said, command in DAILY.items():
            runs |= {f"`{said}`, {name}": on(copy, *command) for name, copy in copies.items()}
        runs |= _jrnl()
        found = measured(runs, ROUNDS)
    return _rows(found), _growth(found)


def _jrnl() -> dict[str, Whole]:
    """Give the nearest rival in the shell, with no entries and with 3,650."""
    if not installed([JRNL]):
        return {}
    runs = {}
    for name, count in (("empty", 0), ("10 years", 3650)):
        journal = FOLDER / f"jrnl-{count}.txt"
        days = (f"[20{15 + n // 365:02}-{n // 31 % 12 + 1:02}-{n % 28 + 1:02} 09:00] Walked ten minutes.\n\n"
                for n in range(count))  # fmt: skip
        journal.write_text("".join(days), encoding="utf-8")
        config = FOLDER / f"jrnl-{count}.yaml"
        config.write_text(f"version: v4.6\njournals:\n  default:\n    journal: {journal}\n", encoding="utf-8")
        program = [*JRNL.program, "--config-file", str(config)]
        environ = {**ENVIRON, "HOME": str(FOLDER / "home")}
        runs[f"jrnl, one entry, {name}"] = Whole([*program, "Walked", "again."], environ)
        runs[f"jrnl, show today, {name}"] = Whole([*program, "-on", "today"], environ)
    return runs


def _growth(found: Mapping[str, Measured]) -> str:
    """Draw the processor time of each command against the years, as a multiple of the empty journal's."""
    lines = []
    for said in DAILY:
        empty = found[f"`{said}`, empty"].cpu
        lines.append(said)
        for name, days in DIARIES.items():
            times = found[f"`{said}`, {name}"].cpu / empty
            lines.append(f"  {days / 365:4.1f} years  {'█' * round(4 * times)} {times:.2f}")
    return "```text\n" + "\n".join(lines) + "\n```"


def reports(folders: Mapping[str, Path]) -> str:
    """Measure each kind of report, and taking in ten years."""
    with tempfile.TemporaryDirectory() as made:
        runs = {PASS: NOTHING}
        for name in ("182 days", "10 years"):
            for ending in REPORTS:
                file = str(Path(made, f"r.{ending}"))
                runs[f"`report` .{ending}, {name}"] = on(folders[name], "report", file, "--force")
        copy = Path(made, "ten.zip")
        subprocess.run(
            [*OURS, "backup", str(copy), "--data-dir", str(folders["10 years"])], check=True, env=ENVIRON,
            capture_output=True,
        )  # fmt: skip
        new = Path(made, "new")

        clear = partial(shutil.rmtree, new, ignore_errors=True)
        runs["`import` of ten years"] = on(new, "import", str(copy), before=clear)
        return _rows(measured(runs, REPORT_ROUNDS))
