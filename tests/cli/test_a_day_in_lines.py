"""A whole day in plain lines, as it is heard: few words, a line after each act, and all there is in reach."""

import io
import re
import shutil
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.cli.lines.items import GROUPS, ITEMS
from ryggkompis.cli.registry import COMMANDS
from ryggkompis.i18n.language import _, use
from ryggkompis.services.demo import live_through
from tests.cli.conftest import OSLO, Ran, Shell, StandingClock
from tests.cli.test_lines import lines, place
from tests.tui.screen_text import FixedClock, a_companion

BEFORE: Final = {"nb": 2851, "en": 3020}
"""Words of the same day while the plan, also after a check-in, was all that lies behind it."""
YESTERDAY: Final = datetime(2026, 3, 19, 20, 15, tzinfo=OSLO)
NOW: Final = datetime(2026, 3, 20, 9, 30, tzinfo=OSLO)
CHECK_IN: Final = ("0", "2", "1", "1", "1")
"""Nothing new, as yesterday, the same in all of it; leg and back."""
EVENING: Final = ("0", "2", "2", "1", "3")
REACHED: Final = {
    "plan": "Today's plan, and why",
    "checkin": "Check in",
    "less": "Leave an exercise out today",
    "evening": "How the whole day was",
    "weekly": "Look back on the week",
    "walk": "Take a walk",
    "did": "An exercise you have done",
    "moved": "I have changed position",
    "sit": "How long you have sat",
    "status": "How the day stands, in one line",
    "drawing": "Mark where it hurts, or is numb",
    "note": "Write a note",
    "medicine": "Write down a medicine",
    "event": "Mark something that happened",
    "visit": "The next visit",
    "profile": "The first questions, about you",
    "episode": "This episode: how to go on, or that it is back",
    "clear": "Seen by a doctor: open the lock",
    "undo": "Take the latest back",
    "redo": "Bring back what was taken back",
    "log": "What you have noted",
    "progress": "How it has gone",
    "exercises": "Exercises and how they are done",
    "learn": "Cards to read",
    "urgent": "When do I need help now?",
    "report": "Write a report",
    "sheet": "Write the plan for the wall",
    "reminders": "Reminders for the phone's calendar",
    "programme": "The programme as a file",
    "import": "Take in another program's file",
    "backup": "Write a backup",
    "restore": "Bring a backup or a copy back",
    "lock": "Put the diary behind a passphrase",
    "unlock": "Take the passphrase away",
    "doctor": "Look over the files of the diary",
    "erase": "Erase for good",
    "where": "Where your data is",
}
"""Each command of the shell, and what does the same in the list."""
OF_THE_SHELL: Final = {"completion", "demo"}
"""Of no use where no command is typed, and in a diary that is one's own."""


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same ten weeks in each language."""
    places = {language: tmp_path_factory.mktemp("life") / language for language in BEFORE}
    for language, home in places.items():
        use("nb" if language == "nb" else "en")
        live_through(a_companion(home, FixedClock(YESTERDAY)))
    return places


@pytest.fixture
def lived(either: Shell, lives: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Somebody in the tenth week, on a morning when nothing has been said yet."""
    shutil.copytree(lives[either.language], either.home)
    use("nb" if either.language == "nb" else "en")
    either.clock = StandingClock(NOW)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    return either


def walk(minutes: str) -> tuple[str, ...]:
    return (place("Take a walk"), "2", minutes, "1", "1", "0")


def the_day(shell: Shell) -> Ran:
    """Open the lines once, and live a day in them."""
    exercises = shell("plan", "--json").facts["exercises"]
    return lines(
        shell,
        *(place("Check in"), *CHECK_IN, place("Today's plan, and why")),
        *(place("Exercises, one at a time"), *("1", "2") * len(exercises)),
        *(*walk("11"), place("I have changed position")),
        *(*walk("8"), place("I have changed position")),
        *(place("Write a note"), "hagen"),
        *(*walk("7"), place("How the whole day was"), *EVENING),
    )


def words(said: Ran) -> int:
    return len(re.findall(r"\w+", said.out + said.err))


def test_a_whole_day_takes_under_half_of_the_words_it_took(lived: Shell) -> None:
    said = the_day(lived)
    kinds = [entry["kind"] for entry in lived.entries() if entry["day"] == "2026-03-20"]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "gate": 1, "check_in": 1, "exercise": 5, "walk": 3, "position_change": 2, "note": 1, "evening": 1,
    }  # fmt: skip
    assert 1000 < words(said) < BEFORE[lived.language] / 2


def heard(shell: Shell, monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Give the lines that are heard after the last answer and before the next question."""
    both = io.StringIO()
    monkeypatch.setattr(sys, "stdout", both)
    monkeypatch.setattr(sys, "stderr", both)
    lines(shell, *answers)
    *_before, last, _left = re.split(
        rf"{re.escape(_('What now?'))}|{_('Answer:')}|\[0 [^]]*\]", both.getvalue()
    )
    return [line for line in last.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "act",
    [
        (place("Check in"), *CHECK_IN),
        (place("I have changed position"),),
        walk("11"),
        (place("Write a note"), "hagen"),
        (place("How the whole day was"), *EVENING[:2], "0", *EVENING[2:]),
        (place("Less today: it is a bad day"),),
        (place("Leave an exercise out today"), "1"),
        (place("An exercise one level easier today"), "1"),
        (place("How the day stands, in one line"),),
        (place("How long you have sat"),),
    ],
    ids=lambda act: ITEMS[int(act[0]) - 1][0],
)
def test_after_each_act_one_line_is_heard(
    lived: Shell, act: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(heard(lived, monkeypatch, *act)) == 1


def test_nothing_runs_together_with_the_line_to_answer_on(lived: Shell) -> None:
    """What was said before, and an example, are lines of their own."""
    said = lines(lived, place("The first questions, about you"), *[""] * 12)
    prompt = {"nb": "Svar:", "en": "Answer:"}[lived.language]
    assert prompt in said.err
    assert not re.search(rf"\w[^\n]* {prompt}", said.err.replace(f"{prompt} ", f"{prompt}\n"))


def test_the_list_is_said_once_and_each_group_on_demand(lived: Shell) -> None:
    last, note = _(ITEMS[-1][0]), place("Write a note")
    opened = lines(lived, note, "hagen", note, "huset")
    assert opened.err.count(f"  1 {_(ITEMS[0][0])}") == 1
    assert last not in opened.err
    (title, items) = GROUPS[-1]
    assert _(title) in opened.err
    group = lines(lived, _(title).upper()).err
    assert all(_(name) in group for name, _do in items)
    assert last in lines(lived, "?").err


def test_every_command_of_the_shell_is_in_the_list() -> None:
    assert {*REACHED, *OF_THE_SHELL} >= COMMANDS.keys()
    assert {*REACHED.values()} <= {name for name, _do in ITEMS}


def test_the_diary_is_kept_brought_back_and_erased_from_the_list(lived: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.zip"
    lines(lived, place("Write a note"), "hagen", place("Write a backup"), str(copy))
    assert copy.exists()
    lines(lived, place("Erase for good"), "1", "1")
    assert "hagen" not in str(lived.entries())
    (lived.home / "journal" / "2026-03.json").unlink()
    lines(lived, place("Bring a backup or a copy back"), "1", str(copy), "1")
    assert len(lived.entries()) > 100
    calendar = tmp_path / "day.ics"
    lines(lived, place("Reminders for the phone's calendar"), str(calendar))
    assert calendar.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    template = lines(lived, place("The programme as a file"), "4").out
    assert "levels:" in template


def test_what_was_taken_in_is_taken_out_from_the_list(lived: Shell, tmp_path: Path) -> None:
    table = tmp_path / "diary.csv"
    table.write_text("When;Mood\n1.3.2026;fine\n")
    lived("import", str(table), "--map", "When=day", "--map", "Mood=note")
    before = len(lived.entries())
    lines(lived, place("What came from other programs' files"), "1", "1")
    assert len(lived.entries()) == before - 1


@pytest.mark.parametrize(("answers", "kinds"), [(("", "5"), ["note", "steps"]), (("", ""), ["steps"])])
def test_the_other_columns_of_a_table_of_steps_are_asked_about_in_the_list(
    lived: Shell, tmp_path: Path, answers: tuple[str, ...], kinds: list[str]
) -> None:
    table = tmp_path / "a table.csv"
    table.write_text("date,Sore leg,steps,Mood\n2026-02-27,3,5000,ok\n")
    lines(lived, place("Take in another program's file"), f"'{table}'", *answers, "1")
    assert sorted(str(entry["kind"]) for entry in lived.entries() if "origin" in entry) == kinds


@pytest.mark.parametrize(("answer", "came"), [("1", 2), ("0", 1)])
def test_very_many_steps_are_asked_about_in_the_list(
    lived: Shell, tmp_path: Path, answer: str, came: int
) -> None:
    table = tmp_path / "many.csv"
    table.write_text("date,steps\n2026-02-27,5000\n2026-02-28,120000\n")
    before = len(lived.entries())
    said = lines(lived, place("Take in another program's file"), str(table), answer, "1")
    assert len(lived.entries()) == before + came
    assert len(re.findall(r"5\W000 \(CSV\)", said.out + said.err)) == 1, "what it holds is heard once"


def test_an_exercise_that_is_known_is_not_explained_each_time(lived: Shell) -> None:
    said = lines(lived, place("Exercises, one at a time"), *CHECK_IN[:1], "2", "0", *"0000")
    first = {"nb": "Stram setet", "en": "Squeeze your seat"}[lived.language]
    assert said.out.count(first) == 1
    assert first not in lines(lived, place("Exercises, one at a time"), *"00000").out


def test_the_plan_in_plain_words_is_the_short_plan(lived: Shell) -> None:
    """Plain is how it is written, not how much: all that lies behind it is asked for."""
    plain = lived("plan", "--plain").out
    assert plain == lived("plan").out
    assert len(lived("plan", "--plain", "--why").out) > 2 * len(plain)


def test_what_comes_before_a_plan_is_never_shortened(lived: Shell) -> None:
    """In one line stands how the day is; a card, and a word to somebody who is low, stand whole before it."""
    crisis = lived("checkin", "--flags", "PSY1", "--plain").out
    assert "116" in crisis
    assert "PSY1" not in crisis
    locked = lived("checkin", "--flags", "CES1", "--plain")
    assert locked.status == 1
    card = locked.out.partition("\n\n")[2]
    assert card
    assert card in lived("plan").out
