"""What is said is held to its fields once, on its way to the disk, and refused in a sentence of its own."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import msgspec
import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.journal.entries import CheckIn, Evening, Note, Profile, Walk
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.services import checks
from ryggkompis.services.diary import Diary
from ryggkompis.services.errors import (
    EmptyText,
    NameTooLong,
    NotOneOf,
    OutOfRange,
    TooManyChosen,
    TooMuchText,
)
from ryggkompis.store import ordinary
from tests.tui.screen_text import a_companion

LOOKED_AT = "looked at"
EXPLAINED = "explained"


def counted(act: Callable[[], object]) -> Counter[str]:
    """Count how often an entry is held to its fields while ``act`` goes on, by watching the calls."""
    found = Counter[str]()

    def watch(frame: FrameType, event: str, called: object) -> None:
        # The lines of a file are held to their shape alone.
        is_of_a_file = frame.f_globals["__name__"] == ordinary.__name__
        if event == "c_call" and called is msgspec.convert and not is_of_a_file:
            found[LOOKED_AT] += 1
        if event == "call" and frame.f_code is checks.explain.__code__:
            found[EXPLAINED] += 1

    sys.setprofile(watch)
    try:
        act()
    finally:
        sys.setprofile(None)
    return found


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    companion = a_companion(tmp_path)
    companion.diary.say(Note, text="the first: the folder is there")
    return companion.diary


def test_what_is_said_is_looked_at_once(diary: Diary) -> None:
    assert counted(lambda: diary.say(CheckIn, leg=4, site="calf")) == {LOOKED_AT: 1}


def test_what_is_drafted_is_looked_at_once_when_it_is_kept(diary: Diary) -> None:
    drafts = (diary.draft(Walk, minutes=8), diary.draft(Evening, leg_avg=3))
    assert counted(lambda: diary.add(*drafts)) == {LOOKED_AT: 2}


def test_what_is_changed_is_read_once_and_looked_at_once(diary: Diary) -> None:
    walk = diary.say(Walk, minutes=8)
    assert counted(lambda: diary.edit(walk.id, minutes=9)) == {LOOKED_AT: 2}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (lambda diary: diary.say(CheckIn, leg=11), OutOfRange),
        (lambda diary: diary.say(Walk, minutes=0), OutOfRange),
        (lambda diary: diary.say(CheckIn, site="nose"), NotOneOf),
        (lambda diary: diary.say(Note, text=" \n"), EmptyText),
        (lambda diary: diary.say(Note, text="x" * 4_001), TooMuchText),
        (lambda diary: diary.say(Clearance, by=""), EmptyText),
        (lambda diary: diary.say(Profile, goals=("a", " ")), EmptyText),
        (lambda diary: diary.say(Profile, goals=("x" * 121,)), NameTooLong),
        (lambda diary: diary.say(Profile, goals=("a", "b", "c", "d")), TooManyChosen),
        (lambda diary: diary.say(Profile, thresholds={"days_at_level": 0}), OutOfRange),
        (lambda diary: diary.add(diary.draft(Walk, minutes=8), diary.draft(CheckIn, leg=-1)), OutOfRange),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_of_it_is_kept(
    diary: Diary, said: Callable[[Diary], object], fault: type[ExpectedError], tmp_path: Path
) -> None:
    before = a_companion(tmp_path).read()[0].entries
    with pytest.raises(fault):
        said(diary)
    assert a_companion(tmp_path).read()[0].entries == before


def test_an_edit_that_does_not_fit_leaves_the_entry(diary: Diary) -> None:
    walk = diary.say(Walk, minutes=8)
    with pytest.raises(OutOfRange):
        diary.edit(walk.id, minutes=721)
    assert diary.find(walk.id).rev == 1
