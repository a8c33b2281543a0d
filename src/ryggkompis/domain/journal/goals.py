"""The patient's own activities, rated week by week (PSFS-like: 0 cannot, 10 as before)."""

from collections.abc import Iterable
from datetime import date

from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History


def goal_ratings(weeklies: Iterable[Weekly], history: History) -> dict[str, dict[date, int]]:
    """Give the known ratings of every activity by day, under the name it had then.

    One that was dropped from the profile is still told, by its number.
    """
    ratings: dict[str, dict[date, int]] = {}
    for weekly in weeklies:
        profile = history.profile(weekly.day)
        names = profile.goals if profile else ()
        for place, value in enumerate(weekly.goals):
            name = names[place] if place < len(names) else str(place + 1)
            if value is not None:
                ratings.setdefault(name, {})[weekly.day] = value
    return ratings
