"""What a picture is: rows of runs, each some text with a role, never a colour."""

from collections.abc import Callable
from enum import StrEnum

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.pictures.glyphs import ascii_text, block_text


class Role(StrEnum):
    """What a cell is about, from weak to strong: where two meet in a cell the stronger inks it.

    The roles up to ``GOAL`` are scenery: they give way wholly to what is drawn over them.
    """

    BAND = "band"
    """The reference course, as a ground."""
    GRID = "grid"
    AXIS = "axis"
    EVENT = "event"
    GOAL = "goal"
    PROP = "prop"
    """What a figure lies, sits or holds on."""
    FAR = "far"
    """The limbs on a figure's other side."""
    FIGURE = "figure"
    BACK = "back"
    LEG = "leg"
    BACK_MEAN = "back_mean"
    LEG_MEAN = "leg_mean"
    MUTED = "muted"
    TEXT = "text"


class Size(Value):
    """A size in cells."""

    cols: int
    rows: int


class Run(Value):
    """Neighbouring cells of a row that look alike."""

    text: str
    role: Role | None = None
    """None where nothing is drawn; the text is then blank."""
    ground: Role | None = None
    """What lies behind, apart from the dots: the reference band."""


Row = tuple[Run, ...]


class Picture(Value):
    """A finished picture: every row is exactly ``size.cols`` cells wide."""

    size: Size
    rows: tuple[Row, ...]

    def hatched(self) -> "Picture":
        """Show every ground as a hatch where nothing else is drawn, for ink without colour."""
        return _retold(
            self, lambda run: run.text if run.role or not run.ground else run.text.replace(" ", "░")
        )

    def ascii(self) -> "Picture":
        """Give the same picture in 7-bit characters, for a terminal without Unicode; grounds are hatched."""
        return _retold(self.hatched(), lambda run: ascii_text(run.text))

    def blocks(self) -> "Picture":
        """Give the same picture without braille, for the console of Linux, whose fonts have none."""
        return _retold(self, lambda run: block_text(run.text))


def _retold(picture: Picture, text: Callable[[Run], str]) -> Picture:
    rows = tuple(tuple(replace(run, text=text(run)) for run in row) for row in picture.rows)
    return replace(picture, rows=rows)
