"""Room for more than fits: it scrolls by the keys that go up and down, and leaves the others to the page."""

from textual.binding import Binding
from textual.containers import VerticalScroll

from ryggkompis.domain.base.errors import N_


class ReadingArea(VerticalScroll, inherit_bindings=False):
    """Scrolls up and down; left, right, Home and End belong to the page."""

    BINDINGS = [
        Binding("up", "scroll_up", N_("Up"), show=False),
        Binding("down", "scroll_down", N_("Down"), show=False),
        Binding("pageup", "page_up", N_("A page up"), show=False),
        Binding("pagedown", "page_down", N_("A page down"), show=False),
    ]
    DEFAULT_CSS = """
    ReadingArea { scrollbar-size-vertical: 1; background: transparent; }
    """


class SheetArea(ReadingArea, inherit_bindings=False):
    """Scrolls by whole pages only: up and down choose what is on it."""

    BINDINGS = [
        Binding("pageup", "page_up", N_("A page up"), show=False),
        Binding("pagedown", "page_down", N_("A page down"), show=False),
    ]
