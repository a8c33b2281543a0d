"""The text for a message form: within its letters, safety first and never cut, and what has gone is named."""

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.report.omit import Options
from ryggkompis.report.rendering import render
from tests.report.all_sorts import JOURNALS
from tests.report.test_sheet import LANGUAGES

GONE = {"nb": "Ikke plass til i denne teksten", "en": "Not in this text, for want of room"}


def told(name: str, language: Language, letters: int = 4_000) -> str:
    return render("txt", JOURNALS[name](), language, Options(letters=letters)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
def test_every_text_has_room_in_a_message_and_every_yes_in_it(name: str, language: Language) -> None:
    text = told(name, language)
    flags = {said.flag for said in JOURNALS[name]().safety.answers}
    assert all(f"({flag})" in text for flag in flags)
    # Of twenty at once not one may go, whatever the form says.
    assert len(text) <= 4_000 or len(flags) >= 20
    assert all(len(line) <= 76 for line in text.splitlines() if " " in line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_gone_is_named_and_safety_has_not(language: Language) -> None:
    whole, short = told("flags", language, 1_000_000), told("flags", language, 900)
    assert GONE[language] not in whole
    assert GONE[language] in short
    assert len(short) < len(whole)
    flags = {said.flag for said in JOURNALS["flags"]().safety.answers}
    assert flags
    assert all(f"({flag})" in short for flag in flags)


def test_just_as_many_letters_as_there_are_keep_all_of_it() -> None:
    whole = told("a rich half year", "en", 1_000_000)
    assert told("a rich half year", "en", len(whole)) == whole
    assert len(told("a rich half year", "en", len(whole) - 1)) < len(whole)
