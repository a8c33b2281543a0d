"""How often one is asked, in the shell, in lines and on the phone: as it was chosen, and without blame."""

from datetime import date, datetime, timedelta

import pytest

from tests.cli.conftest import OSLO, Shell, at, listed
from tests.cli.test_episode import THE_EPISODE
from tests.cli.test_lines import lines, place
from tests.well_again import TODAY


def statuses(shell: Shell) -> list[tuple[str, str, str]]:
    """Give title, repetition and status of every event of the calendar."""
    events = shell("reminders", "-").out.split("BEGIN:VEVENT")[1:]
    found = []
    for event in events:
        fields = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
        found.append(
            (fields["UID"].split("@")[0], fields.get("RRULE", "").split(";UNTIL")[0], fields["STATUS"])
        )
    return found


def test_reminders_are_silent_when_it_is_closed_and_follow_the_rhythm(well: Shell) -> None:
    assert ("check-in", "FREQ=WEEKLY", "CONFIRMED") in statuses(well), "once a week is enough"
    well("episode", "rhythm", "twice")
    assert ("check-in", "FREQ=DAILY;INTERVAL=3", "CONFIRMED") in statuses(well)
    well("episode", "rhythm", "monthly")
    assert ("check-in", "FREQ=WEEKLY;INTERVAL=4", "CONFIRMED") in statuses(well)
    well("episode", "end")
    assert {status for _key, _rule, status in statuses(well)} == {"CANCELLED"}


def test_in_a_slower_rhythm_nobody_is_blamed_for_a_day_without_a_check_in(well: Shell) -> None:
    well("checkin", "--flags", "none", "--leg", "1")
    well("episode", "rhythm", "monthly")
    at(well, TODAY + timedelta(days=3))
    said = well("plan").out
    assert {"nb": "slik du har valgt", "en": "as you chose"}[well.language] in said
    assert {"nb": "Hvordan er morgenen?", "en": "How is it this morning?"}[well.language] not in said
    at(well, TODAY + timedelta(days=27))
    assert {"nb": "slik du har valgt", "en": "as you chose"}[well.language] in well("plan").out
    at(well, TODAY + timedelta(days=28))
    due = well("plan").out
    assert {"nb": "slik du har valgt", "en": "as you chose"}[well.language] not in due
    assert {"nb": "Hvordan er morgenen?", "en": "How is it this morning?"}[well.language] in due


def test_how_often_one_is_asked_is_said_taken_back_and_chosen_anew(well: Shell) -> None:
    said = {
        "twice": {"nb": "innsjekk to ganger i uken", "en": "a check-in twice a week"},
        "monthly": {"nb": "innsjekk én gang i måneden", "en": "a check-in once a month"},
    }
    twice, monthly = (said[rhythm][well.language] for rhythm in ("twice", "monthly"))
    for rhythm in said:
        well("episode", "rhythm", rhythm)
        at(well, TODAY + timedelta(days=1))
    assert monthly in well("episode").out
    how_to_go_on = lines(well, place(THE_EPISODE), "", "")
    assert (
        f"{ {'nb': 'som nå', 'en': 'as now'}[well.language] }: {monthly}"
        in how_to_go_on.out + how_to_go_on.err
    )
    taken = well("undo")
    assert {"nb": "én gang i måneden", "en": "once a month"}[well.language] in taken.out + taken.err
    assert (listed(well)[-1]["rhythm"], twice in well("episode").out) == ("twice", True)
    well("episode", "rhythm", "daily")
    assert (listed(well)[-1]["rhythm"], twice in well("episode").out) == ("daily", False)
    well("undo")
    well("undo")
    assert (listed(well)[-1]["rhythm"], twice in well("episode").out) == ("daily", False)


@pytest.mark.parametrize(("rhythm", "rest"), [("twice", 3), ("monthly", 28)])
def test_the_phone_reminds_on_the_day_that_today_names(well: Shell, rhythm: str, rest: int) -> None:
    well("checkin", "--flags", "none", "--leg", "1")
    well("episode", "rhythm", rhythm)
    at(well, TODAY + timedelta(days=1))
    assert first_reminder(well) == TODAY + timedelta(days=rest)
    at(well, TODAY + timedelta(days=rest + 1))
    assert first_reminder(well) == TODAY + timedelta(days=rest + 1), "it is due, so not on a day gone by"
    well("checkin", "--flare", "--flags", "none", "--leg", "6")
    at(well, TODAY + timedelta(days=rest + 2))
    assert first_reminder(well) == TODAY + timedelta(days=rest + 2), "in a flare every day"
    assert ("check-in", "FREQ=DAILY", "CONFIRMED") in statuses(well)


def first_reminder(shell: Shell) -> date:
    event = next(one for one in shell("reminders", "-").out.split("BEGIN:VEVENT") if "UID:check-in@" in one)
    began = next(line for line in event.splitlines() if line.startswith("DTSTART"))
    return datetime.strptime(began.split(":")[1][:8], "%Y%m%d").replace(tzinfo=OSLO).date()
