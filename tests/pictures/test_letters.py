"""Large letters: no two alike, and never outside the room there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.letters import large_letters
from ryggkompis.pictures.picture import Size

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÉ0123456789-–.,:/×·?!'"


@pytest.mark.parametrize("room", [Size(12, 4), Size(12, 7)], ids=["small", "large"])
def test_every_letter_has_a_shape_of_its_own(room: Size) -> None:
    assert len({plain(large_letters(letter, room)) for letter in ALPHABET}) == len(ALPHABET)


def test_small_letters_are_written_as_capitals() -> None:
    room = Size(60, 7)
    assert plain(large_letters("blåbærøl", room)) == plain(large_letters("BLÅBÆRØL", room))


def test_the_size_follows_the_room() -> None:
    lines = plain(large_letters("Rest", Size(80, 7))).splitlines()
    assert len([line for line in lines if line.strip()]) == 5
    assert "██" in plain(large_letters("Rest", Size(80, 7)))
    assert "▀" in plain(large_letters("Rest", Size(80, 6)))


@given(text=st.text(max_size=40), cols=st.integers(1, 90), rows=st.integers(1, 20))
def test_it_stays_in_the_room(text: str, cols: int, rows: int) -> None:
    picture = large_letters(text, Size(cols, rows))
    assert picture.size == Size(cols, rows)
    assert all(len(line) <= cols for line in plain(picture).splitlines())
