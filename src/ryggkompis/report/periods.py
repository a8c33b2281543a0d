"""The periods a report is usually about, by name."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.earlier import days_of
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.journal.episodes import Episode, episode_on, episodes
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.visits import last_visit
from ryggkompis.i18n.language import _

PeriodName: TypeAlias = Literal["episode", "visit", "4w", "3m", "all"]
_DAYS: Final[Mapping[PeriodName, int]] = {"4w": 28, "3m": 91}
_NAMES: Final[Mapping[PeriodName, str]] = {
    "episode": N_("this episode"),
    "visit": N_("since the visit"),
    "4w": N_("4 weeks"),
    "3m": N_("3 months"),
    "all": N_("everything"),
}


def periods(history: History, last: date) -> tuple[PeriodName, ...]:
    """Name the periods there are: since the visit if there was one, and the episode if it is not all."""
    known: tuple[PeriodName, ...] = get_args(PeriodName)
    missing: set[PeriodName] = set()
    if not last_visit(history, last):
        missing.add("visit")
    if days_in("episode", history, last) == days_in("all", history, last):
        missing.add("episode")
    return tuple(period for period in known if period not in missing)


def usual_period(history: History, last: date) -> PeriodName:
    """Name the period that the window shows first: this episode, which is mostly all there is."""
    return "episode" if "episode" in periods(history, last) else "all"


def since_seen(history: History, last: date) -> Period:
    """Give the days of this episode since the last visit before ``last``, else of the last three months.

    That is what somebody who treats reads first. Where the episode was over by then, it is told whole.
    """
    episode = days_in("episode", history, last)
    seen = last_visit(history, last - timedelta(days=1))
    since_visit = seen if seen is not None and seen in episode else None
    first = max(since_visit or last - timedelta(days=_DAYS["3m"] - 1), episode.first)
    return Period(first, episode.last) if first <= episode.last else episode


def period_name(period: PeriodName) -> str:
    """Name ``period`` in the current language."""
    return _(_NAMES[period])


def days_in(period: PeriodName, history: History, last: date) -> Period:
    """Give the days of ``period`` up to ``last``; it never begins before the journal does."""
    begins = _begins(history, min(history.first or last, last))
    if period == "episode":
        return logged_days(episode_on(history, last), history, last)
    if period == "visit":
        return Period(max(last_visit(history, last) or begins, begins), last)
    days = _DAYS.get(period)
    return Period(max(last - timedelta(days=days - 1), begins) if days else begins, last)


def since(first: date, history: History, last: date) -> Period:
    """Give the days from ``first``; from the day on which the pain began they are all of this episode.

    It may have been told for a day after the first words, which the page of the course compares with.
    """
    episode = episode_on(history, last)
    is_onset = first in {episode.start, episode.onset}
    return Period(min(first, logged_days(episode, history, last).first) if is_onset else first, last)


def logged_days(episode: Episode, history: History, last: date) -> Period:
    """Give the days of an episode from the first one on which something was said of it."""
    days = days_of(episode, last)
    first = min((day for day in history.days if day in days), default=days.first)
    # Before the first day that is known of a first episode there may be days of it that cannot be read.
    is_first = episode == episodes(history, last)[0]
    return Period(_begins(history, first) if is_first else first, days.last)


def _begins(history: History, first: date) -> date:
    """Give the first day of which something may be said: the first known, or one that cannot be read."""
    return min((first, *(one.first for one in history.hidden if one.is_dated)))
