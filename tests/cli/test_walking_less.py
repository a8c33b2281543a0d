"""Less walked than planned: why is asked and answered, and the smaller plan taken, in the shell and lines."""

from datetime import timedelta
from typing import Any

import pytest

from ryggkompis.domain.base.scales import BECAUSES
from tests.cli.conftest import Shell, StandingClock
from tests.cli.test_lines import lines, place
from tests.tui.screen_text import MORNING
from tests.walking_less import TAKEN, kept, told, walks_too_little

WHY, TAKE = "What came in the way of walking", "Take the smaller plan"
ANSWERS = {
    "pain": "a smaller plan often helps",
    "time": "Shorter walks more often",
    "fear": "The card “Afraid to move” says more",
    "forgot": "Reminders in the phone's calendar",
    "other": "Thank you for telling",
}


@pytest.fixture
def little(shell: Shell) -> Shell:
    walks_too_little(shell.home)
    shell.clock = StandingClock(MORNING + timedelta(minutes=10))
    return shell


def now(shell: Shell) -> list[dict[str, Any]]:
    found = [entry for entry in shell.entries() if entry["kind"] == "adjustment"][::-1]
    return [{f: one[f] for f in ("adjust", "exercise", "because") if f in one} for one in found]


def test_the_plan_says_how_it_can_be_told(little: Shell) -> None:
    assert "less --because pain|time|fear|forgot|other" in little("plan").out
    little("less", "--because", "time")
    assert "--because" not in little("plan").out


@pytest.mark.parametrize("because", BECAUSES)
def test_each_answer_has_its_own_kind_words(little: Shell, because: str) -> None:
    said = little("less", "--because", because)

    assert (said.status, now(little)) == (0, [told(because)])
    assert ANSWERS[because] in said.out
    assert "If you like, tell us" not in said.out
    assert not [other for other, words in ANSWERS.items() if other != because and words in said.out]
    assert "less walked than planned" in said.err


@pytest.mark.parametrize(("place_in_list", "because"), [*enumerate(BECAUSES, 1)])
def test_lines_keep_the_same(little: Shell, place_in_list: int, because: str) -> None:
    said = lines(little, place(WHY), str(place_in_list))

    assert now(little) == [told(because)]
    assert ANSWERS[because] in said.err + said.out


def test_the_check_in_in_lines_asks_after_it_and_takes_no_for_an_answer(little: Shell) -> None:
    morning = ["", "2", "", "", "", "", "2", "2"]
    said = little("checkin", answers="\n".join([*morning, "", ""]) + "\n")

    assert "What came in the way of walking?" in said.out + said.err
    assert now(little) == []


@pytest.mark.parametrize("ask", ["shell", "lines"])
def test_a_smaller_plan_is_taken_says_so_and_is_undone(little: Shell, ask: str) -> None:
    little("less", "--because", "pain")
    before = little("plan", "--json").facts
    assert "less --smaller" in little("plan").out
    said = little("less", "--smaller") if ask == "shell" else lines(little, place(TAKE))

    after = little("plan", "--json").facts
    assert now(little) == [told("pain"), TAKEN]
    assert after["level"] == before["level"] - 1
    assert after["walk_minutes"] < before["walk_minutes"]
    assert (
        "the plan is smaller now" if ask == "shell" else "a smaller plan for walking"
    ) in said.out + said.err
    assert "A smaller plan is ready" not in said.out + said.err
    little("undo")
    assert now(little) == [told("pain")]
    assert little("plan", "--json").facts["walks"] == before["walks"]


def test_the_same_twice_is_kept_once(little: Shell) -> None:
    for _time in range(2):
        little("less", "--because", "pain")
    for _time in range(2):
        assert little("less", "--smaller").status == 0
    assert now(little) == [told("pain"), TAKEN]


@pytest.mark.parametrize("name", [WHY, TAKE])
def test_who_walks_enough_is_neither_asked_nor_offered(shell: Shell, name: str) -> None:
    companion = walks_too_little(shell.home, minutes=22)
    shell.clock = StandingClock(MORNING + timedelta(minutes=10))

    said = lines(shell, place(name))
    assert "You may always do less" in said.out + said.err
    for option in (("--because", "time"), ("--smaller",)):
        assert shell("less", *option).status == 2
    assert kept(companion) == []


def test_a_smaller_plan_is_not_taken_before_it_is_offered(little: Shell) -> None:
    little("less", "--because", "time")
    assert little("less", "--smaller").status == 2
    assert now(little) == [told("time")]


def test_bokmaal_says_it_too(little: Shell) -> None:
    little.language = "nb"
    assert "Redd for å bevege deg" in little("less", "--because", "fear").out


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("days_later", [0, 1])
def test_beneath_an_answer_about_not_wanting_to_live_nothing_is_asked_about_walking(
    little: Shell, answer: str, days_later: int
) -> None:
    little("checkin", "--flags", f"PSY1={answer}" if answer == "unsure" else "PSY1")
    little.clock = StandingClock(MORNING + timedelta(days=days_later, minutes=20))
    little("checkin", "--nothing-new", "--leg", "2")
    said = little("plan", "--why")
    assert "(D12)" in said.out
    assert "what came in the way" not in said.out
    assert "--because" not in said.out
    assert "116\N{NO-BREAK SPACE}123" in said.out


def test_when_it_is_no_again_it_is_asked_again(little: Shell) -> None:
    little("checkin", "--flags", "PSY1")
    little.clock = StandingClock(MORNING + timedelta(days=1))
    little("checkin", "--flags", "none", "--leg", "2")
    assert "what came in the way" in little("plan", "--why").out


def test_lines_do_not_ask_it_either(little: Shell) -> None:
    little("checkin", "--flags", "PSY1")
    little.clock = StandingClock(MORNING + timedelta(days=1))
    said = little("checkin", answers="no\n2\n2\n0\n0\n0\n2\n2\n")
    assert said.status == 0
    assert "What came in the way" not in said.err
