"""Half a year of mornings at a glance."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Versus
from ryggkompis.domain.course.comparing import flare_days, flare_starts
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.pictures.calendar import MOST_WEEKS, Shade, calendar_picture
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.course import mornings
from ryggkompis.services.views.pain import compared
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words.problems import hatched

_MILD, _MODERATE = 3, 6
"""The highest of 0-10 that is drawn pale, and plainly; conventions of the picture, not grades of pain."""
_TEN: Final = 10
_COMPARED: Final[Mapping[Versus, tuple[str, Shade]]] = {
    "better": ("+", "pale"),
    "same": ("=", "plain"),
    "worse": ("−", "strong"),
}


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    monday = state.day - timedelta(days=state.day.weekday())
    return calendar_picture(
        marks=_digits(state, lens) if lens.numbers else _signs(state, lens),
        last=lens.period.last,
        size=size,
        weekdays=[formats.weekday_short(monday + timedelta(days=n)) for n in range(WEEK)],
        month=formats.month_short,
        flares=set(flare_days(lens.shows(state))),
        borders={border.day for border in lens.borders(state)},
        unread=_unread(state, lens),
        cursor=lens.cursor,
    )


def _unread(state: State, lens: Lens) -> frozenset[date]:
    return lens.unread(state, lens.period.last - timedelta(days=MOST_WEEKS * WEEK - 1))


def _digits(state: State, lens: Lens) -> dict[date, tuple[str, Shade]]:
    known = mornings(state, lens.shows(state))["leg"]
    return {day: (digit(value), _shade(value)) for day, value in known.items()}


def digit(value: float) -> str:
    """Give one character for pain, 0-10."""
    return "X" if value >= _TEN else str(int(value))


def sign(how: Versus) -> str:
    """Give one character for how a morning was beside the one before."""
    return _COMPARED[how][0]


def _shade(value: float) -> Shade:
    return "pale" if value <= _MILD else "plain" if value <= _MODERATE else "strong"


def _signs(state: State, lens: Lens) -> dict[date, tuple[str, Shade]]:
    return {day: _COMPARED[how] for day, how in compared(state, lens.shows(state)).items()}


def _say(state: State, lens: Lens) -> list[str]:
    first = lens.period.last - timedelta(days=MOST_WEEKS * WEEK - 1)
    known = mornings(state)["leg"] if lens.numbers else compared(state)
    days = sum(first <= day <= lens.period.last for day in known)
    flares = sum(first <= day <= lens.period.last for day in flare_starts(state.history))
    is_later = len(state.episodes) > 1
    said = words.calendar_in_words(days, flares, numbers=lens.numbers, is_later=is_later)
    return [said, hatched()] if any(day not in known for day in _unread(state, lens)) else [said]


CALENDAR: Final = View(
    "calendar",
    _say,
    _draw,
    has_span=False,
    begins=N_("Nothing here yet. Each check-in fills in its day."),
)
