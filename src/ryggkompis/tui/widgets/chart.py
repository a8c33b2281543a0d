"""A chart on the screen: it is drawn for the room there is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from ryggkompis.pictures.picture import Picture
from ryggkompis.pictures.picture import Size as Cells
from ryggkompis.tui.widgets.picture import NO_ROOM, PictureView, blank

DrawCells: TypeAlias = Callable[[Cells], Picture]
"""Draws what is known for a size in cells."""


class Chart(PictureView, can_focus=False):
    """Shows what ``draw`` gives; drawn anew only when the size or ``draw`` is another."""

    draw: reactive[DrawCells] = reactive(lambda: blank, layout=True)

    @dataclass
    class Pointed(Message):
        """A day of the picture was clicked."""

        chart: "Chart"
        day: date

        @property
        def control(self) -> "Chart":
            """For ``@on``."""
            return self.chart

    _drawn_by: DrawCells | None = None
    _drawn_for: Cells = NO_ROOM
    _picture: Picture = blank(NO_ROOM)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Give the rows of the picture where it is as high as it needs to be."""
        return len(self.draw(Cells(width, 1)).rows)

    @property
    def picture(self) -> Picture:
        """The picture for the room there is now."""
        size = self.room
        if self._drawn_by is not self.draw or self._drawn_for != size:
            self._picture, self._drawn_by, self._drawn_for = self.draw(size), self.draw, size
        return self._picture

    def on_click(self, event: Click) -> None:
        """Say which day was clicked."""
        day = self.picture.day_at(event.x, event.y)
        if day is not None:
            self.post_message(self.Pointed(self, day))
