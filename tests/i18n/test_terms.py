"""One word for one thing in bokmål: a patient who learnt a word once finds it everywhere."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from ryggkompis.content.files import data_file

NOT_OURS = {
    r"\boppbluss(?:et|ene)?\b": "oppblussing",
    r"\bhuskelapp": "notat, or oppføring for one of any kind",
    r"\bjournalen\b": "dagboken, for the journal is the doctor's",
    r"\bterapeuten\b": "behandleren",
    r"\boppsett(?:et)?\b": "innstillinger",
    r"\buka\b": "uken",
    r"\bskadde?\b": "skadet",
    r"\bdet vonde\b(?! beinet)": "smerten",
    r"\bny(?:e)? stilling(?:er)?\b": "stillingsbytte",
    r"\bblir hjemme\b|\bholdt utenfor\b": "utelat of a report, stå over of an exercise",
}
"""What is not said, with what is said for it."""


@pytest.fixture(scope="module")
def bokmaal(tool: dict[str, Any]) -> list[str]:
    """Every text in bokmål: of the program, and of the content."""
    catalogue: Catalog = tool["read"]()
    return [*said(catalogue), *(data_file(f"{name}.yaml").read_text("utf-8") for name in CONTENT)]


NOT_OURS_IN_ENGLISH = {r"\bjournals?\b": "diary", r"\bpass water\b": "urinate", r"\bphysio\b": "therapist"}


@pytest.mark.parametrize("word", NOT_OURS_IN_ENGLISH)
def test_another_english_word_for_the_same_is_nowhere(tool: dict[str, Any], word: str) -> None:
    catalogue: Catalog = tool["read"]()
    english = [part for one in catalogue for part in ([one.id] if isinstance(one.id, str) else one.id)]
    found = [text for text in english if re.search(word, text, re.IGNORECASE)]
    assert found == [], f"we say: {NOT_OURS_IN_ENGLISH[word]}"


def test_no_sentence_of_the_window_tells_to_type_a_command(tool: dict[str, Any]) -> None:
    # What only a shell says stands in `cli`, and what is wrong with the program's own files in `content`.
    catalogue: Catalog = tool["read"]()
    found = [
        (one.id, place)
        for one in catalogue
        for place, _line in one.locations
        if "“ryggkompis " in str(one.id)
        and not place.startswith(("src/ryggkompis/cli/", "src/ryggkompis/content/"))
    ]
    assert found == []


CONTENT = ("exercises", "learn", "red_flags")


def said(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        yield from (message.string,) if isinstance(message.string, str) else message.string or ()


@pytest.mark.parametrize("word", NOT_OURS)
def test_another_word_for_the_same_is_nowhere(bokmaal: list[str], word: str) -> None:
    found = [match[0] for text in bokmaal for match in re.finditer(rf".*(?:{word}).*", text, re.IGNORECASE)]
    assert found == [], f"we say: {NOT_OURS[word]}"
