"""A clock that was put back: what was written last is taken back first all the same."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.entries import Note
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.services.undo import doubt
from ryggkompis.store.acts import new_id, one_act
from ryggkompis.store.store import Store
from tests.services.test_acts import Book
from tests.tui.screen_text import CONTENT, FixedClock, places


@pytest.fixture
def put_back(tmp_path: Path) -> Book:
    """A note by a clock that was a year ahead, and two since it was put back."""
    book = Book(tmp_path)
    right, book.now = book.now, book.now + timedelta(days=365)
    with one_act(new_id(book.now)):
        book.diary.say(Note, text="ahead")
    book.now = right
    for text in ("first", "second"):
        with one_act(new_id(book.now)):
            book.diary.say(Note, text=text)
        book.now += timedelta(minutes=1)
    return book


def test_after_a_clock_is_put_back_what_was_written_last_goes_first(put_back: Book) -> None:
    assert doubt(put_back.diary.undoable(), put_back.today) != "ahead"
    assert put_back.undo() == ["note ahead", "note first"]
    assert put_back.undo() == ["note ahead"]
    assert doubt(put_back.diary.undoable(), put_back.today) == "ahead"
    assert put_back.undo() == []
    assert put_back.redo() == ["note ahead"], "all three were taken back by the clock that is right"


def test_somebodys_look_goes_first_though_it_is_saved_after_the_yes_it_is_about(put_back: Book) -> None:
    right, put_back.now = put_back.now, put_back.now + timedelta(days=365)
    with one_act(new_id(put_back.now)):
        put_back.diary.say(Gate, scope="full", answers={"CES1": "yes"})
    put_back.now = right
    with one_act(new_id(right)):
        put_back.diary.say(Clearance, by="Dr Ås")
    with one_act(new_id(right + timedelta(minutes=1))):
        put_back.now += timedelta(minutes=1)
        put_back.diary.say(Note, text="third")
    assert "note third" not in put_back.undo()
    assert not any(said.startswith("clearance") for said in put_back.undo())


@pytest.mark.parametrize("hours", [0, 1])
def test_a_late_yes_holds_after_a_list_and_the_next_list_answers_it(tmp_path: Path, hours: int) -> None:
    """In one second, or with the clock put back: what was said last stands, and the next list answers it."""
    now = [datetime(2026, 3, 4, 9, tzinfo=UTC)]
    store = Store(places(tmp_path), now=lambda: now[0])
    companion = Companion(store, CONTENT, Today(FixedClock()))
    yesterday = companion.on(companion.today.day - timedelta(days=1)).diary

    def all_no() -> None:
        companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))
        now[0] -= timedelta(hours=hours)

    all_no()
    assert companion.state().gate.lock is None
    yesterday.say(Gate, scope="daily", answers={DAILY_LINE: "yes"})
    now[0] -= timedelta(hours=hours)
    assert companion.state().gate.lock is not None
    all_no()
    assert companion.state().gate.lock is None
