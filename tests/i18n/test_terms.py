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


CONTENT = ("exercises", "learn", "red_flags")


def said(catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        yield from (message.string,) if isinstance(message.string, str) else message.string or ()


@pytest.mark.parametrize("word", NOT_OURS)
def test_another_word_for_the_same_is_nowhere(bokmaal: list[str], word: str) -> None:
    found = [match[0] for text in bokmaal for match in re.finditer(rf".*(?:{word}).*", text, re.IGNORECASE)]
    assert found == [], f"we say: {NOT_OURS[word]}"
