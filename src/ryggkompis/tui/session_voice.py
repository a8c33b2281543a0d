"""The session aloud: what is said as it changes, where that is wanted and something here can speak."""

from typing import Final

from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.session.session import Session
from ryggkompis.i18n.language import _, current
from ryggkompis.services.speech import Speech
from ryggkompis.tui.page import Dialog
from ryggkompis.words.today.spoken import spoken

LOOK: Final = 0.5
"""Seconds between two looks at whether a sentence has ended."""


class SessionVoice:
    """Says what a session page shows; a voice that nothing here has is told of once."""

    def __init__(self, page: Dialog[None]) -> None:
        """Speak for ``page``."""
        self._page = page
        self._speech: Speech | None = None
        self._is_told = False

    def follow(self, before: Session | None, session: Session, exercise: Exercise) -> None:
        """Say what has changed since ``before``, None at the beginning; be quiet in a pause."""
        if not self._page.app.settings.speech:
            return
        said = spoken(before, session, exercise)
        if said:
            self._say(said)
        elif session.is_paused:
            self.quiet()

    def toggle(self, session: Session, exercise: Exercise) -> None:
        """Speak from now on, or be quiet, and remember it."""
        app = self._page.app
        app.change_settings(speech=not app.settings.speech)
        told = _("It is read aloud from now on.") if app.settings.speech else _("It is quiet from now on.")
        if app.settings.speech:
            self._say(spoken(None, session, exercise) or told)
        else:
            self.quiet()
        if self._speech is None or self._speech.can_speak:
            app.notify(told, markup=False)

    def quiet(self) -> None:
        """Say nothing more."""
        if self._speech is not None:
            self._speech.quiet()

    def _say(self, text: str) -> None:
        if self._speech is None:
            self._speech = Speech()
            self._page.set_interval(LOOK, self._look)
        self._speech.say(text, current())
        self._look()

    def _look(self) -> None:
        """Take note of sentences that have ended; say once where nothing speaks."""
        if self._speech is None:
            return
        self._speech.look()
        if not self._speech.can_speak and not self._is_told:
            self._is_told = True
            told = _(
                "Nothing on this machine can speak. On Linux, the program espeak-ng can be installed for it."
            )
            self._page.app.notify(told, severity="warning", timeout=12, markup=False)
