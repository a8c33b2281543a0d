"""The sitting clock in the window: the corner, the prompt, and what answers it."""

from datetime import datetime
from functools import partial

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import PositionChange
from ryggkompis.domain.session.sitting import Prompter, SittingNow
from ryggkompis.i18n.language import _
from ryggkompis.services.sitting import sitting_now
from ryggkompis.tui.ink import ink
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.widgets.page_line import PageLine
from ryggkompis.words.today.sitting import in_the_corner, prompt_in_words

STAYS = 20
"""Seconds that a prompt stays."""


class SittingClock:
    """Follows the time for one window."""

    def __init__(self, app: Shell, now: datetime) -> None:
        """Begin when the window is opened."""
        self._app = app
        self._opened = now
        self._prompter = Prompter(now)

    def _now(self) -> datetime:
        return self._app.companion.today.clock.now()

    def stands(self, now: datetime) -> SittingNow:
        """Say how it stands."""
        app = self._app
        return sitting_now(app.state, now, app.settings.sit_minutes, self._opened)

    def touched(self) -> None:
        """Take note of a key."""
        self._prompter = self._prompter.heard(self._now())

    def look(self) -> None:
        """Write the corner, and say when it is time; in a dialog one is busy, and nothing is said."""
        now, lines = self._now(), self._app.screen.query(PageLine)
        if not lines:
            return
        stands = self.stands(now)
        for line in lines:
            line.sitting = in_the_corner(stands)
        self._prompter, prompt = self._prompter.look(stands, now)
        # A closed episode asks nothing.
        if prompt is not None and not self._app.state.plan.is_closed:
            self._say(ink(prompt_in_words(prompt)).plain)

    def _say(self, words: str) -> None:
        app = self._app
        app.notify(words, timeout=STAYS, markup=False)
        if app.settings.bell:
            app.bell()
        if app.settings.desktop:
            notice_on_desktop(app, words)

    def moved(self) -> None:
        """Log a change of position."""
        app = self._app
        app.do(partial(app.companion.diary.say, PositionChange), _("Changed position: logged."))
        self.look()

    def put_off(self) -> None:
        """Wait for a while."""
        self._prompter = self._prompter.put_off(self._now())
        self._app.notify(_("In ten minutes, then."), markup=False)


def notice_on_desktop(app: Shell, words: str) -> None:
    """Ask the terminal to show a notice (OSC 9); a terminal that cannot ignores it."""
    driver = app._driver  # noqa: SLF001 - Textual has no other way to the terminal
    if driver is not None:
        driver.write(f"\x1b]9;{shown(words)}\x07")
