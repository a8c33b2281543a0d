"""Leg and back morning by morning: in numbers, or only compared with the day before."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import VERSUS, Versus
from ryggkompis.domain.course.comparing import flare_days
from ryggkompis.domain.course.happened import happened
from ryggkompis.domain.course.progress import WEEK, Period, Values, is_start_unread
from ryggkompis.domain.course.reference import MUCH_BETTER, Reference, reference
from ryggkompis.domain.course.trend import trend
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.band import Band
from ryggkompis.pictures.chart import ChartWords, Series, line_chart
from ryggkompis.pictures.frame import EventMark, GoalLine, Weeks
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.steps import steps_chart
from ryggkompis.services.course import changes, last_days, mornings, onset, unread_among
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words import meaning as meaning_words
from ryggkompis.words.entries import choice_name
from ryggkompis.words.imports.names import brought_in_name, pain_brought_in
from ryggkompis.words.problems import not_all_read, nothing_told, of_the_week, unread_name
from ryggkompis.words.progress import Measure, measure_name
from ryggkompis.words.sober import is_strength_first


def draw_pain(state: State, lens: Lens, size: Size) -> Picture:
    """Draw leg and back morning by morning, in numbers or compared."""
    return _numbered(state, lens, size) if lens.numbers else _compared(state, lens, size)


def _numbered(state: State, lens: Lens, size: Size) -> Picture:
    known = mornings(state, lens.shows(state))
    studies = (
        reference(mornings(state)["leg"], onset(state), state.unread) if _has_band(state, lens) else None
    )
    began = onset(state)
    back = Series(
        Role.BACK, measure_name("back"), known["back"], _brought(lens.shows(state), "back", lens.period)
    )
    return line_chart(
        series=[
            Series(
                Role.LEG, measure_name("leg"), known["leg"], _brought(lens.shows(state), "leg", lens.period)
            ),
            *(() if lens.is_leg_alone else (back,)),
        ],
        period=lens.period,
        size=size,
        label=formats.tick_label,
        words=ChartWords(
            both=_("both"),
            mean=_("7-day mean"),
            flare=_("flare-up"),
            brought=brought_in_name(),
            nothing=nothing_told(_("No numbers have been written down here."), lens.unread(state)),
            unread=unread_name(),
        ),
        unread=lens.unread(state) - {day for values in known.values() for day in values},
        events=[] if lens.is_leg_alone else [*lens.borders(state), *_events(lens.shows(state), lens.period)],
        goals=list(_goals(state, studies)),
        band=_band(studies, lens.period) if studies else None,
        flares=[day for day in flare_days(lens.shows(state)) if day <= state.day],
        weeks=Weeks(began, formats.week_of) if began else None,
        cursor=lens.cursor,
    )


def _brought(said: History, measure: Measure, period: Period) -> Values:
    """Give what other programs told of; it is shown, and decides nothing."""
    return {day: value for day, value in said.brought_pain(measure).items() if day in period}


def _has_band(state: State, lens: Lens) -> bool:
    """Tell whether studies are spoken of: on request, and never before strength has been asked about."""
    return lens.band and not is_strength_first(state.plan)


def _band(studies: Reference, period: Period) -> Band:
    days = (studies.first + timedelta(days=n) for n in range(studies.length))
    found = {day: edges for day in days if day in period and (edges := studies.edges(day))}
    return Band(words.band_name(), found, words.band_ends())


def _goals(state: State, studies: Reference | None) -> Iterator[GoalLine]:
    """Give the patient's own line, and beside the studies the one of people who called themselves well."""
    own = state.profile.pain_goal if state.profile else None
    if own is not None:
        yield GoalLine(own, _("your goal"))
    if studies:
        yield GoalLine(MUCH_BETTER["leg"], _("much better or well (leg)"))


def _events(said: History, period: Period) -> Iterator[EventMark]:
    return (EventMark(one.day, meaning_words.event_name(one)) for one in happened(said) if one.day in period)


def compared(state: State, said: History | None = None) -> dict[date, Versus]:
    """Give how each morning of this episode, or of what was ``said``, was beside the one before."""
    mornings = (state.history if said is None else said).mornings
    return {c.day: c.morning for c in mornings if c.day <= state.day and c.morning is not None}


def _compared(state: State, lens: Lens, size: Size) -> Picture:
    seen = compared(state, lens.shows(state))
    return steps_chart(
        reached={day: VERSUS.index(how) for day, how in seen.items()},
        unread=lens.unread(state) - seen.keys(),
        names=[choice_name("morning", how) for how in VERSUS],
        period=lens.period,
        size=size,
        label=formats.tick_label,
        nothing=nothing_told(_("No morning has been compared here."), lens.unread(state)),
        borders=list(lens.borders(state)),
        cursor=lens.cursor,
    )


def _say(state: State, lens: Lens) -> list[str]:
    if not lens.numbers:
        return [mornings_compared(state)]
    known = mornings(state)
    unread = state.unread
    said = []
    if _has_band(state, lens):
        is_unread = is_start_unread(known["leg"], unread)
        said += [not_all_read()] if is_unread else words.band_in_words(reference(known["leg"], onset(state)))
    said += changes(state)
    if not is_strength_first(state.plan):
        said += [
            meaning_words.trend_in_words(name, trend(values, state.day, unread))
            for name, values in known.items()
        ]
    said += () if unread - known["leg"].keys() else _extremes(known["leg"])
    said.append(words.logged_in_words(*_coverage(known, lens.period, lens.unread(state))))
    said.append(pain_brought_in(*_of_other_programs(state, lens)))
    return [one for one in said if one]


def _of_other_programs(state: State, lens: Lens) -> tuple[int, list[str]]:
    """Count the days of the period that other programs tell of, and name these."""
    told = [one for one in state.history.brought if one.day in lens.period and one.origin is not None]
    return len({one.day for one in told}), sorted({one.origin.source for one in told if one.origin})


def mornings_compared(state: State) -> str:
    """Say how the last seven mornings were beside the ones before."""
    said = compared(state)
    days = last_days(state.day)
    week = [said[day] for day in days if day in said]
    told = words.mornings_in_words(*(week.count(how) for how in VERSUS))
    return of_the_week(told, len(week), unread_among(state, days, said))


def _extremes(leg: Values) -> Iterator[str]:
    """Say which mornings were best and worst, once there are two weeks and a difference."""
    if len(leg) < 2 * WEEK or min(leg.values()) == max(leg.values()):
        return
    low, high = min(leg.values()), max(leg.values())
    best = max(day for day, value in leg.items() if value == low)
    worst = max(day for day, value in leg.items() if value == high)
    yield meaning_words.extremes_in_words(best, int(low), worst, int(high))


def _coverage(
    known: Mapping[Measure, Values], period: Period, unread: frozenset[date]
) -> tuple[int, int, int]:
    """Count the days of the period that have a number, those since the first of all, and the unread ones."""
    days = {day for values in known.values() for day in values}
    inside = sum(day in period for day in days)
    since = max(period.first, min(days | unread, default=period.last))
    return inside, max((period.last - since).days + 1, inside), len(unread - days)


PAIN: Final = View(
    "pain",
    _say,
    draw_pain,
    has_band=True,
    is_begun=lambda state: state.history.mornings or state.history.brought,
    begins=N_("Nothing here yet. Each check-in becomes a point, and a day without one is a gap."),
)
