"""A picture's cells on the screen, inked by the theme."""

import os
import sys
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from ryggkompis.pictures.ink import legible
from ryggkompis.pictures.picture import Picture, Role, Row, Run
from ryggkompis.pictures.picture import Size as Cells

NO_ROOM: Final = Cells(0, 0)


def has_unicode() -> bool:
    """Tell whether the terminal's encoding, where Textual draws, has more than a few characters."""
    return (getattr(sys.__stderr__, "encoding", None) or "utf-8").lower().startswith("utf")


def blank(size: Cells) -> Picture:
    """Give a picture of nothing."""
    return Picture(size, ((Run(" " * size.cols),),) * size.rows)


class PictureView(Widget, can_focus=False):
    """Shows ``picture``, which a subclass draws for the room there is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {f"picture--{role.value.replace('_', '-')}" for role in Role}
    """One for each role of a picture's cells."""
    DEFAULT_CSS = """
    PictureView {
        height: 1fr;
        .picture--grid, .picture--axis, .picture--prop { color: $border; }
        .picture--muted { color: $foreground 70%; }
        .picture--event { color: $text-warning; }
        .picture--goal { color: $text-success; }
        .picture--back { color: $secondary; }
        .picture--back-mean { color: $secondary; text-style: bold; }
        .picture--leg { color: $primary; }
        .picture--leg-mean { color: $primary; text-style: bold; }
        .picture--far { color: $primary 75%; }
        .picture--figure { color: $primary; }
        .picture--text { color: $foreground; }
        .picture--band { color: $foreground 55%; }
        .picture--mild { background: $primary 12%; }
        .picture--moderate { background: $primary 26%; }
        .picture--strong { background: $primary 42%; }
    }
    """

    @property
    def room(self) -> Cells:
        """The room there is now, in cells."""
        return Cells(self.size.width, self.size.height)

    @property
    def picture(self) -> Picture:
        """The picture for the room there is now."""
        return blank(self.room)

    def render_line(self, y: int) -> Strip:
        """Ink one row."""
        picture = self.picture
        # Worked out once: it is what costs most.
        plain = self.rich_style
        if y >= len(picture.rows):
            return Strip.blank(self.size.width, plain)
        return self._inked(self._legible(picture.rows[y]), plain).adjust_cell_length(self.size.width, plain)

    def _legible(self, row: Row) -> Row:
        """Give the row as this terminal can show it."""
        alone = Picture(Cells(self.size.width, 1), (row,))
        return legible(alone, os.environ.get("TERM"), has_unicode=has_unicode()).rows[0]

    def _inked(self, row: Row, plain: Style) -> Strip:
        inks = {look: self._ink(*look, plain) for look in {(run.role, run.ground) for run in row}}
        return Strip([Segment(run.text, inks[run.role, run.ground]) for run in row])

    def _ink(self, role: Role | None, ground: Role | None, plain: Style) -> Style:
        style = plain
        if ground is not None:
            style += Style(bgcolor=self._look(ground).bgcolor)
        if role is not None:
            look = self._look(role)
            style += Style(color=look.color, bold=look.bold)
        return style

    def _look(self, role: Role) -> Style:
        return self.get_component_rich_style(f"picture--{role.value.replace('_', '-')}")
