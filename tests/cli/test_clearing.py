"""Somebody has seen the patient: it is asked so that a look before the answer cannot be meant."""

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lines import lines, place
from tests.tui.screen_text import FixedClock, a_companion, known

OPENS = "Seen by a doctor: open the lock"
SAYS = {
    "en": "The latest of this is from {day} March 2026.",
    "nb": "Det siste av dette er fra {day}. mars 2026.",
}
LOOKED = {
    "en": "a look on Tuesday 3 March 2026 was before that",
    "nb": "den som sjekket deg tirsdag 3. mars 2026, gjorde det før det",
}


@pytest.fixture
def answered(either: Shell) -> Shell:
    """Yes on the second, and on the fourth yes again to the same and to another."""
    known(a_companion(either.home, FixedClock(either.clock.now())))
    either.on(2, "checkin", "--flags", "CES1")
    either.on(4, "checkin", "--flags", "CES1,MOT1")
    either.on(6)
    return either


def is_held(shell: Shell) -> bool:
    return shell("plan").status == 1


def test_the_shell_asks_about_a_look_after_the_last_yes(answered: Shell) -> None:
    no = answered("clear", "--by", "fastlegen", answers="0\n")
    assert SAYS[answered.language].format(day=4) in " ".join(no.err.split())
    assert is_held(answered)
    assert answered("clear", "--by", "fastlegen", answers="1\n").status == 0
    assert not is_held(answered)


def test_a_look_of_a_day_before_the_last_yes_opens_nothing(answered: Shell) -> None:
    said = lines(answered, place(OPENS), "Dr Ås", "2026-03-03", "2026-03-04", "0")
    assert LOOKED[answered.language] in " ".join((said.out + said.err).split())
    assert is_held(answered)
    earlier = answered("clear", "--by", "Dr Ås", "--yes", "--date", "2026-03-03")
    assert earlier.status == 0
    assert "116" in earlier.err, "today's plan is not back"
    assert is_held(answered), "what is told of the third answers what was said until the third"
    lines(answered, place(OPENS), "Dr Ås", "2026-03-07", "2026-03-04", "0")
    assert is_held(answered), "nobody has looked on a day to come"
    lines(answered, place(OPENS), "Dr Ås", "2026-03-04", "1")
    assert not is_held(answered)


def test_a_day_on_which_nothing_was_held_yet_is_told_from_one_on_which_nothing_is(answered: Shell) -> None:
    before = answered("clear", "--by", "Dr Ås", "--yes", "--date", "2026-03-01")
    assert before.status == 2
    held_now = {"nb": "men det gjør det nå", "en": "but something does now"}[answered.language]
    assert held_now in before.err
    assert answered("clear", "--by", "Dr Ås", "--yes").status == 0
    nothing = answered("clear", "--by", "Dr Ås", "--yes")
    assert nothing.status == 2
    assert held_now not in nothing.err
