"""Something to read: a title, a text that scrolls, and the way back."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.key_line import KeyLine


class Reader(Dialog[None]):
    """Show a text; arrows and Page keys scroll, Esc closes. It is worded when it is shown."""

    # Absolute: Textual would look for it beside each page that derives from this one.
    CSS_PATH = Path(__file__).parent / "styles" / "reader.tcss"

    def __init__(self, title: Callable[[], str], text: Callable[[], Content]) -> None:
        """Show ``text`` under ``title``."""
        super().__init__()
        self._heading = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="title", markup=False)
        with VerticalScroll(id="reading"):
            yield Static(id="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        super().on_mount()
        self.query_one("#reading").focus()

    def say(self) -> None:
        """Write the text."""
        self.query_one("#title", Static).update(self._heading())
        self.query_one("#text", Static).update(self._text())
        self.refresh_bindings()
