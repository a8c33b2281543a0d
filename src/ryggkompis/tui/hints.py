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
    """As it is written where nobody has changed it; what is said can name it, too."""
    words: str = ""
    is_after: bool = False
    """It stands behind the line, which is no invitation to press it."""
    id: str = ""
    """What the key is called for good: a click on the line presses it."""


HINTS: Final[Mapping[Act | type[ExpectedError], Hint]] = {
    "any_day": Hint("i", N_("whenever you like"), is_after=True, id="today.check_in"),
    "back": Hint("a", id="today.episode"),
    "change_later": Hint("f", N_("opens the questions again"), is_after=True, id="today.first"),
    "change_profile": Hint(words=N_("Press f and change your answers."), is_after=True, id="today.first"),
    "check_in": Hint("i", id="today.check_in"),
    "clear": Hint(words=N_("press c."), is_after=True, id="today.clear"),
    "clear_doubt": Hint(words=N_("Press c on Today."), is_after=True, id="today.clear"),
    "doctor": Hint(words=N_("“ryggkompis doctor” lists them."), is_after=True),
    "finish": Hint(words=N_("press i."), is_after=True, id="today.check_in"),
    "first_run": Hint("f", id="today.first"),
    "go_on": Hint(words=N_("Space goes on"), is_after=True),
    "how_on": Hint("a", id="today.episode"),
    "moved": Hint("o", N_("logs one"), is_after=True, id="app.moved"),
    "new": Hint(words=N_("Press n to begin."), is_after=True, id="log.new"),
    "next": Hint(words=N_("Enter goes on.")),
    "operation": Hint("O", id="today.operation"),
    "plan_again": Hint("d", N_("brings the rest back"), is_after=True, id="today.bad_day"),
    "profile": Hint(words=N_("Press p to answer them."), is_after=True, id="settings.profile"),
    "read": Hint("k", id="app.learn"),
    "review": Hint("r", id="today.review"),
    "see_today": Hint(words=N_("Press 1 to see what was answered and whom to call."), id="app.today"),
    "sit_no_longer": Hint(
        words=N_("o logs that you changed, z waits ten minutes."), is_after=True, id="app.moved"
    ),
    "smaller": Hint("p", id="today.smaller"),
    "enough": Hint("y", id="today.enough"),
    "urgent": Hint("!", id="app.urgent"),
    "urgent_now": Hint(words=N_("Press ! when it is urgent."), id="app.urgent"),
    "visit": Hint("v", id="today.visit"),
    "walked": Hint("t", id="today.walk"),
    "was_up": Hint(words=N_("o logs it; otherwise the clock just goes on."), is_after=True, id="app.moved"),
    "when_113": Hint(
        words=N_("The key ! says when it is 113 instead, everywhere."), is_after=True, id="app.urgent"
    ),
    "why": Hint("w", is_after=True, id="today.why"),
    "why_less": Hint("x", id="today.why_less"),
    SafetyAnswerStays: Hint(
        words=N_("When a doctor has looked at it, or you are sure it was a slip, press c on Today.")
    ),
}
"""What helps with a line of words, or with a fault, in keys."""


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which key to press."""
    hint = HINTS.get(type(error))
    return f"{word(error)} {_(hint.words)}" if hint else word(error)
