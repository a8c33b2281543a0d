"""Which episode is looked at, and what is said of where its borders lie."""

from collections.abc import Iterator

from ryggkompis.domain.course.earlier import days_of, earlier, overlaps
from ryggkompis.domain.plan.plan import plans
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.today.state import State
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words import progress as words
from ryggkompis.words.problems import unread_in_words


def in_its_days(state: State, number: int | None = None) -> State:
    """Give the state in which an episode is told of: that of its last day, where that is not today.

    ``number`` counts from 1, the oldest first; None is the latest.
    """
    episode = state.episodes[number - 1] if number else state.episode
    day = days_of(episode, state.day).last
    if day == state.day:
        return state
    *_, plan = plans(day, day, state.diary, state.catalogue, state.flags)
    return State(
        day,
        state.diary.within(episode.start, day),
        state.diary,
        plan,
        gate_on(day, state.diary, state.flags),
        state.catalogue,
        state.flags,
        state.problems,
    )


def about_in_words(state: State, seen: State, lens: Lens, view: View | None = None) -> Iterator[str]:
    """Say which days are spoken of where ``seen`` is not ``state``, or not all that the pictures show."""
    if seen.day != state.day:
        yield words.as_on(seen.day)
    hidden = [one for one in seen.history.hidden if one.first <= seen.day]
    if hidden:
        yield unread_in_words(hidden)
    if lens.is_all_time:
        first = days_of(seen.episode, seen.day).first
        yield words.of_episode(first) if view and not view.draw else words.all_time(first)


def earlier_in_words(state: State, *, numbers: bool) -> list[str]:
    """Say each episode before this one in a line, the first first, and which of them overlap."""
    said = [words.earlier_in_words(one, numbers=numbers) for one in earlier(state.diary, state.episodes)]
    return [*said, *map(words.overlap_in_words, overlaps(state.episodes))]
