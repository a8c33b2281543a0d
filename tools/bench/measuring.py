"""How it is measured: runs in turns, medians, whole processes, and instructions, which repeat."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter
from typing import NamedTuple, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
OURS = (str(Path(PYTHON).with_name("ryggkompis")),)
"""The program of this checkout."""
WHEEL = (str(ROOT / "build" / "clean" / "bin" / "ryggkompis"),)
"""The program that people install."""
ENVIRON = {
    **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
}
"""The same surroundings for everybody, above all without PYTHONDONTWRITEBYTECODE: it quadruples a start."""
COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


MEMORY = """
import os, resource, sys
null = os.open(os.devnull, os.O_RDWR)
to = [(os.POSIX_SPAWN_DUP2, null, number) for number in range(3)]
os.waitpid(os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=to), 0)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


class Cost(NamedTuple):
    """What one whole process cost, in seconds."""

    wall: float
    cpu: float
    """Of processor time."""


def cost_of(command: Sequence[str], environ: Mapping[str, str] = ENVIRON) -> Cost:
    """Run ``command`` to its end, with nothing on its input and its output thrown away."""
    start = perf_counter()
    run = subprocess.Popen(
        list(command),
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _pid, status, used = os.wait4(run.pid, 0)
    wall = perf_counter() - start
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)} left with {run.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime)


def memory_of(command: Sequence[str], environ: Mapping[str, str] = ENVIRON) -> int:
    """Give the highest resident memory of a whole process, in KiB.

    A child counts as what it was made of until it becomes another program, so a small Python makes it.
    """
    run = subprocess.run(
        [PYTHON, "-S", "-c", MEMORY, *command], env=dict(environ), capture_output=True, check=True
    )
    return int(run.stdout.split()[-1])


def in_turns(runs: Mapping[str, Callable[[], T]], rounds: int) -> dict[str, list[T]]:
    """Run everything once for nothing, then ``rounds`` times: A B C, then C B A, so no one is favoured."""
    for run in runs.values():
        run()
    found: dict[str, list[T]] = {name: [] for name in runs}
    for number in range(rounds):
        for name in list(runs)[:: -1 if number % 2 else 1]:
            found[name].append(runs[name]())
    return found


def middle(costs: Sequence[Cost]) -> Cost:
    """Give the median of each part."""
    return Cost(*(median(part) for part in zip(*costs, strict=True)))


def can_count() -> bool:
    """Tell whether cachegrind is here."""
    return which(COUNTING[0]) is not None


def counted(log: Path) -> float:
    """Read how many million instructions cachegrind counted."""
    found = re.search(r"I\s+refs:\s+([\d,]+)", log.read_text(encoding="utf-8"))
    if found is None:
        sys.exit(f"cachegrind counted nothing: {log.read_text(encoding='utf-8')}")
    return int(found[1].replace(",", "")) / 1e6


def instructions(command: Sequence[str], environ: Mapping[str, str] = ENVIRON) -> float:
    """Count the millions of instructions of a whole process, in user space."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        cost_of([*COUNTING, f"--log-file={log}", *command], environ)
        return counted(log)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
