"""The session in plain lines: it says how one begins, keeps what was begun, and ends with what was done."""

import time

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lines import FIRST, lines, place

EXERCISES = place("Exercises, one at a time")
TILTS, HOLD = 6 * 4, 120
"""Seconds of two exercises of somebody new: six tilts, and to lie on the front, three times."""


class Watch:
    """Time that goes by where the program waits; after ``until`` seconds of it, Ctrl+C is pressed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, until: float = 1e9) -> None:
        self.now, self.until = 0.0, until
        monkeypatch.setattr(time, "sleep", self.sleep)
        monkeypatch.setattr(time, "monotonic", lambda: self.now)

    def sleep(self, seconds: float) -> None:
        if self.now + seconds >= self.until:
            self.now, self.until = self.until, 1e9
            raise KeyboardInterrupt
        self.now += seconds


def done(shell: Shell) -> list[tuple[object, object, object]]:
    """Give sets, whether it was cut short and the answer of each exercise, the first first."""
    entries = [entry for entry in shell.entries() if entry["kind"] == "exercise"]
    return [(one.get("sets"), one.get("cut_short"), one.get("response")) for one in reversed(entries)]


@pytest.fixture
def new(shell: Shell) -> Shell:
    lines(shell, *FIRST)
    return shell


def planned(shell: Shell) -> list[dict[str, object]]:
    plan: list[dict[str, object]] = shell("plan", "--json").facts["exercises"]
    return plan


def test_the_start_position_is_said_before_it_begins(new: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    Watch(monkeypatch)
    said = lines(new, EXERCISES, *["1", "2"] * len(planned(new)))
    assert said.out.index("Lie down on your side") < said.out.index("Get ready: 5 seconds.")
    assert f"Done: {len(planned(new))} exercises" in said.out
    assert f"The pain afterwards: the same ({len(planned(new))} times)." in said.out


def test_it_begins_after_the_seconds_one_has_chosen(new: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    (new.home / "settings.json").write_text('{"start_wait": 20}')
    Watch(monkeypatch)
    said = lines(new, EXERCISES, *["1", "2"] * len(planned(new)))
    assert "Start position: 20 seconds." in said.out
    assert "Get ready" not in said.out


@pytest.mark.parametrize(
    ("answers", "seconds", "kept"),
    [
        (["1"], 5 + 3, []),
        (["1"], 5 + 4, [(None, True, None)]),
        (["1", "2", "0", "1"], 5 + TILTS + 5 + HOLD + 1, [(1, None, "same"), (1, None, None)]),
        (["1", "2", "0", "1"], 5 + TILTS + 5 + HOLD + 20 + 2, [(1, None, "same"), (1, True, None)]),
    ],
)
def test_what_was_begun_is_kept_however_one_stops(
    new: Shell, monkeypatch: pytest.MonkeyPatch, answers: list[str], seconds: float, kept: list[object]
) -> None:
    Watch(monkeypatch, seconds)
    said = lines(new, EXERCISES, *answers, "3")
    assert done(new) == kept
    assert ("skipped all" in said.out) == (not kept)


def test_all_left_out_says_so_and_leaves_no_trace(new: Shell) -> None:
    said = lines(new, EXERCISES, *["0"] * len(planned(new)))
    assert "You skipped all of it this time" in said.out
    assert not done(new)


def test_nothing_is_begun_before_the_safety_question_of_the_day(
    new: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    Watch(monkeypatch)
    new.on(3, "plan")
    said = lines(new, place("Take a walk"), "1", "")
    assert "Is anything new?" in said.out + said.err
    assert "walk" not in [entry["kind"] for entry in new.entries()]
    said = lines(new, EXERCISES, "0")
    assert "Is anything new?" in said.out + said.err
