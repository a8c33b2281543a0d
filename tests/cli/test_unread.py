"""Whatever hides a yes: no command shows an exercise before the whole list of that day is answered.

The whole product of damage and answers is in ``tests/services/test_unread.py``; here every way goes once
through everything that the shell can show of a plan.
"""

import json
import random
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.store.errors import Sealed
from tests.cli.conftest import Ran, Shell, StandingClock
from tests.cli.test_lines import lines, place
from tests.unreadable import AGES, TODAY, WAYS, LastShown, Way, lived, spoil

NOW: Final = StandingClock(datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC), "UTC")
YES: Final = AGES["a season ago"]
EXERCISE: Final = re.compile(r"\bE\d\d\b")
SHOWS: Final = (
    (),
    ("plan",),
    ("plan", "--why"),
    ("plan", "--from", str(TODAY)),
    ("plan", "--json"),
    ("exercises",),
    ("exercises", "--json"),
    ("sheet", "plan.html", "--force"),
    ("reminders", "plan.ics"),
    ("checkin", "--leg", "1", "--nothing-new"),
    ("walk", "5"),
)
"""All that shows something of a plan, or could."""


def everything(said: Ran) -> str:
    """All that one can read of it, in files that it wrote too."""
    return said.out + said.err + "".join(path.read_text("utf-8") for path in Path().glob("plan.*"))


def in_lines(shell: Shell) -> str:
    """Ask for the plan in plain lines."""
    with suppress(Sealed):
        return everything(lines(shell, place("Today's plan, and why")))
    said = shell.capsys.readouterr()
    return said.out + said.err


@pytest.fixture
def damaged(shell: Shell, way: Way, last: LastShown) -> Shell:
    lived(shell.home, ("CES1", "yes"), last, YES)
    spoil(shell.home, YES, way, random.Random(7))
    shell.clock = NOW
    return shell


@pytest.mark.parametrize("last", ["held", "open"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_command_shows_an_exercise_before_the_list_and_none_after_a_hold(
    damaged: Shell, way: Way, last: LastShown
) -> None:
    for command in SHOWS:
        said = damaged(*command)
        assert EXERCISE.findall(everything(said)) == [], (way.__name__, command)
        if command[:1] in {(), ("plan",), ("sheet",)}:
            assert said.status != 0, (way.__name__, command)
    assert EXERCISE.findall(in_lines(damaged)) == [], way.__name__
    facts = damaged("plan", "--json").out
    assert not facts or json.loads(facts)["held"]
    after = damaged("checkin", "--flags", "none")
    if last == "held":
        for command in SHOWS:
            assert EXERCISE.findall(everything(damaged(*command))) == [], (way.__name__, command)
    elif after.status == 0:
        assert EXERCISE.findall(damaged("plan").out), "all no opens that day's plan"


@pytest.mark.parametrize("last", ["open"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_report_calls_it_quiet(damaged: Shell, way: Way, last: LastShown) -> None:
    for name in ("r.md", "r.html", "r.txt", "r.json", "r.csv", "r.fhir.json"):
        said = damaged("report", name, "--from", "2026-07-01", "--to", str(TODAY))
        if not Path(name).exists():
            continue
        text = Path(name).read_text("utf-8")
        assert said.status in {0, 3}
        assert "Nothing was answered with yes or unsure" not in text, (way.__name__, last, name)
        assert "always answered with no" not in text
