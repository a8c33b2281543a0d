"""What it means as far as the days carry it: milestones, days before flares, both sides of an event."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.comparing import Around, around, before_flares
from ryggkompis.domain.course.happened import happened
from ryggkompis.domain.course.milestones import milestones
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.course import mornings, what_matters
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import meaning as words
from ryggkompis.words.problems import of_all_days
from ryggkompis.words.sober import is_praise_held, is_strength_first, strength_first

MOST_EVENTS: Final = 3
"""Events that are told about, the latest first."""


def _say(state: State, lens: Lens) -> list[str]:
    if is_strength_first(state.plan):
        return [strength_first()]
    reached = () if is_praise_held(state.plan) else milestones(state.history, state.day)
    said = [words.milestone_in_words(found) for found in reached]
    said += [words.before_flares_in_words(found) for found in before_flares(state.history, state.day)]
    if lens.numbers:
        said += [words.around_in_words(name, found) for name, found in _events(state)]
    said += what_matters(state)
    nothing = _("There is nothing more to say yet that the days would carry. That is no bad sign.")
    return said or [of_all_days(nothing, state.unread)]


def _events(state: State) -> Iterator[tuple[str, Around]]:
    """Compare the leg on both sides of the latest events, where both sides are known."""
    leg = mornings(state)["leg"]
    events = [event for event in happened(state.history) if event.day <= state.day]
    days: list[date] = [event.day for event in events]
    told = 0
    for place, event in reversed(list(enumerate(events))):
        found = around(leg, event.day, days[:place] + days[place + 1 :], state.day, state.unread)
        if found and told < MOST_EVENTS:
            told += 1
            yield words.event_name(event), found


MEANING: Final = View(
    "meaning",
    _say,
    has_span=False,
    has_days=False,
    begins=N_("Nothing here yet. It takes some weeks of check-ins and walks before the days say something."),
)
