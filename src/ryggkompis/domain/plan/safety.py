"""The gate (clinical 2): it runs before everything, every day, whatever the pain is."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.entries import CheckIn, Clearance, Gate
from ryggkompis.domain.journal.history import History

FULL_LIST_EVERY: Final = 7
"""Days between two full lists; more often on a flare or a worse morning."""

NUMB_LOCKS: Final = 3
"""Known mornings in a row with more numbness that hold the plan back, rule D3."""
NUMB_FLAG: Final = "MOT2"
"""The red flag that they count as."""


class Lock(Value):
    """Answers that hold the plan back until somebody has been seen by a doctor."""

    flags: tuple[str, ...]
    since: date


def _softly(flags: RedFlags, flag: str) -> bool:
    found = flags.flag(flag)
    return found is not None and found.lock == "soft"


def locking(gate: Gate, flags: RedFlags) -> tuple[str, ...]:
    """Name the answers that lock; an id nobody knows any more locks as well."""
    return tuple(flag for flag in gate.positive if not _softly(flags, flag))


class GateDay(Value):
    """How the gate stands on one day."""

    day: date
    lock: Lock | None
    soft: tuple[str, ...]
    """Soft flags of the day's last answers: the plan stays, a card is shown, nothing is raised."""
    answered: bool
    """Some safety question was answered today."""
    last_full: date | None
    """The last day on which the whole list was answered."""
    reopened: bool = False
    """A clearance opened a lock today: the way back is in proportion to how long it held."""
    numb_mornings: int = 0
    """Known mornings in a row with more numbness, rule D3."""

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
        self._open: dict[str, date] = {}
        self._last_full: date | None = None
        self._numb = 0

    def on(self, day: date) -> GateDay:
        """Tell how the gate stands on ``day`` after all that was said by then; time alone opens nothing."""
        reopened = False
        for past in days_between(self._next, day):
            self._follow_numbness(self._history[past].check_in)
            for entry in self._history[past].entries:
                if isinstance(entry, Clearance):
                    reopened |= past == day and bool(self._open)
                    self._open.clear()
                    self._numb = 0
                elif isinstance(entry, Gate):
                    self._take(entry)
        self._next = day + timedelta(days=1)
        gates = self._history[day].gates
        said = dict.fromkeys(flag for gate in gates for flag in gate.positive)
        soft = tuple(flag for flag in said if _softly(self._flags, flag))
        lock = Lock(tuple(self._open), min(self._open.values())) if self._open else None
        return GateDay(day, lock, soft, bool(gates), self._last_full, reopened, self._numb)

    def _follow_numbness(self, check_in: CheckIn | None) -> None:
        """Count mornings with more numbness; the third in a row is as a leg that gets weaker day by day."""
        if check_in is None or check_in.numb is None:
            return
        self._numb = self._numb + 1 if check_in.numb == "more" else 0
        if self._numb >= NUMB_LOCKS:
            self._open.setdefault(NUMB_FLAG, check_in.day)

    def _take(self, said: Gate) -> None:
        if said.scope == "full":
            self._last_full = said.day
            # The one line only asks whether the list is needed; the list has now been answered.
            self._open.pop(DAILY_LINE, None)
        for flag in locking(said, self._flags):
            self._open.setdefault(flag, said.day)


def gate_on(day: date, history: History, flags: RedFlags) -> GateDay:
    """Tell how the gate stands on ``day``."""
    return GateKeeper(history, flags, min(history.first or day, day)).on(day)
