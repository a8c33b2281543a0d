"""A disk that is really full: what was saved is whole, what was not is said, and room makes it work again."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import PROGRAM
from tests.store.namespaces import CAN_MOUNT, on_a_disk

pytestmark = pytest.mark.skipif(not CAN_MOUNT, reason="only a namespace of one's own can mount a small disk")


@pytest.mark.parametrize("size", ["120k", "300k"])
def test_a_full_disk_loses_nothing_and_works_again_when_there_is_room(tmp_path: Path, size: str) -> None:
    ran = on_a_disk(
        tmp_path, f"-t tmpfs -o size={size} none", [sys.executable, "-m", "tests.store.full_disk", "fill"]
    )
    assert ran.returncode == 0, ran.stderr
    saved, refused = map(int, ran.stdout.split())
    assert saved > 10
    assert refused > 5


def test_a_lock_without_room_does_not_begin(tmp_path: Path) -> None:
    on_small = [sys.executable, "-m", "tests.store.full_disk", "lock"]
    ran = on_a_disk(tmp_path, "-t tmpfs -o size=600k none", on_small)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "1 0"


def test_a_full_disk_is_said_on_the_command_line(tmp_path: Path) -> None:
    script = (
        f"dd if=/dev/zero of={tmp_path}/x bs=1k count=100 2>/dev/null;"
        f"{' '.join(PROGRAM)} --lang en --data-dir {tmp_path}/home note nothing"
    )
    ran = on_a_disk(tmp_path, "-t tmpfs -o size=40k none", ["sh", "-c", script])
    assert ran.returncode == 3
    assert "no room left" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_read_only_disk_is_read_and_refuses_in_words(tmp_path: Path) -> None:
    program = [*PROGRAM, "--lang", "en", "--data-dir", str(tmp_path / "home")]
    subprocess.run([*program, "note", "before"], check=True, capture_output=True)
    mine = " ".join(program)
    script = f"mount -o remount,ro,bind {tmp_path}; {mine} note after; echo $?; {mine} log"
    ran = on_a_disk(tmp_path, f"--bind {tmp_path}", ["sh", "-c", script])
    assert ran.stdout.startswith("3\n")
    assert "before" in ran.stdout
    assert "read-only" in ran.stderr
