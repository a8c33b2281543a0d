"""``reminders``: the day's rhythm for the phone, also when the plan changes and when there is none."""

import json
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.cli.conftest import Shell


def events(path: Path) -> dict[str, Any]:
    found = icalendar.Calendar.from_ical(path.read_bytes())
    assert not found.errors
    return {str(event["uid"]).partition("@")[0]: event for event in found.walk("VEVENT")}


def confirmed(path: Path) -> set[str]:
    return {key for key, event in events(path).items() if event["status"] == "CONFIRMED"}


def test_the_day_is_in_the_calendar(either: Shell, tmp_path: Path) -> None:
    ran = either("reminders", "day.ics")
    assert ran.status == 0
    assert ran.out == ""
    assert "day.ics" in ran.err
    assert confirmed(tmp_path / "day.ics") == {
        "check-in",
        "walk-1",
        "walk-2",
        "walk-3",
        "walk-4",
        "weekly-review",
    }
    title = str(events(tmp_path / "day.ics")["walk-1"]["summary"])
    assert title == ("Gåtur, 3\xa0min" if either.language == "nb" else "Walk, 3\xa0min")


def test_a_new_file_replaces_the_old_one_and_nobody_elses(shell: Shell, tmp_path: Path) -> None:
    assert shell("reminders", "day.ics").status == 0
    assert shell("reminders", "day.ics").status == 0
    (tmp_path / "other.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//\r\n")
    ran = shell("reminders", "other.ics")
    assert ran.status == 2
    assert "--force" in ran.err
    assert b"Somebody" in (tmp_path / "other.ics").read_bytes()
    assert shell("reminders", "other.ics", "--force").status == 0


def test_a_lock_takes_the_walks_out_and_leaves_the_check_in(shell: Shell, tmp_path: Path) -> None:
    shell("reminders", "day.ics", "--positions")
    assert {"walk-4", "position-0900"} <= confirmed(tmp_path / "day.ics")
    shell("checkin", "--flags", "CES1")
    for _ in range(2):
        ran = shell("reminders", "day.ics", "--positions")
        assert "no plan now" in ran.err
        assert confirmed(tmp_path / "day.ics") == {"check-in", "weekly-review"}
        assert {"walk-1", "position-0900"} <= events(tmp_path / "day.ics").keys(), "whichever one opens"


def test_nothing_is_cancelled_that_was_in_no_earlier_file(shell: Shell, tmp_path: Path) -> None:
    shell("checkin", "--flags", "CES1")
    shell("reminders", "day.ics", "--positions")
    assert events(tmp_path / "day.ics").keys() == {"check-in", "weekly-review"}
    shell("clear", "--by", "Dr Hansen", "--yes")
    shell("reminders", "day.ics")
    assert events(tmp_path / "day.ics").keys() == confirmed(tmp_path / "day.ics")


def test_what_has_rung_for_the_last_time_is_forgotten(shell: Shell, tmp_path: Path) -> None:
    shell("reminders", "day.ics", "--positions")
    shell.on(30, "reminders", "day.ics")
    assert "position-0900" in events(tmp_path / "day.ics")
    shell.on(31, "reminders", "day.ics")
    assert events(tmp_path / "day.ics").keys() == confirmed(tmp_path / "day.ics")


def test_a_visit_that_was_called_off_is_taken_out(shell: Shell, tmp_path: Path) -> None:
    shell("visit", "--next", "2026-03-11")
    shell("reminders", "day.ics")
    assert len(events(tmp_path / "day.ics")["visit"].walk("VALARM")) == 2
    shell("undo")
    shell("reminders", "day.ics")
    assert events(tmp_path / "day.ics")["visit"]["status"] == "CANCELLED"


def test_a_visit_tomorrow_rings_only_when_that_is_still_to_come(shell: Shell, tmp_path: Path) -> None:
    shell("visit", "--next", "2026-03-03")
    shell("reminders", "day.ics")
    (alarm,) = events(tmp_path / "day.ics")["visit"].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-6)


def test_ids_stay_and_are_those_of_one_diary(shell: Shell, tmp_path: Path) -> None:
    def ids(file: str) -> set[str]:
        return {str(event["uid"]) for event in events(tmp_path / file).values()}

    shell("reminders", "day.ics")
    shell("reminders", "later.ics", "--positions")
    assert ids("day.ics") <= ids("later.ics")
    shell("reminders", "other.ics", "--data-dir", str(tmp_path / "somebody"))
    assert ids("other.ics").isdisjoint(ids("later.ics"))


@pytest.mark.parametrize("minutes", [10, 30, 45])
def test_each_change_of_position_is_an_event_of_its_own(shell: Shell, tmp_path: Path, minutes: int) -> None:
    shell.home.mkdir(parents=True)
    (shell.home / "settings.json").write_text(json.dumps({"sit_minutes": minutes}))
    shell("reminders", "day.ics", "--positions")
    assert b"BYHOUR" not in (tmp_path / "day.ics").read_bytes()
    starts = sorted(
        event.decoded("dtstart") for key, event in events(tmp_path / "day.ics").items() if "position" in key
    )
    assert f"{starts[0]:%H:%M}" == "09:00"
    assert {later - one for one, later in pairwise(starts)} == {timedelta(minutes=minutes)}
    assert starts[-1].hour == 19


def test_nothing_in_a_title_says_what_it_is_about(shell: Shell, tmp_path: Path) -> None:
    shell("checkin", "--leg", "7", "--flags", "none")
    shell("reminders", "day.ics", "--positions")
    text = (tmp_path / "day.ics").read_text(encoding="utf-8").casefold()
    assert not any(word in text for word in ("pain", "leg", "back pain", "prolapse", "herniation", "7/10"))


def test_hours_and_days_can_be_chosen(shell: Shell, tmp_path: Path) -> None:
    shell("reminders", "day.ics", "--checkin", "06:45", "--review", "fri")
    found = events(tmp_path / "day.ics")
    assert f"{found['check-in'].decoded('dtstart'):%H:%M}" == "06:45"
    assert f"{found['weekly-review'].decoded('dtstart'):%a}" == "Fri"


def test_standard_output_is_the_file(shell: Shell) -> None:
    assert shell("reminders", "-").out.startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["day.txt"], ".ics"),
        (["none/day.ics"], "is not there"),
        (["day.ics", "--checkin", "25:00"], "no time of day"),
        (["day.ics", "--checkin", "soon"], "no time of day"),
        (["day.ics", "--checkin", "8:5"], "no time of day"),
        (["day.ics", "--checkin", "8:00030"], "no time of day"),
        (["day.ics", "--review", "someday"], "mon (Monday), tue"),
        ([], "FILE"),
    ],
)
def test_what_cannot_be_done_is_said(shell: Shell, arguments: list[str], words: str) -> None:
    ran = shell("reminders", *arguments)
    assert ran.status == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_is_no_file(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "day.ics").mkdir()
    assert shell("reminders", "day.ics").status == 2
