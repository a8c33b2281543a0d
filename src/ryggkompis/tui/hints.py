"""What this front end says in its own words: which key helps."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import SafetyAnswerStays
from ryggkompis.words.lines import Act


class Hint(NamedTuple):
    """A key, and what is said of it; what is not said stands in the line that it belongs to."""

    key: str = ""
    words: str = ""
    is_after: bool = False
    """It stands behind the line, which is no invitation to press it."""


HINTS: Final[Mapping[Act | type[ExpectedError], Hint]] = {
    "any_day": Hint("i", N_("whenever you like"), is_after=True),
    "back": Hint("a"),
    "begin": Hint("Enter"),
    "change_later": Hint("f", N_("opens the questions again"), is_after=True),
    "change_profile": Hint(words=N_("Press f and change your answers."), is_after=True),
    "check_in": Hint("i"),
    "clear": Hint(words=N_("press c."), is_after=True),
    "clear_doubt": Hint(words=N_("Press c on Today."), is_after=True),
    "doctor": Hint(words=N_("“ryggkompis doctor” lists them."), is_after=True),
    "finish": Hint(words=N_("press i."), is_after=True),
    "first_run": Hint("f"),
    "go_on": Hint(words=N_("Space goes on"), is_after=True),
    "how_on": Hint("a"),
    "it_does": Hint(words=N_("Enter: yes. This exercise ends for today.")),
    "it_does_not": Hint(words=N_("Space: no. It goes on where it was.")),
    "moved": Hint("o", N_("logs one"), is_after=True),
    "new": Hint(words=N_("Press n to begin."), is_after=True),
    "next": Hint(words=N_("Enter goes on.")),
    "operation": Hint("O"),
    "plan_again": Hint("d", N_("brings the rest back"), is_after=True),
    "profile": Hint(words=N_("Press p to answer them."), is_after=True),
    "read": Hint("k"),
    "review": Hint("r"),
    "see_today": Hint(words=N_("Press 1 to see what was answered and whom to call.")),
    "sit_no_longer": Hint(words=N_("o logs that you changed, z waits ten minutes."), is_after=True),
    "smaller": Hint("p"),
    "enough": Hint("y"),
    "urgent": Hint("!"),
    "urgent_now": Hint(words=N_("Press ! when it is urgent.")),
    "visit": Hint("v"),
    "walked": Hint("t"),
    "was_up": Hint(words=N_("o logs it; otherwise the clock just goes on."), is_after=True),
    "when_113": Hint(words=N_("The key ! says when it is 113 instead, everywhere."), is_after=True),
    "why": Hint("w", is_after=True),
    "why_less": Hint("x"),
    SafetyAnswerStays: Hint(
        words=N_("When a doctor has looked at it, or you are sure it was a slip, press c on Today.")
    ),
}
"""What helps with a line of words, or with a fault, in keys."""


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which key to press."""
    hint = HINTS.get(type(error))
    return f"{word(error)} {_(hint.words)}" if hint else word(error)
