"""A diary of two episodes: one in 2025 that went well, and one since September 2026 that does not."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.base.scales import Site
from ryggkompis.domain.journal.entries import (
    CheckIn,
    Entry,
    Event,
    ExerciseDone,
    PositionChange,
    Profile,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.services.companion import Companion
from ryggkompis.store.codec import encode

OLD, OLD_DAYS = date(2025, 1, 6), 17 * 7
NEW, NEW_DAYS = date(2026, 9, 1), 7 * 7
TODAY = NEW + timedelta(days=NEW_DAYS - 1)
OLD_LAST = OLD + timedelta(days=OLD_DAYS - 1)
Told = Literal["profile", "mark"]
"""How it was told that another round had begun: by another onset, or in so many words."""


def two_courses(told: Told = "profile") -> list[Entry]:
    """The old course from 9 to 1, the new one from 3 to 6: clearly more pain, and walking less."""
    said = [*_old(), *_new(told)]
    return [one for day in sorted({entry.day for entry in said}) for one in said if one.day == day]


def write(companion: Companion, entries: list[Entry]) -> Companion:
    """Keep ``entries`` as if they had been written day by day."""
    companion.store.bring_back([encode(entry) for entry in entries])
    return companion


def _old() -> Iterator[Entry]:
    yield say(Profile, OLD, onset=OLD, side="left", goals=("Tie my shoes",), walk_tolerance=20, walks_now=30)
    for n in range(OLD_DAYS):
        day = OLD + timedelta(days=n)
        leg = 1 if n >= OLD_DAYS - 7 else max(9 - n // 12, 1) if n >= 7 else 9
        yield from _day(day, leg=leg, walked=10 + n // 3, site="foot" if n < 60 else "none")
    yield say(Event, OLD + timedelta(days=70), text="the old holiday", event="other")


def _new(told: Told) -> Iterator[Entry]:
    if told == "profile":
        yield say(
            Profile, NEW, onset=NEW, side="left", goals=("Tie my shoes",), walk_tolerance=20, walks_now=30
        )
    else:
        yield say(EpisodeMark, NEW, start=NEW)
    for n in range(NEW_DAYS):
        day = NEW + timedelta(days=n)
        leg = 6 if n >= NEW_DAYS - 7 else 3 + n // 14 if n >= 7 else 3
        yield from _day(day, leg=leg, walked=12, site="thigh")


def _day(day: date, *, leg: int, walked: int, site: Site) -> Iterator[Entry]:
    yield say(Gate, day, scope="full", answers={flag.id: "no" for flag in load_red_flags().flags})
    yield say(
        CheckIn, day, leg=leg, back=2, site=site, numb="none", sleep_wakes=min(leg // 3, 3), flare=False
    )
    yield say(Walk, day, minutes=walked, peak_leg=leg, settled=0, further_down=False)
    yield say(Steps, day, steps=100 * walked, source="phone")
    if day.weekday() == 0:
        yield say(ExerciseDone, day, exercise="E01", response="same")
        yield say(PositionChange, day)
    if day.weekday() == 6:
        yield say(Weekly, day, goals=(9 - leg,), wish="sleep more" if leg > 6 else None)


def say(kind: type[Entry], day: date, clock: time = time(7), **fields: Any) -> Entry:
    """Say something on ``day``."""
    name = f"{kind.__name__[:10].upper()}{day:%Y%m%d}{clock:%H%M}"
    at = datetime.combine(day, clock, UTC)
    return kind(id=f"{name:0<26}"[:26], day=day, at=at, tz="UTC", saved=at, **fields)
