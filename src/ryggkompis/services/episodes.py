"""One round of the illness as a whole: a new one, its end, how often one is asked, its first day.

Whatever is told of an episode is one more mark of the same beginning, and the last word stands; so each
can be taken back by itself. Nothing here opens a lock: the gate looks at all days, of every episode.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from ryggkompis.domain.base.scales import Ended, Rhythm
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import ANOTHER_ROUND, is_asked_anew
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import EARLIEST, said_of
from ryggkompis.services.errors import (
    BeginsTooEarly,
    EpisodeClosed,
    EpisodeOpen,
    FutureDay,
    NothingToClose,
    TooLongAgo,
    WordsBefore,
)
from ryggkompis.services.state import State
from ryggkompis.store.codec import encode

OFFERED_AGAIN: Final = 28
"""Days for which nobody asks again how to go on, once it was answered; a convention."""
RESTED: Final[Mapping[Rhythm, int]] = {"daily": 1, "twice": 3, "monthly": 28}
"""Days from one check-in to the next that is asked for."""
MONTH: Final = timedelta(days=ANOTHER_ROUND)


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
    if state.diary and start <= state.episode.start:
        raise BeginsTooEarly(began=state.episode.start)
    entries: list[Entry] = [diary.draft(EpisodeMark, start=start)]
    if state.profile is not None:
        # Without a profile nobody has said that nothing is excluded, and so none is made up here.
        unknown = {"walk_tolerance": None, "walks_now": None}
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


def is_another_round(state: State, onset: date | None) -> bool:
    """Tell whether it must be asked if ``onset`` is that of a new episode, or corrects that of this one."""
    known = state.profile.onset if state.profile else None
    if onset is None or onset == known or not state.diary:
        return False
    return onset - (state.episode.onset or state.episode.start) > MONTH


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
    if is_another_round(state, onset):
        if is_new is None:
            said = {**said, "onset": state.profile.onset if state.profile else None}
        elif is_new and onset is not None:
            return begin(companion, onset, **{name: one for name, one in said.items() if name != "onset"})
        else:
            _refuse_words_before(state, onset)
    profile, moved = diary.draft(Profile, **said), _moved(state, said.get("onset"))
    # In one save: a profile whose onset no mark lies near would be of no episode.
    companion.store.put([
        encode(profile),
        *(encode(mark, over=companion.store.find(mark.id)) for mark in moved),
    ])  # fmt: skip
    return (profile, *moved)


def is_end_offered(state: State) -> bool:
    """Tell whether it is offered to go on less often, or to close: after a steady month, once a month."""
    plan = state.plan
    if not plan.is_weekly_enough or plan.is_empty or plan.flare:
        return False
    answered = _answered_on(state)
    return answered is None or (state.day - answered).days >= OFFERED_AGAIN


def is_check_in_wanted(state: State) -> bool:
    """Tell whether a check-in is due in the rhythm that the patient chose; in a flare it is every day."""
    due = next_check_in(state)
    return state.plan.flare or due is None or due <= state.day


def next_check_in(state: State) -> date | None:
    """Give the day of the next check-in in the chosen rhythm; None where there was none yet."""
    days = [morning.day for morning in state.history.mornings if morning.day <= state.day]
    return days[-1] + timedelta(days=RESTED[state.episode.rhythm]) if days else None


def asks_anew(before: State, check_in: CheckIn | Mapping[str, Any]) -> bool:
    """Tell whether a check-in with pain raises the question of a new episode: after an end, or long silence.

    Args:
        before: as it was before the check-in.
        check_in: what was told.

    """
    said = check_in if isinstance(check_in, Mapping) else said_of(check_in)
    has_pain = any(said.get(field) is not None for field in ("leg", "site"))
    # After silence it is asked once, at the first check-in of the day.
    is_first = before.today.check_in is None or before.episode.is_closed(before.day)
    return has_pain and is_first and is_asked_anew(before.diary, before.day)


def _answered_on(state: State) -> date | None:
    """Give the last day on which the patient said how to go on with this episode."""
    marks = (mark for mark in state.diary.episode_marks if mark.start == state.episode.start)
    return max((mark.day for mark in marks if mark.rhythm and mark.day <= state.day), default=None)


def _refuse_closed(state: State) -> None:
    if state.episode.is_closed(state.day):
        raise EpisodeClosed(day=state.episode.end)


def _mark(companion: Companion, state: State, **changed: Any) -> EpisodeMark:  # noqa: ANN401 - its fields
    """Keep one more mark of this episode, which says the same as the last one but for ``changed``."""
    old, diary = state.episode.mark, companion.diary
    if old is not None and old.day > state.day:
        # What is told about an earlier day is still the last word.
        diary = diary.on(old.day)
    known = said_of(old) if old else {"start": state.episode.start}
    new = diary.draft(EpisodeMark, **{**known, **changed})
    diary.add(new)
    return new


def _refuse_words_before(state: State, onset: date | None) -> None:
    first = _first_word(state)
    if onset is not None and first is not None and onset - first > MONTH:
        raise WordsBefore(first=first, day=onset)


def _moved(state: State, onset: date | None) -> tuple[EpisodeMark, ...]:
    """Move the beginning of this episode to where an onset lies that its marks are not near."""
    mark = state.episode.mark
    if mark is None or onset is None or abs(onset - mark.start) <= MONTH:
        return ()
    if len(state.episodes) > 1 and onset <= state.episodes[-2].start:
        raise BeginsTooEarly(began=state.episodes[-2].start)
    first = _first_word(state)
    start = min(onset, first) if first else onset
    marks = (one for one in state.diary.episode_marks if one.start == mark.start)
    return tuple(replace(one, rev=one.rev + 1, saved=None, start=start) for one in marks)


def _first_word(state: State) -> date | None:
    days = (day for day, said in state.history.days.items() if day in state.episode and said.is_word)
    return min(days, default=None)
