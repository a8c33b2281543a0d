"""The last seven days: a strip of them, and three sentences."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.progress import WEEK, last_week
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.week_strip import StripRow, week_strip
from ryggkompis.services.course import last_days, mornings, unread_among, walked
from ryggkompis.services.views.calendar import digit, sign
from ryggkompis.services.views.daily import SLEEP, nights
from ryggkompis.services.views.pain import compared, mornings_compared
from ryggkompis.services.views.view import Lens, View, has_mornings, has_walks
from ryggkompis.services.views.walking import WALKING
from ryggkompis.words.problems import of_the_week
from ryggkompis.words.progress import Measure, leg_this_week, measure_name


def draw_week(state: State, size: Size, *, numbers: bool, brief: bool = False) -> Picture:
    """Draw the last seven days, a row for each thing that is known; ``brief`` draws leg and walking alone."""
    days = last_days(state.day)
    minutes = {
        day: str(n) for day, n in zip(days, walked(state.history, state.day), strict=True) if n is not None
    }
    rows = [
        StripRow(measure_name("leg"), Role.LEG, _told(state, "leg", numbers=numbers)),
        StripRow(_("Walked, min"), Role.TEXT, minutes),
    ]
    if not brief:
        if numbers:
            rows.insert(1, StripRow(measure_name("back"), Role.BACK, _told(state, "back", numbers=True)))
        woken = {day: str(n) for day, n in nights(state.history).items()}
        rows.append(StripRow(_("Woken by pain"), Role.TEXT, woken))
        done = {day: str(len(state.history[day].exercises)) for day in days if state.history[day].exercises}
        rows.append(StripRow(_("Exercises done"), Role.TEXT, done))
    return week_strip(
        rows=rows,
        days=days,
        weekdays=[formats.weekday_short(day).rstrip(".") for day in days],
        unread=state.unread,
        cols=size.cols,
    )


def _told(state: State, measure: Measure, *, numbers: bool) -> Mapping[date, str]:
    if not numbers:
        return {day: sign(how) for day, how in compared(state).items()}
    return {day: digit(value) for day, value in mornings(state)[measure].items()}


def _say(state: State, lens: Lens) -> list[str]:
    return [*_of_leg(state, lens), *WALKING.say(state, lens), *SLEEP.say(state, lens)]


def _of_leg(state: State, lens: Lens) -> Iterator[str]:
    if not lens.numbers:
        yield mornings_compared(state)
        return
    leg, days = mornings(state)["leg"], last_days(state.day)
    said = leg_this_week(last_week(leg, state.day), last_week(leg, state.day - timedelta(days=WEEK)))
    yield of_the_week(said, sum(day in leg for day in days), unread_among(state, days, leg))


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    return draw_week(state, size, numbers=lens.numbers)


SEVEN_DAYS: Final = View(
    "week",
    _say,
    _draw,
    has_span=False,
    has_days=False,
    begins=N_("Nothing here yet. Check-ins and walks fill it, a column for each day."),
    is_begun=lambda state: has_mornings(state) or has_walks(state),
)
