"""One act is one undo: what was written together goes together, comes back together, and is asked about."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Note, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary
from ryggkompis.services.errors import ChangedMeanwhile, NothingToRedo, NothingToUndo, SafetyAnswerStays
from ryggkompis.services.undo import doubt
from ryggkompis.store.acts import ACT, here, one_act
from ryggkompis.store.codec import encode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.services.test_undo import NOON, StandingClock

YES: Final[dict[str, object]] = {"scope": "full", "answers": {"CES1": "yes"}}
NO: Final[dict[str, object]] = {"scope": "daily", "answers": {DAILY_LINE: "no"}}


class Book:
    """A journal whose saves are ``apart`` from each other; nothing apart is all in one second."""

    def __init__(self, folder: Path, apart: timedelta = timedelta(seconds=1)) -> None:
        numbers = count()
        self.now = NOON.astimezone(UTC)
        places = Places.find(str(folder), {})
        self.store = Store(places, now=lambda: self.now + next(numbers) * apart)
        self.today = Today(StandingClock())
        self.diary = Diary(self.store, self.today)

    def said(self) -> list[str]:
        """Give every living entry, as its kind and what it says first."""
        return sorted(
            f"{line['kind']} {line.get('text') or line.get('leg') or line.get('minutes') or ''}".strip()
            for line in self.store.read().lines
        )

    def undo(self) -> list[str]:
        self.diary.undo()
        return self.said()

    def redo(self) -> list[str]:
        self.diary.redo()
        return self.said()


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def a_day_of(diary: Diary, leg: int, answers: dict[str, object]) -> tuple[Entry, ...]:
    drafts = (diary.draft(Gate, **answers), diary.draft(CheckIn, leg=leg))
    diary.add(*drafts)
    return drafts


def test_a_check_in_goes_and_comes_back_with_its_safety_answers(book: Book) -> None:
    book.diary.say(Note, text="before")
    a_day_of(book.diary, 8, NO)

    assert book.undo() == ["note before"]
    assert book.redo() == ["check_in 8", "gate", "note before"]
    assert book.undo() == ["note before"]


def test_what_is_said_one_by_one_in_one_conversation_is_one_act(book: Book) -> None:
    book.diary.say(Note, text="before")
    with one_act():
        book.diary.say(Gate, **NO)
        walk = book.diary.say(Walk, minutes=5)
        book.diary.edit(walk.id, minutes=7)

    assert book.undo() == ["note before"]
    assert book.redo() == ["gate", "note before", "walk 7"]


def test_a_yes_stays_and_the_mistyped_pain_goes(book: Book) -> None:
    book.diary.say(Note, text="before")
    a_day_of(book.diary, 8, YES)

    undone = book.diary.undo()

    assert [entry.kind for entry in undone.entries] == ["check_in"]
    assert [entry.kind for entry in undone.stays] == ["gate"]
    assert book.said() == ["gate", "note before"]
    assert book.undo() == ["gate"], "what stays is not in the way of what was done before"
    assert book.redo() == ["gate", "note before"]
    assert book.redo() == ["check_in 8", "gate", "note before"]


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_yes_alone_is_refused_however_often_and_nothing_else_goes_in_its_stead(
    book: Book, answer: str
) -> None:
    book.diary.say(Note, text="before")
    book.diary.say(Gate, scope="full", answers={"CES1": answer})

    for _press in range(3):
        with pytest.raises(SafetyAnswerStays):
            book.diary.undo()
    assert book.said() == ["gate", "note before"]


def test_a_kind_of_a_newer_version_stays_with_its_act(book: Book) -> None:
    stamp = {"rev": 1, "day": "2026-03-04", "at": "2026-03-04T08:00:00+01:00", "tz": "Europe/Oslo"}
    book.store.put([{"id": "A", **stamp, "kind": "dream"}, {"id": "B", **stamp, "kind": "note", "text": "b"}])

    assert book.diary.undo().entry.id == "B"
    assert [line["id"] for line in book.store.read().lines] == ["A"]
    with pytest.raises(NothingToUndo):
        book.diary.undo()


def test_a_kind_of_a_newer_version_alone_is_told_as_what_it_is(book: Book) -> None:
    stamp = {"rev": 1, "day": "2026-03-04", "at": "2026-03-04T08:00:00+01:00", "tz": "Europe/Oslo"}
    book.store.put([{"id": "A", **stamp, "kind": "dream"}])

    with pytest.raises(Refused):
        book.diary.undo()


def many(days: int) -> Iterator[Line]:
    for n in range(days):
        day = date(2025, 3, 1) + timedelta(days=n)
        at = f"{day}T12:00:00+01:00"
        yield {"id": f"W{n:03}", "rev": 1, "day": str(day), "at": at, "tz": "X", "kind": "walk", "minutes": 9}


def test_an_import_of_400_is_one_undo_and_comes_back_whole(book: Book) -> None:
    mine = book.diary.say(Note, text="mine")
    book.store.put(list(many(400)))
    whole = book.store.read().lines

    act = book.diary.undoable()
    assert doubt(act, book.today) == "many"
    assert len(book.diary.carry_out(act).entries) == 400
    assert [line["id"] for line in book.store.read().lines] == [mine.id]

    assert len(book.diary.redo().entries) == 400
    assert [line["id"] for line in book.store.read().lines] == [line["id"] for line in whole]


def test_of_half_an_act_what_is_there_is_taken_back(book: Book) -> None:
    """A process that is killed between two months leaves the first of them."""
    book.diary.say(Note, text="before")
    book.store.put(list(many(60)))
    march = [line for line in book.store.lines() if str(line["day"]) < "2025-04"]
    (Path(book.store.places.journal) / "2025-04.json").unlink()

    assert len(book.diary.undo().entries) == len(march) == 31
    assert book.said() == ["note before"]


def test_an_undo_that_was_stopped_half_way_is_finished_by_the_next(book: Book) -> None:
    book.diary.say(Note, text="before")
    book.store.put(list(many(60)))
    act = book.diary.undoable()
    book.diary.carry_out(replace(act, changes=act.changes[:31]))

    assert book.undo() == ["note before"]
    assert len(book.diary.redo().entries) + len(book.diary.redo().entries) == 60


def test_thirty_presses_within_one_second_take_thirty_acts_in_their_order(tmp_path: Path) -> None:
    book = Book(tmp_path, apart=timedelta())
    states = [book.said()]
    ids: list[str] = []
    for n in range(30):
        if n % 3 == 2:
            book.diary.edit(ids[n // 2], text=f"changed {n}")
        else:
            ids.append(book.diary.say(Note, text=f"note {n}").id)
        states.append(book.said())

    for before in reversed(states[:-1]):
        assert book.undo() == before
    with pytest.raises(NothingToUndo):
        book.diary.undo()
    for after in states[1:]:
        assert book.redo() == after
    with pytest.raises(NothingToRedo):
        book.diary.redo()


def test_what_was_taken_out_comes_back_with_its_details_and_only_once(book: Book) -> None:
    walk = book.diary.say(Walk, minutes=12, peak_leg=4, settled=15, further_down=False)
    book.diary.say(Note, text="later")
    before = book.diary.find(walk.id)
    book.diary.delete(walk.id)

    assert book.diary.redo().entry.id == walk.id
    back = book.diary.find(walk.id)
    assert (back.minutes, back.peak_leg, back.settled) == (12, 4, 15)  # type: ignore[union-attr]  # it is a walk
    assert back.at == before.at
    with pytest.raises(NothingToRedo):
        book.diary.redo()
    assert book.undo() == ["walk 12"], "the note was done after the walk"


def test_what_was_written_anew_is_not_overwritten_by_what_was_taken_back(book: Book) -> None:
    note = book.diary.say(Note, text="first")
    book.diary.edit(note.id, text="second")
    book.diary.undo()
    book.diary.edit(note.id, text="third")

    with pytest.raises(NothingToRedo):
        book.diary.redo()
    assert book.said() == ["note third"]


def test_an_entry_that_is_named_goes_alone(book: Book) -> None:
    _gate, check_in = a_day_of(book.diary, 8, NO)
    book.diary.undo(check_in.id)

    assert book.said() == ["gate"]
    assert book.redo() == ["check_in 8", "gate"]


def test_a_later_edit_is_taken_back_before_the_act_it_changed(book: Book) -> None:
    _gate, check_in = a_day_of(book.diary, 8, NO)
    book.diary.edit(check_in.id, leg=3)

    assert book.undo() == ["check_in 8", "gate"]
    assert book.undo() == []
    assert book.redo() == ["check_in 8", "gate"]
    assert book.redo() == ["check_in 3", "gate"]


def without_acts(store: Store) -> None:
    """Let the journal be as an older version would have written it."""
    for path in Path(store.places.journal).glob("*.json"):
        lines = [{name: v for name, v in line.items() if name != ACT} for line in store.lines()]
        path.unlink()
        store.bring_back(lines)


def test_lines_of_an_older_version_are_acts_of_their_own(book: Book) -> None:
    a_day_of(book.diary, 8, NO)
    book.diary.say(Note, text="new")
    without_acts(book.store)

    assert book.undo() == ["check_in 8", "gate"]
    assert len(book.undo()) == 1
    assert book.undo() == []
    assert len(book.redo()) == 1
    assert book.redo() == ["check_in 8", "gate"]


def test_what_an_older_version_took_back_can_be_brought_back(book: Book) -> None:
    note = book.diary.say(Note, text="old")
    book.store.put([{"id": note.id, "rev": 2, "day": "2026-03-04", "deleted": True, "undone": True}])
    without_acts(book.store)

    assert book.redo() == ["note old"]


def test_what_was_brought_in_as_taken_back_is_not_brought_back(book: Book, tmp_path: Path) -> None:
    book.diary.say(Note, text="gone")
    book.diary.undo()
    other = Book(tmp_path / "other")
    other.store.put(book.store.lines())

    with pytest.raises(NothingToRedo):
        other.diary.redo()
    with pytest.raises(NothingToUndo):
        other.diary.undo()


def test_an_entry_that_another_window_changed_meanwhile_is_left_alone(book: Book) -> None:
    note = book.diary.say(Note, text="mine")
    act = book.diary.undoable()
    book.diary.edit(note.id, text="theirs")

    with pytest.raises(ChangedMeanwhile):
        book.diary.carry_out(act)
    assert book.said() == ["note theirs"]


def test_what_was_shown_is_taken_back_and_not_what_another_window_wrote_since(book: Book) -> None:
    book.diary.say(Note, text="mine")
    act = book.diary.undoable()
    book.diary.say(Note, text="theirs")
    book.diary.carry_out(act)

    assert book.said() == ["note theirs"]


@pytest.mark.parametrize(
    ("hours_ago", "expected"),
    [(7, None), (8, "older"), (24, "older")],
    ids=["half past four this morning", "half past three, still yesterday", "yesterday"],
)
def test_what_is_older_than_today_is_asked_about(book: Book, hours_ago: int, expected: str | None) -> None:
    book.now = datetime(2026, 3, 4, 10, 30, tzinfo=UTC) - timedelta(hours=hours_ago)
    book.diary.say(Note, text="then")

    assert doubt(book.diary.undoable(), book.today) == expected


def elsewhere(lines: Sequence[Line]) -> list[Line]:
    """Let ``lines`` be of another terminal."""
    other = here()[:-1] + ("A" if here()[-1] != "A" else "B")
    return [{**line, ACT: str(line[ACT])[:-6] + other} for line in lines]


def test_what_another_window_or_machine_wrote_is_asked_about(book: Book, tmp_path: Path) -> None:
    theirs = Book(tmp_path / "theirs")
    theirs.diary.say(Note, text="theirs")
    book.diary.say(Note, text="mine")
    assert doubt(book.diary.undoable(), book.today) is None

    book.now += timedelta(hours=2)
    later = [{**line, "saved": "2026-03-04T12:30:00Z"} for line in theirs.store.lines()]
    book.store.bring_back(elsewhere(later))
    act = book.diary.undoable()
    assert [change.about["text"] for change in act.changes] == ["theirs"]
    assert doubt(act, book.today) == "elsewhere"


def test_what_nobody_knows_when_or_where_it_was_written_is_asked_about(book: Book) -> None:
    note = encode(book.diary.draft(Note, text="by hand"))
    book.store.bring_back([note])
    assert doubt(book.diary.undoable(), book.today) == "older"

    book.store.bring_back([{**note, "rev": 2, "saved": "2026-03-04T10:00:00Z"}])
    assert doubt(book.diary.undoable(), book.today) == "elsewhere"


def test_bringing_back_over_what_was_done_since_is_asked_about(book: Book) -> None:
    book.diary.say(Note, text="first")
    book.diary.undo()
    assert doubt(book.diary.redoable(), book.today) is None

    book.diary.say(Note, text="second")
    assert doubt(book.diary.redoable(), book.today) == "overtaken"


@settings(derandomize=True, max_examples=25)
@given(st.lists(st.sampled_from(["say", "two", "edit", "undo", "redo"]), max_size=12))
def test_taking_back_and_bringing_back_walk_to_and_fro(
    tmp_path_factory: pytest.TempPathFactory, done: list[str]
) -> None:
    book = Book(tmp_path_factory.mktemp("book"))
    past, future = [book.said()], list[list[str]]()
    for number, what in enumerate(done):
        living = [str(line["id"]) for line in book.store.read().lines]
        if what == "undo" and len(past) > 1:
            future.append(past.pop())
            assert book.undo() == past[-1]
        elif what == "redo" and future:
            past.append(future.pop())
            assert book.redo() == past[-1]
        elif what in {"say", "two", "edit"} and not future:
            if what == "edit" and living:
                book.diary.edit(living[0], text=f"changed {number}")
            else:
                texts = [f"{number} {n}" for n in range(2 if what == "two" else 1)]
                book.diary.add(*(book.diary.draft(Note, text=text) for text in texts))
            past.append(book.said())
