"""A whole file of reminders as ical.js reads it, which Thunderbird and calendars on the web are built on."""

import json
import subprocess
from datetime import UTC, datetime, time, timedelta
from typing import Any

import icalendar
import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n.language import speaking
from ryggkompis.report.calendar import calendar
from ryggkompis.report.reminders import Wishes, reminders, taken_out
from tests.domain.patient import DAY_0, Patient
from tests.needs import PACKAGES, needs
from tests.report.test_sheet import LANGUAGES

pytestmark = [needs("node"), needs("ical.js")]

WRITTEN = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def a_file(language: Language) -> bytes:
    patient = Patient.at_level(2, days=3)
    patient.say(Profile, 2, time(9), next_visit=DAY_0 + timedelta(days=20), therapist="Kari")
    plan, profile = patient.plan(3), patient.history().profile(DAY_0 + timedelta(days=3))
    with speaking(language):
        meant = reminders(plan, profile, Wishes(positions=True, interval=45))
        gone = taken_out(meant, {"walk-9": plan.day, "position-0910": plan.day}, plan.day)
        return calendar((*meant, *gone), "a1b2", WRITTEN)


def read(data: bytes) -> dict[str, dict[str, Any]]:
    done = subprocess.run(
        ["node", str(PACKAGES.parent / "read_calendar.mjs")],
        input=data, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return {event["uid"].partition("@")[0]: event for event in json.loads(done.stdout)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_time_of_the_day_comes_and_rings(language: Language) -> None:
    found = read(a_file(language))
    assert {uid["uid"].partition("@")[2] for uid in found.values()} == {"a1b2.ryggkompis"}
    assert found["walk-1"]["comes"] == [f"2026-03-0{n}T09:30:00" for n in (5, 6, 7)]
    assert found["walk-1"]["rings"] == ["2026-03-05T09:30:00"]
    changes = sorted(key for key, event in found.items() if "position" in key and event["rings"])
    assert changes[:3] == ["position-0900", "position-0945", "position-1030"]
    assert found["position-0945"]["comes"][1] == "2026-03-06T09:45:00"
    assert found["weekly-review"]["comes"][:2] == ["2026-03-08T18:00:00", "2026-03-15T18:00:00"]
    assert found["visit"]["comes"] == ["2026-03-22"]
    assert found["visit"]["rings"] == ["2026-03-20T09:00:00", "2026-03-21T18:00:00"]
    gone = {key for key, event in found.items() if event["status"] == "CANCELLED"}
    assert gone == {"walk-9", "position-0910"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readers_agree(language: Language) -> None:
    data = a_file(language)
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    theirs = {str(event["uid"]).partition("@")[0]: str(event["summary"]) for event in events}
    assert {key: event["title"] for key, event in read(data).items()} == theirs
