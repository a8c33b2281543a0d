"""The pain drawing in the shell and in plain lines: regions in words, and its questions at once."""

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lines import FIRST, lines, place

DRAW = "Mark where it hurts, or is numb"
LETTERS = {"nb": ("v", "h"), "en": ("l", "r")}


def drawings(shell: Shell) -> list[dict[str, object]]:
    return [one for one in shell.entries() if one["kind"] == "drawing"]


def test_a_first_drawing_is_a_few_lines_with_the_sides_of_either_language(either: Shell) -> None:
    left, right = LETTERS[either.language]
    either("checkin", "--flags", "none", "--leg", "3")
    said = either("drawing", answers=f"2{left}, 8 {left}\n1\n{right}\n\n\n1\n0\n")
    assert said.status == 0, said.err
    (kept,) = drawings(either)
    assert kept["pain"] == ["buttock_left", "calf_back_left"]
    assert kept["numbness"] == ["back_right"]
    assert "tingling" not in kept or kept["tingling"] == []
    assert "S1" not in said.err
    assert "L5" not in said.err


def test_a_drawing_read_back_as_wrong_is_asked_anew(shell: Shell) -> None:
    said = shell("drawing", answers="2l\n\n\n\n0\n1b\n\n\n\n1\n")
    assert said.err.count("Is that right?") == 2
    (kept,) = drawings(shell)
    assert kept["pain"] == ["back_left", "back_right"]


def test_nothing_marked_is_asked_about_and_is_then_a_drawing(shell: Shell) -> None:
    said = shell("drawing", answers="\n\n\n\n1\n")
    assert "Nothing is marked." in said.err
    assert len(drawings(shell)) == 1


@pytest.mark.parametrize(
    ("options", "question"),
    [
        (("--numb", "between_legs"), "Are you numb between your legs"),
        (("--tingling", "thigh_inner_left"), "Are you numb between your legs"),
        (("--pain", "calf_back_left,thigh_back_right"), "in both legs"),
        (("--weak", "foot_top_left"), "Are you unable to lift the front of your foot"),
    ],
)
def test_the_question_is_asked_at_once_and_holds_where_nobody_answers(
    shell: Shell, options: tuple[str, ...], question: str
) -> None:
    shell("checkin", "--flags", "none", "--leg", "3")
    said = shell("drawing", *options)
    assert question in said.err
    assert said.status == 1
    assert shell("plan").status == 1
    assert question in shell("checkin").err, "it is asked again"
    assert len(drawings(shell)) == 1


@pytest.mark.parametrize("format_", ["txt", "md", "html", "csv", "fhir"])
def test_a_question_that_nobody_answered_is_told_as_such_and_never_as_an_answer(
    shell: Shell, format_: str
) -> None:
    shell("checkin", "--flags", "none", "--leg", "3")
    shell("drawing", "--numb", "between_legs")
    told = [shell("plan").out, shell("log").out, shell("report", "-", "--format", format_).out]
    assert all("unsure" not in text and "answered yes" not in text for text in told)
    assert "unanswered: “Are you numb between your legs" in told[1]
    assert "nanswered" in told[2]
    shell("drawing", "--numb", "between_legs,buttock_left", answers="u\n1\n")
    assert "unanswered" not in shell("log").out


def test_no_opens_the_day_again_and_yes_shows_the_card(either: Shell) -> None:
    either("checkin", "--flags", "none", "--leg", "3")
    said = either("drawing", "--weak", "foot_top_left", answers="0\n0\n")
    assert said.status == 0, said.err
    assert either("plan").status == 0
    assert either("drawing", "--weak", "foot_top_left").status == 0, "what has not changed is not asked"
    yes = "j" if either.language == "nb" else "y"
    said = either("drawing", "--numb", "buttock_left", answers=f"{yes}\n1\n")
    assert said.status == 1
    assert "116\N{NO-BREAK SPACE}117" in said.out
    lock = either("plan", "--json").facts["lock"]
    assert lock["flags"] == ["CES1"]


def test_how_far_down_it_goes_is_asked_and_not_assumed(shell: Shell) -> None:
    shell("checkin", "--flags", "none", "--leg", "3", "--site", "buttock")
    shell("drawing", answers="8l\n\n\n\n1\n0\n")
    sites = [one.get("site") for one in shell.entries() if one["kind"] == "check_in"]
    assert sites == ["buttock"]
    shell("drawing", answers="8l\n\n\n\n1\n1\n")
    sites = [one.get("site") for one in shell.entries() if one["kind"] == "check_in"]
    assert sites == ["calf", "buttock"]


def test_facts_are_the_drawing_as_it_is_stored(shell: Shell) -> None:
    said = shell("drawing", "--pain", "buttock_left", "--json").facts
    assert [one["kind"] for one in said["saved"]] == ["drawing"]
    held = shell("drawing", "--numb", "buttock_left", "--json").facts
    assert {one["kind"] for one in held["saved"]} == {"drawing", "gate"}
    assert held["lock"]["flags"] == ["DAILY"]


@pytest.mark.parametrize("odd", ["16l", "0", "l2", "2x", "99999999999999999999", "🦶", "2l;;x"])
def test_what_names_no_region_is_told_and_asked_again(shell: Shell, odd: str) -> None:
    said = shell("drawing", answers=f"{odd}\n2l\n\n\n\n1\n")
    assert "names no region" in said.err
    assert drawings(shell)[0]["pain"] == ["buttock_left"]


def test_a_word_that_is_no_place_is_refused(shell: Shell) -> None:
    said = shell("drawing", "--pain", "knee_left")
    assert said.status == 2
    assert "buttock_left" in said.err
    assert not drawings(shell)


def test_it_stands_in_the_list_and_is_found_and_undone(either: Shell) -> None:
    left, _right = LETTERS[either.language]
    lines(either, *FIRST)
    lines(either, place(DRAW), f"14{left}", "", "", "", "1")
    assert drawings(either)
    last = {"nb": "stortåa", "en": "big toe"}
    assert last[either.language] in either("log").out
    assert last[either.language] in either("drawing", answers="\n\n\n\n1\n").err, "the last one is told"
    either("undo", "--yes")
    either("undo", "--yes")
    assert not drawings(either)


def test_it_is_offered_with_the_weekly_review_and_may_be_left_out(shell: Shell) -> None:
    said = shell("weekly", answers="5\n2\n8\n\n\n\n\n0\n")
    assert "mark where it hurts" in said.err
    assert not drawings(shell)
    shell("weekly", answers="5\n2\n8\n\n\n\n\n1\n2r\n\n\n\n1\n")
    assert len(drawings(shell)) == 1
