"""Printed words as a voice should read them: what speech drops or mistakes is written out.

A synthesizer (espeak-ng 1.52, bokmål) reads "116 117" as more than a hundred thousand, "0–3" as
"nought three" and "2 × 10" as "two ten". The ids that the shell works with say nothing to an ear.
"""

import re
from typing import Final

from ryggkompis.i18n import _

_ID: Final = re.compile(r"\b(?:[0-9A-HJKMNP-TV-Z]{26} +|(?:E\d\d|A\d) (?=\w))")
_NUMBER: Final = re.compile(r"(?<![\d.,:])(?:\d{3}[ \u00a0]\d{3}|113(?![ \u00a0]min))(?![\d.,:]\d|\d)")
_RANGE: Final = re.compile(r"(?<=\d)–(?=\d)")
_TIMES: Final = re.compile(r"(?<=\d) × (?=\d)")


def spoken(line: str) -> str:
    """Write ``line`` for the ear."""
    line = _ID.sub("", line)
    line = _NUMBER.sub(lambda found: " ".join(char for char in found[0] if char.isdigit()), line)
    line = _RANGE.sub(_(" to "), line)
    return _TIMES.sub(_(" times "), line)
