"""Which card is offered on a day: one that fits the moment, else the next in the row, one a day."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.catalogue.learn import LearnCard, LearnCards, Moment
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.domain.today.state import State

_LONG_SITTING: Final = ("40_60", "over_60")
_BAD_NIGHT: Final = 2
"""Times woken by pain."""
_AFRAID: Final = 7
"""Of 10, in the weekly review."""


def is_card_offered(state: State) -> bool:
    """Tell whether a card is offered: after the check-in, beside a plan or what an operation leaves of it."""
    waits = state.plan.is_excluded and state.gate.wound is not None
    return state.today.check_in is not None and (waits or not state.plan.is_empty)


def card_on(state: State, cards: LearnCards) -> LearnCard | None:
    """Choose the card of today: each episode goes through them anew, and knows what was yesterday."""
    first = min((known for known in state.history.days if known <= state.day), default=state.day)
    return card_of_day(cards, state.lately, state.day, first, state.operation)


def card_of_day(
    cards: LearnCards, history: History, day: date, first: date, operation: Operation | None = None
) -> LearnCard | None:
    """Choose the card of ``day``, counted from ``first``; a moment counts on its first day only.

    Else one card would stay for weeks.
    """
    # Yesterday's moments are not new today; a flare of two weeks would show one card for two weeks.
    new = _moments(history, day) - _moments(history, day - timedelta(days=1))
    healing = operation if operation is not None and operation.is_healing(day) else None
    since = (day - healing.day).days if healing else None
    return cards.for_day((day - first).days + 1, frozenset(new), since)


def _moments(history: History, day: date) -> set[Moment]:
    """Say what the patient told about this day; what was not told is no moment."""
    today, yesterday = history[day], history[day - timedelta(days=1)]
    wakes = today.check_in.sleep_wakes if today.check_in else None
    sat = yesterday.evening.sit_longest if yesterday.evening else None
    weeks = [weekly for weekly in history.weeklies if 0 <= (day - weekly.day).days < WEEK]
    worry = weeks[-1].worry if weeks else None
    found: set[Moment] = set()
    if today.is_flare:
        found.add("flare")
    if wakes is not None and wakes >= _BAD_NIGHT:
        found.add("night")
    if sat in _LONG_SITTING:
        found.add("sitting")
    if (worry is not None and worry >= _AFRAID) or today.less_because == "fear":
        found.add("worry")
    return found
