"""The one file of ``make executable``: a whole day with nothing else, no Python and no folder of ours."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.e2e.steps import FIRST_RUN, take
from tests.e2e.terminal import Terminal
from tests.needs import DEMANDS
from tools.executable.__main__ import PROGRAM

pytestmark = pytest.mark.e2e
LARGEST = 100_000_000
"""Bytes; half of it is the typesetter."""
PASSPHRASE = "tre gule støvler"
DAY = (
    ("profile --onset 2026-01-01 --tolerance 10 --exclusions none", "Saved: About you"),
    ("checkin --leg 2 --back 1 --site thigh --morning same --flags none", "Saved: Check-in: leg 2"),
    ("plan --why", "walk"),
    ("walk 5 --peak 2 --settled 0", "Saved: Walk: 5"),
    ("did E01 --response same", "Saved: Exercise"),
    ("moved", "Saved: Changed position"),
    ("evening --leg 2 --back 1", "Saved: Evening"),
    ("undo", "Taken back: Evening"),
    ("report day.pdf --without notes", "Written: day.pdf"),
    ("sheet wall.pdf", "Written: wall.pdf"),
    ("progress --view pain --svg pain.svg", "Written"),
    ("reminders day.ics", "Written"),
    ("backup day.zip", "day.zip"),
    ("doctor", "Nothing is wrong"),
    ("lock --recovery recovery.txt", "The diary is locked"),
    ("plan", "Suggested for the day"),
    ("unlock", "The diary is open"),
    ("erase --everything --yes", "Erased"),
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """What a machine without Python has."""
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    return {
        "HOME": str(tmp_path),
        "RYGGKOMPIS_HOME": str(tmp_path / "home"),
        "RYGGKOMPIS_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "LANG": "en_GB.UTF-8",
        "TERM": "xterm-256color",
        "TMPDIR": str(tmp_path / "unpacked"),
    }


@pytest.fixture
def run(environ: dict[str, str], tmp_path: Path) -> Callable[[str], str]:
    """Carry out one line, and give all that it told."""

    def run_(line: str) -> str:
        ran = subprocess.run(
            [PROGRAM, *line.split()], env=environ, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout + ran.stderr

    return run_


@pytest.fixture(autouse=True)
def built(tmp_path: Path) -> Iterator[None]:
    """Leave these tests out where the file was not made; what it unpacks is gone afterwards."""
    if not PROGRAM.exists():
        reason = "make executable makes the file that these tests start"
        pytest.fail(reason, pytrace=False) if DEMANDS else pytest.skip(reason)
    (tmp_path / "unpacked").mkdir()
    yield
    assert list((tmp_path / "unpacked").iterdir()) == []


def test_a_whole_day(run: Callable[[str], str], tmp_path: Path) -> None:
    for line, words in DAY:
        assert words in run(line), line
    for name, begins in (("day.pdf", b"%PDF"), ("wall.pdf", b"%PDF"), ("pain.svg", b"<svg")):
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_the_window_opens_and_the_first_questions_are_asked(environ: dict[str, str], tmp_path: Path) -> None:
    with Terminal([str(PROGRAM)], environ, cwd=tmp_path) as terminal:
        take(terminal, FIRST_RUN)
        terminal.until("1 Today", "Left today")
        terminal.press("ctrl+q")
        assert terminal.left() == 0


def test_a_look_around(environ: dict[str, str], tmp_path: Path) -> None:
    with Terminal([str(PROGRAM), "demo"], environ, cwd=tmp_path) as terminal:
        terminal.until("1 Today", "week 12")
        terminal.press("2")
        terminal.until("Pain")
        terminal.press("ctrl+q")
        assert terminal.left() == 0


def test_it_is_not_too_large_to_be_given_away_and_says_what_is_in_it() -> None:
    assert PROGRAM.stat().st_size < LARGEST
    text = PROGRAM.with_name("ryggkompis.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert {"cpython", "typst", "pyrage", "textual"} <= {
        one["name"] for one in json.loads(text)["components"]
    }
