"""A clock that was put back: what was written last is taken back first all the same."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import Note
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.services.undo import doubt
from ryggkompis.store.acts import new_id, one_act
from tests.services.test_acts import Book


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
