"""A picture on the screen: it is drawn for the room there is, and inked by the theme."""

from collections.abc import Callable
from typing import Final, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from ryggkompis.pictures.picture import Picture, Role, Row, Run
from ryggkompis.pictures.picture import Size as Cells

Draw: TypeAlias = Callable[[Cells], Picture]
"""Draws what is known for a size in cells."""

_NOTHING: Final = Cells(0, 0)


def _blank(size: Cells) -> Picture:
    return Picture(size, ((Run(" " * size.cols),),) * size.rows)


class Chart(Widget, can_focus=False):
    """Shows what ``draw`` gives; drawn anew only when the size or ``draw`` is another."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {f"chart--{role.value.replace('_', '-')}" for role in Role}
    """One for each role of a picture's cells."""
    DEFAULT_CSS = """
    Chart {
        height: 1fr;
        .chart--grid, .chart--axis, .chart--prop { color: $border; }
        .chart--muted { color: $foreground 70%; }
        .chart--event { color: $text-warning; }
        .chart--goal { color: $text-success; }
        .chart--back { color: $secondary; }
        .chart--back-mean { color: $secondary; text-style: bold; }
        .chart--leg { color: $primary; }
        .chart--leg-mean { color: $primary; text-style: bold; }
        .chart--figure { color: $primary; }
        .chart--text { color: $foreground; }
        .chart--band { background: $panel; }
    }
    """

    draw: reactive[Draw] = reactive(lambda: _blank)

    _drawn_by: Draw | None = None
    _drawn_for: Cells = _NOTHING
    _picture: Picture = _blank(_NOTHING)

    @property
    def picture(self) -> Picture:
        """The picture for the room there is now."""
        size = Cells(self.size.width, self.size.height)
        if self._drawn_by is not self.draw or self._drawn_for != size:
            self._picture, self._drawn_by, self._drawn_for = self.draw(size), self.draw, size
        return self._picture

    def render_line(self, y: int) -> Strip:
        """Ink one row."""
        picture = self.picture
        if y >= len(picture.rows):
            return Strip.blank(self.size.width, self.rich_style)
        # Without colour a ground would not be seen.
        shown = picture.hatched() if self.app.native_ansi_color else picture
        return self._inked(shown.rows[y]).adjust_cell_length(self.size.width, self.rich_style)

    def _inked(self, row: Row) -> Strip:
        return Strip([Segment(run.text, self._ink(run)) for run in row])

    def _ink(self, run: Run) -> Style:
        style = self.rich_style
        if run.ground is not None:
            style += Style(bgcolor=self._look(run.ground).bgcolor)
        if run.role is not None:
            look = self._look(run.role)
            style += Style(color=look.color, bold=look.bold)
        return style

    def _look(self, role: Role) -> Style:
        return self.get_component_rich_style(f"chart--{role.value.replace('_', '-')}")
