"""A body on the screen: what is marked where, and the place pointed at."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from ryggkompis.domain.journal.drawing import Place
from ryggkompis.pictures.body.drawn import Marked, body_picture, place_at
from ryggkompis.pictures.picture import Picture
from ryggkompis.tui.turns import InTurn
from ryggkompis.tui.widgets.picture import PictureView, blank
from ryggkompis.words.drawing.captions import captions

_LEAST: int = 5
"""Rows below which nothing can be told apart."""


class BodyView(PictureView, InTurn, can_focus=False):
    """Shows the body from behind and from the front; a click chooses a place."""

    marked: reactive[Marked] = reactive(dict)
    place: reactive[Place | None] = reactive(None)
    """The place pointed at."""
    is_pale: reactive[bool] = reactive(default=False)
    """It shows an earlier drawing."""

    @dataclass
    class Chosen(Message):
        """A place was clicked."""

        place: Place

    @property
    def picture(self) -> Picture:
        """The picture for the room there is now."""
        if self.room.rows < _LEAST:
            return blank(self.room)
        return body_picture(self.marked, self.room, captions(), self.place, is_pale=self.is_pale)

    def on_click(self, event: Click) -> None:
        """Say which place was clicked."""
        place = None if self.is_pale else place_at(self.room, event.x, event.y, self.place)
        if place is not None:
            self.post_message(self.Chosen(place))
