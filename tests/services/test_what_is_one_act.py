"""What is one act and what is not: an exercise of a session, an edit by an older version."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import Note, Walk
from ryggkompis.domain.session.session import DoneSoFar, Part
from ryggkompis.services.sessions import SessionDiary
from ryggkompis.store.acts import one_act
from tests.services.test_acts import Book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def test_an_exercise_of_a_session_goes_with_all_its_sets_and_its_answer_and_alone(book: Book) -> None:
    session = SessionDiary(book.diary, (Part(id="E01", level=1, sets=2), Part(id="E02", level=1, sets=1)))
    session.keep(0, DoneSoFar(1, None, 30))
    session.keep(0, DoneSoFar(2, None, 60))
    session.keep(1, DoneSoFar(1, None, 30))
    session.keep(0, DoneSoFar(2, "same", 60))

    assert len(book.said()) == 2
    book.diary.undo()
    (left,) = book.store.read().lines
    assert left["exercise"] == "E02"
    assert book.undo() == []
    book.diary.redo()
    book.diary.redo()
    first = next(line for line in book.store.read().lines if line["exercise"] == "E01")
    assert (first["sets"], first["response"]) == (2, "same")


def test_an_edit_by_an_older_version_that_copied_the_act_is_taken_back_alone(book: Book) -> None:
    """It keeps the keys it does not know, and so the act of the check-in stands in its line as well."""
    with one_act():
        book.diary.say(Note, text="beside it")
        walk = book.diary.say(Walk, minutes=8)
    for rev, minutes in ((2, 9), (3, 12)):
        copied = {**book.store.history(walk.id)[-1], "rev": rev, "minutes": minutes}
        book.store.bring_back([{**copied, "saved": f"2026-03-04T12:00:0{rev}Z"}])

    book.now += timedelta(hours=2)
    assert book.undo() == ["note beside it", "walk 9"]
    assert book.undo() == ["note beside it", "walk 8"]
    assert book.undo() == []
    assert book.redo() == ["note beside it", "walk 8"]


def test_what_one_act_said_and_changed_goes_together(book: Book) -> None:
    book.diary.say(Note, text="before")
    with one_act():
        walk = book.diary.say(Walk, minutes=8)
        book.diary.edit(walk.id, minutes=9)
        book.diary.edit(walk.id, minutes=10)

    assert book.undo() == ["note before"]
    assert book.redo() == ["note before", "walk 10"]
