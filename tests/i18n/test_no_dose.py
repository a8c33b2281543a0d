"""No text of a plan names a dose of a medicine (invariant I15), in either language."""

import re
from pathlib import Path

from ryggkompis.i18n.language import MESSAGES

SOURCE = Path(MESSAGES).with_suffix(".po").read_text(encoding="utf-8")
DATA = Path(__file__).resolve().parents[2] / "data"
DOSE = re.compile(
    r"\b\d+\s*(mg|ml|µg|mcg|gram|tablett\w*|tablets?|piller|pills?|kapsler|capsules?)\b", re.IGNORECASE
)


def test_no_message_names_a_dose() -> None:
    assert DOSE.findall(SOURCE) == []


def test_no_content_names_a_dose() -> None:
    for file in DATA.glob("*.yaml"):
        assert DOSE.findall(file.read_text(encoding="utf-8")) == [], file.name


def test_the_pattern_would_find_one() -> None:
    assert DOSE.search("Ta 500 mg to ganger")
    assert DOSE.search("2 tablets in the evening")
