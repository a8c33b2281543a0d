"""One seed, one story: moves as the dice fall, and every promise looked at after each."""

from itertools import count
from pathlib import Path

from tests.torture.moves import MOVES, to_import
from tests.torture.world import KILLED, World


def live(folder: Path, seed: int, steps: int) -> list[str]:
    """Do ``steps`` moves and give what was done.

    Raises:
        Broken: when a promise does not hold, with all that was done and how it is replayed.

    """
    world = World(folder, seed)
    with world.replayed(f"make torture SEED={seed} STEPS={steps}"):
        for _step in range(steps):
            (move,) = world.dice.choices(list(MOVES), list(MOVES.values()))
            move(world, world.dice.choice(world.devices))
            world.check()
    return world.told


def kill_imports(folder: Path, seed: int, every: int = 1) -> int:
    """Kill an import at each (or ``every`` so many) change on the disk, and import again; give the last one.

    Raises:
        Broken: when something is lost, or there twice.

    """
    for dies_at in count(1, every):
        world = World(folder / f"{dies_at}", seed)
        device = world.devices[0]
        with world.replayed(f"an import that dies at its change {dies_at}, seed {seed}"):
            words = to_import(world)
            ran = world.run(device, "import", "m.json", dies_at=dies_at)
            world.check()
            assert ran.status == KILLED or device.ids().keys() >= set(words), ran
            assert world.run(device, "import", "m.json").status == 0
            device.said(*words)
            world.check()
        if ran.status != KILLED:
            return dies_at - every
    raise AssertionError
