"""A whole day in plain lines: the same questions, the same answers, nothing drawn."""

import io
import re
import sys
import time
from pathlib import Path

import pytest

from ryggkompis.cli.hints import HINTS
from ryggkompis.cli.lines.hints import NAMES
from ryggkompis.cli.lines.items import ITEMS
from ryggkompis.cli.lines.menu import open_lines
from ryggkompis.cli.registry import COMMANDS
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import use
from ryggkompis.store.places import Places
from ryggkompis.store.settings import Settings
from tests.cli.conftest import Ran, Shell, StandingClock

PLACES = {name: str(place) for place, (name, _do) in enumerate(ITEMS, 1)}
NOTHING_FITS = [*[""] * 4, "0", "yes"]
"""Five pages of the safety list."""
FIRST = ["", "", "0", "0", *NOTHING_FITS, "3", "1", "8", "20", "", "", "", "", "0"]
"""Language, what this is, two lists, safety; weeks, leg, minutes, minutes a day, goals, cancer; drawing."""


def place(name: str) -> str:
    return PLACES[name]


def test_whatever_a_command_helps_with_a_line_of_the_list_helps_with_too() -> None:
    assert {act for act in HINTS if isinstance(act, str)} <= NAMES.keys()
    assert set(NAMES.values()) <= PLACES.keys()


def lines(shell: Shell, *answers: str) -> Ran:
    """Answer line by line, and leave."""
    use("nb" if shell.language == "nb" else "en")
    shell.monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join((*answers, "")) + "\n"))
    parser_said = type("Said", (), {"plain": True, "json": False, "data_dir": None, "date": None})()
    here = Surroundings(parser_said, Places.find(str(shell.home), {}), Settings(), shell.clock, COMMANDS)
    status = open_lines(here)
    out, err = shell.capsys.readouterr()
    return Ran(status, out, err)


def kinds(shell: Shell) -> list[str]:
    return [entry["kind"] for entry in shell.entries()][::-1]


def test_somebody_new_is_asked_the_first_questions_and_has_a_plan(either: Shell) -> None:
    said = lines(either, *FIRST, place("Today's plan, and why"))
    assert said.status == 0
    assert kinds(either) == ["gate", "profile"]
    profile = next(entry for entry in either.entries() if entry["kind"] == "profile")
    assert (profile["walk_tolerance"], profile["walks_now"]) == (8, 20)
    assert "min" in said.out
    assert "\x1b" not in said.out + said.err


def test_what_helps_is_named_as_it_stands_in_the_list(either: Shell) -> None:
    """There is no shell to type a command into."""
    said = lines(either, *FIRST, place("Today's plan, and why"))
    named = {"nb": "«Jeg har byttet stilling» i listen.", "en": "“I have changed position” in the list."}
    assert named[either.language] in said.out
    assert "ryggkompis" not in said.out.casefold()
    either("checkin", "--flags", "CES1")
    locked = lines(either, place("Today's plan, and why"))
    opens = {
        "nb": "«Sett av lege: åpne låsen» i listen.",
        "en": "“Seen by a doctor: open the lock” in the list.",
    }
    assert opens[either.language] in locked.out
    assert "ryggkompis" not in locked.out.casefold()
    assert "ryggkompis clear" in either("plan").out, "the shell names its command again"


def test_no_command_is_advised_where_there_is_no_shell(either: Shell, tmp_path: Path) -> None:
    lines(either, *FIRST)
    everything = str(len(either.entries()) + 1)
    (either.home / "journal" / "2026-01.json").write_bytes(b"{damaged")
    table = tmp_path / "pain.csv"
    table.write_text("date,leg\n2026-02-01,4\n2026-02-02,5\n", encoding="utf-8")
    for answers, heard in (
        ((place("The programme as a file"), "1"), "programme as a file"),
        ((place("Erase for good"), everything, "no"), "Write a backup"),
        ((place("Look over the files of the diary"), "n"), "2026-01.json"),
        ((place("Take in another program's file"), str(table), "1", "1"), "How it has gone"),
        ((place("What came from other programs' files"), "1", "1"), "Take the latest back"),
        ((place("Exercises and how they are done"), "1"), ""),
    ):
        said = lines(either, *answers)
        assert not re.search("[“«]ryggkompis", said.out + said.err), said
        assert either.language == "nb" or heard in said.out + said.err, said


def test_a_red_flag_in_the_first_questions_shows_the_card_and_asks_no_more(either: Shell) -> None:
    said = lines(either, "", "", "0", "0", "1", "1")
    assert "1 1 3" in said.out + said.err
    assert "profile" not in kinds(either)
    assert either("plan").status == 1


def test_a_day_from_check_in_to_report(either: Shell, tmp_path: Path) -> None:
    lines(either, *FIRST)
    morning = ["2", "1", "0", "0", "0", "3", "2"]
    said = lines(either, place("Check in"), *morning)
    assert "check_in" in kinds(either), said.err
    lines(either, place("Take a walk"), "2", "12", "3", "1", "0")
    lines(either, place("Write a note"), "numb toes")
    lines(either, place("I have changed position"))
    said = lines(either, place("How it has gone"))
    assert said.out
    report = tmp_path / "report.txt"
    lines(either, place("Write a report"), "", str(report))
    assert report.exists()
    walk = next(entry for entry in either.entries() if entry["kind"] == "walk")
    assert (walk["minutes"], walk["peak_leg"], walk["settled"], walk["further_down"]) == (12, 3, 0, False)
    assert {"note", "position_change"} <= set(kinds(either))


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def test_exercises_are_counted_aloud_and_kept(either: Shell, no_waiting: list[float]) -> None:
    lines(either, *FIRST)
    planned = either("plan", "--json").facts["exercises"]
    said = lines(either, place("Exercises, one at a time"), *["1", "2"] * len(planned))
    done = [entry for entry in either.entries() if entry["kind"] == "exercise"]
    assert [entry["exercise"] for entry in reversed(done)] == [one["id"] for one in planned]
    assert all(entry["sets"] for entry in done)
    assert all(entry["response"] == "same" for entry in done)
    assert "1\n2\n3\n" in said.out
    assert sum(no_waiting) > 60


def test_an_exercise_can_be_left_out_and_pain_that_goes_down_ends_it(
    either: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines(either, *FIRST)
    planned = either("plan", "--json").facts["exercises"]

    def stop(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", stop)
    lines(either, place("Exercises, one at a time"), "1", "1", *["0"] * (len(planned) - 1))
    (kept,) = [entry for entry in either.entries() if entry["kind"] == "exercise"]
    assert (kept["exercise"], kept["response"]) == (planned[0]["id"], "down")
    assert "sets" not in kept


def test_under_a_lock_there_are_no_exercises(either: Shell) -> None:
    either("checkin", "--flags", "CES1", "--leg", "3")
    said = lines(either, "", "", "0", "0", place("Exercises, one at a time"))
    assert not [entry for entry in either.entries() if entry["kind"] == "exercise"]
    assert "Traceback" not in said.err


def test_a_setting_is_changed_and_holds(shell: Shell) -> None:
    lines(shell, *FIRST)
    lines(shell, place("Settings"), "4", "2")
    assert "numbers" in (shell.home / "settings.json").read_text(encoding="utf-8")
    said = lines(shell, place("Check in"), "2", "1", "0", "0", "0")
    assert "0–10" not in said.err


def test_an_entry_is_changed_field_by_field_and_blank_keeps(either: Shell) -> None:
    lines(either, *FIRST)
    either("walk", "12", "--peak", "3")
    lines(either, place("Change an entry"), "1", "", "15", "", "", "")
    walk = next(entry for entry in either.entries() if entry["kind"] == "walk")
    assert (walk["minutes"], walk["peak_leg"], walk["rev"]) == (15, 3, 2)


def test_an_entry_is_moved_to_another_day(either: Shell) -> None:
    lines(either, *FIRST)
    either("note", "numb toes")
    lines(either, place("Change an entry"), "1", "2026-03-01", "")
    note = next(entry for entry in either.entries() if entry["kind"] == "note")
    assert (note["day"], note["text"]) == ("2026-03-01", "numb toes")


def limits(shell: Shell) -> dict[str, int]:
    found: dict[str, int] = next(one for one in shell.entries() if one["kind"] == "profile")["thresholds"]
    return found


def test_a_limit_of_the_plan_is_changed_after_a_warning(either: Shell) -> None:
    lines(either, *FIRST)
    lines(either, place("The limits of the plan"), "0")
    assert limits(either) == {}
    lines(either, place("The limits of the plan"), "1", "1", "1")
    assert len(limits(either)) == 1


def test_what_is_no_number_of_the_list_is_said_and_asked_again(shell: Shell) -> None:
    lines(shell, *FIRST)
    said = lines(shell, "elephant", "99", place("Cards to read"), "1")
    assert said.status == 0
    assert "What is a herniation?" in said.out


def test_a_walk_now_is_measured_by_the_clock(shell: Shell) -> None:
    lines(shell, *FIRST)
    shell.clock = MovingClock()
    lines(shell, place("Take a walk"), "1", "", "", "2", "1", "0")
    walk = next(entry for entry in shell.entries() if entry["kind"] == "walk")
    assert walk["minutes"] >= 1


class MovingClock(StandingClock):
    """Each look at it is a minute later."""


def test_every_name_is_a_message() -> None:
    assert all(N_(name) for name, _do in ITEMS)


def test_a_foreign_file_asks_what_is_what_and_is_told_before_it_comes(shell: Shell, tmp_path: Path) -> None:
    lines(shell, *FIRST)
    table = tmp_path / "diary.csv"
    table.write_text("When;Leg pain;Mood\n28.2.2026;3;glad\n1.3.2026;5;\n")
    answers = ("1", "1", "")  # the day; the leg; the mood is left out
    before = kinds(shell)
    left = lines(shell, place("Take in another program's file"), str(table), *answers, "0")
    assert kinds(shell) == before
    assert "28.2.2026;3;glad" in left.err
    assert "Leg: 2 numbers. Lowest 3 (28 Feb 2026), middle 3, highest 5 (1 Mar 2026)." in left.err
    said = lines(shell, place("Take in another program's file"), str(table), *answers, "1")
    assert said.status == 0
    assert kinds(shell).count("check_in") == before.count("check_in") + 2
