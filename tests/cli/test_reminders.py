"""``reminders``: the day's rhythm for the phone, also when the plan changes and when there is none."""

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
    assert "position" in confirmed(tmp_path / "day.ics")
    shell("checkin", "--flags", "CES1")
    ran = shell("reminders", "day.ics", "--positions")
    assert "no plan now" in ran.err
    assert confirmed(tmp_path / "day.ics") == {"check-in", "weekly-review"}
    assert {"walk-1", "position"} <= events(tmp_path / "day.ics").keys()


def test_nothing_in_a_title_says_what_it_is_about(shell: Shell, tmp_path: Path) -> None:
    shell("checkin", "--leg", "7", "--flags", "none")
    shell("reminders", "day.ics", "--positions")
    text = (tmp_path / "day.ics").read_text().casefold()
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
        (["day.ics", "--review", "someday"], "mon, tue"),
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
