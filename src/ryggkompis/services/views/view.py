"""What a view of the course is: a picture, and the sentences that say the same."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period, Span
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.pictures.frame import EventMark
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services import course
from ryggkompis.words.progress import episode_name


class Lens(Value):
    """What is looked at, and how."""

    period: Period
    cursor: date | None = None
    """The day that is pointed at."""
    band: bool = False
    """Whether the averages of studies are laid behind."""
    numbers: bool = True
    """Whether pain is told in numbers; else only compared with the day before."""
    is_all_time: bool = False
    """Whether the pictures show every day; else those of this episode, which the words are always of."""
    is_leg_alone: bool = False
    """Whether a small picture of the leg is wanted, without the back and without names of events."""

    def shows(self, state: State) -> History:
        """Give what the pictures show."""
        return state.diary if self.is_all_time else state.history

    def unread(self, state: State, first: date | None = None) -> frozenset[date]:
        """Give the days that are shown, from ``first`` on, of which not all could be read."""
        last = min(self.period.last, state.day)
        return self.shows(state).unread(first or self.period.first, last)

    def borders(self, state: State) -> Iterator[EventMark]:
        """Mark where each episode begins, where several are shown."""
        if self.is_all_time and len(state.episodes) > 1:
            for number, episode in enumerate(state.episodes, start=1):
                yield EventMark(episode.start, episode_name(number), is_border=True)


def lens_on(  # noqa: PLR0913 - each is named at the call
    state: State,
    span: Span,
    *,
    until: date | None = None,
    cursor: date | None = None,
    band: bool = False,
    numbers: bool = True,
) -> Lens:
    """Look at ``span``, up to ``until`` or the day shown."""
    is_all_time = span == "all" and course.is_more_known(state)
    return Lens(course.period(state, span, until), cursor, band, numbers, is_all_time)


def pointed_at(state: State, lens: Lens, day: date) -> tuple[date | None, date]:
    """Give the day nearest to ``day`` that can be pointed at, after the last day of a range around it."""
    first = lens.shows(state).first or state.day
    day = min(max(day, min(first, state.day)), state.day)
    if day in lens.period:
        return None, day
    # The day comes to lie in the middle, so that what is around it is seen.
    return min(day + timedelta(days=lens.period.length // 2), state.day), day


DrawView: TypeAlias = Callable[[State, Lens, Size], Picture]
SayView: TypeAlias = Callable[[State, Lens], Sequence[str]]


def has_mornings(state: State) -> bool:
    """Tell whether this episode has a check-in."""
    return bool(state.history.mornings)


def has_walks(state: State) -> bool:
    """Tell whether anything is known of walking in this episode."""
    return any(day.known_minutes is not None for day in state.history.days.values())


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
    begins: str = ""
    """What fills it: said in the place of all else while nothing of it is known."""
    is_begun: Callable[[State], object] = has_mornings

    def sentences(self, state: State, lens: Lens) -> Sequence[str]:
        """Say what the picture shows, or how it comes about."""
        is_empty = self.begins and not state.unread and not self.is_begun(state)
        return [_(self.begins)] if is_empty else self.say(state, lens)
