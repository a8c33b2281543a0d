"""The last line: what can be done now, in whole words, never cut off."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ryggkompis.domain.base.value import Value


class Key(Value):
    """One key and what it does."""

    name: str
    label: str
    key: str
    """Textual's name of the key, pressed when the words are clicked."""
    enabled: bool = True
    stays: bool = False
    """Kept when there is no room for all: help and urgent."""

    @property
    def width(self) -> int:
        """Cells it takes, with the blanks around it."""
        return Content(f" {self.name} {self.label} ").cell_length


class KeyLine(Widget, can_focus=False):
    """One line of keys; where there is no room for all, those that must stay do, the first ones first."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; color: $foreground; }
    """

    keys: reactive[tuple[Key, ...]] = reactive(())

    @dataclass
    class Pressed(Message):
        """Somebody clicked a key of the line."""

        key_line: "KeyLine"
        key: str

        @property
        def control(self) -> "KeyLine":
            """For ``@on``."""
            return self.key_line

    def fitting(self, width: int) -> tuple[Key, ...]:
        """Choose the keys that fit ``width`` cells."""
        room = width - sum(key.width for key in self.keys if key.stays)
        chosen: list[Key] = []
        for key in self.keys:
            if key.stays:
                chosen.append(key)
            elif key.width <= room:
                room -= key.width
                chosen.append(key)
            else:
                # Nothing after the first that has no room: keys that jump about cannot be learned.
                room = 0
        return tuple(chosen)

    def render(self) -> Content:
        """Draw the line."""
        parts: list[Content] = []
        for key in self.fitting(self.size.width):
            text = Content.assemble(" ", (key.name, "bold $accent"), f" {key.label} ")
            parts.append(text if key.enabled else text.stylize("dim"))
        return Content("").join(parts)

    def on_click(self, event: Click) -> None:
        """Say which key was clicked."""
        at = 0
        for key in self.fitting(self.size.width):
            if at <= event.x < at + key.width:
                self.post_message(self.Pressed(self, key.key))
                return
            at += key.width
