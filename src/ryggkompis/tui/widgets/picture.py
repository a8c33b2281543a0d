"""A picture's cells on the screen, inked by the theme."""

import os
import sys
from collections.abc import Mapping
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from ryggkompis.pictures.ink import legible, legible_text
from ryggkompis.pictures.picture import Picture, Role, Row, Run
from ryggkompis.pictures.picture import Size as Cells

NO_ROOM: Final = Cells(0, 0)
_LOOKS: Final[Mapping[Role, str]] = {
    Role.GRID: "$border",
    Role.AXIS: "$border",
    Role.PROP: "$border",
    Role.MUTED: "$foreground 70%",
    Role.EVENT: "$text-warning",
    Role.GOAL: "$text-success",
    Role.BACK: "$secondary",
    Role.BACK_MEAN: "bold $secondary",
    Role.LEG: "$primary",
    Role.LEG_MEAN: "bold $primary",
    Role.FAR: "$primary 75%",
    Role.FIGURE: "$primary",
    Role.TEXT: "$foreground",
    Role.BAND: "$foreground 55%",
    Role.MILD: "on $primary 12%",
    Role.MODERATE: "on $primary 26%",
    Role.STRONG: "on $primary 42%",
}
"""How each is inked; as styles of components they would be worked out for pictures that nobody sees, too."""


def has_unicode() -> bool:
    """Tell whether the terminal's encoding, where Textual draws, has more than a few characters."""
    return (getattr(sys.__stderr__, "encoding", None) or "utf-8").lower().startswith("utf")


def legible_here(text: str) -> str:
    """Give a piece of a picture, as in a legend, in the characters that the pictures beside it are in."""
    return legible_text(text, os.environ.get("TERM"), has_unicode=has_unicode())


def blank(size: Cells) -> Picture:
    """Give a picture of nothing."""
    return Picture(size, ((Run(" " * size.cols),),) * size.rows)


class PictureView(Widget, can_focus=False):
    """Shows ``picture``, which a subclass draws for the room there is."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PictureView { height: 1fr; }"

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
        return (self.visual_style + self.app.stylesheet.parse_style(_LOOKS[role])).rich_style
