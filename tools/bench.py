"""What the engine costs: replays of 182 days, beside an empty Python (make bench).

Milliseconds are information; the ratio to `python -c pass`, taken in the same run, is what can be compared.
"""

import subprocess
import sys
import time
from datetime import timedelta
from statistics import median

from ryggkompis.domain.history import History
from ryggkompis.domain.plan import plan_of, steps
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

DAYS = 182
RUNS = 9


def seconds(run: object) -> float:
    """Time one run."""
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


def nothing() -> None:
    """Start a Python that does nothing."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)


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


if __name__ == "__main__":
    main()
