"""The course of leg, back and walking, as far as the journal knows it: values, ranges and sentences."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.course.easing import easing, worsening
from ryggkompis.domain.course.progress import SPANS, WEEK, Period, Span, Values, change, period_of
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.words.course import eased_in_words, worsened_in_words
from ryggkompis.words.problems import of_the_week
from ryggkompis.words.progress import Measure, change_in_words, sober_change_in_words, walking_in_words
from ryggkompis.words.sober import is_strength_first, strength_first

USUAL_SPAN: Final[Span] = "6w"


def mornings(state: State, said: History | None = None) -> dict[Measure, Values]:
    """Give the known morning numbers up to the day shown, of this episode or of what was ``said``."""
    day, said = state.day, state.history if said is None else said
    both: tuple[tuple[Measure, Values], ...] = (("leg", said.leg()), ("back", said.back()))
    return {name: {at: value for at, value in values.items() if at <= day} for name, values in both}


def onset(state: State) -> date | None:
    """Give the day on which this episode began; None where it is unknown or has not come yet."""
    began = state.episode.onset
    return began if began is not None and began <= state.day else None


def is_more_known(state: State) -> bool:
    """Tell whether more than this episode is known: earlier ones, or pain from before that was brought in."""
    first = min(state.history.days, default=state.day)
    return len(state.episodes) > 1 or any(one.day < first for one in state.diary.brought)


def spans(state: State) -> tuple[Span, ...]:
    """List the ranges there are; where nothing else is known, the episode is all there is."""
    return SPANS if is_more_known(state) else tuple(span for span in SPANS if span != "episode")


def first_span(state: State) -> Span:
    """Choose the range to begin with: the whole episode, and two weeks of one that is younger."""
    young = period_of("2w", None, state.day)
    if all(day in young for day in state.history.days if day <= state.day):
        return "2w"
    return "episode" if "episode" in spans(state) else "all"


def period(state: State, span: Span, until: date | None = None) -> Period:
    """Give the days of ``span`` that end with ``until``, by default with the day shown."""
    said = state.diary if span == "all" else state.history
    days = (*said.days, *(one.day for one in said.brought if span == "all"))
    first = min((day for day in days if day <= state.day), default=None)
    return period_of(span, first, until or state.day)


def last_days(last: date, count: int = WEEK) -> list[date]:
    """List the ``count`` days up to ``last``, the oldest first."""
    return [last - timedelta(days=n) for n in reversed(range(count))]


def changes(state: State) -> list[str]:
    """Say for leg and back whether there is a clear change since the first week; soberly while R6 stands."""
    said = [measured_in_words(state, measure, values) for measure, values in mornings(state).items()]
    return [strength_first(), *said] if is_strength_first(state.plan) else said


def measured_in_words(state: State, measure: Measure, values: Values) -> str:
    """Say whether one measure has changed clearly since the first week."""
    say = sober_change_in_words if is_strength_first(state.plan) else change_in_words
    return say(measure, change(values, state.day, state.unread))


def walked(history: History, last: date) -> list[int | None]:
    """Give the minutes walked on each of the seven days up to ``last``; None where that is not known."""
    return [history[day].known_minutes for day in last_days(last)]


def week_in_words(state: State) -> str:
    """Say how much was walked in the last seven days."""
    before_it = state.day - timedelta(days=WEEK)
    week, before = walked(state.history, state.day), walked(state.history, before_it)
    if unread_among(state, last_days(before_it), _known(before, before_it)):
        before = []
    known = _known(week, state.day)
    unread = unread_among(state, last_days(state.day), known)
    # A later episode may follow within days of walks that were of the one before.
    is_first = state.episode.start > state.day - timedelta(days=WEEK)
    return of_the_week(walking_in_words(week, before, is_first=is_first), len(known), unread)


def _known(week: Sequence[int | None], last: date) -> Collection[date]:
    days = zip(last_days(last), week, strict=True)
    return {day for day, minutes in days if minutes is not None}


def unread_among(state: State, days: Iterable[date], known: Container[date]) -> int:
    """Count those of ``days`` that could not be read, beside those that are known."""
    return sum(day in state.unread and day not in known for day in days)


def what_matters(state: State) -> Iterator[str]:
    """Say what makes it worse and what eases it, beside where this episode began."""
    if (worse := worsening(state.history, state.day)) is not None:
        yield worsened_in_words(worse)
    if (better := easing(state.history, state.day)) is not None:
        yield eased_in_words(better)
