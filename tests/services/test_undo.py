"""Taking back twice takes back two things that were done, whatever they were."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.journal.entries import Note, Profile
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary, said_of
from ryggkompis.services.errors import NothingToUndo
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store

NOON = datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=1)))


class StandingClock:
    """It is always the same moment."""

    zone = "Europe/Oslo"

    def now(self) -> datetime:
        return NOON


class Journal:
    """A diary of notes in which every save is a second later than the one before."""

    def __init__(self, folder: Path) -> None:
        seconds = count()
        places = Places.find(str(folder), {})
        self.store = Store(places, now=lambda: NOON.astimezone(UTC) + timedelta(seconds=next(seconds)))
        self.diary = Diary(self.store, Today(StandingClock()))

    def say(self, text: str) -> str:
        return self.diary.say(Note, text=text).id

    def notes(self) -> list[str]:
        return sorted(str(line["text"]) for line in self.store.read().lines)

    def undo(self) -> list[str]:
        self.diary.undo()
        return self.notes()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path)


def test_an_edit_taken_back_twice_takes_the_entry_back_too(journal: Journal) -> None:
    note = journal.say("first")
    journal.diary.edit(note, text="changed")

    assert journal.undo() == ["first"]
    assert journal.undo() == []
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_two_entries_are_taken_back_the_latest_first(journal: Journal) -> None:
    journal.say("one")
    journal.say("two")

    assert journal.undo() == ["one"]
    assert journal.undo() == []


def test_an_edit_of_an_old_entry_is_what_was_done_last(journal: Journal) -> None:
    old = journal.say("old")
    journal.say("new")
    journal.diary.edit(old, text="old, changed")

    assert journal.undo() == ["new", "old"]
    assert journal.undo() == ["old"]


def test_a_deletion_is_taken_back_and_then_what_was_done_before_it(journal: Journal) -> None:
    note = journal.say("first")
    journal.diary.edit(note, text="changed")
    journal.diary.delete(note)

    undone = journal.diary.undo()
    assert (undone.is_back, undone.entry.id) == (True, note)
    assert journal.notes() == ["changed"]
    assert journal.undo() == ["first"]
    assert journal.undo() == []


def test_what_is_said_after_an_undo_is_taken_back_before_what_stood(journal: Journal) -> None:
    note = journal.say("first")
    journal.diary.edit(note, text="second")
    journal.diary.undo()
    journal.diary.edit(note, text="third")

    assert journal.undo() == ["first"]
    assert journal.undo() == []


def test_an_entry_moved_to_another_month_goes_back_to_its_day(journal: Journal) -> None:
    note = journal.say("first")
    day, at = NOON.date() - timedelta(days=20), NOON - timedelta(days=20)
    journal.diary.edit(note, day=day, at=at)

    assert journal.undo() == ["first"]
    assert journal.store.find(note) == journal.store.read().lines[0]
    assert journal.store.read().lines[0]["day"] == "2026-03-04"
    assert journal.undo() == []


def test_an_entry_named_by_its_id_loses_one_change_at_a_time(journal: Journal) -> None:
    note = journal.say("first")
    journal.diary.edit(note, text="second")
    journal.say("another")
    journal.diary.undo(note)
    assert journal.notes() == ["another", "first"]
    journal.diary.undo(note)
    assert journal.notes() == ["another"]


def test_nothing_that_was_written_is_lost_by_taking_it_back(journal: Journal) -> None:
    note = journal.say("first")
    journal.diary.edit(note, text="second")
    journal.undo()
    journal.undo()

    assert [line.get("text") for line in journal.store.history(note)] == ["first", "second", "first", None]


def test_every_field_of_what_was_taken_out_comes_back(journal: Journal) -> None:
    said = journal.diary.say(Profile, side="left", therapist="Kari", goals=("sit", "sleep"))
    journal.diary.delete(said.id)

    assert journal.diary.undo().is_back
    assert journal.diary.find(said.id).rev == 3
    assert said_of(journal.diary.find(said.id)) == said_of(said)


ACTS: Mapping[str, Callable[[Journal, str, str], Any]] = {
    "say": lambda journal, _id, text: journal.say(text),
    "edit": lambda journal, id_, text: journal.diary.edit(id_, text=text),
    "delete": lambda journal, id_, _text: journal.diary.delete(id_),
}
"""What can be done."""


@settings(derandomize=True, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from([*ACTS, "undo"]), st.integers(0, 5)), max_size=8))
def test_taking_back_walks_through_every_state_there_was(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, int]]
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal"))
    states = [journal.notes()]
    for number, (what, which) in enumerate(done):
        living = [str(line["id"]) for line in journal.store.read().lines]
        if what == "undo":
            if len(states) > 1:
                states.pop()
                assert journal.undo() == states[-1]
        elif living or what == "say":
            ACTS[what](journal, living[which % len(living)] if living else "", f"text {number}")
            states.append(journal.notes())
    while len(states) > 1:
        states.pop()
        assert journal.undo() == states[-1]
