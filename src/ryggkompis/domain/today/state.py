"""Everything a page shows, computed once from the entries."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Profile, Walk
from ryggkompis.domain.journal.episodes import ONE_DAY, REMEMBERED, Episode, days_of_episode, episodes
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.operation import Operation, operation_on
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.plan.plan import Plan, planned_minutes
from ryggkompis.domain.plan.safety import GateDay
from ryggkompis.domain.plan.tapering import RARE_CHECK_IN


class State(Value, dict=True):
    """What is known and decided on one day."""

    day: date
    history: History
    """What was said of this episode."""
    diary: History
    """What the plan needs, of every episode; all that was said stands in the diary of ``whole``."""
    plan: Plan
    gate: GateDay
    catalogue: Catalogue
    flags: RedFlags
    problems: tuple[Problem, ...] = ()
    """What could not be read; everything else is here."""
    opens: Callable[[], History] | None = None
    """Opens every day there is; None where the history has them all."""

    @cached_property
    def whole(self) -> "State":
        """The same with every day in its diary, opened when first asked for: what a plan needs is less."""
        if self.opens is None:
            return self
        diary = self.opens()
        return replace(self, history=days_of_episode(diary, self.day), diary=diary, opens=None)

    @property
    def today(self) -> Day:
        """What has been said today."""
        return self.history[self.day]

    @cached_property
    def profile(self) -> Profile | None:
        """Who the plan is for."""
        return self.history.profile(self.day)

    @property
    def is_in_doubt(self) -> bool:
        """Whether a safety answer may stand in what could not be read."""
        return bool(self.diary.in_doubt)

    @property
    def is_new(self) -> bool:
        """Whether nobody has answered the first questions; an answer may stand in what could not be read."""
        return not self.history.profiles and not self.is_in_doubt

    @cached_property
    def unread(self) -> frozenset[date]:
        """The days of this episode, up to the day shown, of which not all could be read."""
        return self.history.unread_until(self.day)

    @property
    def week(self) -> int | None:
        """Which week since the pain began, from 1; unknown without an onset, no more when it is over."""
        return None if self.episode.is_closed(self.day) else self.episode.week(self.day)

    @cached_property
    def episodes(self) -> tuple[Episode, ...]:
        """Every episode that had begun, oldest first; the last one is this."""
        return episodes(self.diary, self.day)

    @property
    def episode(self) -> Episode:
        """The round of the illness that is spoken of."""
        return self.episodes[-1]

    @cached_property
    def lately(self) -> History:
        """The last five weeks, of whatever episode: what is usual, rests and yesterday count days."""
        return self.diary.within(self.day - ONE_DAY * REMEMBERED)

    @cached_property
    def operation(self) -> Operation | None:
        """The latest operation on the back, of whatever episode."""
        return operation_on(self.diary.episode_marks, self.day)

    @property
    def seems_worse(self) -> bool:
        """Whether the whole safety list is asked because of how today is."""
        return self.plan.watchful

    @property
    def has_just_answered(self) -> bool:
        """Whether the whole safety list was answered today, and no check-in has come after it."""
        return self.gate.last_full == self.day and self.today.check_in is None

    @property
    def is_strength_due(self) -> bool:
        """Whether strength is tried before the whole list: when a week has passed, never on a bad day."""
        if self.plan.is_excluded and self.gate.wound is not None:
            # What is tried after an operation is for whoever operated to say.
            return False
        if self.gate.last_full is None or self.gate.lock or self.seems_worse or self.today.is_minimum:
            return False
        return self.gate.is_full_list_due(worse=False)

    def is_check_in_spared(self, review_day: Weekday) -> bool:
        """Tell whether nobody asks for a check-in today: it is steady, and there was one not long ago."""
        plan, days = self.plan, RARE_CHECK_IN if self.plan.is_monthly_enough else WEEK
        is_day = WEEKDAYS[self.day.weekday()] == review_day and not plan.is_monthly_enough
        if not plan.is_weekly_enough or is_day:
            return False
        return any(self.lately[self.day - timedelta(days=n)].check_in is not None for n in range(days))

    @cached_property
    def walks_left(self) -> tuple[int, ...]:
        """The planned walks not yet taken; each walk logged today stands for the next one on the list."""
        return self.plan.walks[len(self.today.all(Walk)) :]

    @cached_property
    def planned_minutes(self) -> dict[date, int]:
        """Minutes of walking that were planned for each day up to this one; worked out when first asked."""
        return dict(planned_minutes(self.day, self.diary, self.catalogue, self.flags))

    @cached_property
    def exercises_done(self) -> frozenset[str]:
        """Ids of the exercises of which at least a set was logged today."""
        return frozenset(done.exercise for done in self.today.exercises_done)
