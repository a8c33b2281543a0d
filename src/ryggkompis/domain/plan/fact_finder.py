"""Follows the days of a history and gathers the facts of each morning from what was said by then."""

from collections import defaultdict, deque
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.base.thresholds import CONVENTIONS, Thresholds
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags, Tag
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn, ExerciseDone, Profile, Programme
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import Episode, told_of
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.directions import resting_directions
from ryggkompis.domain.plan.facts.adherence import FORTNIGHT, WEEK, Adherence
from ryggkompis.domain.plan.facts.before import before
from ryggkompis.domain.plan.facts.facts import SESSIONS_AT_LEVEL, WALKED_DAYS, Facts
from ryggkompis.domain.plan.facts.known_mornings import KnownMornings
from ryggkompis.domain.plan.facts.let_go import LetGo, let_go
from ryggkompis.domain.plan.facts.mornings import Judgement, Morning, judge, usual_of
from ryggkompis.domain.plan.facts.responses import (
    TOLD_BY_MORNING_WITHIN,
    Activity,
    day_response,
    is_unanswered,
    sessions_response,
)
from ryggkompis.domain.plan.facts.week_finder import WeekFinder
from ryggkompis.domain.plan.safety import GateKeeper

ANOTHER_TIME: Final = 28
"""Days of silence after which a new run of days begins."""
RELIEF: Final = 4
"""Points of leg pain (NRS) that are too many to lose at once without asking about strength, rule R6."""
RELIEF_DAYS: Final = 2
LEVELS: Final = range(1, 5)
"""Levels that an exercise can have."""
ONE_DAY: Final = timedelta(days=1)


class FactFinder:
    """Gathers the facts of one morning after another, without a gap; the history may grow ahead of it."""

    def __init__(self, history: History, catalogue: Catalogue, flags: RedFlags, start: date) -> None:
        """Begin with the morning of ``start``; what was said before it holds where it reaches that far."""
        self._history = history
        self._plain = self._catalogue = catalogue
        # A lock, and what was answered for good, do not end with an episode.
        self._keeper = GateKeeper(history, flags, min(history.first or start, start))
        self._known = KnownMornings()
        self._weeks = WeekFinder()
        self._check_ins: list[CheckIn] = []
        self._usual_leg: float | None = None
        self._word_on = start
        self._began: date | None = None
        self._profile: Profile | None = None
        self._left_out: frozenset[Tag] = frozenset()
        self._programme: Programme | None = None
        self._let_go: LetGo | None = None
        self._limits = CONVENTIONS
        # The last days, the nearest first.
        self._responses = deque([Activity.UNKNOWN] * FORTNIGHT, FORTNIGHT)
        self._mornings = deque([Morning.UNKNOWN] * FORTNIGHT, FORTNIGHT)
        self._minimum = deque([False] * FORTNIGHT, FORTNIGHT)
        self._because: deque[Because | None] = deque([None] * WEEK, WEEK)
        self._walked: deque[int | None] = deque([None] * WALKED_DAYS, WALKED_DAYS)
        self._evenings: deque[int | None] = deque(maxlen=RELIEF_DAYS + 1)
        self._unanswered: list[date] = []
        self._done_on: defaultdict[str, deque[date]] = defaultdict(lambda: deque(maxlen=WEEK))
        self._down_on: dict[str, date] = {}
        self._at_level: defaultdict[tuple[str, int], deque[tuple[date, Activity]]] = defaultdict(
            lambda: deque(maxlen=SESSIONS_AT_LEVEL)
        )
        yesterday = start - ONE_DAY
        self._stands(history.profile(yesterday), history.programme(yesterday))
        self._marks = [mark for mark in history.episode_marks if mark.day < start]
        self._before = before(history, start)

    def on(self, day: date, planned: Sequence[int] = ()) -> Facts:
        """Gather what is known on the morning of ``day``; ``planned``: the minutes before, oldest first."""
        today, yesterday = self._history[day], self._history[day - ONE_DAY]
        judged = self._judge(today, yesterday, flare_word := _flare_word(today, yesterday))
        known, began = self._known.on(day, today.check_in), self._since(episode := self._episode(day), day)
        return Facts(
            day=day,
            check_in=today.check_in,
            profile=self._profile,
            programme=self._programme,
            let_go=self._let_go,
            limits=self._limits,
            gate=self._keeper.on(day),
            began=began,
            episode=episode,
            before=self._before,
            silent=self._silent(today, yesterday),
            is_unread=self._history.is_unread(day),
            checked_in=self._check_ins[-1].day if self._check_ins else None,
            judged=judged,
            flare_word=flare_word,
            relief=self._relief(today),
            responses=tuple(self._responses),
            mornings=tuple(self._mornings),
            adherence=Adherence(tuple(self._walked), tuple(planned[::-1]), tuple(self._minimum)),
            takes_smaller_plan=today.takes_smaller_plan,
            less_because=next(filter(None, self._because), None),
            done_on=self._done_on,
            went_down=frozenset(id_ for id_, last in self._down_on.items() if last == yesterday.day),
            at_level=self._at_level,
            excluded=self._left_out | resting_directions(day, self._down_on, self._catalogue),
            catalogue=self._catalogue,
            leg_mean=known.leg_mean,
            leg_week=known.leg_week,
            leg_lowest=known.leg_lowest,
            has_numbers=known.has_numbers,
            new_lows=known.new_lows,
            is_reaching=known.is_reaching,
            weeks=self._weeks.on(today, began, self._began),
        )

    def _judge(self, today: Day, yesterday: Day, flare_word: date | None) -> Judgement:
        """Compare the morning with those before, and take in what yesterday was and what this one is."""
        self._meet(today)
        before = usual_of(today.day, self._check_ins)
        judged = judge(today.check_in, before, self._limits.worse_leg)
        self._mornings.appendleft(judged.state)
        # Yesterday's walks rose from what was usual yesterday: a day later an old low may be forgotten.
        self._add(yesterday, self._usual_leg)
        self._usual_leg = before.leg
        self._answered_by_morning(judged, flare_word, today.day)
        self._note(today)
        return judged

    def _meet(self, today: Day) -> None:
        """Note who the plan is for from today on, what their therapist says, and what came in the way."""
        self._because.appendleft(today.less_because)
        before = self._programme
        self._stands(today.profile, today.programme)
        self._let_go = let_go(before, self._programme)
        self._marks += today.all(EpisodeMark)

    def _episode(self, day: date) -> Episode | None:
        return told_of(self._marks, self._profile, self._history.first, day)

    def _since(self, episode: Episode | None, day: date) -> date:
        onset = episode.onset if episode else self._profile.onset if self._profile else None
        return onset or self._began or day

    def _stands(self, profile: Profile | None, programme: Programme | None) -> None:
        if programme is not None:
            self._programme = None if programme.over else programme
            self._catalogue = self._plain.with_own(programme.own)
        if profile is not None:
            self._profile = profile
            self._left_out = left_out(profile.sensitivities)
            self._limits = Thresholds.of(profile.thresholds) if profile.thresholds else CONVENTIONS

    def _note(self, today: Day) -> None:
        """Keep the day's check-in; after a long silence a new run of days begins."""
        check_in = today.check_in
        if check_in is None:
            return
        last = self._check_ins[-1].day if self._check_ins else None
        if last is None or (check_in.day - last).days > ANOTHER_TIME:
            self._began = check_in.day
        self._check_ins.append(check_in)

    def _silent(self, today: Day, yesterday: Day) -> int:
        """Count the days since the last word: a walk that was logged is one too, from the day after on."""
        if yesterday.is_word:
            self._word_on = yesterday.day
        if today.check_in is not None or self._history.is_unread(today.day):
            # A day that cannot be read is not a silent one.
            self._word_on = today.day
            return 0
        return (today.day - self._word_on).days

    def _relief(self, today: Day) -> tuple[int, int] | None:
        """Look for leg pain that fell by 4 or more within 48 hours, from morning to morning or day to day."""
        now = today.check_in.leg if today.check_in else None
        averages = [leg for leg in self._evenings if leg is not None]
        mornings = [c.leg for c in self._check_ins[-3:-1] if (today.day - c.day).days <= RELIEF_DAYS]
        before = max((leg for leg in mornings if leg is not None), default=None)
        if now is not None and before is not None and before - now >= RELIEF:
            return before, now
        if averages and max(averages) - averages[0] >= RELIEF:
            return max(averages), averages[0]
        return None

    def _answered_by_morning(self, judged: Judgement, flare_word: date | None, day: date) -> None:
        """Let a known morning answer for the walks of the last days that nothing was said about."""
        since = day - timedelta(days=TOLD_BY_MORNING_WITHIN)
        waiting = [walked for walked in self._unanswered if walked >= since]
        if judged.state != Morning.UNKNOWN:
            is_calm = judged.state.is_calm and flare_word is None
            for walked in waiting:
                self._responses[(day - walked).days - 1] = Activity.GREEN if is_calm else Activity.YELLOW
            waiting = []
        self._unanswered = waiting

    def _add(self, day: Day, usual_leg: float | None) -> None:
        """Note how a day went, now that it is over."""
        response = day_response(day, usual_leg, self._limits.settles_within)
        self._responses.appendleft(response)
        self._walked.appendleft(day.known_minutes)
        self._minimum.appendleft(day.is_minimum)
        self._evenings.appendleft(day.evening.leg_avg if day.evening else None)
        if response != Activity.RED and is_unanswered(day):
            self._unanswered.append(day.day)
        self._add_exercises(day)

    def _add_exercises(self, day: Day) -> None:
        eased = {a.exercise for a in day.adjustments if a.adjust == "easier"}
        done: dict[str, list[ExerciseDone]] = {}
        for one in day.exercises:
            done.setdefault(one.exercise, []).append(one)
        for exercise, sessions in done.items():
            levels = [one.level for one in sessions if one.level is not None]
            lowest = 0 if exercise in eased else min(levels, default=None)
            self._done_on[exercise].append(day.day)
            if any(one.response == "down" for one in sessions):
                self._down_on[exercise] = day.day
            for level in LEVELS[:lowest]:  # they begin at 1
                response = sessions_response(sessions, self._sets(exercise, level))
                self._at_level[exercise, level].append((day.day, response))

    def _sets(self, exercise: str, level: int) -> int:
        """Count the sets of a level; of what the catalogue does not have, any is all."""
        found = self._catalogue.exercise(exercise)
        return found.levels[level - 1].sets if found and level <= len(found.levels) else 1


def _flare_word(today: Day, yesterday: Day) -> date | None:
    """Name the day that the patient calls a flare, this morning or last evening."""
    morning, evening = today.check_in, yesterday.evening
    if morning is not None and morning.flare:
        return today.day
    return yesterday.day if evening is not None and evening.flare else None
