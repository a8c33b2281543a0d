"""Printed words as a voice should read them: what speech drops or mistakes is written out.

A synthesizer (espeak-ng 1.52, bokmål) reads "116 117" as more than a hundred thousand, "0–3" as
"nought three", "2 × 10" as "two ten", and knows no "·".
The ids that the shell works with say nothing to an ear.
"""

import re
from typing import Final

from ryggkompis.i18n.language import _

_ENTRY: Final = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26} +")
_EXERCISE: Final = re.compile(r"(^ *|[-,:] | or | eller )(?:E\d\d|A\d) (?=[A-ZÆØÅ]|90/90)")
"""Where it stands before a name; the E18 that somebody drove home on stays."""
# Not “113 min”: an amount is read as an amount.
_NUMBER: Final = re.compile(r"(?<![\d.,:])(?:116[ \u00a0](?:117|123)|113(?![ \u00a0]min))(?![\d.,:]\d|\d)")
_RANGE: Final = re.compile(r"(?<=\d)–(?=\d)")
_TIMES: Final = re.compile(r"(?<=\d) × (?=\d)")


def spoken(line: str) -> str:
    """Write ``line`` for the ear."""
    line = _EXERCISE.sub(r"\1", _ENTRY.sub("", line))
    line = _NUMBER.sub(lambda found: " ".join(char for char in found[0] if char.isdigit()), line)
    line = _parted(_RANGE.sub(_(" to "), line))
    return _TIMES.sub(_(" times "), line)


def _parted(line: str) -> str:
    # A comma between parts that have commas of their own would be heard as one more of these.
    return line.replace(" · ", "; " if " · " in line and ", " in line else ", ")
