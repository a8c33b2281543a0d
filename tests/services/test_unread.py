"""Whatever hides a yes: no exercise before the list is answered, and none after a plan that was held.

The ways of being unreadable are those that were seen: a flipped byte, a cut, another version, a cloud, a key.
"""

import os
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.journal.entries import CheckIn, Clearance, Gate, Profile
from ryggkompis.domain.today.state import State
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.store.errors import Sealed
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.gates import answer_gate

CASES: Final = int(os.environ.get("UNREAD", "40"))
"""How many are tried: some in a test run, 2,000 and more in ``make prove``."""
YES: Final = date(2026, 9, 14)
"""In a month of its own, long before the day that is shown."""
TODAY: Final = date(2026, 11, 20)


class Clock:
    """Stands at nine in the morning of a day."""

    zone = "UTC"

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)


def on(folder: Path, day: date) -> Companion:
    clock = Clock(day)
    store = Store(Places.find(str(folder), {}), now=clock.now)
    return Companion(store, Library(load_catalogue, load_red_flags), Today(clock))


def flipped(path: Path, dice: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[dice.randrange(len(data) // 4, len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def cut(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def emptied(path: Path, _dice: random.Random) -> None:
    path.write_bytes(b"")


def newer(path: Path, _dice: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b"ryggkompis/1", b"ryggkompis/7"))


def of_another_kind(path: Path, _dice: random.Random) -> None:
    path.write_bytes(path.read_bytes().replace(b'"gate"', b'"ward"'))


def taken_by_the_cloud(path: Path, _dice: random.Random) -> None:
    path.rename(path.with_name(f".{path.name}.icloud"))


def sealed_with_another_key(path: Path, dice: random.Random) -> None:
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 " + dice.randbytes(32).hex().encode() + b"\n")


def a_folder(path: Path, _dice: random.Random) -> None:
    path.unlink()
    path.mkdir()


def a_dangling_link(path: Path, _dice: random.Random) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def overwritten(path: Path, dice: random.Random) -> None:
    path.write_bytes(dice.randbytes(200))


WAYS: Final[tuple[Callable[[Path, random.Random], None], ...]] = (
    flipped, cut, emptied, newer, of_another_kind, taken_by_the_cloud, sealed_with_another_key, a_folder,
    a_dangling_link, overwritten,
)  # fmt: skip


def lived(folder: Path, dice: random.Random) -> tuple[bool, int | None]:
    """Live until yesterday; tell whether the plan was held when it was last shown, and how much was shown."""
    first = on(folder, YES - timedelta(days=5))
    first.diary.say(Profile, walk_tolerance=dice.choice((9, 20)))
    shows = dice.random() < 0.7
    days = sorted(
        {YES - timedelta(days=1), YES, YES + timedelta(days=1), date(2026, 11, 18), date(2026, 11, 19)}
    )
    held, minutes = False, None
    clears = dice.random() < 0.5
    for day in days:
        here = on(folder, day)
        if day == date(2026, 11, 18) and clears:
            here.clear("fastlegen")
        answers = {"CES1": dice.choice(("yes", "unsure"))} if day == YES else {}
        answer_gate(here, answers)  # type: ignore[arg-type]
        here.diary.say(CheckIn, leg=2, back=2, site="none", morning="same")
        state = here.state()
        if shows:
            here.remember_shown()
            held, minutes = state.plan.is_empty, state.plan.walk_minutes
    return held, minutes


def is_hidden(state: State) -> bool:
    """The yes, or that somebody was seen since, cannot be read."""
    said = [e for day in state.diary.days.values() for e in day.entries]
    gate = any(isinstance(e, Gate) and e.day == YES and e.positive for e in said)
    return not gate or any(one.hides for one in state.problems)


@pytest.mark.parametrize("part", range(4))
def test_what_cannot_be_read_is_not_no(tmp_path: Path, part: int) -> None:
    for seed in range(part, CASES, 4):
        dice = random.Random(seed)
        folder = tmp_path / str(seed)
        held, minutes = lived(folder, dice)
        way = dice.choice(WAYS)
        way(folder / "journal" / "2026-09.json", dice)
        for copy in (folder / "state" / "backups").rglob("2026-09*.json"):
            copy.unlink()
        here = on(folder, TODAY)
        here.diary.say(CheckIn, leg=1, back=1, site="none", morning="same")
        try:
            state = here.state()
        except Sealed:  # there is no plan at all without the key
            continue
        where = f"{seed}: {way.__name__}, held {held}, shown {minutes}"
        if not state.is_in_doubt:
            assert not is_hidden(state) or any(
                isinstance(e, Clearance) and e.day > YES for d in state.diary.days.values() for e in d.entries
            ), where
            continue
        if held:
            assert state.plan.is_empty, where
        assert state.plan.exercises == (), where
        assert state.plan.walk_minutes <= (4 if minutes is None else minutes), where
        answer_gate(here, {})
        after = here.state()
        if held:
            assert after.plan.is_empty, where
        elif minutes is not None:
            assert after.plan.walk_minutes <= minutes, where


def test_a_clearance_said_while_it_cannot_be_read_answers_for_it(tmp_path: Path) -> None:
    dice = random.Random(5)
    lived(tmp_path, dice)
    emptied(tmp_path / "journal" / "2026-09.json", dice)
    for copy in (tmp_path / "state" / "backups").rglob("2026-09*.json"):
        copy.unlink()
    os.utime(tmp_path / "journal" / "2026-09.json", (0, datetime(2026, 11, 20, 8, tzinfo=UTC).timestamp()))
    here = on(tmp_path, TODAY)
    assert here.state().is_in_doubt
    here.clear("fastlegen")
    assert not here.state().is_in_doubt
