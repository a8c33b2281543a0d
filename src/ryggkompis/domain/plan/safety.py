"""The gate (clinical 2): it runs before everything, every day, whatever the pain is."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.scales import CRISIS, DAILY_LINE, NUMB_FLAG, NUMB_LOCKS
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn, Event, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.operation import Operation, Wound, operation_on, wound_on

FULL_LIST_EVERY: Final = 7
"""Days between two full lists; more often on a flare or a worse morning."""
LOOKED_AT: Final = frozenset({Gate, Clearance, Event, EpisodeMark})
"""Kinds of entries that the gate looks at, beside the mornings."""


class Lock(Value):
    """Answers that hold the plan back until somebody has been seen by a doctor."""

    flags: tuple[str, ...]
    """The most urgent first; ids that nobody knows any more come after those."""
    since: date
    latest: date
    """The day of the last of these answers: who looked before it knows nothing of it."""
    marked: tuple[str, ...] = ()
    """What was marked in a list that nobody has finished yet, the most urgent first."""

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that counts as yes: the card is about all of it."""
        return tuple(dict.fromkeys((*self.flags, *self.marked)))

    @property
    def is_unfinished(self) -> bool:
        """Tell whether finishing the list with no opens it: nothing in it has been confirmed."""
        return self.flags == (DAILY_LINE,)


def is_red(id_: str, flags: RedFlags, profile: Profile | None) -> bool:
    """Tell whether ``id_`` locks; an id that nobody knows any more locks as well."""
    flag = flags.flag(id_)
    if flag is None or flag.lock == "red":
        return True
    return flag.red_after is not None and profile is not None and profile.had_cancer is True


class GateDay(Value):
    """How the gate stands on one day."""

    day: date
    lock: Lock | None
    soft: tuple[str, ...]
    """Soft flags of the day, the most urgent first: the plan stays, a card is shown, nothing is raised."""
    answered: bool
    """Some safety question was answered today."""
    last_full: date | None
    """The last day on which the whole list was answered, with all that is asked now."""
    reopened: bool = False
    """A clearance opened a lock today: the way back is in proportion to how long it held."""
    lasting: tuple[str, ...] = ()
    """Soft flags of today or of before, not answered no since."""
    drafts: tuple[Gate, ...] = ()
    """Lists that were begun and not finished, and for which no later one was: what was marked is in them."""
    examined: Mapping[str, date] = {}
    """Findings that stay, to the day on which somebody had looked at them."""
    numb_mornings: int = 0
    """Known mornings in a row with more numbness, rule D3."""
    wound: Wound | None = None
    """An operation that is asked about and named while it heals."""
    operation: Operation | None = None
    """The latest operation on the back that had been, of whatever episode."""

    @property
    def is_crisis(self) -> bool:
        """Tell whether an answer about not wanting to live stands, of today or of before (clinical-3 2.2)."""
        return CRISIS in {*self.soft, *self.lasting}

    @property
    def told(self) -> tuple[str, ...]:
        """What is told today: its soft flags, and an answer about not wanting to live while that stands."""
        return tuple(dict.fromkeys((*((CRISIS,) if self.is_crisis else ()), *self.soft)))

    def is_full_list_due(self, *, worse: bool) -> bool:
        """Tell whether the whole list is asked: the first time, weekly, and on a flare or worse morning."""
        if self.last_full is None:
            return True
        since = (self.day - self.last_full).days
        return since >= FULL_LIST_EVERY or (worse and since > 0)

    def is_answered(self, *, worse: bool) -> bool:
        """Tell whether the safety questions were answered as fully as today asks for."""
        return self.answered and not self.is_full_list_due(worse=worse)


class GateKeeper:
    """Follows the gate through the days of a history; days are asked for in order."""

    def __init__(self, history: History, flags: RedFlags, start: date) -> None:
        """Begin with ``start``, the first day with an entry or an earlier one."""
        self._history = history
        self._flags = flags
        self._next = start
        self._profile = history.profile(start)
        self._open: dict[str, date] = {}
        self._latest: dict[str, date] = {}
        self._last_full: date | None = None
        self._lasting: dict[str, date] = {}
        self._saved: dict[str, Gate] = {}
        self._drafts: dict[str, Gate] = {}
        self._examined: dict[str, date] = {}
        self._numb = 0
        self._marks: list[EpisodeMark] = []
        self._listed: frozenset[str] = frozenset()

    def on(self, day: date) -> GateDay:
        """Tell how the gate stands on ``day`` after all that was said by then; time alone opens nothing."""
        reopened, soft, today = False, list[str](), Day(day)
        for past in days_between(self._next, day):
            reopened, soft, today = False, [], self._history[past]
            self._profile = today.profile or self._profile
            self._follow_numbness(today.check_in)
            for entry in today.entries:
                if type(entry) not in LOOKED_AT:
                    continue
                if isinstance(entry, Gate):
                    soft += self._take(entry)
                elif isinstance(entry, Clearance):
                    reopened |= bool(self._open)
                    self._clear(entry)
                elif isinstance(entry, Event) and entry.event == "visit":
                    self._examine(past, self._lasting)
                elif isinstance(entry, EpisodeMark):
                    self._marks.append(entry)
        self._next = day + timedelta(days=1)
        operation = operation_on(self._marks, day)
        wound = wound_on(operation, self._profile, day)
        return GateDay(
            day,
            self._lock(),
            self._urgent_first(soft),
            any(map(_is_of_the_day, today.gates)),
            None if wound is not None and self._is_before(wound) else self._last_full,
            reopened,
            self._urgent_first(self._lasting),
            tuple(self._drafts.values()),
            dict(self._examined),
            self._numb,
            wound,
            operation,
        )

    def _is_before(self, wound: Wound) -> bool:
        """Tell whether the last list came before the operation, or lacks what is asked after one."""
        if wound.since is not None and self._last_full is not None and self._last_full < wound.since:
            return True
        return any(flag.only_when == "operated" and flag.id not in self._listed for flag in self._flags.flags)

    def _lock(self) -> Lock | None:
        if not self._open:
            return None
        drafts = self._drafts.values()
        return Lock(
            self._urgent_first(self._open),
            min(self._open.values()),
            max([*(self._latest[flag] for flag in self._open), *(draft.day for draft in drafts)]),
            self._urgent_first(flag for draft in drafts for flag in draft.marked or ()),
        )

    def _follow_numbness(self, check_in: CheckIn | None) -> None:
        """Count mornings with more numbness; the third in a row is as a leg that gets weaker day by day."""
        if check_in is None or check_in.numb is None:
            return
        self._numb = self._numb + 1 if check_in.numb == "more" else 0
        if self._numb >= NUMB_LOCKS:
            self._open.setdefault(NUMB_FLAG, check_in.day)
            self._latest[NUMB_FLAG] = check_in.day

    def _clear(self, said: Clearance) -> None:
        """Open what somebody has looked at: not what was told only afterwards, though of an earlier day."""
        seen = [flag for flag in (*self._open, *self._lasting) if not self._is_later(flag, said)]
        self._examine(said.day, dict.fromkeys(seen, said.day))
        self._open = {flag: day for flag, day in self._open.items() if flag not in seen}
        self._drafts.clear()
        self._numb = 0

    def _is_later(self, flag: str, said: Clearance | Gate) -> bool:
        """Tell whether ``flag`` was answered yes after ``said`` was, whatever day either is about."""
        return flag in self._saved and _was_said_after(self._saved[flag], said)

    def _take(self, said: Gate) -> list[str]:
        """Take in what was answered; give what is worth a talk with a doctor and locks nothing."""
        if said.scope == "full":
            self._last_full = said.day
            self._listed = frozenset(said.answers)
            # The one line only asks whether the list is needed; the list has now been answered.
            if not self._is_later(DAILY_LINE, said):
                self._open.pop(DAILY_LINE, None)
            self._drafts = {id_: one for id_, one in self._drafts.items() if _was_said_after(one, said)}
        if said.marked is not None:
            self._drafts[said.id] = said
        positive = said.positive
        for flag in tuple(self._lasting):
            if said.answers.get(flag) == "no" and not self._is_later(flag, said):
                del self._lasting[flag]
        soft = [flag for flag in positive if not is_red(flag, self._flags, self._profile)]
        if said.saved is not None:
            self._saved |= dict.fromkeys(positive, said)
        self._latest |= dict.fromkeys(positive, said.day)
        for flag in positive:
            (self._lasting if flag in soft else self._open).setdefault(flag, said.day)
        return soft

    def _examine(self, day: date, found: Mapping[str, date]) -> None:
        """Take note of what somebody has looked at, of all that stays as it is (clinical-3 2.2)."""
        for id_ in tuple(found):
            flag = self._flags.flag(id_)
            if flag is not None and flag.stands:
                self._examined[flag.id] = day
                self._lasting.pop(id_, None)

    def _urgent_first(self, ids: Iterable[str]) -> tuple[str, ...]:
        named = dict.fromkeys(ids)
        if not named:
            return ()
        known = (flag.id for flag in self._flags.by_urgency(named))
        return (*known, *(id_ for id_ in named if self._flags.flag(id_) is None))


def _was_said_after(one: Gate, other: Gate | Clearance) -> bool:
    """Tell whether ``one`` was said after ``other``; of one second what was begun last: so do ids begin."""
    if one.saved is None or other.saved is None:
        return False
    return (one.saved, one.id) > (other.saved, other.id)


def _is_of_the_day(gate: Gate) -> bool:
    """Tell whether the day's own question was answered; a few of the list, all no, leave it unasked."""
    return gate.scope == "full" or DAILY_LINE in gate.answers or bool(gate.positive)


def gate_on(day: date, history: History, flags: RedFlags) -> GateDay:
    """Tell how the gate stands on ``day``."""
    return GateKeeper(history, flags, min(history.first or day, day)).on(day)
