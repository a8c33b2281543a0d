"""What a view of the course is: a picture, and the sentences that say the same."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.today.state import State
from ryggkompis.pictures.picture import Picture, Size


class Lens(Value):
    """What is looked at, and how."""

    period: Period
    cursor: date | None = None
    """The day that is pointed at."""
    band: bool = False
    """Whether the averages of studies are laid behind."""
    numbers: bool = True
    """Whether pain is told in numbers; else only compared with the day before."""


DrawView: TypeAlias = Callable[[State, Lens, Size], Picture]
SayView: TypeAlias = Callable[[State, Lens], Sequence[str]]


class View(Value):
    """One way to look at the course; it is one small function that draws and one that says."""

    name: str
    """What the command line and the page call it by; its words are in ``i18n.view_names``."""
    say: SayView
    draw: DrawView | None = None
    """None where words are all there is."""
    has_span: bool = True
    """Whether it shows the range that was chosen."""
    has_days: bool = True
    """Whether one can point at a day of it."""
    has_band: bool = False
    """Whether the averages of studies can be laid behind."""
