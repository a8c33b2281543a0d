"""One round of the illness as a whole: a new one, its end, how often one is asked, its first day.

Whatever is told of an episode is one more mark of the same beginning, and the last word stands; so each
can be taken back by itself. Nothing here opens a lock: the gate looks at all days, of every episode.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.scales import Ended, Rhythm
from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import ANOTHER_ROUND
from ryggkompis.domain.today.episode import is_another_round
from ryggkompis.domain.today.state import State
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import revised, said_of
from ryggkompis.services.errors import EndsBeforeItBegins, FutureDay, TooLongAgo


class NothingToClose(ExpectedError):
    """An episode is closed in a diary that says nothing yet."""

    says = N_("Nothing is written down up to {day}, so there is no episode to close.")


class EpisodeClosed(ExpectedError):
    """What is asked for needs an episode that goes on."""

    says = N_("This episode was closed on {day}. Let it go on first, or begin a new one.")


class EpisodeOpen(ExpectedError):
    """An episode that was never closed cannot be reopened."""

    says = N_("This episode is not closed, so there is nothing to reopen.")


class BeginsTooEarly(ExpectedError):
    """A new episode before the one that there is, or on the same day."""

    says = N_("An episode that began on {began} is there already; the one after it begins on a later day.")


class WordsBefore(ExpectedError):
    """An onset long after the first word about it is no correction."""

    says = N_(
        "You wrote about this episode from {first}, more than a month before {day}. "
        "If it came back then, it is a new episode."
    )


def is_safe_to_begin(state: State) -> bool:
    """Tell whether an episode may begin: the whole list was answered that day, and nothing is held back.

    A list from days before, good for a week within an episode, was not about this pain.
    """
    return state.gate.last_full == state.day and state.gate.lock is None


def begin(companion: Companion, start: date, **answers: Any) -> tuple[Entry, ...]:  # noqa: ANN401 - the fields of a profile
    """Begin a new episode: its mark, and the profile with its onset and with what can be done now.

    What was answered of walking in an earlier episode says nothing of this one, so it is unknown again
    where ``answers`` do not tell it.

    Raises:
        FutureDay, TooLongAgo, BeginsTooEarly: for a day on which none can begin.

    """
    state, diary = companion.state(), companion.diary
    if start > state.day:
        raise FutureDay(day=start)
    if start < EARLIEST:
        raise TooLongAgo(day=start)
    if state.diary and start <= (known := max(state.episode.start, state.episode.name)):
        raise BeginsTooEarly(began=known)
    entries: list[Entry] = [diary.draft(EpisodeMark, start=start)]
    if state.profile is not None:
        # Without a profile nobody has said that nothing is excluded, and so none is made up here.
        unknown = {"walk_tolerance": None, "walks_now": None, "walk_enough": None}
        said = {**said_of(state.profile), **unknown, **answers, "onset": start}
        entries.append(diary.draft(Profile, **said))
    diary.add(*entries)
    return tuple(entries)


def close(companion: Companion, ended: Ended | None) -> EpisodeMark:
    """Close the episode with the day that is spoken of; what is held back stays held back.

    Raises:
        NothingToClose, EpisodeClosed: when nothing was said up to that day, or it is closed already.

    """
    state = companion.state()
    if state.diary.first is None or state.diary.first > state.day:
        raise NothingToClose(day=state.day)
    _refuse_closed(state)
    return _mark(companion, state, end=state.day, ended=ended)


def reopen(companion: Companion) -> EpisodeMark:
    """Let the episode that was closed go on.

    Raises:
        EpisodeOpen: when it is not closed.

    """
    state = companion.state()
    if not state.episode.is_closed(state.day):
        raise EpisodeOpen
    return _mark(companion, state, end=None, ended=None, rhythm=state.episode.rhythm)


def set_rhythm(companion: Companion, rhythm: Rhythm) -> EpisodeMark:
    """Ask from now on as often as the patient wants to be asked.

    Raises:
        NothingToClose, EpisodeClosed: when there is no episode that goes on.

    """
    state = companion.state()
    if not state.diary:
        raise NothingToClose(day=state.day)
    _refuse_closed(state)
    return _mark(companion, state, rhythm=rhythm)


def keep_profile(
    companion: Companion, said: Mapping[str, Any], *, is_new: bool | None = None
) -> tuple[Entry, ...]:
    """Keep a profile; an onset that is another by far begins a new episode, or moves this one.

    Args:
        companion: of the day that is spoken of.
        said: the fields of the profile, all of them.
        is_new: whether it is a new episode; None where that was not answered, and then the onset stays.

    Raises:
        FutureDay, BeginsTooEarly, WordsBefore: when the onset cannot be.

    """
    state, diary = companion.state(), companion.diary
    onset: date | None = said.get("onset")
    if onset is not None and onset > companion.today.real:
        raise FutureDay(day=onset)
    if is_new and onset is not None:
        answers = {name: one for name, one in said.items() if name not in {"onset", "walk_enough"}}
        return begin(companion, onset, **answers)
    if is_another_round(state, onset):
        if is_new is None:
            said = {**said, "onset": state.profile.onset if state.profile else None}
        else:
            _refuse_words_before(state, onset)
    profile, moved = diary.draft(Profile, **said), _moved(state, said.get("onset"))
    # In one save: a profile whose onset no mark lies near would be of no episode.
    diary.revise(profile, *moved)
    return (profile, *moved)


def keep_exclusions(companion: Companion, answers: Mapping[str, Any]) -> None:
    """Keep what makes the plan somebody else's as soon as it is said: what comes after may be broken off."""
    profile, said = companion.state().profile, answers.get("exclusions") or ()
    if not set(said) <= set(profile.exclusions if profile else ()):
        companion.diary.say(Profile, **{**(said_of(profile) if profile else {}), "exclusions": said})


def _refuse_closed(state: State) -> None:
    if state.episode.is_closed(state.day):
        raise EpisodeClosed(day=state.episode.end)


def _mark(companion: Companion, state: State, **changed: Any) -> EpisodeMark:  # noqa: ANN401 - its fields
    """Keep one more mark of how this episode goes on; an end that lies ahead stays, but for ``changed``."""
    old, diary = state.episode.mark, companion.diary
    if old is not None and old.day > state.day:
        # What is told about an earlier day is still the last word.
        diary = diary.on(old.day)
    known = {"end": old.end, "ended": old.ended} if old else {}
    new = diary.draft(EpisodeMark, start=state.episode.name, **{**known, **changed})
    diary.add(new)
    return new


def _refuse_words_before(state: State, onset: date | None) -> None:
    first = _first_word(state)
    if onset is not None and first is not None and (onset - first).days > ANOTHER_ROUND:
        raise WordsBefore(first=first, day=onset)


def _moved(state: State, onset: date | None) -> tuple[EpisodeMark, ...]:
    """Move the beginning of this episode to where an onset lies that its marks are not near."""
    mark = state.episode.mark
    if mark is None or onset is None or abs((onset - mark.start).days) <= ANOTHER_ROUND:
        return ()
    earlier = state.whole.episodes[:-1]
    if earlier and onset <= earlier[-1].start:
        raise BeginsTooEarly(began=earlier[-1].start)
    first = _first_word(state)
    start = min(onset, first) if first else onset
    if mark.end is not None and mark.end < start:
        raise EndsBeforeItBegins(end=mark.end, start=start)
    marks = (one for one in state.diary.episode_marks if one.start == mark.start)
    return tuple(revised(one, start=start) for one in marks)


def _first_word(state: State) -> date | None:
    days = (day for day, said in state.history.days.items() if day in state.episode and said.is_word)
    return min(days, default=None)
