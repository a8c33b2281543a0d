"""Nights on which the clock jumps, and a suitcase: no entry moves, vanishes or doubles."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.cli.conftest import Shell, StandingClock

NIGHTS = {
    "Europe/Oslo": ("2025-10-26 00:30", "2026-03-29 00:30"),
    "America/New_York": ("2025-11-02 04:30", "2026-03-08 05:30"),
    "Australia/Lord_Howe": ("2025-10-04 14:30", "2026-04-04 14:00"),
    "Asia/Kathmandu": ("2026-01-01 18:00", "2026-02-28 18:10"),
    "Pacific/Apia": ("2026-01-10 09:30", "2026-01-10 10:30"),
    "Pacific/Kiritimati": ("2026-01-11 09:30", "2026-01-11 14:30"),
}
"""Zones, and moments in UTC shortly before something happens there."""


def clock(zone: str, moment: datetime) -> StandingClock:
    return StandingClock(moment.astimezone(ZoneInfo(zone)), zone)


@pytest.mark.parametrize("zone", NIGHTS)
def test_every_hour_of_a_night_is_kept_once_and_on_its_day(shell: Shell, zone: str) -> None:
    expected = []
    for start in NIGHTS[zone]:
        for hour in range(8):
            moment = datetime.fromisoformat(f"{start}+00:00") + timedelta(minutes=45 * hour)
            shell.clock = clock(zone, moment)
            assert shell("note", f"{zone} {moment}").status == 0
            local = moment.astimezone(ZoneInfo(zone))
            day = local.date() - timedelta(days=local.hour < 4)
            expected.append((day.isoformat(), f"{zone} {moment}"))
    found = sorted((entry["day"], entry["text"]) for entry in shell.entries())
    assert found == sorted(expected)


def test_a_journey_round_the_world_moves_nothing(shell: Shell) -> None:
    moment = datetime.fromisoformat("2026-01-10 09:30+00:00")
    for number, zone in enumerate((*NIGHTS, *reversed(NIGHTS))):
        shell.clock = clock(zone, moment + timedelta(hours=number))
        assert shell("note", str(number)).status == 0
    before = {entry["id"]: entry for entry in shell.entries()}
    for zone in NIGHTS:
        shell.clock = clock(zone, moment + timedelta(days=3))
        assert {entry["id"]: entry for entry in shell.entries()} == before
    assert len(before) == 2 * len(NIGHTS)


def test_a_clock_set_back_by_a_year_loses_nothing_and_the_later_edit_stands(shell: Shell) -> None:
    shell.clock = clock("Europe/Oslo", datetime.fromisoformat("2026-03-02 08:00+00:00"))
    shell("note", "before")
    shell.clock = clock("Europe/Oslo", datetime.fromisoformat("2025-03-02 08:00+00:00"))
    assert shell("note", "after").status == 0
    assert shell("undo").status == 0
    shell.clock = clock("Europe/Oslo", datetime.fromisoformat("2026-03-02 09:00+00:00"))
    assert [entry["text"] for entry in shell.entries()] == ["before"]
