"""What this front end says in its own words: which key helps."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NeedsProfile, SafetyAnswerStays
from ryggkompis.tui.labels import key_of
from ryggkompis.words.lines import Act
from ryggkompis.words.locked import lock_is_not_finished


class Hint(Value):
    """A key, and what is said of it; what is not said stands in the line that it belongs to."""

    usual: str = ""
    """The key, where nobody has changed it."""
    words: str = ""
    is_after: bool = False
    """It stands behind the line, which is no invitation to press it."""
    id: str = ""
    """What the key is called for good: a click on the line presses it."""

    @property
    def key(self) -> str:
        """The key that stands beside the words; none where they name it themselves."""
        return key_of(self.id, self.usual) if self.usual and "{key}" not in self.words else ""

    @property
    def said(self) -> str:
        """Say it in words, with the keys that this patient has."""
        if not self.words:
            return ""
        return _(self.words).format(key=key_of(self.id, self.usual), later=key_of("app.put_off", "z"))


HINTS: Final[Mapping[Act | type[ExpectedError], Hint]] = {
    "any_day": Hint("i", N_("whenever you like"), is_after=True, id="today.check_in"),
    "back": Hint("a", id="today.episode"),
    "begin": Hint("Enter", id="session.next"),
    "change_later": Hint("f", N_("opens the questions again"), is_after=True, id="today.first"),
    "change_profile": Hint("f", N_("Press {key} and change your answers."), is_after=True, id="today.first"),
    "check_in": Hint("i", id="today.check_in"),
    "clear": Hint("c", N_("press {key}."), is_after=True, id="today.clear"),
    "clear_doubt": Hint("c", N_("Press {key} on Today."), is_after=True, id="today.clear"),
    "doctor": Hint("d", N_("{key} in Settings lists them."), is_after=True, id="settings.look"),
    "finish_lock": Hint("L", N_("Press {key} to finish it."), is_after=True, id="app.finish_lock"),
    "finish": Hint("i", N_("press {key}."), is_after=True, id="today.check_in"),
    "first_run": Hint("f", id="today.first"),
    "go_on": Hint(words=N_("Space goes on"), is_after=True),
    "how_on": Hint("a", id="today.episode"),
    "hurts": Hint("h", id="today.hurts"),
    "it_does": Hint(words=N_("Enter: yes. This exercise ends for today.")),
    "it_does_not": Hint(words=N_("Space: no. It goes on where it was.")),
    "moved": Hint("o", N_("logs one"), is_after=True, id="app.moved"),
    "new": Hint("n", N_("Press {key} to begin."), is_after=True, id="log.new"),
    "next": Hint(words=N_("Enter goes on.")),
    "operation": Hint("O", id="today.operation"),
    "plan_again": Hint("d", N_("brings the rest back"), is_after=True, id="today.bad_day"),
    "profile": Hint("p", N_("Press {key} to answer them."), is_after=True, id="settings.profile"),
    "programme": Hint("V", id="today.programme"),
    "read": Hint("K", id="app.learn"),
    "review": Hint("r", id="today.review"),
    "see_today": Hint("1", N_("Press {key} to see what was answered and whom to call."), id="app.today"),
    "sit_no_longer": Hint(
        "o", N_("{key} logs that you changed, {later} waits ten minutes."), is_after=True, id="app.moved"
    ),
    "smaller": Hint("p", id="today.smaller"),
    "enough": Hint("y", id="today.enough"),
    "tour": Hint("T", id="app.tour"),
    "urgent": Hint("!", id="app.urgent"),
    "urgent_now": Hint(words=N_("Press ! when it is urgent."), id="app.urgent"),
    "visit": Hint("v", id="today.visit"),
    "walked": Hint("t", id="today.walk"),
    "was_up": Hint(
        "o", N_("{key} logs it; otherwise the clock just goes on."), is_after=True, id="app.moved"
    ),
    "when_113": Hint(
        words=N_("The key ! says when it is 113 instead, everywhere."), is_after=True, id="app.urgent"
    ),
    "why": Hint("w", is_after=True, id="today.why"),
    "why_less": Hint("x", id="today.why_less"),
    NeedsProfile: Hint("f", N_("Press {key} on Today."), id="today.first"),
    SafetyAnswerStays: Hint(
        "c",
        N_(
            "A list that is open is finished first. When a doctor has looked at it, or you are sure it was a "
            "slip, press {key} on Today."
        ),
        id="today.clear",
    ),
}
"""What helps with a line of words, or with a fault, in keys."""


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which key to press."""
    hint = HINTS.get(type(error))
    return f"{word(error)} {hint.said}" if hint else word(error)


def not_finished(files: Sequence[str]) -> str:
    """Say that a lock is not whole, and which key finishes it; empty where nothing lies open."""
    names = [Path(path).name for path in files]
    return f"{lock_is_not_finished(names).text} {HINTS['finish_lock'].said}" if files else ""
