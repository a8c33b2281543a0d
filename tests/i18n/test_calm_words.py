"""No message promises, frightens, or belongs to a medical device; what is let pass is listed with why."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.pofile import read_po

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import detect
from tests.content.test_wording import DEVICE_WORDS, DOSES, SCARY_WORDS

PO = (
    Path(__file__).parents[2]
    / "src"
    / "ryggkompis"
    / "i18n"
    / "locale"
    / "nb"
    / "LC_MESSAGES"
    / "ryggkompis.po"
)
README = Path(__file__).parents[2] / "README.md"
LET_PASS: Final = {
    "file": r"\{(?:file|path|month)\}|file|month|archive",  # a file can be damaged; a back is not said to be
    "denied": r"makes no diagnosis",  # it says what the program is not
    "event": r"^new treatment$",  # the patient's own word for what happened
    "source": r"the pain-monitoring model",  # the name of what a rule comes from
    "heading": r"^Relief|Relief positions",  # the heading over positions for rest
    "device": r"nothing was worn",  # of a watch
}
"""What may hold such a word, in English, and why."""


def messages() -> Iterator[tuple[str, Language, str]]:
    """Give every message in both languages, beside its English."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="nb")
    for message in catalogue:
        if message.id:
            english = " ".join(message.id) if isinstance(message.id, tuple) else str(message.id)
            norwegian = " ".join(message.string) if isinstance(message.string, tuple) else message.string
            yield english, "en", english
            yield english, "nb", str(norwegian)


@pytest.mark.parametrize("unwanted", [DEVICE_WORDS, SCARY_WORDS], ids=["device", "scary"])
def test_no_message_uses_words_that_promise_or_frighten(unwanted: dict[str, str]) -> None:
    passed = re.compile("|".join(LET_PASS.values()))
    found = {
        english: hit[0]
        for english, language, text in messages()
        if (hit := re.search(unwanted[language], text, re.IGNORECASE)) and not passed.search(english)
    }
    assert found == {}


def test_no_message_holds_a_dose_of_medicine() -> None:
    assert [text for _id, _language, text in messages() if re.search(DOSES, text, re.IGNORECASE)] == []


def test_the_readme_promises_nothing() -> None:
    promises = r"clinically (?:proven|validated)|guarantee|cures?\b|heals? your|relieves? pain"
    assert re.findall(promises, README.read_text(encoding="utf-8"), re.IGNORECASE) == []


@pytest.mark.parametrize("said", ["nn_NO.UTF-8", "no_NO.UTF-8", "nb_NO", "nn"])
def test_whoever_writes_nynorsk_reads_bokmal(said: str) -> None:
    assert detect({"LANG": said}) == "nb"
