"""Line by line: safety first, a yes confirmed once, and nothing kept before the last answer."""

import pytest

from tests.cli.conftest import Shell

MORNING = "3\n2\n0\n0\n0\n4\n5\n"
"""Worse, thigh, not numb, no flare-up, not woken, leg 4, back 5."""
CALM = "2\n2\n0\n0\n0\n4\n5\n"


def test_the_first_morning_asks_the_whole_list_and_everything(either: Shell) -> None:
    said = either("checkin", answers=f"0\n{MORNING}")

    assert said.status == 0
    gate, morning = sorted(either.entries(), key=lambda entry: str(entry["kind"]), reverse=True)
    assert gate["scope"] == "full"
    assert set(gate["answers"].values()) == {"no"}
    kept = {"morning": "worse", "flare": False, "numb": "none", "site": "thigh", "sleep_wakes": 0, "leg": 4}
    assert morning.items() >= kept.items()
    assert "(D7)" in said.out
    assert "\x1b" not in said.out + said.err


def test_enter_is_unknown(shell: Shell) -> None:
    shell("checkin", answers="0\n\n\n\n\n\n7\n\n")

    (morning,) = (entry for entry in shell.entries() if entry["kind"] == "check_in")
    assert morning["leg"] == 7
    assert morning.keys().isdisjoint({"morning", "flare", "numb", "site", "sleep_wakes", "back"})


def test_nothing_but_enter_keeps_nothing(either: Shell) -> None:
    assert either("checkin", answers="\n" * 8).status == 0
    assert either("evening", answers="\n" * 5).status == 0
    assert either("weekly", answers="\n" * 5).status == 0
    assert either.entries() == []


def test_a_yes_is_read_back_once_and_can_be_mended(shell: Shell) -> None:
    said = shell("checkin", answers=f"3,7?\n2\n7?\n1\n{CALM}")

    assert said.status == 0
    (gate,) = (entry for entry in shell.entries() if entry["kind"] == "gate")
    assert {flag for flag, answer in gate["answers"].items() if answer == "unsure"} == {"CES7"}
    assert "yes" not in gate["answers"].values()
    assert shell("plan").status == 1


def test_an_answer_that_is_not_understood_is_asked_again(shell: Shell) -> None:
    said = shell("checkin", answers=f"99\nx\n0 3\n0\n{MORNING.replace('3', '9', 1)}2\n")

    assert said.status == 2  # the answers ended, since one of them was no answer
    assert shell.entries() == []
    assert said.err.count("“") >= 4


@pytest.mark.parametrize("answers", ["", "0\n", "0\n1\n2\n"])
def test_answers_that_end_early_keep_nothing(either: Shell, answers: str) -> None:
    said = either("checkin", answers=answers)

    assert said.status == 2
    assert said.err
    assert either.entries() == []


def test_an_ordinary_day_asks_one_line(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    said = shell("checkin", answers=f"1\n{CALM}")

    assert said.status == 0
    (gate,) = (entry for entry in shell.entries() if entry["kind"] == "gate" and entry["day"] == "2026-03-02")
    assert (gate["scope"], gate["answers"]) == ("daily", {"DAILY": "no"})


def test_a_yes_to_the_one_line_opens_the_whole_list(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    shell("checkin", answers=f"2\n0\n{CALM}")

    assert shell("plan").status == 0


def test_a_yes_to_the_one_line_holds_the_plan_while_the_list_is_left(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    shell("checkin", answers=f"3\n\n{CALM}")
    locked = shell("plan", "--json")

    assert locked.status == 1
    assert locked.facts["lock"]["flags"] == ["DAILY"]

    shell("checkin", "--flags", "none")
    assert shell("plan").status == 0


def test_a_worse_morning_asks_the_whole_list_before_it_is_kept(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    said = shell("checkin", answers="1\n3\n2\n0\n0\n0\n7\n5\n0\n")

    assert said.status == 0
    (gate,) = (entry for entry in shell.entries() if entry["kind"] == "gate" and entry["day"] == "2026-03-02")
    assert gate["scope"] == "full"


def test_the_evening_and_the_week_are_asked_too(either: Shell) -> None:
    either("evening", answers="0\n1\n3\n2\n5\n")
    either("weekly", answers="5\n2\n8\nSol\nGå en tur\n")

    week, evening = sorted(either.entries(), key=lambda entry: str(entry["kind"]), reverse=True)
    kept = {"flare": False, "sit_longest": "under_20", "leg_avg": 3, "back_avg": 2, "leg_worst": 5}
    assert evening.items() >= kept.items()
    assert (
        week.items()
        >= {"global_change": 1, "work": "partly", "worry": 8, "eased_by": "Sol", "wish": "Gå en tur"}.items()
    )


def a_week_later(shell: Shell, answers: str) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(8)
    assert shell("checkin", answers=answers).status == 0


@pytest.mark.parametrize("strength", ["2\n", "\n", "1\n1\n", "1\n3\n", "1\n\n", "1\n2\n1\n1\n"])
def test_strength_as_before_or_not_tried_says_nothing(shell: Shell, strength: str) -> None:
    a_week_later(shell, f"{strength}0\n{CALM}")

    gate = next(entry for entry in shell.entries() if entry["kind"] == "gate")
    assert (gate["day"], gate["scope"], set(gate["answers"].values())) == ("2026-03-08", "full", {"no"})


@pytest.mark.parametrize(("answer", "kept"), [("2", "yes"), ("3", "unsure"), ("", "unsure")])
def test_weaker_on_one_side_is_part_of_the_whole_list(shell: Shell, answer: str, kept: str) -> None:
    a_week_later(shell, f"1\n2\n{answer}\n1\n0\n1\n{CALM}")

    gate = next(entry for entry in shell.entries() if entry["kind"] == "gate")
    assert (gate["scope"], gate["answers"]["MOT1"], gate["answers"]["MOT2"]) == ("full", kept, "no")
    assert shell("plan").status == 1


def test_weaker_and_then_nothing_more_holds_the_plan_back(shell: Shell) -> None:
    a_week_later(shell, f"1\n2\n2\n1\n\n{CALM}")

    assert shell("plan", "--json").facts["lock"]["flags"] == ["DAILY"]


def test_a_slip_about_strength_is_mended_in_the_list(shell: Shell) -> None:
    a_week_later(shell, f"1\n2\n2\n1\n0\n2\n0\n{CALM}")

    assert shell("plan").status == 0


def test_without_numbers_no_score_is_asked_for(either: Shell) -> None:
    (either.home / "settings.json").parent.mkdir(parents=True, exist_ok=True)
    (either.home / "settings.json").write_text('{"numbers": false}')
    evening = either("evening", answers="0\n1\n")
    week = either("weekly", answers="5\n2\n2\n\n\n")

    assert (evening.status, week.status) == (0, 0)
    assert "[0–10]" not in evening.err + week.err
    kept = {str(entry["kind"]): entry for entry in either.entries()}
    assert kept["evening"]["sit_longest"] == "under_20"
    assert kept["weekly"]["worry"] == 3, "a little afraid"
