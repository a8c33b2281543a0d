"""One number on a terminal: the score is on the disk before the safety line is asked; nothing is assumed."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import Terminal
from tests.program import PROGRAM

pytestmark = pytest.mark.e2e


def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "HOME": str(tmp_path), "RYGGKOMPIS_HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
    }  # fmt: skip


def ran(tmp_path: Path, *arguments: str) -> str:
    done = subprocess.run([*PROGRAM, *arguments], env=environ(tmp_path), capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout.decode()


def kinds_of_today(tmp_path: Path) -> list[str]:
    entries: list[dict[str, Any]] = json.loads(ran(tmp_path, "log", "--date", "i dag", "--json"))["entries"]
    return sorted(entry["kind"] for entry in entries)


@pytest.mark.parametrize(
    ("keys", "kept"),
    [(("enter",), ["check_in"]), (("ctrl+c",), ["check_in"]), (("0", "enter"), ["check_in", "gate"])],
)
def test_a_score_is_kept_before_the_safety_line_is_asked(
    tmp_path: Path, keys: tuple[str, ...], kept: list[str]
) -> None:
    ran(tmp_path, "checkin", "3", "--flags", "none", "--date", "-1")
    with Terminal([*PROGRAM, "3"], environ(tmp_path)) as terminal:
        terminal.until("Lagret: Innsjekk: bein 3", "Svar:")
        assert kinds_of_today(tmp_path) == ["check_in"]
        terminal.press(*keys)
        terminal.left()
    assert kinds_of_today(tmp_path) == kept


def test_where_nobody_can_answer_nothing_is_asked(tmp_path: Path) -> None:
    ran(tmp_path, "3")
    assert kinds_of_today(tmp_path) == ["check_in"]


def test_where_the_first_questions_wait_they_are_asked_by_the_command_that_is_named(tmp_path: Path) -> None:
    with Terminal([*PROGRAM, "profile"], environ(tmp_path)) as terminal:
        terminal.until("Norsk (bokmål)", "Svar:")
        terminal.press("ctrl+c")
        terminal.left()
