"""Line by line: safety first, a yes confirmed once, and nothing kept before the last answer."""

from math import ceil

import pytest

from ryggkompis.cli.lines.safety import AT_A_TIME
from ryggkompis.content.loading import load_red_flags
from tests.cli.conftest import Shell

MORNING = "3\n2\n0\n0\n0\n4\n5\n"
"""Worse, thigh, not numb, no flare-up, not woken, leg 4, back 5."""
COUNT = sum(flag.only_when is None for flag in load_red_flags().flags)
PAGES = ceil(COUNT / AT_A_TIME)
NONE = "\n" * (PAGES - 1) + "0\n"
"""Each page read, and none of it; the last one asks whether that is right."""
NO_TO_ALL = f"{NONE}yes\n"
LEFT = "\n" * (PAGES + 1)
"""Each page read, and the last question left."""
CALM = "2\n2\n0\n0\n0\n4\n5\n"


def test_the_first_morning_asks_the_whole_list_and_everything(either: Shell) -> None:
    said = either("checkin", answers=f"{NO_TO_ALL}{MORNING}")

    assert said.status == 0
    gate, morning = sorted(either.entries(), key=lambda entry: str(entry["kind"]), reverse=True)
    assert gate["scope"] == "full"
    assert set(gate["answers"].values()) == {"no"}
    kept = {"morning": "worse", "flare": False, "numb": "none", "site": "thigh", "sleep_wakes": 0, "leg": 4}
    assert morning.items() >= kept.items()
    assert "(D7)" in said.out
    assert "\x1b" not in said.out + said.err


def test_enter_is_unknown(shell: Shell) -> None:
    shell("checkin", answers=f"{NO_TO_ALL}\n\n\n\n\n7\n\n")

    (morning,) = (entry for entry in shell.entries() if entry["kind"] == "check_in")
    assert morning["leg"] == 7
    assert morning.keys().isdisjoint({"morning", "flare", "numb", "site", "sleep_wakes", "back"})


def test_nothing_but_enter_keeps_nothing(either: Shell) -> None:
    assert either("checkin", answers=LEFT + "\n" * 7).status == 0
    assert either("evening", answers="\n" * 6).status == 0
    assert either("weekly", answers="\n" * 7).status == 0
    assert either.entries() == []


WAITS = {"en": "safety list is waiting", "nb": "trygghetslisten venter"}


def test_who_leaves_the_end_of_the_list_hears_that_it_waits_at_once(either: Shell) -> None:
    waits = WAITS[either.language]
    assert waits in either("checkin", answers=LEFT + "\n" * 7).err
    assert waits not in either("checkin", answers=f"{NO_TO_ALL}" + "\n" * 7).err


def test_a_yes_is_read_back_and_a_slip_is_mended(shell: Shell) -> None:
    said = shell("checkin", answers="3, 4?\nno\n4?\nyes\n")

    assert said.status == 1
    assert "Unsure: Do you leak urine" in said.err
    (gate,) = (entry for entry in shell.entries() if entry["kind"] == "gate")
    assert gate["answers"] == {"CES4": "unsure"}
    assert shell("plan", "--json").facts["lock"]["flags"] == ["CES4"]


def test_after_a_red_answer_nothing_more_is_asked_before_the_card(shell: Shell) -> None:
    said = shell("checkin", answers="5\nyes\n")

    assert said.status == 1
    assert "Call 113 now" in said.out
    assert "morning" not in said.err
    assert [entry["kind"] for entry in shell.entries()] == ["gate"]


def test_an_answer_that_is_not_understood_is_asked_again(shell: Shell) -> None:
    said = shell("checkin", answers=f"99\nx\n0 3\n0\n{NO_TO_ALL}{MORNING.replace('3', '9', 1)}2\n")

    assert said.status == 2  # the answers ended, since one of them was no answer
    assert [entry["kind"] for entry in shell.entries()] == ["gate"]
    assert said.err.count("“") >= 4


def test_none_can_be_said_on_the_last_page_alone(shell: Shell) -> None:
    shell("checkin", answers="0\n")
    assert shell.entries() == []
    said = shell("checkin", answers=f"{NONE}")
    assert f"{COUNT} questions, all no – right?" in said.err
    assert shell.entries() == []


@pytest.mark.parametrize("answers", ["", "0\n", "\n\n", NONE])
def test_a_list_that_ends_early_keeps_no_no(either: Shell, answers: str) -> None:
    said = either("checkin", answers=answers)

    assert said.status == 2
    assert said.err
    assert either.entries() == []


def test_an_ordinary_day_asks_one_line(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    said = shell("checkin", answers=f"no\n{CALM}")

    assert said.status == 0
    (gate,) = (entry for entry in shell.entries() if entry["kind"] == "gate" and entry["day"] == "2026-03-02")
    assert (gate["scope"], gate["answers"]) == ("daily", {"DAILY": "no"})


def test_a_yes_to_the_one_line_opens_the_whole_list(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    shell("checkin", answers=f"yes\n{NO_TO_ALL}{CALM}")

    assert shell("plan").status == 0


def test_a_yes_to_the_one_line_holds_the_plan_while_the_list_is_left(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    shell("checkin", answers=f"unsure\n{LEFT}{CALM}")
    locked = shell("plan", "--json")

    assert locked.status == 1
    assert locked.facts["lock"]["flags"] == ["DAILY"]

    shell("checkin", "--flags", "none")
    assert shell("plan").status == 0


def test_a_worse_morning_asks_the_whole_list(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(2)
    said = shell("checkin", answers=f"no\n3\n2\n0\n0\n0\n7\n5\n{NO_TO_ALL}")

    assert said.status == 0
    today = [entry for entry in shell.entries() if entry["kind"] == "gate" and entry["day"] == "2026-03-02"]
    assert sorted(entry["scope"] for entry in today) == ["daily", "full"]


def test_the_evening_and_the_week_are_asked_too(either: Shell) -> None:
    either("evening", answers="0\n1\n0\n3\n2\n5\n")
    either("weekly", answers="5\n2\n8\n1,4\n0\nSol\nGå en tur\n")

    week, evening = sorted(either.entries(), key=lambda entry: str(entry["kind"]), reverse=True)
    kept = {
        "flare": False,
        "sit_longest": "under_20",
        "walked": False,
        "leg_avg": 3,
        "back_avg": 2,
        "leg_worst": 5,
    }
    assert evening.items() >= kept.items()
    assert (week["worsens"], week["eases"]) == (["sitting", "coughing"], [])
    assert (
        week.items()
        >= {"global_change": 1, "work": "partly", "worry": 8, "eased_by": "Sol", "wish": "Gå en tur"}.items()
    )


def test_the_evening_asks_about_walking_only_where_no_walk_was_noted(either: Shell) -> None:
    asked = "Did you go for a walk today?", "Gikk du en tur i dag?"
    assert any(words in either("evening", answers="\n" * 6).err for words in asked)
    either("walk", "12")
    assert not any(words in either("evening", answers="\n" * 5).err for words in asked)


def a_week_later(shell: Shell, answers: str, status: int = 0) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(8)
    assert shell("checkin", answers=answers).status == status


@pytest.mark.parametrize("strength", ["no\n", "\n", "yes\n1\n", "yes\n3\n", "yes\n\n", "yes\n2\nno\nno\n"])
def test_strength_as_before_or_not_tried_says_nothing(shell: Shell, strength: str) -> None:
    a_week_later(shell, f"{strength}{NO_TO_ALL}{CALM}")

    gate = next(entry for entry in shell.entries() if entry["kind"] == "gate")
    assert (gate["day"], gate["scope"], set(gate["answers"].values())) == ("2026-03-08", "full", {"no"})


@pytest.mark.parametrize(("answer", "kept"), [("yes", "yes"), ("unsure", "unsure"), ("", "unsure")])
def test_weaker_on_one_side_is_part_of_the_list(shell: Shell, answer: str, kept: str) -> None:
    # What was left open is asked again when the list comes to it.
    again = "" if answer else "unsure\n"
    a_week_later(shell, f"yes\n2\n{answer}\nno\n\n\n{again}yes\n", status=1)

    gate = next(entry for entry in shell.entries() if entry["kind"] == "gate")
    assert (gate["scope"], gate["answers"]) == ("daily", {"MOT1": kept})
    assert shell("plan").status == 1


def test_weaker_and_then_nothing_more_holds_the_plan_back(shell: Shell) -> None:
    shell.on(1, "checkin", "--leg", "4", "--flags", "none")
    shell.on(8)
    shell("checkin", answers="yes\n2\n")

    assert shell("plan", "--json").facts["lock"]["flags"] == ["DAILY"]


def test_a_slip_about_strength_is_mended_in_the_list(shell: Shell) -> None:
    a_week_later(shell, f"yes\n2\nyes\nno\n\n\nno\n{NONE[1:]}yes\n{CALM}")

    assert shell("plan").status == 0


def test_without_numbers_no_score_is_asked_for(either: Shell) -> None:
    (either.home / "settings.json").parent.mkdir(parents=True, exist_ok=True)
    (either.home / "settings.json").write_text('{"numbers": false}')
    evening = either("evening", answers="0\n1\n1\n")
    week = either("weekly", answers="5\n2\n2\n\n\n\n\n")

    assert (evening.status, week.status) == (0, 0)
    assert "[0–10]" not in evening.err + week.err
    kept = {str(entry["kind"]): entry for entry in either.entries()}
    assert kept["evening"]["sit_longest"] == "under_20"
    assert kept["weekly"]["worry"] == 3, "a little afraid"
