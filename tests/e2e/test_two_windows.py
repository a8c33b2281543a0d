"""Two windows on one journal: what the other wrote is named, and never taken back unasked."""

import json
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e


def test_undo_asks_before_it_takes_what_another_window_wrote(opened: Open, run: Callable[..., str]) -> None:
    run("visit", "--next", "2030-03-20")
    with opened("--lang", "en") as mine, opened("--lang", "en") as theirs:
        mine.until("Walk 1")
        theirs.until("Walk 1")
        theirs.press("o")
        theirs.until("Changed position: logged")
        mine.until("1 change logged")

        mine.press("u" * 30)
        mine.until("Changed position", "another window", "Take it back?")
        mine.press("escape")
        mine.until("1 change logged", gone="Take it back?")
        assert [entry["kind"] for entry in json.loads(run("log", "--json"))["entries"]].count(
            "position_change"
        ) == 1

        theirs.press("u")
        theirs.until("Taken back: Changed position")
        mine.until("logs one")
        theirs.press("U")
        theirs.until("Brought back: Changed position")
        mine.until("1 change logged")
