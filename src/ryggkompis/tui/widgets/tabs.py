"""A row of a few names, one of them chosen."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_ARROW: Final = 2
"""Cells of the arrow on each side, where not all names fit."""


class Tabs(Widget, can_focus=False):
    """Shows names side by side, the chosen one in brackets; as many as fit around it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Tabs { height: 1; color: $text-muted; }
    """

    names: reactive[tuple[str, ...]] = reactive(())
    chosen: reactive[int] = reactive(0)
    """The place of the chosen name."""

    @dataclass
    class Pressed(Message):
        """Somebody clicked a name."""

        tabs: "Tabs"
        place: int

        @property
        def control(self) -> "Tabs":
            """For ``@on``."""
            return self.tabs

    def _words(self, place: int) -> str:
        return f"[{self.names[place]}]" if place == self.chosen else f" {self.names[place]} "

    def _seen(self) -> range:
        """Give the places that fit, the chosen one among them."""
        first, last, count = self.chosen, self.chosen, len(self.names)
        room = self.size.width
        if sum(map(self._width, range(count))) > room:
            room -= 2 * _ARROW
        else:
            return range(count)
        room -= self._width(self.chosen)
        while first > 0 or last + 1 < count:
            # Those that come next are worth more than those that were.
            if last + 1 < count and self._width(last + 1) <= room:
                last += 1
                room -= self._width(last)
            elif first > 0 and self._width(first - 1) <= room:
                first -= 1
                room -= self._width(first)
            else:
                break
        return range(first, last + 1)

    def _width(self, place: int) -> int:
        return Content(self._words(place)).cell_length

    def render(self) -> Content:
        """Draw the row; an arrow says that there are more."""
        if not self.names:
            return Content("")
        seen = self._seen()
        parts = [(self._words(place), "bold $accent" if place == self.chosen else "") for place in seen]
        if len(seen) == len(self.names):
            return Content.assemble(*parts)
        return Content.assemble(
            "‹ " if seen.start > 0 else "  ", *parts, " ›" if seen.stop < len(self.names) else ""
        )

    def on_click(self, event: Click) -> None:
        """Say which name was clicked; an arrow is the next one that does not fit."""
        seen = self._seen()
        at = 0 if len(seen) == len(self.names) else _ARROW
        if at and event.x < at and seen.start > 0:
            self.post_message(self.Pressed(self, seen.start - 1))
        for place in seen:
            width = self._width(place)
            if at <= event.x < at + width:
                self.post_message(self.Pressed(self, place))
            at += width
        if at <= event.x < at + _ARROW and seen.stop < len(self.names):
            self.post_message(self.Pressed(self, seen.stop))
