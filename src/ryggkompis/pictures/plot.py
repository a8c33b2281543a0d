"""Where a day and a value come to lie: one mapping for dots, marks and labels alike."""

from datetime import date
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.glyphs import DOTS_HIGH, DOTS_WIDE
from ryggkompis.pictures.picture import Days, Size

TOP: Final = 10
"""The highest value of the scale; the lowest is 0."""


class Plot(Value):
    """The part of a picture where values are drawn, for one period."""

    left: int
    """Its first column of cells."""
    top: int
    """Its first row of cells."""
    size: Size
    period: Period

    def x(self, day: date) -> int:
        """Give the dot column of a day of the period; every day owns an equal share of the width."""
        # The middle of the day's room, in halves of a dot, so that no rounding moves the first and the last.
        place = 2 * (day.toordinal() - self.period.first.toordinal()) + 1
        return self.left * DOTS_WIDE + place * self.size.cols * DOTS_WIDE // (2 * self.period.length)

    def y(self, value: float) -> int:
        """Give the dot row of a value; what is off the scale lies on its edge."""
        room = self.size.rows * DOTS_HIGH - 1
        held = min(max(value, 0.0), float(TOP))
        return self.top * DOTS_HIGH + room - int(held * room / TOP + 0.5)

    def col(self, day: date) -> int:
        """Give the column of cells of a day."""
        return self.x(day) // DOTS_WIDE

    def row(self, value: float) -> int:
        """Give the row of cells of a value."""
        return self.y(value) // DOTS_HIGH

    def day_at(self, col: int) -> date:
        """Give the day in the middle of a column of cells."""
        place = (2 * (col - self.left) + 1) * self.period.length // (2 * self.size.cols)
        return date.fromordinal(self.period.first.toordinal() + place)

    @property
    def days(self) -> tuple[Days, ...]:
        """Give the day of each column, from the left end of the picture on; the same in every row."""
        cols = range(self.left, self.left + self.size.cols)
        return ((*[None] * self.left, *map(self.day_at, cols)),)

    @property
    def room_for_a_day(self) -> float:
        """Give the width of one day in cells."""
        return self.size.cols / self.period.length
