"""Episodes: a herniation is a round of the illness, with a beginning, and for most with an end.

Which days belong together follows from what was said: the marks of episodes and, where there is none, the
onset in the profile. Nothing of it is kept anywhere else, so what is corrected counts for all days.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ryggkompis.domain.base.scales import Ended, Rhythm
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark, standing
from ryggkompis.domain.journal.history import History

ANOTHER_ROUND: Final = 30
"""Days by which an onset must be later than the first word of a diary to be that of another round."""
REMEMBERED: Final = 35
"""Days before an episode that its first plan must know: what the rules look back on (28 days, and a week)."""
SILENT: Final = 90
"""Days without a word after which it is asked whether this is a new round."""
RESTED: Final[Mapping[Rhythm, int]] = {"daily": 1, "twice": 3, "monthly": 28}
"""Days from one check-in to the next; a convention."""
ONE_DAY: Final = timedelta(days=1)


class Episode(Value):
    """One round of the illness."""

    start: date
    """The first day: the onset, or the first word where that is not known."""
    onset: date | None
    """When the pain began; None where nobody told."""
    last: date | None = None
    """The last day that belongs to it, where it is over or another began."""
    mark: EpisodeMark | None = None
    """What the patient told of it as a whole; None for days that came before any mark."""
    is_overlapped: bool = False
    """The next one began before the day on which this one was closed."""

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.last is None or day <= self.last)

    @property
    def name(self) -> date:
        """The day by which its marks name it; words told later may lie before that."""
        return self.mark.start if self.mark else self.start

    def is_closed(self, day: date) -> bool:
        """Tell whether the patient has closed it by ``day``."""
        return self.end is not None and self.end <= day

    def week(self, day: date) -> int | None:
        """Count the weeks since the pain began, from 1; None where that is unknown or lies ahead."""
        return None if self.onset is None or self.onset > day else (day - self.onset).days // 7 + 1

    @property
    def end(self) -> date | None:
        """The day on which the patient closed it; an end before the beginning is none."""
        end = self.mark.end if self.mark else None
        return None if end is None or end < self.start else end

    @property
    def ended(self) -> Ended | None:
        """How it ended, in the patient's choice of words."""
        return self.mark.ended if self.mark and self.end else None

    @property
    def rhythm(self) -> Rhythm:
        """How often the patient wants to be asked."""
        return (self.mark.rhythm if self.mark else None) or "daily"

    @property
    def rests(self) -> int:
        """Days from one check-in to the next that the patient chose; 1 where every day."""
        return RESTED[self.rhythm]


def episodes(history: History, until: date) -> tuple[Episode, ...]:
    """List the episodes that had begun on ``until``, oldest first: at least one, and no two overlap."""
    profile, first = history.profile(until), history.first
    found = tuple(_told(history.episode_marks, profile, first, until)) or (_implicit(history, until),)
    if first is not None and first < found[0].start:
        found = (_unmarked(history, first, found[0].start), *found)
    return (*(_cut(*both, history) for both in pairwise(found)), _closed(found[-1]))


def episode_on(history: History, day: date) -> Episode:
    """Give the latest episode that had begun on ``day``."""
    return episodes(history, day)[-1]


def days_of_episode(history: History, day: date) -> History:
    """Give what was said of the latest episode that had begun on ``day``, and who it was for."""
    return history.within(episode_on(history, day).start)


def begins(history: History, day: date) -> date:
    """Give the day from which the plan of ``day`` is folded: that of its episode, or of one close before it.

    Rules look back on days, not on episodes: an episode that began while the one before was still talked of
    goes on from where that one left the patient.
    """
    first = day
    for episode in reversed(episodes(history, day)):
        first = min((said for said in history.days if episode.start <= said < first), default=first)
        if not any(first - ONE_DAY * n in history.days for n in range(1, REMEMBERED + 1)):
            break
    return first


def needed_since(history: History, day: date) -> date | None:
    """Give the first day that the plan of ``day`` looks at, from the marks of episodes alone.

    None where no mark tells; then every day may matter.
    """
    start = max((mark.start for mark in history.episode_marks if mark.start <= day), default=None)
    return None if start is None else start - ONE_DAY * REMEMBERED


def is_cut_short(history: History, day: date, since: date) -> bool:
    """Tell whether the plan of ``day`` goes on from an episode before, of which more than this is needed."""
    return begins(history, day) < since + ONE_DAY * REMEMBERED


def is_asked_anew(history: History, day: date) -> bool:
    """Tell whether it is to be asked if a new round has begun: after a closed episode, or long silence."""
    earlier = max((said for said in history.days if said < day), default=None)
    if earlier is None:
        return False
    if episode_on(history, day).is_closed(day):
        return True
    # Whoever has begun one, or let the old one go on, after the silence has answered.
    is_said = any(mark.day > earlier and mark.operated is None for mark in history.episode_marks)
    # A day that cannot be read is not a silent one.
    last = max((*history.unread(earlier, day - ONE_DAY), earlier))
    return (day - last).days > SILENT and not is_said


def told_of(
    marks: Sequence[EpisodeMark], profile: Profile | None, first: date | None, day: date
) -> Episode | None:
    """Give the latest episode told of that had begun on ``day``; ``first`` is the first day of the diary."""
    told = tuple(_told(marks, profile, first, day)) if marks else ()
    return told[-1] if told else None


def _told(
    marks: Sequence[EpisodeMark], profile: Profile | None, first: date | None, until: date
) -> Iterator[Episode]:
    """Take the marks in the order of their beginnings; of two for one day the later one stands."""
    by_start = standing(mark for mark in marks if mark.start <= until)
    begun = {mark.start for mark in marks if mark.is_beginning}
    for n, start in enumerate(sorted(by_start)):
        told = _marked(by_start[start], profile)
        if n == 0 and start not in begun and first is not None:
            # Nobody said that it began: what was told later of the weeks before is of the same round.
            told = replace(told, start=first if 0 <= (start - first).days <= ANOTHER_ROUND else start)
        # That it was closed, or is asked about less often, says nothing of when the pain began.
        is_named = start in begun and start != first
        is_unknown = not is_named and (profile is None or profile.onset is None)
        yield replace(told, onset=None) if is_unknown else told
    onset = profile.onset if profile else None
    if by_start and onset is not None and onset <= until:
        last = by_start[max(by_start)]
        is_over = last.start not in begun if last.end is None else last.end < onset
        if is_over and (onset - last.start).days > ANOTHER_ROUND:
            # What is told late of an old round does not take the place of the one that goes on.
            yield Episode(onset, onset)


def _marked(mark: EpisodeMark, profile: Profile | None) -> Episode:
    """Take the profile's onset where it can only be that of this round, else the mark's own beginning."""
    onset = profile.onset if profile else None
    is_this = onset is not None and abs((onset - mark.start).days) <= ANOTHER_ROUND
    return Episode(mark.start, onset if is_this else mark.start, mark=mark)


def _implicit(history: History, until: date) -> Episode:
    """Take the profile's word for when it began; an onset soon after the first word is that of this round."""
    profile = history.profile(until)
    onset = profile.onset if profile and profile.onset and profile.onset <= until else None
    first = min(history.first or until, until)
    if onset is None or first <= onset <= first + ONE_DAY * ANOTHER_ROUND:
        return Episode(first, onset)
    return Episode(onset, onset)


def _unmarked(history: History, first: date, until: date) -> Episode:
    """Make one episode of the days before any that was told of."""
    profile = history.profile(until - ONE_DAY)
    onset = profile.onset if profile and profile.onset and profile.onset < until else None
    return Episode(min(first, onset or first), onset)


def _cut(episode: Episode, following: Episode, history: History) -> Episode:
    """End an episode where the next begins."""
    end, before = episode.end, following.start - ONE_DAY
    said = max((day for day in history.days if episode.start <= day <= before), default=episode.start)
    if end is None:
        return replace(episode, last=said)
    return replace(episode, last=min(end, before), is_overlapped=end > before)


def _closed(episode: Episode) -> Episode:
    return replace(episode, last=episode.end)
