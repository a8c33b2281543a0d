"""Words that come through a pipe: “echo … | ryggkompis note”, or “ryggkompis note -”."""

import sys
from typing import Final

from ryggkompis.cli.options.errors import Lacking
from ryggkompis.cli.output import STANDARD_OUTPUT, is_terminal
from ryggkompis.cli.parser import PROGRAM
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import TEXT_LIMIT
from ryggkompis.i18n.language import _

_MOST: Final = 16 * TEXT_LIMIT
"""Characters that are read at all: a pipe may have no end."""


class TooMuchPiped(ExpectedError):
    """More than is read of a pipe, which may have no end."""

    says = N_("What came is far longer than the {limit} characters that can be kept; shorten it.")


def own_words(here: Surroundings, command: str) -> str:
    """Give the patient's own words, from where they come.

    Raises:
        Lacking: where there are none, and a terminal would wait for them without saying so.
        TooMuchPiped: where they come without an end.

    """
    is_asked = here.said.words == [STANDARD_OUTPUT]
    if here.said.words and not is_asked:
        return here.words
    if sys.stdin is None or (is_terminal(sys.stdin) and not is_asked):
        raise Lacking(program=f"{PROGRAM} {command}", lacking=_("TEXT"))
    text = sys.stdin.read(_MOST)
    if len(text) == _MOST:
        raise TooMuchPiped(limit=TEXT_LIMIT)
    return text.strip()
