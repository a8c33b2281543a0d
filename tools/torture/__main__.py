"""Run every torment, or with SEED in the environment one story again."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.store.namespaces import CAN_MOUNT
from tests.store.sticks import CAN_PLUG_IN
from tests.torture.story import live
from tests.torture.world import Broken
from tools.torture import stories, torments
from tools.torture.page import OUT, written
from tools.torture.result import Result

TORMENTS: Final[tuple[Callable[[Path], Result], ...]] = (
    torments.killed_writers,
    torments.killed_programs,
    stories.killed_imports,
    torments.writers_at_once,
    torments.power_cuts,
    torments.faults,
    torments.truncations,
    torments.fuzzed,
    torments.flipped,
    torments.devices,
    torments.left_open,
    *((torments.full_disk,) if CAN_MOUNT else ()),
    *((stories.stick, stories.pulled_stick) if CAN_PLUG_IN else ()),
    stories.stories,
)


def again(seed: int, steps: int) -> int:
    """Tell one story again, and how it ends."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            told = live(Path(folder) / "world", seed, steps)
        except Broken as error:
            print(error)
            return 1
    print(*told, sep="\n")
    return 0


def everything() -> int:
    """Run everything, write the page, and fail where something went wrong."""
    results = []
    start = time.monotonic()
    for torment in TORMENTS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "run").mkdir()
            result = torment(Path(folder) / "run")
        results.append(result)
        print(f"{result} ({time.monotonic() - begun:.0f} s)", flush=True)
    OUT.write_text(written(results, time.monotonic() - start))
    return int(any(one.lost or one.overwritten or one.crashed for one in results))


if __name__ == "__main__":
    seed = os.environ.get("SEED")
    sys.exit(again(int(seed), int(os.environ.get("STEPS") or stories.STEPS)) if seed else everything())
