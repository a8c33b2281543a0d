"""A list of lines of which only those on the screen are drawn: ten years are as quick as one day."""

from dataclasses import dataclass
from itertools import chain
from typing import Protocol, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ryggkompis.domain.base.errors import N_
from ryggkompis.pictures.glyphs import fit_words, width_of

Piece: TypeAlias = tuple[str, str]
"""Some text and the name of its look: a component class without ``line-list--``, or nothing."""


class Lines(Protocol):
    """What a list shows."""

    def __len__(self) -> int:
        """Count the lines."""
        ...

    def pieces(self, at: int, width: int) -> tuple[Piece, ...]:
        """Word line ``at`` for ``width`` cells; the last piece is cut where it does not fit."""
        ...

    def is_heading(self, at: int) -> bool:
        """Tell whether line ``at`` only names what follows and cannot be chosen."""
        ...


class NoLines:
    """An empty list."""

    def __len__(self) -> int:
        """Count no lines."""
        return 0

    def pieces(self, at: int, width: int) -> tuple[Piece, ...]:
        """Never asked."""
        raise IndexError(at, width)

    def is_heading(self, at: int) -> bool:
        """Never asked."""
        raise IndexError(at)


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows ``lines``, one of them chosen by the arrow keys; Enter is the page's."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "line-list--chosen",
        "line-list--heading",
        "line-list--muted",
        "line-list--kind",
        "line-list--good",
        "line-list--careful",
    }
    """Looks of a line and its pieces."""
    DEFAULT_CSS = """
    LineList {
        width: 1fr;
        height: 1fr;
        background: transparent;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        .line-list--chosen { background: $panel; text-style: bold; }
        .line-list--heading { color: $text-secondary; text-style: bold; }
        .line-list--muted { color: $foreground 60%; }
        .line-list--kind { color: $text-primary; }
        .line-list--good { color: $text-success; }
        .line-list--careful { color: $text-warning; }
        &:ansi .line-list--chosen { text-style: bold reverse; }
    }
    """
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("k", "move(-1)", N_("Up"), id="list.up", show=False),
        Binding("j", "move(1)", N_("Down"), id="list.down", show=False),
        Binding("pageup", "page(-1)", N_("A page up"), show=False),
        Binding("pagedown", "page(1)", N_("A page down"), show=False),
        Binding("home", "edge(1)", N_("To the top"), show=False),
        Binding("end", "edge(-1)", N_("To the bottom"), show=False),
    ]

    lines: reactive[Lines] = reactive(NoLines, init=False)
    chosen: reactive[int] = reactive(0, init=False)
    """The chosen line; 0 where there are none."""

    @dataclass
    class Chosen(Message):
        """Another line is chosen."""

        line_list: "LineList"
        at: int

        @property
        def control(self) -> "LineList":
            """For ``@on``."""
            return self.line_list

    @dataclass
    class Opened(Message):
        """The chosen line is wanted."""

        line_list: "LineList"
        at: int

        @property
        def control(self) -> "LineList":
            """For ``@on``."""
            return self.line_list

    def validate_chosen(self, at: int) -> int:
        """Keep to the lines there are, and off the headings."""
        count = len(self.lines)
        if not count:
            return 0
        at = max(0, min(at, count - 1))
        down, up = range(at, count), range(at, -1, -1)
        return next((n for n in chain(down, up) if not self.lines.is_heading(n)), 0)

    def watch_lines(self) -> None:
        """Show other lines, with the same place chosen where it is still there."""
        self.virtual_size = Size(0, len(self.lines))
        self.chosen = self.validate_chosen(self.chosen)
        self.refresh()

    def watch_chosen(self) -> None:
        """Tell, and keep the chosen line in sight, with the heading above it."""
        self.refresh()
        if len(self.lines):
            above = self.chosen > 0 and self.lines.is_heading(self.chosen - 1)
            region = Region(0, self.chosen - above, 1, 1 + above)
            self.scroll_to_region(region, animate=False, force=True)
            self.post_message(self.Chosen(self, self.chosen))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window onto the list."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        base = self.rich_style
        if at == self.chosen and self.has_focus:
            base += self.get_component_rich_style("line-list--chosen", partial=True)
        segments, free = [], width
        for text, look in self.lines.pieces(at, width):
            said = fit_words(text, free)
            free -= width_of(said)
            style = base
            if look:
                # The whole style knows how a colour lies on the ground; the ground itself is the line's.
                whole = self.get_component_rich_style(f"line-list--{look}")
                style = base + Style(color=whole.color, bold=whole.bold)
            segments.append(Segment(said, style))
        return Strip([*segments, Segment(" " * free, base)], width)

    def on_focus(self) -> None:
        """Show which line is chosen."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide which line is chosen."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Choose the line that was clicked; the chosen one opens."""
        at = event.y + self.scroll_offset.y
        if at >= len(self.lines) or self.lines.is_heading(at):
            return
        if at == self.chosen:
            self.action_open()
        self.chosen = at

    def action_move(self, by: int) -> None:
        """Choose the line above or below, past a heading."""
        at = self.chosen + by
        while 0 <= at < len(self.lines) and self.lines.is_heading(at):
            at += by
        if 0 <= at < len(self.lines):
            self.chosen = at
        elif by < 0:
            self.scroll_home(animate=False)

    def action_page(self, by: int) -> None:
        """Choose the line a window above or below."""
        self.chosen += by * max(self.size.height - 1, 1)

    def action_edge(self, way: int) -> None:
        """Choose the first line (1) or the last (-1)."""
        self.chosen = 0 if way > 0 else len(self.lines) - 1

    def action_open(self) -> None:
        """Tell that the chosen line is wanted."""
        if len(self.lines):
            self.post_message(self.Opened(self, self.chosen))
