"""What the engine and the pictures cost, beside an empty Python (make bench).

Milliseconds are information; the ratio to `python -c pass`, taken in the same run, is what can be compared.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from statistics import median

from ryggkompis.domain.history import History
from ryggkompis.domain.plan import plan_day, plan_of, steps
from ryggkompis.domain.progress import Period
from ryggkompis.domain.safety import gate_on
from ryggkompis.pictures.picture import Size
from ryggkompis.services.state import State
from ryggkompis.services.views import VIEWS, Lens
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

DAYS = 182
RUNS = 9
LONG = 3650
"""Days of the longest diary that is drawn."""
SIZE = Size(80, 24)
BUDGETS = {DAYS: 15.0, LONG: 60.0}
"""Milliseconds for one picture of so many days."""


def seconds(run: object) -> float:
    """Time one run."""
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


def nothing() -> None:
    """Start a Python that does nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


def state_of(days: int) -> State:
    """Give the course of somebody with a word on every one of ``days``."""
    patient = Patient.at_level(4, days=days)
    history = History.of(patient.entries)
    day = DAY_0 + timedelta(days=days - 1)
    plan = plan_day(day, history, catalogue(), red_flags())
    return State(day, history, plan, gate_on(day, history, red_flags()), catalogue(), red_flags())


def pictures(days: int) -> Iterator[tuple[str, float]]:
    """Time every picture of ``days`` days: the first drawing of a kind is not counted."""
    state = state_of(days)
    lens = Lens(Period(DAY_0, state.day), state.day, band=True)
    for view in VIEWS:
        if view.draw:
            draw = partial(view.draw, state, lens, SIZE)
            draw()
            yield view.name, median(seconds(draw) for _ in range(RUNS))


def main() -> None:
    """Measure in turns, and print medians."""
    patient = Patient.at_level(4, days=DAYS)
    history = History.of(patient.entries)
    last = DAY_0 + timedelta(days=DAYS - 1)

    def replay() -> None:
        for step in steps(last, history, catalogue(), red_flags()):
            plan_of(step, history)

    replay()
    found = [(seconds(replay), seconds(nothing)) for _ in range(RUNS)]
    engine, empty = median(e for e, _ in found), median(n for _, n in found)
    print("| what | median | of `python -c pass` |\n|---|---|---|")
    print(f"| `python -c pass` | {1000 * empty:.1f} ms | 1.0 |")
    print(f"| {DAYS} days of plans | {1000 * engine:.1f} ms | {engine / empty:.2f} |")
    for days, budget in BUDGETS.items():
        for name, taken in pictures(days):
            within = "" if 1000 * taken <= budget else f" (over {budget:.0f} ms)"
            print(f"| {name}, {days} days at 80×24 | {1000 * taken:.1f} ms{within} | {taken / empty:.2f} |")


if __name__ == "__main__":
    main()
