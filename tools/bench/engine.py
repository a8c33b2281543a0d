"""What the engine, the lock and the pictures cost inside one process, beside an empty Python."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from statistics import median

from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import plan_day, plan_of, steps
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.today.state import State
from ryggkompis.pictures.picture import Size
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import Lens
from ryggkompis.store.codec import encode
from ryggkompis.store.places import Places
from ryggkompis.store.sealing import new_identity, seal_all, set_passphrase
from ryggkompis.store.store import Store
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tools.bench.measuring import table

DAYS = 182
RUNS = 9
LONG = 3650
"""Days of the longest diary that is drawn."""
SIZE = Size(80, 24)
BUDGETS = {DAYS: 15.0, LONG: 60.0}
"""Milliseconds for one picture of so many days."""

LOCK_ONCE, LOCK_EACH = 2.0, 0.010
"""Seconds that locking may take, and that a save may take longer for it."""
LOCK_RUNS = 3


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
    return State(day, history, history, plan, gate_on(day, history, red_flags()), catalogue(), red_flags())


def pictures(days: int) -> Iterator[tuple[str, float]]:
    """Time every picture of ``days`` days: the first drawing of a kind is not counted."""
    state = state_of(days)
    lens = Lens(Period(DAY_0, state.day), state.day, band=True)
    for view in VIEWS:
        if view.draw:
            draw = partial(view.draw, state, lens, SIZE)
            draw()
            yield view.name, median(seconds(draw) for _ in range(RUNS))


def lock_seconds() -> tuple[float, float, float]:
    """Time locking half a year, and saving one entry with the lock and without; medians."""
    patient = Patient.at_level(4, days=DAYS)
    lines = [encode(entry) for entry in patient.entries]
    with tempfile.TemporaryDirectory() as folder:
        places = Places.find(folder, {})
        store = Store(places)
        store.put(lines)
        spare = iter(range(10_000))

        def save() -> None:
            store.put([{**lines[-1], "id": f"SPARE{next(spare)}"}])

        def lock() -> None:
            set_passphrase(places, store.seal, new_identity(), "tre gule støvler")
            seal_all(places, store.seal)

        save()
        plain = median(seconds(save) for _ in range(RUNS))
        # How hard guessing is made is for age to choose, each time anew.
        locking = min(seconds(lock) for _ in range(LOCK_RUNS))
        save()
        return locking, median(seconds(save) for _ in range(RUNS)), plain


def lock_rows(empty: float) -> Iterator[tuple[str, str, str]]:
    """Say what the lock costs: at most 2 s once, and 10 ms an entry."""
    locking, sealed, plain = lock_seconds()
    more = sealed - plain
    once = "" if locking <= LOCK_ONCE else f" (over {LOCK_ONCE:.0f} s)"
    each = "" if more <= LOCK_EACH else f" (over {1000 * LOCK_EACH:.0f} ms)"
    yield f"lock {DAYS} days", f"{1000 * locking:.0f} ms{once}", f"{locking / empty:.1f}"
    yield "one entry more, with the lock on", f"{1000 * more:+.1f} ms{each}", f"{more / empty:.2f}"


def engine() -> str:
    """Measure in turns; give a table of medians."""
    patient = Patient.at_level(4, days=DAYS)
    history = History.of(patient.entries)
    last = DAY_0 + timedelta(days=DAYS - 1)

    def replay() -> None:
        for step in steps(last, history, catalogue(), red_flags()):
            plan_of(step)

    replay()
    found = [(seconds(replay), seconds(nothing)) for _ in range(RUNS)]
    taken, empty = median(e for e, _ in found), median(n for _, n in found)
    rows = [
        ("`python -c pass`", f"{1000 * empty:.1f} ms", "1.0"),
        (f"{DAYS} days of plans", f"{1000 * taken:.1f} ms", f"{taken / empty:.2f}"),
        *lock_rows(empty),
    ]
    for days, budget in BUDGETS.items():
        for name, taken in pictures(days):
            within = "" if 1000 * taken <= budget else f" (over {budget:.0f} ms)"
            rows.append(
                (f"{name}, {days} days at 80×24", f"{1000 * taken:.1f} ms{within}", f"{taken / empty:.2f}")
            )
    return table(("within one process", "median", "÷ pass"), rows)
