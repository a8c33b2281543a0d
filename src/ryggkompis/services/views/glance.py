"""The course beside the plan: the leg of the last weeks, and the last seven days as a strip."""

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.week_strip import StripRow, week_strip
from ryggkompis.services import course
from ryggkompis.services.course import USUAL_SPAN, first_span, last_days, mornings
from ryggkompis.services.views.calendar import digit, sign
from ryggkompis.services.views.pain import compared, draw_pain
from ryggkompis.services.views.view import lens_on
from ryggkompis.words.progress import measure_name


def leg_lately(state: State, size: Size, *, numbers: bool, band: bool = False) -> Picture:
    """Draw the leg of the last weeks, at most six."""
    span = first_span(state)
    lens = lens_on(state, span if span == "2w" else USUAL_SPAN, band=band, numbers=numbers)
    return draw_pain(state, replace(lens, is_leg_alone=True), size)


def last_week(state: State, size: Size, *, numbers: bool) -> Picture:
    """Draw the last seven days: the leg of each morning, and the minutes walked."""
    days = last_days(state.day)
    if numbers:
        leg = {day: digit(value) for day, value in mornings(state)["leg"].items()}
    else:
        leg = {day: sign(how) for day, how in compared(state).items()}
    walked = zip(days, course.walked(state.history, state.day), strict=True)
    return week_strip(
        rows=[
            StripRow(measure_name("leg"), Role.LEG, leg),
            StripRow(_("Walked, min"), Role.TEXT, {day: str(n) for day, n in walked if n is not None}),
        ],
        days=days,
        weekdays=[formats.weekday_short(day).rstrip(".") for day in days],
        unread=state.unread,
        cols=size.cols,
    )
