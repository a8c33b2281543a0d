"""A memory stick of one's own: a real exFAT disk, which knows no rights, and tells no a from an A."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from tests.store.journals import DAY, shown_ids, store_at
from tests.store.processes import acknowledging_writer, in_process, told
from tests.systems import IS_ROOT

_TOOLS: Final = ("losetup", "mkfs.exfat", "mount.exfat-fuse", "fsck.exfat", "umount")
CAN_PLUG_IN: Final = IS_ROOT and Path("/dev/fuse").exists() and all(map(shutil.which, _TOOLS))
"""Whether this machine lets us: mounting a file as a disk is for root."""
_MEGABYTES: Final = 32
_PATIENCE: Final = 20.0


def a_stick(image: Path) -> Path:
    """Make an empty one, kept in the file ``image``."""
    with image.open("wb") as file:
        file.truncate(_MEGABYTES << 20)
    _ran("mkfs.exfat", str(image))
    return image


@contextmanager
def plugged_in(stick: Path, at: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Have ``stick`` at the folder ``at``; killing its driver pulls it, else it is ejected."""
    at.mkdir(exist_ok=True)
    device = _ran("losetup", "--find", "--show", str(stick)).strip()
    # In the foreground, so that it can be ended as a stick is that is pulled.
    driver = subprocess.Popen(
        ["mount.exfat-fuse", "-d", device, str(at)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + _PATIENCE
        while not at.is_mount():
            assert driver.poll() is None, "it cannot be mounted"
            assert time.monotonic() < deadline, "it is not mounted"
        yield driver
    finally:
        if at.is_mount() or driver.returncode is not None:
            _ran("umount", str(at))
        driver.wait()
        _ran("losetup", "--detach", device)


def _ran(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


class Pulled(NamedTuple):
    """What came of pulling sticks while somebody saved on them."""

    saved: int
    lost: int
    wrong: int
    """Sticks that were not whole afterwards, or journals of which something could not be read."""


def pull(folder: Path, pulls: int, seed: int) -> Pulled:
    """Pull a new stick at a random moment of saving, put it in again, and look; ``pulls`` times.

    What the driver has handed on stays: what a stick forgets that it has taken, nobody can try here.
    """
    dice, all_of_it = Random(seed), Pulled(0, 0, 0)
    for number in range(pulls):
        (place := folder / f"{number}").mkdir()
        one = _pull_one(a_stick(place / "image"), place / "stick", 0.03 + dice.random() / 3)
        all_of_it = Pulled(*map(sum, zip(all_of_it, one, strict=True)))
        shutil.rmtree(place)
    return all_of_it


def _pull_one(stick: Path, at: Path, after: float) -> Pulled:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    with plugged_in(stick, at) as driver:
        process = in_process(acknowledging_writer(at / "home", "P", DAY, writer))
        time.sleep(after)
        driver.kill()
        driver.wait()
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    saved = set(told(reader))
    os.close(reader)
    os.close(writer)
    is_whole = (
        subprocess.run(["fsck.exfat", "-n", str(stick)], capture_output=True, check=False).returncode == 0
    )
    with plugged_in(stick, at):
        reading = store_at(at / "home").read()
    wrong = not is_whole or bool(reading.problems)
    return Pulled(len(saved), len(saved - set(shown_ids(reading))), int(wrong))
