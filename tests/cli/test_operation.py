"""After an operation, in the shell and in plain lines: what is told, what is waited for, what is asked."""

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_lines import NOTHING_FITS, lines, place

KNOWN = ("profile", "--side", "left", "--tolerance", "60", "--walks", "60", "--exclusions", "none")
NAMED = "I was operated on the back on 20 February 2026."


def episode(shell: Shell) -> dict[str, object]:
    """Give what the standing mark of the episode holds."""
    return next(entry for entry in shell.entries() if entry["kind"] == "episode")


def told_of_operations(shell: Shell) -> list[tuple[object, object]]:
    """Give the day of each operation told of, and from when exercise is allowed."""
    marks = [one for one in shell.entries() if one["kind"] == "episode" and "operated" in one]
    return [(one["operated"], one.get("cleared")) for one in marks]


def test_the_plan_waits_for_whoever_operated(either: Shell) -> None:
    either(*KNOWN)
    either("checkin", "--flags", "none", "--leg", "2")
    assert either("plan", "--json").facts["walks"]
    said = either("profile", "--operated", "2026-02-20")
    assert said.status == 0
    assert "20" in said.err
    plan = either("plan", "--json").facts
    assert plan["excluded"]
    assert (plan["walks"], plan["exercises"], plan["comfort"]) == ([], [], [])
    shown = either("plan").out
    assert "fysioterapeuten" in shown or "physiotherapist" in shown
    assert "--cleared" in shown


def test_it_begins_gently_on_the_day_from_which_exercise_is_allowed(shell: Shell) -> None:
    shell(*KNOWN)
    shell("profile", "--operated", "2026-02-20", "--cleared", "2026-03-04", "--cleared-by", "Dr Lie")
    assert "4 March 2026" in shell("plan").out
    assert shell.on(3, "plan", "--json").facts["excluded"]
    shell.on(4, "checkin", "--flags", "none", "--leg", "1")
    plan = shell("plan", "--json").facts
    assert not plan["excluded"]
    assert plan["level"] == 2
    assert any(one["rule"] == "OP" and "15 May" in one["reason"] for one in plan["decisions"])
    assert episode(shell)["cleared_by"] == "Dr Lie"


def test_what_was_ticked_is_asked_for_its_day_and_goes_with_the_word_that_allows_exercise(
    shell: Shell,
) -> None:
    shell("profile", "--exclusions", "operated,inflammatory", "--tolerance", "10")
    shown = shell("plan").out
    assert "When was the operation" in shown
    assert "--operated" in shown
    shell("profile", "--operated", "2026-02-20")
    assert "operated" in shell("profile", "--json").facts["profile"]["exclusions"]
    shell("profile", "--cleared", "2026-03-01")
    assert shell("profile", "--json").facts["profile"]["exclusions"] == ["inflammatory"]
    assert episode(shell)["operated"] == "2026-02-20", "what is not named stays as it is"
    assert shell("plan", "--json").facts["excluded"]
    shell("undo")
    assert "operated" in shell("profile", "--json").facts["profile"]["exclusions"], "one act, one undo"
    assert "cleared" not in episode(shell)


def test_the_exercises_say_what_waits_and_until_when(shell: Shell) -> None:
    shell(*KNOWN)
    shell("profile", "--operated", "2026-02-20")
    assert "The plan waits until they say that you may exercise." in shell("exercises").out
    assert "waits until whoever operated allows it" in shell("exercises", "E10").out
    shell("profile", "--cleared", "2026-03-10")
    assert "You may exercise from 10 March" in shell("exercises").out
    assert "waits until 10 Mar" in shell("did", "E10").err
    shell("profile", "--cleared", "2026-02-25")
    shell("checkin", "--flags", "none", "--leg", "2")
    knee = next(line for line in shell("exercises").out.splitlines() if "E05" in line)
    assert knee.endswith("waits until 15 May, after your operation")
    assert shell("exercises", "E05", "--json").facts["exercises"][0]["today"] in knee
    assert "held back for you (waits until 15 May" in shell("did", "E05").err
    assert "Single knee to chest: waits until 15 May, after your operation – done" in shell("plan").out
    told = lines(shell, place("Exercises and how they are done"), "Single knee")
    assert "waits until 15 May, after your operation" in told.out


def test_while_a_lock_holds_no_exercise_can_be_read_up(either: Shell) -> None:
    either("checkin", "--flags", "CES1")
    for said in (either("exercises"), either("exercises", "E05")):
        assert "E05" not in said.out
        assert said.out.strip()
        assert said.status == 0
    assert either("exercises", "--json").facts == {"exercises": [], "held": True}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--operated", "2026-03-03"),
        ("--operated", "tomorrow"),
        ("--operated", "2026-02-20", "--cleared", "2026-02-19"),
        ("--cleared", "2026-03-01"),
        ("--operated", "2026-02-20", "--cleared", "2026-02-21", "--cleared-by", "x" * 200),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(shell: Shell, arguments: tuple[str, ...]) -> None:
    shell(*KNOWN)
    said = shell("profile", *arguments)
    assert said.status == 2
    assert said.err.strip()
    assert [entry["kind"] for entry in shell.entries()] == ["profile"]


@pytest.mark.parametrize(
    ("day", "marks"),
    [("2026-03-05", 1), ("2026-03-06", 2), ("2026-02-10", 1), ("2026-02-07", 1), ("2026-02-06", 2)],
)
def test_a_day_nearby_corrects_and_one_further_off_is_another_operation(
    shell: Shell, day: str, marks: int
) -> None:
    shell(*KNOWN)
    shell("profile", "--operated", "2026-02-20", "--cleared", "2026-02-25")
    shell.on(6, "profile", "--operated", day)
    found = [entry for entry in shell.entries() if entry["kind"] == "episode"]
    assert len(found) == marks
    assert found[0]["operated"] == day
    corrected_back = day in {"2026-02-10", "2026-02-07"}
    assert ("cleared" in found[0]) == corrected_back, "a word from before an operation is not about it"
    assert (
        shell("report", "-", "--format", "txt", "--from", "2026-02-01").out.count("operation on the back")
        == marks
    )


@pytest.mark.parametrize("later", [("episode", "rhythm", "twice"), ("episode", "end")])
@pytest.mark.parametrize("day", ["2026-02-15", "2026-02-25"])
def test_a_day_is_corrected_whatever_was_told_of_the_episode_since(
    shell: Shell, later: tuple[str, ...], day: str
) -> None:
    shell(*KNOWN)
    shell("profile", "--operated", "2026-02-20")
    shell(*later)
    shell("profile", "--operated", day, "--cleared", "2026-03-10")
    assert told_of_operations(shell) == [(day, "2026-03-10")]
    if later[-1] != "end":
        assert f"operated on {int(day[-2:])} February 2026" in shell("plan").out
    report = shell("report", "-", "--format", "txt", "--from", "2026-02-01").out
    assert report.count("operation on the back") == 1
    shell("undo")
    assert told_of_operations(shell) == [("2026-02-20", None)], "one act, one undo"


def test_an_older_operation_leaves_the_recent_one_as_it_is(shell: Shell) -> None:
    shell(*KNOWN)
    shell("profile", "--operated", "2026-02-20", "--cleared", "2026-02-25")
    shell("profile", "--operated", "2019-05-01", "--cleared", "2019-06-01")
    listed = shell("episode", "--json").facts["episodes"][-1]
    assert (listed["operated"], listed["cleared"]) == ("2026-02-20", "2026-02-25")
    again = shell("checkin", answers="\n".join((*NOTHING_FITS, "2")) + "\n" * 8)
    assert "Is the wound from your operation red" in again.err
    shell("profile", "--cleared", "2026-03-10")
    assert "You were operated on 20 February 2026." in shell("plan").out, (
        "without a day it is about the latest"
    )


def test_the_wound_is_asked_about_and_whoever_is_called_is_told_of_it(shell: Shell) -> None:
    shell(*KNOWN)
    before = shell("checkin", answers="\n".join((*NOTHING_FITS, "2")) + "\n" * 8)
    assert "wound" not in before.err
    shell("profile", "--operated", "2026-02-20", "--cleared", "2026-02-25")
    again = shell("checkin", answers="\n".join(("", *NOTHING_FITS, "2")) + "\n" * 8)
    assert "Is the wound from your operation red" in again.err
    shell.on(3, "plan")
    daily = shell("checkin", answers="0\n" + "\n" * 8)
    assert "Think of the wound from your operation, too." in daily.err
    red = shell("checkin", "--flags", "OP1")
    assert "Call 116\u00a0117 now" in red.out
    assert NAMED in red.out
    assert shell("plan").status == 1


@pytest.mark.parametrize("flag", ["INF1", "MOT1", "MOT2", "MOT3", "CES1", "CES7", "OP1"])
def test_the_card_names_the_operation_for_twelve_weeks(shell: Shell, flag: str) -> None:
    shell("profile", "--operated", "2026-02-20")
    assert NAMED in shell("checkin", "--flags", flag).out


def test_other_cards_and_other_people_name_none(shell: Shell) -> None:
    assert "operated on" not in shell("checkin", "--flags", "CES1").out
    shell("profile", "--operated", "2025-11-01")
    assert "operated on" not in shell("plan").out, "that was more than twelve weeks ago"


def test_other_cards_do_not_name_it(shell: Shell) -> None:
    shell("profile", "--operated", "2026-02-20")
    assert NAMED not in shell("checkin", "--flags", "MED1").out


def test_an_answer_from_a_version_that_asks_more_holds_as_any_red_one(shell: Shell) -> None:
    """An older program meets OP1 as this one meets a question that it does not know."""
    shell("checkin", "--flags", "none")
    month = next(shell.home.rglob("2026-03.*"))
    month.write_text(
        month.read_text(encoding="utf-8")
        .replace('"MOT1":"no"', '"OP9":"yes"')
        .replace('"MOT1": "no"', '"OP9": "yes"')
    )
    assert shell("plan", "--json").facts["lock"]["flags"] == ["OP9"]


def test_it_is_told_in_plain_lines(shell: Shell) -> None:
    shell(*KNOWN)
    said = lines(
        shell, place("After an operation on the back"), "2026-02-20", "yes", "2026-03-10", "the surgeon",
        place("Today's plan, and why"),
    )  # fmt: skip
    assert "When were you operated on the back?" in said.out + said.err
    assert "10 March 2026" in said.out + said.err
    mark = episode(shell)
    assert (mark["operated"], mark["cleared"], mark["cleared_by"]) == (
        "2026-02-20",
        "2026-03-10",
        "the surgeon",
    )
    lines(shell, place("After an operation on the back"), "", "no")
    assert "cleared" not in episode(shell)


def test_in_plain_lines_the_plan_says_which_line_of_the_list_tells_of_it(shell: Shell) -> None:
    shell("profile", "--exclusions", "operated", "--tolerance", "10")
    said = lines(shell, place("Today's plan, and why"))
    assert "may you exercise? “After an operation on the back” in the list." in said.out + said.err


AFTER_ONE = ["", *NOTHING_FITS]
"""One page more of the safety list: it asks about the wound as soon as an operation is told of."""


def test_the_first_questions_ask_for_the_day_of_what_was_ticked(shell: Shell) -> None:
    rest = ["3", "1", "8", "20", "", "", "", ""]
    said = lines(shell, "", "", "4", "0", *AFTER_ONE, *rest, "2026-02-20", "no")
    assert "Has whoever operated" in said.out + said.err
    assert episode(shell)["operated"] == "2026-02-20"


def test_who_was_allowed_to_exercise_before_the_first_questions_says_so_there(shell: Shell) -> None:
    """Else an operation of a few weeks ago that is cleared would never be told of."""
    rest = ["3", "1", "8", "20", "", "", "", ""]
    said = lines(shell, "", "", "4", "0", *AFTER_ONE, *rest, "2026-02-10", "yes", "2026-02-24", "Dr Lie")
    assert "operated on the back (in the last twelve weeks, or not yet allowed" in said.out + said.err
    assert told_of_operations(shell) == [("2026-02-10", "2026-02-24")]
    assert shell("profile", "--json").facts["profile"].get("exclusions", []) == []
    shell("checkin", "--leg", "2")
    assert not shell("plan", "--json").facts["excluded"]
    assert shell("profile").out.endswith(
        "Operated on the back on 10 February 2026, exercise allowed from 24 February 2026 (Dr Lie).\n"
    )
    assert "waits until 5 May, after your operation" in shell("exercises", "E05").out


def test_the_therapists_word_stands_beside_the_plan_and_where_it_waits(shell: Shell) -> None:
    file = shell.home.parent / "p.yaml"
    waits = "No sitting for long. " * 20 + "No lifting above 5 kg until 20 April."
    file.write_text(f"name: Hospital\nnote: {waits}\n")
    shell(*KNOWN)
    shell("programme", "use", str(file))
    shell("checkin", "--flags", "none", "--leg", "2")
    assert waits in shell("plan").out
    shell("profile", "--operated", "2026-02-20")
    assert waits in shell("plan").out
    assert shell("plan", "--json").facts["programme"]["note"] == waits
    shell("profile", "--cleared", "2026-02-25")
    page = file.with_name("sheet.html")
    shell("sheet", str(page))
    for said in (
        shell("plan").out,
        page.read_text(encoding="utf-8"),
        lines(shell, place("Today's plan, and why")).out,
    ):
        assert waits in said
        assert "Until 15 May no exercise here goes far into a bend or a twist" in said
