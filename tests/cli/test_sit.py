"""One line for a prompt or a status bar: how long since the last change of position."""

from datetime import timedelta

import pytest

from tests.cli.conftest import NOW, Shell, StandingClock


def later(shell: Shell, **delta: float) -> None:
    shell.clock = StandingClock(NOW + timedelta(**delta))


def test_nothing_logged_is_unknown_and_not_zero(either: Shell) -> None:
    ran = either("sit")
    assert ran.status == 0
    assert ("ingen stillingsbytter" if either.language == "nb" else "no change of position") in ran.out
    assert either("sit", "--json").facts["minutes"] is None


def test_minutes_go_by_until_it_is_time(shell: Shell) -> None:
    shell("moved")
    later(shell, minutes=12)
    assert shell("sit").out == "↻ 12\xa0min · next in 8\xa0min\n"
    later(shell, minutes=20)
    assert "time to change position" in shell("sit").out
    facts = shell("sit", "--json").facts
    assert facts == {
        "minutes": 20, "next": 0, "due": True, "quiet": False, "interval": 20,
        "text": "↻ 20\xa0min · time to change position",
    }  # fmt: skip


def test_a_walk_is_a_change_too(shell: Shell) -> None:
    shell("walk", "5")
    later(shell, minutes=3)
    assert shell("sit", "--json").facts["minutes"] == 3


def test_at_night_it_is_silent(shell: Shell) -> None:
    later(shell, hours=12, minutes=45)
    shell("moved")
    later(shell, hours=13)
    assert "silent until the morning" in shell("sit").out


def test_a_clock_set_back_gives_no_negative_minutes(shell: Shell) -> None:
    later(shell, minutes=30)
    shell("moved")
    later(shell)
    assert shell("sit", "--json").facts["minutes"] is None


def test_it_works_under_a_lock(shell: Shell) -> None:
    shell("checkin", "--flags", "CES1")
    shell("moved")
    later(shell, minutes=4)
    assert shell("sit", "--json").facts["minutes"] == 4


def test_an_own_interval_goes_before_the_plan(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.json").write_text('{"sit_minutes": 45}')
    shell("moved")
    assert shell("sit", "--json").facts["interval"] == 45


@pytest.mark.parametrize("value", ["5", "61", "true", '"30"'])
def test_an_interval_that_cannot_be_is_left_aside(shell: Shell, value: str) -> None:
    shell.home.mkdir()
    (shell.home / "settings.json").write_text(f'{{"sit_minutes": {value}}}')
    assert shell("sit", "--json").facts["interval"] == 20
