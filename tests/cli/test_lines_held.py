"""A diary that is held back, in plain lines: what holds it comes first, and nothing of the plan is begun."""

from collections.abc import Iterator

import pytest

from ryggkompis.cli.errors import NoMoreAnswers
from tests.cli.conftest import Shell
from tests.cli.test_lines import FIRST, lines, place

WALK = place("Take a walk")
EXERCISES = place("Exercises, one at a time")
BEFORE_THE_LIST = ["", "", "0", "0"]
"""What comes before the safety list of the first questions."""


@pytest.fixture
def locked(either: Shell) -> Shell:
    lines(either, *FIRST)
    either("checkin", "--flags", "CES1")
    return either


def heard(shell: Shell, *answers: str) -> str:
    said = lines(shell, *answers)
    return said.err + said.out


def test_the_card_comes_before_the_list_of_what_can_be_done(locked: Shell) -> None:
    before, _list, _rest = heard(locked).partition("  1 ")
    assert "1 1 3" in before


def test_no_walk_is_begun_by_the_clock_but_one_that_was_taken_is_kept(locked: Shell) -> None:
    said = heard(locked, WALK, "1", "7", "", "", "")
    assert said.count("1 1 3") >= 2, "at the top, and where the walk is asked for"
    assert ("Jeg går nå" if locked.language == "nb" else "I go now") not in said
    assert [one["minutes"] for one in locked.entries() if one["kind"] == "walk"] == [7]


def test_exercises_are_answered_with_what_holds_them(locked: Shell) -> None:
    asked = {"nb": "Hva nå?", "en": "What now?"}[locked.language]
    _list, after, *_rest = heard(locked, EXERCISES).split(asked)
    assert "1 1 3" in after


def test_somebody_whose_list_waits_hears_that_and_not_that_it_is_enough(either: Shell) -> None:
    lines(either, *FIRST[:4], "", "", "", "", "", "", "", "3", "1", "8", "20", *[""] * 9)
    words = {"nb": ("venter", "Det er nok"), "en": ("is waiting", "That is enough")}
    waits, enough = words[either.language]
    said = heard(either, EXERCISES)
    assert waits in said
    assert enough not in said


@pytest.mark.parametrize("broken", [NoMoreAnswers, KeyboardInterrupt])
def test_a_yes_that_is_kept_says_whom_to_call_however_the_list_is_left(
    either: Shell, broken: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answers end, or Ctrl+C is pressed, right after the first page had a yes."""
    answers: Iterator[str | type[BaseException]] = iter([*BEFORE_THE_LIST, "1", broken])

    def answer(_question: str) -> str:
        said = next(answers, "")
        if isinstance(said, str):
            return said
        raise said

    monkeypatch.setattr("ryggkompis.cli.lines.prompt.read_line", answer)
    said = ""
    try:
        said = heard(either)
    except NoMoreAnswers as error:
        assert "Nothing" not in error.says  # noqa: PT017 - what was answered is kept
        said = "".join(either.capsys.readouterr())
    assert "1 1 3" in said
    assert "gate" in [one["kind"] for one in either.entries()]


def test_what_is_not_understood_names_the_numbers_of_the_page(
    either: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoMoreAnswers):
        lines(either, *BEFORE_THE_LIST, "hm")
    said = capsys.readouterr().err
    assert {"nb": "Skriv 1 til 5, eller 1?", "en": "Write 1 to 5, or 1?"}[either.language] in said
    assert "7?" not in said, "there is no 7 on this page"


def test_what_makes_the_plan_somebody_elses_is_kept_however_the_questions_are_left(either: Shell) -> None:
    with pytest.raises(NoMoreAnswers):
        lines(either, *BEFORE_THE_LIST[:2], "3", "0")
    (profile,) = [one for one in either.entries() if one["kind"] == "profile"]
    assert profile["exclusions"] == ["pregnant"]
    assert either("plan", "--json").facts["walks"] == []


def test_a_question_that_needs_an_answer_says_so(either: Shell) -> None:
    with pytest.raises(NoMoreAnswers):
        lines(either, *BEFORE_THE_LIST[:2], "")
    said = either.capsys.readouterr().err
    assert {"nb": "Dette spørsmålet må besvares.", "en": "This question needs an answer."}[
        either.language
    ] in said
    assert "«»" not in said
    assert "“”" not in said
