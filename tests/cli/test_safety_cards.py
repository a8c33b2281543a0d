"""What is said after a safety answer: the most urgent first, one number on top, and never a word too much."""

import pytest

from ryggkompis.domain.journal.gate import Gate
from tests.cli.conftest import Shell
from tests.tui.screen_text import FixedClock, a_companion, known

NUMBER = "116\N{NO-BREAK SPACE}117"


def red_page(shell: Shell) -> list[str]:
    said = shell("plan")
    assert said.status == 1
    return said.out.splitlines()[2:]


def test_113_stands_on_top_of_all_and_once(either: Shell) -> None:
    either("checkin", "--flags", "CES5,CAN1,VAS1")
    page = red_page(either)
    assert page[1] in {"Call 113 now", "Ring 113 nå"}
    words = "\n".join(page)
    assert words.count("113") == 1, "on top, and nowhere else"
    assert "116" not in words
    assert "Ring: Ring" not in words
    questions = [line for line in page if line.startswith("•")]
    assert [("avf" in line or "bowels" in line) for line in questions] == [True, False, False]
    assert "vekt" in questions[-1] or "weight" in questions[-1]


def test_numb_and_unable_to_pee_is_113_and_nothing_else(shell: Shell) -> None:
    shell("checkin", "--flags", "CES1,CES3")
    words = "\n".join(red_page(shell))
    assert "Call 113 now" in words
    assert words.count("113") == 1
    assert "116" not in words


def test_113_is_said_once_beside_somebody_to_talk_to(either: Shell) -> None:
    either("checkin", "--flags", "CES1,CES4,PSY1")
    words = "\n".join(red_page(either)).replace("\N{NO-BREAK SPACE}", " ")
    assert words.count("113") == 1
    assert "116 117" not in words
    assert "Mental Helse  116 123" in words


@pytest.mark.parametrize("flag", ["CES1", "CES2", "MOT1", "CAN1"])
def test_where_113_is_not_the_number_it_is_said_when_it_becomes_so(shell: Shell, flag: str) -> None:
    shell("checkin", "--flags", flag)
    assert "If you cannot get there, or it gets worse, call 113." in "\n".join(red_page(shell))


def test_fever_yesterday_does_not_stand_before_numbness_today(shell: Shell) -> None:
    shell.on(1, "checkin", "--flags", "INF1")
    shell.on(2, "checkin", "--flags", "CES1")
    page = red_page(shell)
    assert page[1] == f"Call {NUMBER} now"
    questions = [line for line in page if line.startswith("•")]
    assert "numb between your legs" in questions[0]
    assert "fever" in questions[1]
    assert shell("plan", "--json").facts["lock"]["flags"] == ["CES1", "INF1"]


@pytest.mark.parametrize("others", [[], ["CES1"], ["CES1=unsure", "INF1"]])
def test_somebody_to_talk_to_stands_on_every_card(either: Shell, others: list[str]) -> None:
    either("checkin", "--flags", ",".join(["PSY1", *others]))
    out = either("plan").out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Mental Helse  116 123" in out
    assert "Kirkens SOS  22 40 00 40" in out
    lines = out.splitlines()
    first = next(place for place, line in enumerate(lines) if "Mental Helse" in line)
    assert "Kirkens SOS" in lines[first + 1]
    assert not [line for line in lines if line.startswith(("- E0", "- E1"))], "no exercise beneath it"


def test_somebody_to_talk_to_stands_where_there_is_no_plan_at_all(shell: Shell) -> None:
    known(a_companion(shell.home, FixedClock(shell.clock.now())), exclusions=("pregnant",))
    shell("checkin", "--flags", "PSY1=unsure")
    said = shell("plan")
    assert "116\N{NO-BREAK SPACE}123" in said.out
    assert shell("plan", "--json").facts["walks"] == []


def test_a_question_of_another_version_holds_and_is_told(either: Shell) -> None:
    companion = a_companion(either.home, FixedClock(either.clock.now()))
    companion.diary.say(Gate, scope="full", answers={"FROM_2030": "yes"})
    words = "\n".join(red_page(either))
    assert f"{NUMBER}" in words
    assert "FROM_2030" in words
    assert "ryggkompis clear" in words
    assert "ryggkompis checkin" not in words


def test_nothing_new_is_the_one_line_answered_no(either: Shell) -> None:
    either.on(1, "checkin", "--flags", "none")
    either.on(2)
    assert either("checkin", "--nothing-new", "--leg", "3").status == 0
    gate = next(entry for entry in either.entries() if entry["kind"] == "gate")
    assert (gate["scope"], gate["answers"]) == ("daily", {"DAILY": "no"})


def test_outside_norway_is_said(either: Shell) -> None:
    either("checkin", "--flags", "CES1")
    assert "112" in "\n".join(red_page(either))
    assert "112" in either("urgent").out


def test_the_page_of_urgent_help_is_sorted_and_names_each_number_once_a_heading(shell: Shell) -> None:
    facts = shell("urgent", "--json").facts["flags"]
    order = ["113", "116117_now", "116117_today", "gp_days", "gp"]
    places = [order.index(flag["action"]) for flag in facts]
    assert places == sorted(places)
    out = shell("urgent").out
    assert out.index("Call 113 now") < out.index(f"Call {NUMBER} now") < out.index(f"Call {NUMBER} today")
