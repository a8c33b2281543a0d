"""A life with a yes in it, and every way in which the month of that yes can become unreadable.

The ways are those that were seen: a flipped bit, a cut, a later version, a cloud, a key, an owner, a name.
"""

import os
import random
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.entries import CheckIn, Profile
from ryggkompis.domain.journal.episodes import needed_since
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.gates import answer_gate
from tests.systems import needs_links, set_time

TODAY: Final = date(2026, 11, 20)
AGES: Final[Mapping[str, date]] = {
    "this month": date(2026, 11, 16),
    "an earlier month": date(2026, 9, 14),
    "a season ago": date(2026, 8, 3),
}
"""When the yes was said."""
LastShown: TypeAlias = Literal["held", "open", "never"]
"""What this machine showed last: the plan that the yes holds, one from before it, or none at all."""
LAST_SHOWN: Final[tuple[LastShown, ...]] = ("held", "open", "never")
CONTENT: Final = Library(cache(load_catalogue), cache(load_red_flags))
Way = Callable[[Path, random.Random], None]


class Clock:
    """Stands at one hour of a day."""

    zone = "UTC"

    def __init__(self, day: date, hour: int) -> None:
        self._now = datetime.combine(day, time(hour), UTC)

    def now(self) -> datetime:
        return self._now


def on(folder: Path, day: date, hour: int = 9) -> Companion:
    """The program at an hour of ``day``."""
    clock = Clock(day, hour)
    store = Store(Places.find(str(folder), {}), now=clock.now)
    return Companion(store, CONTENT, Today(clock), needed_since)


def answers() -> list[tuple[str, Answer]]:
    """Every answer that holds a plan back: yes and unsure to each red question, and to the daily line."""
    red = [flag.id for flag in CONTENT.flags().flags if flag.lock == "red" and flag.only_when is None]
    values: tuple[Answer, ...] = ("yes", "unsure")
    return [(id_, value) for id_ in (*red, DAILY_LINE) for value in values]


def lived(folder: Path, said: tuple[str, Answer], last_shown: LastShown, yes: date | None) -> Companion:
    """Live until yesterday, with the answer ``said`` on the day ``yes``; give the program as it was then."""
    first, yesterday = (yes or TODAY) - timedelta(days=12), TODAY - timedelta(days=1)
    begun = on(folder, first)
    begun.diary.say(Profile, walk_tolerance=20, walks_now=20, onset=first - timedelta(days=30))
    answer_gate(begun, {})
    last = begun
    for day in [first + timedelta(days=n) for n in range(1, 12)] + [yes, yesterday]:
        if day is None:
            continue
        last = on(folder, day)
        answer(last, said if day == yes else None)
        last.diary.say(CheckIn, leg=1, back=1, site="none", morning="same")
        state = last.state()
        is_shown = last_shown == "held" or (last_shown == "open" and (yes is None or day < yes))
        if is_shown:
            assert state.plan.is_empty == (yes is not None and day >= yes)
            last.remember_shown()
    return last


def answer(companion: Companion, said: tuple[str, Answer] | None) -> None:
    """Answer the daily line, or the whole list with one answer that is not no."""
    id_, value = said or (DAILY_LINE, "no")
    if id_ == DAILY_LINE:
        companion.diary.say(Gate, scope="daily", answers={id_: value})
    else:
        answer_gate(companion, {id_: value})


def month_of(folder: Path, day: date) -> Path:
    """The month that holds the yes."""
    return folder / "journal" / f"{day:%Y-%m}.json"


def _line_of_the_yes(data: bytes | bytearray) -> tuple[int, int]:
    """Find the line that says something else than no to a safety question."""
    at = min(place for value in (b'"yes"', b'"unsure"') if (place := data.find(value)) >= 0)
    return data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)


def a_flipped_bit(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(*_line_of_the_yes(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def a_line_cut_short(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    first, end = _line_of_the_yes(data)
    path.write_bytes(data[: dice.randrange(first + 1, end)] + data[end:])


def truncated(path: Path, dice: random.Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(_line_of_the_yes(data)[1])])


def empty(path: Path, _dice: random.Random) -> None:
    path.write_bytes(b"")


def a_later_format(path: Path, _dice: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b"ryggkompis/1", b"ryggkompis/7"))


def an_unknown_kind(path: Path, _dice: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b'"gate"', b'"ward"'))


def an_unknown_answer(path: Path, _dice: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b'"yes"', b'"maybe"').replace(b'"unsure"', b'"maybe"'))


def in_the_cloud(path: Path, _dice: random.Random) -> None:
    path.rename(path.with_name(f".{path.name}.icloud"))


def sealed_with_another_key(path: Path, dice: random.Random) -> None:
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 " + dice.randbytes(32).hex().encode() + b"\n")


def owned_by_another(path: Path, _dice: random.Random) -> None:
    path.chmod(0)
    if os.access(path, os.R_OK):  # nothing is closed to the superuser
        needs_links()
        path.unlink()
        path.symlink_to(path)


def renamed(path: Path, _dice: random.Random) -> None:
    path.rename(path.with_name("mine.json"))


def put_in_a_folder(path: Path, _dice: random.Random) -> None:
    (folder := path.with_name("old")).mkdir()
    path.rename(folder / path.name)


def vanished(path: Path, _dice: random.Random) -> None:
    path.unlink()


def a_folder(path: Path, _dice: random.Random) -> None:
    path.unlink()
    path.mkdir()


def a_dangling_link(path: Path, _dice: random.Random) -> None:
    needs_links()
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def overwritten(path: Path, dice: random.Random) -> None:
    path.write_bytes(dice.randbytes(200))


WAYS: Final[tuple[Way, ...]] = (
    a_flipped_bit, a_line_cut_short, truncated, empty, a_later_format, an_unknown_kind, an_unknown_answer,
    in_the_cloud, sealed_with_another_key, owned_by_another, renamed, put_in_a_folder, vanished, a_folder,
    a_dangling_link, overwritten,
)  # fmt: skip


def spoil(folder: Path, day: date, way: Way, dice: random.Random, *, has_copies: bool = False) -> None:
    """Make the month of the yes unreadable, at eight; without copies, nothing else has what it said."""
    path = month_of(folder, day)
    way(path, dice)
    if not has_copies:
        for copy in (folder / "state" / "backups").rglob(f"{day:%Y-%m}.*"):
            copy.unlink()
    at = Clock(TODAY, 8).now()
    for changed in path.parent.iterdir():
        set_time(changed, at)
