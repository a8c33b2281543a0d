"""The cover: what hides the window when nobody has pressed a key for a while, or the journal was locked."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ryggkompis.tui.page import STAYING, Dialog
from ryggkompis.tui.shell import Shell

if TYPE_CHECKING:
    from ryggkompis.tui.screens.cover import CoverPage

OPEN_TO_ALL = STAYING | {"quit", "suspend_process"}
"""What works on a covered window: nothing of the patient's is seen or changed by it."""


class Cover:
    """Covers the window of ``app`` when it is time."""

    def __init__(self, app: Shell, now: datetime) -> None:
        """Begin when the window is opened."""
        self._app = app
        self._touched = now
        self._page: CoverPage | None = None

    def _now(self) -> datetime:
        return self._app.companion.today.clock.now()

    @property
    def is_up(self) -> bool:
        """Nothing of the patient's is to be seen."""
        return self._page in self._app.screen_stack

    def lets(self, action: str) -> bool:
        """Tell whether ``action`` may be done now."""
        return action in OPEN_TO_ALL or not self.is_up

    def touched(self) -> None:
        """Take note of a key."""
        self._touched = self._now()

    def look(self) -> None:
        """Cover what nobody has touched for as long as the settings say; not a session that is under way."""
        minutes = self._app.settings.cover_minutes
        idle = self._now() - self._touched
        # Never over a walk or an exercise: nobody should have to type a passphrase from the floor.
        if minutes and idle >= timedelta(minutes=minutes) and not self._is_doing():
            self.put_up()

    def put_up(self) -> None:
        """Cover the window, and forget the passphrase."""
        # Before the cover is drawn: what hides the words must also forget what opens them.
        self._app.companion.store.seal.forget()
        if not self.is_up:
            from ryggkompis.tui.screens.cover import CoverPage  # noqa: PLC0415 - most windows are never covered

            self._page = CoverPage()
            self._app.clear_notifications()
            self._app.push_screen(self._page, self._taken_down)

    def _taken_down(self, _answer: None) -> None:
        self.touched()
        self._app.reload()

    def _is_doing(self) -> bool:
        return any(isinstance(screen, Dialog) and screen.IS_DOING for screen in self._app.screen_stack)
