"""What a picture is: rows of runs, each some text with a role, never a colour."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.pictures.glyphs import ascii_text, block_text


class Role(StrEnum):
    """What a cell is about, from weak to strong: where two meet in a cell the stronger inks it.

    The roles up to ``GOAL`` are scenery: they give way wholly to what is drawn over them.
    """

    MILD = "mild"
    MODERATE = "moderate"
    STRONG = "strong"
    """How much it hurts, as a ground."""
    BAND = "band"
    """The edges of the reference course."""
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
    """What lies behind, apart from the dots."""


Row = tuple[Run, ...]
Days = tuple[date | None, ...]
"""The day that each cell of a row is about; None is about no day."""


class Picture(Value):
    """A finished picture: every row is exactly ``size.cols`` cells wide."""

    size: Size
    rows: tuple[Row, ...]
    days: tuple[Days, ...] = ()
    """One for each row, or one for all of them; none where the picture is not of days."""

    def day_at(self, col: int, row: int) -> date | None:
        """Tell which day a cell is about."""
        days = self.days[row if len(self.days) > 1 else 0] if 0 <= row < len(self.rows) and self.days else ()
        return days[col] if 0 <= col < len(days) else None

    def ascii(self) -> "Picture":
        """Give the same picture in 7-bit characters, for a terminal without Unicode."""
        return _retold(self, lambda run: ascii_text(run.text))

    def blocks(self) -> "Picture":
        """Give the same picture without braille, for the console of Linux, whose fonts have none."""
        return _retold(self, lambda run: block_text(run.text))


def _retold(picture: Picture, text: Callable[[Run], str]) -> Picture:
    rows = tuple(tuple(replace(run, text=text(run)) for run in row) for row in picture.rows)
    return replace(picture, rows=rows)
