"""The course of leg, back and walking, drawn and said, from the journal alone."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.entries import Event as EventEntry
from ryggkompis.domain.history import History
from ryggkompis.domain.progress import SPANS, WEEK, Period, Span, Values, change, period_of
from ryggkompis.domain.text import shown
from ryggkompis.i18n import _, formats
from ryggkompis.i18n.entry_words import choice_name
from ryggkompis.i18n.progress_words import Measure, change_in_words, measure_name, walking_in_words
from ryggkompis.i18n.sober import is_strength_first, sober_change_in_words, strength_first
from ryggkompis.pictures.bars import sparkline
from ryggkompis.pictures.chart import ChartWords, Series, line_chart
from ryggkompis.pictures.frame import Event
from ryggkompis.pictures.picture import Picture, Role, Row, Run, Size
from ryggkompis.pictures.ticks import TickKind
from ryggkompis.services.state import State

USUAL_SPAN: Final[Span] = "6w"
_DAY_WIDE, _DAY_NARROW = 9, 5
_ROWS_OF_WEEK: Final = 2


def mornings(state: State) -> dict[Measure, Values]:
    """Give the morning numbers up to the day shown, known ones only."""
    day = state.day
    both: tuple[tuple[Measure, Values], ...] = (("leg", state.history.leg()), ("back", state.history.back()))
    return {name: {at: value for at, value in values.items() if at <= day} for name, values in both}


def first_span(state: State) -> Span:
    """Choose the range to begin with: the shortest that shows all, six weeks, or all of an old diary."""
    days = {day for values in mornings(state).values() for day in values}
    for span in SPANS[: SPANS.index(USUAL_SPAN) + 1]:
        period = period_of(span, None, state.day)
        if all(day in period for day in days):
            return span
    is_recent = any(day in period_of(USUAL_SPAN, None, state.day) for day in days)
    return USUAL_SPAN if is_recent else "all"


def course_chart(state: State, span: Span, size: Size) -> Picture:
    """Draw leg and back of the range, with the events that were marked."""
    known = mornings(state)
    first = min((day for values in known.values() for day in values), default=None)
    period = period_of(span, first, state.day)
    return line_chart(
        series=[
            Series(Role.LEG, measure_name("leg"), known["leg"]),
            Series(Role.BACK, measure_name("back"), known["back"]),
        ],
        period=period,
        size=size,
        label=_tick,
        words=ChartWords(
            both=_("both"), mean=_("7-day mean"), nothing=_("No numbers have been written down here.")
        ),
        events=_events(state.history, period),
    )


def _tick(day: date, kind: TickKind) -> str:
    if kind == "year":
        return str(day.year)
    return formats.month_short(day) if kind == "month" else formats.short_day(day)


def _events(history: History, period: Period) -> list[Event]:
    inside = (entry for day in history.days.values() if day.day in period for entry in day.all(EventEntry))
    return [Event(entry.day, _name(entry)) for entry in inside]


def _name(entry: EventEntry) -> str:
    words = " ".join(shown(entry.text).split())
    return words or choice_name("event", entry.event)


def changes_in_words(state: State) -> str:
    """Say for leg and back whether there is a clear change since the first week; soberly while R6 stands."""
    said = [measured_in_words(state, measure, values) for measure, values in mornings(state).items()]
    return "\n".join([strength_first(), *said] if is_strength_first(state.plan) else said)


def measured_in_words(state: State, measure: Measure, values: Values) -> str:
    """Say whether one measure has changed clearly since the first week."""
    say = sober_change_in_words if is_strength_first(state.plan) else change_in_words
    return say(measure, change(values, state.day))


def walked(history: History, last: date) -> list[int | None]:
    """Give the minutes walked on each of the seven days up to ``last``; None where no walk was logged."""
    days = (history[last - timedelta(days=n)] for n in reversed(range(WEEK)))
    return [day.walked if day.walks else None for day in days]


def week_in_words(state: State) -> str:
    """Say how much was walked in the last seven days."""
    before = walked(state.history, state.day - timedelta(days=WEEK))
    return walking_in_words(walked(state.history, state.day), before)


def week_of_walks(state: State, size: Size) -> Picture:
    """Draw the last seven days' walking as bars over their minutes; a day without a walk has a dash."""
    week = walked(state.history, state.day)
    is_wide = size.cols >= _DAY_WIDE * WEEK
    width = _DAY_WIDE if is_wide else _DAY_NARROW
    days = [state.day - timedelta(days=n) for n in reversed(range(WEEK))]
    cells = [run for run in sparkline(week) for _char in run.text]
    marks = [char for run in sparkline(week) for char in run.text]
    tops: Row = tuple(
        Run((mark * (width - 2)).ljust(width), cell.role) for mark, cell in zip(marks, cells, strict=True)
    )
    feet: Row = tuple(
        Run(_foot(day, minutes, is_wide=is_wide).ljust(width), Role.MUTED)
        for day, minutes in zip(days, week, strict=True)
    )
    cols = width * WEEK
    rest = Run(" " * max(size.cols - cols, 0))
    return Picture(Size(max(size.cols, cols), _ROWS_OF_WEEK), ((*tops, rest), (*feet, rest)))


def _foot(day: date, minutes: int | None, *, is_wide: bool) -> str:
    amount = "–" if minutes is None else str(minutes)
    return f"{formats.weekday_short(day).rstrip('.')} {amount}" if is_wide else amount
