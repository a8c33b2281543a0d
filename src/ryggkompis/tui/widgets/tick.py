"""A line to tick with Space."""

from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.reactive import reactive

from ryggkompis.domain.base.errors import N_
from ryggkompis.tui.turns import InTurn


class TickBox(InTurn, can_focus=True):
    """Shows its words with an x when it is ticked: a sign, not only a colour."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TickBox {
        height: auto;
        &:focus { background: $primary-muted; color: $text-primary; text-style: bold; }
        &:focus:ansi { text-style: bold reverse; }
    }
    """
    BINDINGS = [Binding("space", "tick", N_("Tick"), show=False)]

    is_ticked: reactive[bool] = reactive(False)  # noqa: FBT003 - what it begins with

    def __init__(self, words: str, *, is_ticked: bool, id: str) -> None:  # noqa: A002 - Textual's name for it
        """Offer ``words`` to tick."""
        super().__init__(id=id)
        self.words = words
        self.set_reactive(TickBox.is_ticked, is_ticked)

    def render(self) -> Content:
        """Draw the line."""
        return Content(f"[{'x' if self.is_ticked else ' '}] {self.words}")

    def on_click(self, event: Click) -> None:
        """Tick or untick."""
        event.stop()
        # The second half of a double click would take the tick away again.
        if event.chain == 1:
            self.action_tick()

    def on_key(self, event: Key) -> None:
        """Tick here, in the order of the keys: what bubbles up is overtaken by the next one."""
        if event.key == "space":
            event.stop()
            self.action_tick()

    def action_tick(self) -> None:
        """Tick, or take the tick away."""
        self.is_ticked = not self.is_ticked
