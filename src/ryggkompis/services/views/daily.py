"""Three small amounts day by day: nights broken by pain, changes of position, exercises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ryggkompis.domain.history import Day
from ryggkompis.domain.progress import WEEK
from ryggkompis.i18n import N_, _, formats
from ryggkompis.i18n import course_words as words
from ryggkompis.pictures.amounts import AmountWords, amounts_chart
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.course import last_days
from ryggkompis.services.state import State
from ryggkompis.services.views.view import Lens, View


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted on a day, and how it is called."""

    count: Callable[[Day], int | None]
    """None is unknown."""
    done: str
    nothing: str
    top: int

    def draw(self, state: State, lens: Lens, size: Size) -> Picture:
        """Draw its bars."""
        counted = ((day.day, self.count(day)) for day in state.history.days.values() if day.day <= state.day)
        return amounts_chart(
            done={day: n for day, n in counted if n is not None},
            period=lens.period,
            size=size,
            label=formats.tick,
            words=AmountWords(done=_(self.done), nothing=_(self.nothing)),
            top=self.top,
            cursor=lens.cursor,
        )

    def known(self, state: State) -> list[int]:
        """Give what is known of the last seven days."""
        counted = (self.count(state.history[day]) for day in last_days(state.day))
        return [n for n in counted if n is not None]


def _wakes(day: Day) -> int | None:
    return day.check_in.sleep_wakes if day.check_in else None


_NIGHTS: Final = _Counted(
    _wakes, N_("times woken by pain (3 is three or more)"), N_("No nights are told about here."), top=3
)
_CHANGES: Final = _Counted(
    lambda day: day.position_changes or None,
    N_("changes of position"),
    N_("No changes of position are logged here."),
    top=5,
)
_DONE: Final = _Counted(
    lambda day: len(day.exercises) or None, N_("exercises done"), N_("No exercises are logged here."), top=5
)


def _of_nights(state: State, _lens: Lens) -> Sequence[str]:
    nights = _NIGHTS.known(state)
    return [words.nights_in_words(sum(n > 0 for n in nights), len(nights), days=WEEK)]


def _of_changes(state: State, _lens: Lens) -> Sequence[str]:
    days = _CHANGES.known(state)
    return [words.changes_of_position(sum(days), len(days))]


def _of_exercises(state: State, _lens: Lens) -> Sequence[str]:
    ever = sum(bool(day.exercises) for day in state.history.days.values() if day.day <= state.day)
    return [words.practice_in_words(len(_DONE.known(state)), ever)]


SLEEP: Final = View("sleep", _of_nights, _NIGHTS.draw)
POSITIONS: Final = View("positions", _of_changes, _CHANGES.draw)
EXERCISES: Final = View("exercises", _of_exercises, _DONE.draw)
