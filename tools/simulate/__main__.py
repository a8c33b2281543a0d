"""Live many made-up patients with the plan and hold them against the bar (make simulate).

It says how the rules behave, not how people do: the patients are dice. The exit status is the bar.
"""

import argparse
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.simulate.bar import failed
from tools.simulate.kinds import BY_NAME, KINDS, Dice
from tools.simulate.page import page, row
from tools.simulate.patient import Course, Patient

PAGE = Path(__file__).resolve().parents[2] / "docs" / "simulation.md"
FULL = 500
"""Patients of each kind that the page is made of; fewer only print."""
CHUNK = 10


def live(name: str, seeds: range) -> list[Course]:
    """Live some patients of one kind."""
    courses = []
    for seed in seeds:
        patient = Patient(BY_NAME[name], Dice(BY_NAME[name], seed))
        patient.live()
        courses.append(patient.course())
    return courses


def lived(names: list[str], each: int) -> Iterator[tuple[str, list[Course]]]:
    """Live ``each`` patients of every kind, on all processors."""
    chunks = [range(n, min(n + CHUNK, each)) for n in range(0, each, CHUNK)]
    with ProcessPoolExecutor() as pool:
        jobs = {name: [pool.submit(live, name, seeds) for seeds in chunks] for name in names}
        for name in names:
            yield name, [course for job in jobs[name] for course in job.result()]


def main() -> int:
    """Live everybody, print what happened, and tell whether the bar holds."""
    parser = argparse.ArgumentParser(prog="python -m tools.simulate", description=__doc__)
    parser.add_argument("--each", type=int, default=FULL, help="patients of each kind")
    parser.add_argument(
        "--kind", action="append", choices=list(BY_NAME), help="only this kind; may be given again"
    )
    parser.add_argument("--page", action="store_true", help="write docs/simulation.md of fewer as well")
    said = parser.parse_args()
    everybody: dict[str, list[Course]] = {}
    misses: list[str] = []
    for name, courses in lived(said.kind or [kind.name for kind in KINDS], said.each):
        print(row(BY_NAME[name], courses), flush=True)
        everybody[name] = courses
        misses += failed(name, courses)
    print(*misses, sep="\n")
    if said.page or (said.each >= FULL and not said.kind):
        PAGE.write_text(page(everybody, misses), encoding="utf-8")
    return 1 if misses else 0


if __name__ == "__main__":
    sys.exit(main())
