"""Notes, habits and tables out of other programs' real files, as it is said what is what in them."""

from datetime import date

import pytest

from ryggkompis.domain.journal.entries import ComfortDone, ExerciseDone, Note
from ryggkompis.importers import errors, notices
from tests.importers.files import made, mornings, real, steps, text, told, walks


@pytest.mark.parametrize(("name", "count"), [("daylio.csv", 3), ("daylio_moods.csv", 7)])
def test_daylio_becomes_notes_at_their_moment(name: str, count: int) -> None:
    notes = [entry for entry in made(real(name)) if isinstance(entry, Note)]
    assert len(notes) == count
    assert all(note.text for note in notes)
    assert (notes[-1].at.hour, notes[-1].at.minute) == ((22, 0) if count == 3 else (18, 52))
    if count == 3:
        assert "stomachache" in notes[-1].text
        assert "sad" in notes[-1].text


def test_harsh_says_nothing_before_it_is_said_what_is_what() -> None:
    with pytest.raises(errors.MapMissing) as caught:
        real("harsh_log.txt")
    assert "Gym" in str(caught.value)


def test_harsh_gives_what_was_done_and_not_what_was_left() -> None:
    found = real(
        "harsh_log.txt", "Running=walk", "Gym=E07", "Meditation=A1", "Reading=note", "Daily standup=e01"
    )
    assert walks(found) == [("2025-01-02", 5)]
    kinds = [(type(entry), entry.day.isoformat()) for entry in made(found)]
    assert kinds.count((ExerciseDone, "2025-01-01")) == 2
    assert (ComfortDone, "2025-01-01") in kinds
    assert [entry.text for entry in made(found) if isinstance(entry, Note)] == [
        "Reading: Tech book", "Reading: Fiction book", "Reading: Articles",
    ]  # fmt: skip
    assert told(found, notices.NotDone) == [notices.NotDone(4)]
    assert told(found, notices.Read)[0].rows == 12


def test_loops_codes_are_known_in_words_and_in_numbers() -> None:
    days = [f"2026-03-0{n}" for n in (1, 2, 3, 4)]
    numbers = zip(days, (2, 1, -1, 3), (12000, 0, 8000, 0), strict=True)
    words = zip(days, ("YES_MANUAL", "YES_AUTO", "SKIP", "NO"), ("", "", "Syk", ""), strict=True)
    in_numbers = "Date,Strekke,Gå,\n" + "".join(f"{day},{did},{went},\n" for day, did, went in numbers)
    in_words = "Date,Value,Notes\n" + "".join(f"{day},{did},{why}\n" for day, did, why in words)
    found = text(in_numbers, "Strekke=E07", "Gå=walk")
    assert walks(found) == [("2026-03-01", 12), ("2026-03-03", 8)]
    assert [e.day.isoformat() for e in made(found) if isinstance(e, ExerciseDone)] == ["2026-03-01"]
    assert [e.day.isoformat() for e in made(text(in_words, "Value=E07"))] == ["2026-03-01"]


def test_a_clinic_s_table_with_remarks_above_is_read_by_its_columns() -> None:
    found = real("worksafebc.csv", "pain_level=back")
    assert [entry.back for entry in mornings(found).values()] == [7, 6, 5, 8]


def test_any_table_is_read_as_it_is_said_to_be() -> None:
    table = "dato;Bein;Gåtur;Skritt;Øvelse;Merknad\n2.3.2026;4;12;3000;1;Bedre\n3.3.2026;3;;;0;\n"
    found = text(table, "Bein=leg", "Gåtur=walk", "Skritt=steps", "Øvelse=E07", "Merknad=note")
    assert [entry.leg for entry in mornings(found).values()] == [4, 3]
    assert walks(found) == [("2026-03-02", 12)]
    assert steps(found) == {date(2026, 3, 2): 3000}
    assert [type(entry) for entry in made(found)].count(ExerciseDone) == 1
    assert [entry.text for entry in made(found) if isinstance(entry, Note)] == ["Merknad: Bedre"]
