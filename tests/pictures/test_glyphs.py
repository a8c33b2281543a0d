"""How many cells words take, in any script."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ryggkompis.pictures.glyphs import ascii_text, cells, fit, fit_words, width_of


def test_cells_agree_with_the_terminal_library_on_every_common_character() -> None:
    """One wrong width would shift the rest of a row."""
    tables_differ = {*range(0x2630, 0x2638), *range(0x268A, 0x2690), *range(0x4DC0, 0x4E00)}
    common = [
        char
        for char in map(chr, range(0x20, 0x1FB00))
        if ord(char) not in tables_differ
        and unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Mc", "Me", "Sk"}
        and not 0x1D300 <= ord(char) < 0x1D380
        and char not in "\u2028\u2029"
    ]

    assert [hex(ord(char)) for char in common if width_of(char) != cell_len(char)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("å", ["å"]),
        ("a\u030a", ["a\u030a"]),
        ("日本", ["日", "", "本", ""]),
        ("日\u0301", ["日\u0301", ""]),
        ("👩\u200d🔧", ["👩", "", "🔧", ""]),
        ("a\tb\nc", ["a", " ", "b", " ", "c"]),
        ("\x1b[31m\x00", ["[", "3", "1", "m"]),
        ("\u0301a", ["a"]),
    ],
)
def test_each_cell_shows_one_letter(text: str, shown: list[str]) -> None:
    assert cells(text) == shown


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Fysioterapeut", 13, "Fysioterapeut"),
        ("Fysioterapeut", 6, "Fysio…"),
        ("Back to work", 6, "Back…"),
        ("日本語", 4, "日…"),
        ("日本語", 5, "日本…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_what_is_cut_off_leaves_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


@given(text=st.text(max_size=20), width=st.integers(-2, 20))
@settings(derandomize=True)
def test_shortened_words_fit_and_ascii_takes_the_same_room(text: str, width: int) -> None:
    assert width_of(fit(text, width)) <= max(width, 0)
    assert width_of(fit_words(text, width)) <= max(width, 0)
    assert ascii_text(text).isascii()
    assert text.isascii() or len(ascii_text(text)) == width_of(text)


def test_letters_keep_their_likeness_in_ascii() -> None:
    assert ascii_text("Øvelser på blåbærtur – 5 × 3 …") == "Ovelser pa blabartur - 5 x 3 ."
    assert ascii_text("日é") == "??e"


def test_no_sign_of_our_own_becomes_a_question_mark_in_ascii() -> None:
    root = Path(__file__).parents[2]
    written = (path for folder in ("src", "data") for path in (root / folder).rglob("*"))
    texts = (path.read_text("utf-8") for path in written if path.suffix in {".py", ".po", ".yaml"})
    signs = {sign for text in texts for sign in text if not sign.isascii()}
    assert [sign for sign in sorted(signs) if "?" in ascii_text(sign)] == []


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("6 times each side", 17, "6 times each side"),
        ("6 times each side", 16, "6 times each…"),
        ("6 times · each side", 16, "6 times · each…"),
        ("6 times · 5 m", 10, "6 times…"),
        ("a Lungenentzündungsbehandlung", 25, "a Lungenentzündungsbehan…"),
    ],
)
def test_a_line_ends_on_a_whole_word_where_it_can(text: str, width: int, shown: str) -> None:
    assert fit_words(text, width) == shown
