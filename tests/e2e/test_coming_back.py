"""Half a year after a good end it is back: in the real program, in the window, in lines and in the shell."""

import json
import os
import signal
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary
from ryggkompis.store.store import Store
from tests.e2e.conftest import Open
from tests.e2e.safety import NONE_IN_LINES, none_in_the_window
from tests.e2e.test_lines import PLACES
from tests.tui.screen_text import FixedClock, places
from tests.well_again import HALF_A_YEAR, TODAY, entries_of_one_who_is_well

pytestmark = pytest.mark.e2e
THE_EPISODE = PLACES["This episode: how to go on, or that it is back"]
Run = Callable[..., str]


@pytest.fixture
def ended(tmp_path: Path) -> date:
    """Keep the days of somebody who was well half a year ago, and give the last of them."""
    now = datetime.now(UTC)  # noqa: TID251 - the real program has the real clock
    last = now.date() - timedelta(days=HALF_A_YEAR)
    shift = last - TODAY
    entries = []
    for entry in entries_of_one_who_is_well():
        moved = replace(entry, day=entry.day + shift, at=entry.at + shift)
        onset = moved.onset + shift if isinstance(moved, Profile) and moved.onset else None
        entries.append(replace(moved, onset=onset) if isinstance(moved, Profile) else moved)
    Diary(Store(places(tmp_path / "home")), Today(FixedClock(now))).add(*entries)
    return last


def episodes(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("episode", "--json"))["episodes"]
    return found


def test_in_the_shell(run: Run, ended: date) -> None:
    on = ("--date", str(ended), "--lang", "en")
    assert "You have kept well for a month." in run("plan", *on)
    assert "What you have reached" in run("episode", *on)
    run("episode", "end", "--how", "well", *on)
    assert "This episode is closed." in run("plan", "--lang", "en")
    run("episode", "new", "--flags", "none", "--tolerance", "10", "--walks", "15")
    plan = json.loads(run("plan", "--json"))
    assert (plan["episode"]["closed"], 0 < plan["walk_minutes"] <= 18) == (False, True)
    assert [one["closed"] for one in episodes(run)] == [True, False]


def test_in_the_window(run: Run, ended: date, opened: Open) -> None:
    run("episode", "end", "--how", "well", "--date", str(ended))
    with opened() as terminal:
        terminal.until("This episode is closed.", "Is it back?")
        terminal.press("a")
        none_in_the_window(terminal)
        terminal.until("Is this a new episode")
        terminal.press("1")
        for words, *keys in (
            ("When did it begin", "1"),
            ("Which leg", "2"),
            ("before the leg says stop", "10", "enter"),
            ("ordinary day", "15", "enter"),
            ("1 of 3", "enter"),
            ("2 of 3", "enter"),
            ("3 of 3", "enter"),
        ):
            terminal.until(words)
            terminal.press(*keys)
        terminal.until("week 1", "Walk 1")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
    assert [one["closed"] for one in episodes(run)] == [True, False]


def test_killed_between_two_answers_the_list_is_kept_and_nothing_is_begun(
    run: Run, ended: date, opened: Open
) -> None:
    run("episode", "end", "--date", str(ended))
    with opened() as terminal:
        terminal.until("Is it back?")
        terminal.press("a")
        none_in_the_window(terminal)
        terminal.until("Is this a new episode")
        terminal.press("1")
        terminal.until("When did it begin")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.still()
    assert [one["closed"] for one in episodes(run)] == [True]
    assert json.loads(run("log", "--json"))["entries"][0]["kind"] == "gate"
    assert "This episode is closed." in run("plan", "--lang", "en")


def test_in_lines(run: Run, ended: date, opened: Open) -> None:
    run("episode", "end", "--how", "well", "--date", str(ended))
    with opened("--plain", "--lang", "en", columns=100, rows=70) as terminal:
        for words, answer in (
            ("What now?", THE_EPISODE),
            *NONE_IN_LINES,
            ("Is this a new episode", "1"),
            ("When did it begin?", "1"),
            ("Which leg is it?", "2"),
            ("before the leg says stop?", "10"),
            ("on an ordinary day now?", "15"),
            ("(1 of 3)", ""),
            ("(2 of 3)", ""),
            ("(3 of 3)", ""),
            ("Saved.", ""),
        ):
            terminal.until(words)
            terminal.press(answer, "enter")
        assert terminal.left() == 0
    assert [one["closed"] for one in episodes(run)] == [True, False]
