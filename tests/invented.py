"""An invented diary of any length, ten entries a day, as a folder on the disk: what the measurements read."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import (
    CheckIn,
    Entry,
    Evening,
    ExerciseDone,
    Note,
    PositionChange,
    Profile,
    Walk,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.store.codec import encode
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store

EXERCISES = ("E01", "E03", "E07")


def diary(days: int, last: date) -> list[Entry]:
    """Give the entries of somebody who has ``days`` calm days behind them, up to ``last``."""
    first = last - timedelta(days=days - 1)
    entries: list[Entry] = []

    def say(kind: type[Entry], day: date, clock: time, **said: object) -> None:
        at = datetime.combine(day, clock, UTC)
        entries.append(kind(id=f"{len(entries):026d}", day=day, at=at, tz="UTC", **said))  # type: ignore[arg-type]

    say(Profile, first, time(7), walk_tolerance=10, onset=first, side="left", goals=("walk to the shop",))
    no = {flag.id: "no" for flag in load_red_flags().flags}
    for number in range(days):
        day = first + timedelta(days=number)
        pain = max(1, 6 - number // 20) + (number * 7 % 11 == 0)
        say(Gate, day, time(7, 30), scope="full", answers=no)
        say(CheckIn, day, time(7, 31), leg=pain, back=min(pain, 3), site="calf", morning="same", flare=False)
        for hour in (9, 13, 17):
            say(Walk, day, time(hour), minutes=5 + number % 3, peak_leg=pain, settled=5, further_down=False)
        for minute, exercise in enumerate(EXERCISES):
            say(ExerciseDone, day, time(10, minute), exercise=exercise, level=1, sets=2, response="same")
        say(PositionChange, day, time(14))
        if number % 2:
            say(Note, day, time(18), text="Sat in the car for a while.")
        else:
            say(Evening, day, time(20), leg_avg=pain, back_avg=2, leg_worst=min(10, pain + 1))
    return entries


def episodes(count: int, days: int, apart: int, last: date) -> list[Entry]:
    """Give ``count`` episodes of ``days`` days each, every one ``apart`` days after the one before.

    All but the last are closed.
    """
    found: list[Entry] = []
    for number in range(count):
        ends = last - timedelta(days=(count - 1 - number) * apart)
        one, start = diary(days, ends), ends - timedelta(days=days - 1)
        found += (replace(entry, id=f"{number:03d}{entry.id[3:]}") for entry in one)
        at = datetime.combine(start, time(6, 59), UTC)
        mark = EpisodeMark(id=f"{number:03d}MARK{'0' * 19}", day=start, at=at, tz="UTC", start=start)
        found.append(mark if number == count - 1 else replace(mark, end=ends, ended="well"))
    return found


def write_episodes(folder: Path, count: int, days: int, apart: int, last: date) -> None:
    """Keep such episodes in ``folder``."""
    Store(Places.find(str(folder), {})).put([encode(one) for one in episodes(count, days, apart, last)])


def write_diary(folder: Path, days: int, last: date) -> None:
    """Keep such a diary in ``folder``; none for no days."""
    if days:
        Store(Places.find(str(folder), {})).put([encode(entry) for entry in diary(days, last)])
