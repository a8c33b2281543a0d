"""Whose turn it is: a key or a click counts for what was on the screen when it was read, and for no more."""

import math
from functools import partial
from typing import Any, Final

from textual.events import Click, Event, Key, MouseDown, MouseUp, Paste
from textual.geometry import Offset
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from ryggkompis.domain.base.value import Value


class Pressed(Message):
    """Words that stand for a key were clicked.

    It goes the way of a key, from what has the focus up to the window, so that neither overtakes the other.
    """

    def __init__(self, id_: str, screen: Screen[Any]) -> None:
        """Press the key called ``id_`` on ``screen``."""
        super().__init__()
        self.id = id_
        self.screen = screen


SAYING: Final = (Key, Paste, Click, MouseDown, MouseUp, Pressed)
"""What a patient says something with."""
ALWAYS: Final = frozenset({"ctrl+q", "ctrl+c", "ctrl+z", "f1", "f2"})
"""Keys that answer nothing, and work in any state: to leave, and to see whom to call."""


class Press(Value):
    """A button of the mouse that went down, and counted."""

    time: float
    at: Offset
    turn: int


class Turns:
    """Holds keys back from an answer on, until what comes next has been drawn.

    Several keys may be read at once: from a slow line, a paste, or a key that bounces. Those behind an answer
    were meant for a question that nobody had seen yet, and are dropped rather than taken for its answer.
    """

    def __init__(self, double: float = 0.5) -> None:
        """Listen from the beginning; two clicks in one place within ``double`` seconds are one gesture."""
        self._double = double
        self._since = -math.inf
        self._held = -math.inf
        self._drawn = -math.inf
        self._turn = 0
        self._press = Press(-math.inf, Offset(-1, -1), 0)
        self._early: list[Event] = []

    @property
    def is_open(self) -> bool:
        """What is on the screen has been drawn, and can be answered."""
        return self._since < math.inf

    def lets(self, event: Message) -> bool:
        """Tell whether ``event`` was read while what is on the screen now was there already."""
        if not isinstance(event, SAYING) or (isinstance(event, Key) and event.key in ALWAYS):
            return True
        if isinstance(event, MouseDown) and not event.is_forwarded:
            return self._lets_press(event)
        if isinstance(event, MouseUp):
            # A click is of what was there from the press on.
            return min(event.time, self._press.time) >= self._since
        return event.time >= self._since

    def _lets_press(self, event: MouseDown) -> bool:
        was, now = self._press, Press(event.time, event.screen_offset, self._turn)
        is_second = now.at == was.at and now.time - was.time <= self._double
        # The second half of a double click was meant for what the first one answered.
        is_let = now.time >= self._since and not (is_second and now.turn != was.turn)
        self._press = now if is_let else was
        return is_let

    def keep(self, event: Event) -> None:
        """Keep what comes while nothing is taken: it may have been read after the drawing."""
        if not self.is_open and isinstance(event, SAYING) and not event.is_forwarded:
            self._early.append(event)

    def hold(self) -> None:
        """Take no key from now on: something was answered."""
        self._turn += 1
        self._since = math.inf
        self._held = Message().time

    def draw(self) -> None:
        """Take note that the screen has just been drawn; what comes first after an answer shows the next."""
        if self._drawn < self._held:
            self._drawn = Message().time

    def wait_for(self, screen: Screen[Any]) -> None:
        """Take no key before ``screen`` has been drawn as it is now.

        From one page to another nothing is held back: there a key means the same, and “!” must never be lost.
        """
        if self.is_open and not isinstance(screen, ModalScreen):
            return
        self.hold()
        screen.call_after_refresh(partial(self._begin, self._turn, screen))

    def _begin(self, turn: int, screen: Screen[Any]) -> None:
        # An answer that came in the meantime has its own drawing to wait for.
        if turn != self._turn:
            return
        self._since = max(self._held, self._drawn)
        early, self._early = self._early, []
        for event in early:
            if self.lets(event):
                screen.app.post_message(event)


class InTurn(Widget):
    """Takes no key that was read before it was drawn, after it was answered, or while it cannot be seen."""

    @property
    def turns(self) -> Turns:
        """Whose turn it is in this window; without one, every key counts."""
        turns = getattr(self.app, "turns", None)
        return turns if isinstance(turns, Turns) else Turns()

    async def on_event(self, event: Event) -> None:
        """Leave out what was meant for something else."""
        is_answer = isinstance(event, SAYING) and getattr(event, "key", "") != "escape"
        is_hidden = is_answer and getattr(self.screen, "is_too_small", False)
        if self.turns.lets(event) and not is_hidden:
            await super().on_event(event)
        else:
            event.stop()
            event.prevent_default()
