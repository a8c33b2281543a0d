"""The last line: what can be done now, in whole words, never cut off."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ryggkompis.domain.base.value import Value
from ryggkompis.tui.labels import pressable


class Key(Value):
    """One key and what it does."""

    name: str
    """How the key is written; nothing where it was switched off, and only a click is left."""
    label: str
    id: str
    """What the key is called for good; it is pressed when the words are clicked."""
    enabled: bool = True
    stays: bool = False
    """Kept when there is no room for all: help and urgent."""

    @property
    def width(self) -> int:
        """Cells it takes, with the blanks around it."""
        return self.words().cell_length

    def words(self) -> Content:
        """Write it."""
        name = Content.assemble((self.name, "bold $accent"), " ") if self.name else ""
        text = Content.assemble(" ", name, f"{self.label} ")
        return pressable(text, self.id) if self.enabled else text.stylize("dim")


class KeyLine(Widget, can_focus=False):
    """One line of keys; where there is no room for all, those that must stay do, the first ones first."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; color: $foreground; }
    """

    keys: reactive[tuple[Key, ...]] = reactive(())

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
        return Content("").join(key.words() for key in self.fitting(self.size.width))
