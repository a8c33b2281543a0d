"""The activities that matter to the patient, week by week."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.goals import goal_ratings
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.pictures.ratings import ratings_picture
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import course as words
from ryggkompis.words.problems import nothing_told, of_all_days


def _ratings(state: State, said: History) -> dict[str, dict[date, int]]:
    return goal_ratings((weekly for weekly in said.weeklies if weekly.day <= state.day), said)


def _draw(state: State, lens: Lens, size: Size) -> Picture:
    rated = _ratings(state, lens.shows(state))
    return ratings_picture(
        [(shown(words.goal_name(name)), _by_week(values)) for name, values in rated.items()],
        last=lens.period.last,
        size=size,
        label=formats.short_day,
        numbers=lens.numbers,
        nothing=nothing_told(_("No weekly review has been written down yet."), state.unread),
    )


def _by_week(rated: Mapping[date, int]) -> dict[date, int]:
    """Give the latest rating of each week by its Monday."""
    return {day - timedelta(days=day.weekday()): value for day, value in sorted(rated.items())}


def _say(state: State, lens: Lens) -> list[str]:
    found = _ratings(state, state.history)
    if not found:
        asks = _("Your own activities have not been rated yet. The weekly review asks about them.")
        return [of_all_days(asks, state.unread)]
    said = [
        words.goal_in_words(name, [rated[day] for day in sorted(rated)], numbers=lens.numbers)
        for name, rated in found.items()
    ]
    return [*said, words.scale_of_goals()] if lens.numbers else said


GOALS: Final = View("goals", _say, _draw, has_span=False, has_days=False)
