"""Small amounts day by day: nights broken by pain, changes of position, exercises, steps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.amounts import AmountWords, amounts_chart
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.course import last_days, unread_among
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words.problems import nothing_told, of_the_week, unread_name


class _Counted(Value):
    """What is counted on a day, and how it is called."""

    by_day: Callable[[History], Mapping[date, int]]
    """A day that is not there is unknown."""
    done: str
    nothing: str
    top: int

    def draw(self, state: State, lens: Lens, size: Size) -> Picture:
        """Draw its bars."""
        done = {day: n for day, n in self.by_day(lens.shows(state)).items() if day <= state.day}
        return amounts_chart(
            done=done,
            period=lens.period,
            size=size,
            label=formats.tick_label,
            words=AmountWords(
                done=_(self.done),
                nothing=nothing_told(_(self.nothing), lens.unread(state)),
                unread=unread_name(),
            ),
            unread=lens.unread(state) - done.keys(),
            top=self.top,
            borders=list(lens.borders(state)),
            cursor=lens.cursor,
        )

    def of_the_week(self, state: State, said: str) -> list[str]:
        """Say a sentence about the last seven days, as far as they can be read."""
        days, counted = last_days(state.day), self.by_day(state.history)
        return [of_the_week(said, len(self.known(state)), unread_among(state, days, counted))]

    def known(self, state: State, last: date | None = None) -> list[int]:
        """Give what is known of the seven days up to ``last``, by default those up to today."""
        counted = self.by_day(state.history)
        return [counted[day] for day in last_days(last or state.day) if day in counted]


def _each(count: Callable[[Day], int | None]) -> Callable[[History], Mapping[date, int]]:
    """Count on each day of the course; None is unknown."""

    def by_day(history: History) -> dict[date, int]:
        counted = ((day.day, count(day)) for day in history.days.values())
        return {day: n for day, n in counted if n is not None}

    return by_day


def _wakes(day: Day) -> int | None:
    return day.check_in.sleep_wakes if day.check_in else None


_NIGHTS: Final = _Counted(
    _each(_wakes), N_("times woken by pain (3 is three or more)"), N_("No nights are told about here."), top=3
)
_CHANGES: Final = _Counted(
    _each(lambda day: day.position_changes or None),
    N_("changes of position"),
    N_("No changes of position are logged here."),
    top=5,
)
_DONE: Final = _Counted(
    _each(lambda day: len(day.exercises_done) or None),
    N_("exercises done"),
    N_("No exercises are logged here."),
    top=5,
)
_STEPS: Final = _Counted(lambda history: history.steps, N_("steps"), N_("No steps are known here."), top=1000)


def nights(history: History) -> Mapping[date, int]:
    """Give how often pain woke the patient, for each night that is known."""
    return _NIGHTS.by_day(history)


def _of_nights(state: State, _lens: Lens) -> Sequence[str]:
    known = _NIGHTS.known(state)
    return _NIGHTS.of_the_week(state, words.nights_in_words(sum(n > 0 for n in known), len(known), days=WEEK))


def _of_changes(state: State, _lens: Lens) -> Sequence[str]:
    days = _CHANGES.known(state)
    return _CHANGES.of_the_week(state, words.changes_of_position(sum(days), len(days)))


def _of_exercises(state: State, _lens: Lens) -> Sequence[str]:
    done = _DONE.by_day(state.history)
    if unread_among(state, state.unread, done):
        return _DONE.of_the_week(state, words.practised(len(_DONE.known(state))))
    return [words.practice_in_words(len(_DONE.known(state)), sum(day <= state.day for day in done))]


def _of_steps(state: State, _lens: Lens) -> Sequence[str]:
    weeks = (_STEPS.known(state), _STEPS.known(state, state.day - timedelta(days=WEEK)))
    said = words.steps_in_words(*(round(mean(week)) if week else None for week in weeks))
    return _STEPS.of_the_week(state, said)


SLEEP: Final = View(
    "sleep",
    _of_nights,
    _NIGHTS.draw,
    begins=N_("Nothing here yet. The check-in asks how often pain woke you."),
)
POSITIONS: Final = View(
    "positions",
    _of_changes,
    _CHANGES.draw,
    begins=N_("Nothing here yet. Each change of position that you log counts."),
    is_begun=lambda state: _CHANGES.by_day(state.history),
)
EXERCISES: Final = View(
    "exercises",
    _of_exercises,
    _DONE.draw,
    begins=N_("Nothing here yet. Each exercise that you tick off or go through counts."),
    is_begun=lambda state: _DONE.by_day(state.history),
)
STEPS: Final = View("steps", _of_steps, _STEPS.draw)
