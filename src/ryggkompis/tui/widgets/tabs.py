"""A row of a few names, one of them chosen."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Tabs(Widget, can_focus=False):
    """Shows names side by side, the chosen one in brackets; only that one where there is no room for all."""

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

    def render(self) -> Content:
        """Draw the row."""
        if sum(len(name) + 2 for name in self.names) > self.size.width and self.names:
            return Content.assemble((f"‹ {self.names[self.chosen]} ›", "bold $accent"))
        looks = ["bold $accent" if place == self.chosen else "" for place in range(len(self.names))]
        words = [self._words(place) for place in range(len(self.names))]
        return Content.assemble(*zip(words, looks, strict=True))

    def on_click(self, event: Click) -> None:
        """Say which name was clicked."""
        at = 0
        for place in range(len(self.names)):
            width = Content(self._words(place)).cell_length
            if at <= event.x < at + width:
                self.post_message(self.Pressed(self, place))
            at += width
