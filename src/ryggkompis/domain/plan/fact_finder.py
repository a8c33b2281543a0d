"""Follows the days of a history and gathers the facts of each morning from what was said by then."""

from collections import defaultdict, deque
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.thresholds import CONVENTIONS, Thresholds
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags, Tag
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.entries import CheckIn, ExerciseDone, Profile, Programme
from ryggkompis.domain.journal.history import Day, History
from ryggkompis.domain.plan.directions import resting_directions
from ryggkompis.domain.plan.facts import BEST_WEEK_WITHIN, SESSIONS_AT_LEVEL, WEEK, Facts
from ryggkompis.domain.plan.mornings import Morning, judge, usual_of
from ryggkompis.domain.plan.responses import Activity, day_response, exercise_response
from ryggkompis.domain.plan.safety import GateKeeper

MEAN_NEEDS: Final = 4
"""Known mornings that a weekly mean needs, else it is unknown."""
ANOTHER_TIME: Final = 28
"""Days of silence after which a new run of days begins."""
RELIEF: Final = 4
"""Points of leg pain (NRS) that are too many to lose at once without asking about strength, rule R6."""
RELIEF_DAYS: Final = 2
LEVELS: Final = range(1, 5)
"""Levels that an exercise can have."""


class FactFinder:
    """Gathers the facts of one morning after another, without a gap; the history may grow ahead of it."""

    def __init__(self, history: History, catalogue: Catalogue, flags: RedFlags, start: date) -> None:
        """Begin with the morning of ``start``, the first day with an entry or an earlier one."""
        self._history = history
        self._plain = self._catalogue = catalogue
        self._start = start
        self._keeper = GateKeeper(history, flags, start)
        self._check_ins: list[CheckIn] = []
        self._began: date | None = None
        self._profile: Profile | None = None
        self._left_out: frozenset[Tag] = frozenset()
        self._programme: Programme | None = None
        self._limits = CONVENTIONS
        # The last days, the nearest first.
        self._responses = deque([Activity.UNKNOWN] * WEEK, WEEK)
        self._mornings = deque([Morning.UNKNOWN] * WEEK, WEEK)
        self._minimum = deque([False] * WEEK, WEEK)
        self._walked: deque[int | None] = deque([None] * BEST_WEEK_WITHIN, BEST_WEEK_WITHIN)
        self._legs: deque[int | None] = deque([None] * 2 * WEEK, 2 * WEEK)
        self._done_on: defaultdict[str, deque[date]] = defaultdict(lambda: deque(maxlen=WEEK))
        self._down_on: dict[str, date] = {}
        self._at_level: defaultdict[tuple[str, int], deque[tuple[date, Activity]]] = defaultdict(
            lambda: deque(maxlen=SESSIONS_AT_LEVEL)
        )

    def on(self, day: date) -> Facts:
        """Gather what is known on the morning of ``day``; of the day itself only the morning counts."""
        today, yesterday = self._history[day], self._history[day - timedelta(days=1)]
        self._meet(today)
        before = usual_of(day, self._check_ins)
        judged = judge(today.check_in, before, self._limits.worse_leg)
        self._mornings.appendleft(judged.state)
        self._legs.appendleft(today.check_in.leg if today.check_in else None)
        self._add(yesterday, before.leg)
        silent = self._silent(today)
        if today.check_in is not None:
            self._note(today.check_in)
        legs = list(self._legs)
        return Facts(
            day=day,
            check_in=today.check_in,
            profile=self._profile,
            programme=self._programme,
            limits=self._limits,
            gate=self._keeper.on(day),
            began=(self._profile and self._profile.onset) or self._began or day,
            silent=silent,
            judged=judged,
            flare_said=_says_flare(today, yesterday),
            relief=self._relief(today),
            week=tuple(self._responses),
            mornings=tuple(self._mornings),
            walked=tuple(self._walked),
            minimum=tuple(self._minimum),
            done_on=self._done_on,
            went_down=frozenset(id_ for id_, last in self._down_on.items() if last == yesterday.day),
            at_level=self._at_level,
            excluded=self._left_out | resting_directions(day, self._down_on, self._catalogue),
            catalogue=self._catalogue,
            leg_mean=_mean(legs[:WEEK]),
            leg_mean_before=_mean(legs[WEEK:]),
        )

    def _meet(self, today: Day) -> None:
        """Note who the plan is for from today on, and what their therapist says."""
        if today.programme is not None:
            self._programme = today.programme
            self._catalogue = self._plain.with_own(today.programme.own)
        profile = today.profile
        if profile is not None:
            self._profile = profile
            self._left_out = left_out(profile.sensitivities)
            self._limits = Thresholds.of(profile.thresholds) if profile.thresholds else CONVENTIONS

    def _note(self, check_in: CheckIn) -> None:
        """Keep a check-in; after a long silence a new run of days begins."""
        last = self._check_ins[-1].day if self._check_ins else None
        if last is None or (check_in.day - last).days > ANOTHER_TIME:
            self._began = check_in.day
        self._check_ins.append(check_in)

    def _silent(self, today: Day) -> int:
        if today.check_in is not None:
            return 0
        return (today.day - (self._check_ins[-1].day if self._check_ins else self._start)).days

    def _relief(self, today: Day) -> tuple[int, int] | None:
        """Look for leg pain that fell by 4 or more within 48 hours, from morning to morning or day to day."""
        now = today.check_in.leg if today.check_in else None
        evenings = [self._history[today.day - timedelta(days=n)].evening for n in range(1, 4)]
        averages = [e.leg_avg for e in evenings if e is not None and e.leg_avg is not None]
        mornings = [c.leg for c in self._check_ins[-3:-1] if (today.day - c.day).days <= RELIEF_DAYS]
        before = max((leg for leg in mornings if leg is not None), default=None)
        if now is not None and before is not None and before - now >= RELIEF:
            return before, now
        if averages and max(averages) - averages[0] >= RELIEF:
            return max(averages), averages[0]
        return None

    def _add(self, day: Day, usual_leg: float | None) -> None:
        """Note how a day went, now that it is over."""
        self._responses.appendleft(day_response(day, usual_leg, self._limits.settles_within))
        self._walked.appendleft(day.walked if day.entries else None)
        self._minimum.appendleft(day.is_minimum)
        eased = {a.exercise for a in day.adjustments if a.adjust == "easier"}
        done: dict[str, list[ExerciseDone]] = {}
        for one in day.exercises:
            done.setdefault(one.exercise, []).append(one)
        for exercise, sessions in done.items():
            worst = max(map(exercise_response, sessions))
            levels = [one.level for one in sessions if one.level is not None]
            lowest = 0 if exercise in eased else min(levels, default=None)
            self._done_on[exercise].append(day.day)
            if worst == Activity.RED:
                self._down_on[exercise] = day.day
            for level in LEVELS:
                if lowest is None or lowest >= level:
                    self._at_level[exercise, level].append((day.day, worst))


def _mean(legs: Sequence[int | None]) -> float | None:
    known = [leg for leg in legs if leg is not None]
    return mean(known) if len(known) >= MEAN_NEEDS else None


def _says_flare(today: Day, yesterday: Day) -> bool:
    """Tell whether the patient calls it a flare, this morning or last evening."""
    morning, evening = today.check_in, yesterday.evening
    return bool((morning and morning.flare) or (evening and evening.flare))
