"""A patient who has been well for a month in week 30 of an episode, for every front end."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final

from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.services.companion import Companion
from tests.domain.patient import DAY_0
from tests.domain.test_tapering import STEADY, steady
from tests.tui.screen_text import MORNING, FixedClock, a_companion

TODAY: Final = DAY_0 + timedelta(days=STEADY)
ONSET: Final = TODAY - timedelta(days=29 * 7)
HALF_A_YEAR: Final = 182


def well_again(folder: Path) -> FixedClock:
    """Keep the days of somebody who is well, and give the clock of the morning after them."""
    clock = FixedClock(datetime.combine(TODAY, time(9, 0), MORNING.tzinfo))
    a_companion(folder, clock).diary.add(*entries_of_one_who_is_well())
    return clock


def entries_of_one_who_is_well() -> list[Entry]:
    """Give the same days as entries."""
    patient = steady()
    known = {"onset": ONSET, "walk_tolerance": 40, "goals": ("tie my shoes",), "side": "left"}
    patient.say(Profile, 0, time(7, 0, 1), **known)
    return patient.entries


def marks(companion: Companion) -> list[tuple[str, str | None, str | None, str | None]]:
    """Give what was told of episodes as a whole: when it began and ended, how, and how often one is asked."""
    history, _problems = companion.read()
    return [
        (str(one.start), str(one.end) if one.end else None, one.ended, one.rhythm)
        for one in history.episode_marks
    ]
