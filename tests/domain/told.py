"""What a patient said, judged by the words of the specification (clinical-3, 4.3), not by the engine.

Every list has one place a day, from the first day of the life to the last. None is unknown.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Final, Literal, TypeAlias, TypeVar

from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.scales import DAILY_LINE, SITES
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn, Evening, ExerciseDone, Profile, Programme, Walk
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History

Colour: TypeAlias = Literal["green", "yellow", "red"]
Morning: TypeAlias = Literal["calm", "worse", "much worse"]
T = TypeVar("T", int, bool)

LADDER: Final[dict[int, tuple[int, ...]]] = {
    -2: (1, 1, 1, 1), -1: (2, 2, 2, 2), 0: (3, 3, 3, 3), 1: (4, 4, 3, 3), 2: (4, 4, 4, 4), 3: (5, 5, 4, 4),
    4: (6, 5, 5, 4), 5: (7, 6, 5, 4), 6: (9, 8, 7), 7: (11, 8, 7), 8: (14, 7, 7), 9: (18, 7, 6),
    10: (22, 6, 6), 11: (26, 6, 5), 12: (30, 5, 5),
}  # fmt: skip
"""The ladder of clinical 4.2 with its two rungs below L0."""
HEALS: Final = 84
"""Days for which an operation is asked about."""
MINUTES: Final = {level: sum(walks) for level, walks in LADDER.items()}
GRAVER: Final = {"none": 0, "less": 1, "same": 2, "more": 3, "better": 0, "worse": 3}


def worst(said: Iterable[T | None]) -> T | None:
    """Several check-ins on one day: the worst known value of each question counts (2.3)."""
    return max((one for one in said if one is not None), default=None)


def colour_of(walk: Walk, base: float | None) -> Colour | None:
    """How the leg took one walk; without any answer it is unknown."""
    peak, settled, down = walk.peak_leg, walk.settled, walk.further_down
    if peak is None and settled is None and down is None:
        return None
    rise = None if peak is None or base is None else peak - base
    if not down and (settled or 0) <= 60 and base is None and peak is not None and peak >= 3:
        return None
    if down or (rise is not None and (rise >= 3 or (peak is not None and peak > 5 and rise >= 2))):
        return "red"
    if (settled or 0) > 60 or (rise is not None and peak is not None and rise >= 1.5 and peak >= 4):
        return "yellow"
    return "green"


def is_answered(walk: Walk) -> bool:
    """Something was said of how the leg took the walk, if only what cannot be judged."""
    return any(said is not None for said in (walk.peak_leg, walk.settled, walk.further_down))


class Told:
    """A life, day by day, as it was told."""

    def __init__(self, history: History, flags: RedFlags, first: date, last: date) -> None:
        self.history, self.flags = history, flags
        self.days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        said: list[Day] = [history[day] for day in self.days]
        checks = [day.all(CheckIn) for day in said]
        self.silent = [not one for one in checks]
        self.first_at = [one[0].at if one else None for one in checks]
        self.leg = [worst(c.leg for c in one) for one in checks]
        self.back = [worst(c.back for c in one) for one in checks]
        self.site = [worst(SITES.index(c.site) if c.site else None for c in one) for one in checks]
        self.numb = [worst(GRAVER[c.numb] if c.numb else None for c in one) for one in checks]
        self.compared = [worst(GRAVER[c.morning] if c.morning else None for c in one) for one in checks]
        evenings = [any(e.flare for e in day.all(Evening)) for day in said]
        self.flare = [
            any(c.flare for c in one) or (n > 0 and evenings[n - 1]) for n, one in enumerate(checks)
        ]
        self.walks = [day.all(Walk) for day in said]
        self.exercises = [day.all(ExerciseDone) for day in said]
        none = [any(e.walked is False for e in day.all(Evening)[-1:]) for day in said]
        self.walked = [
            sum(w.minutes for w in walks) if walks or rested else None
            for walks, rested in zip(self.walks, none, strict=True)
        ]
        self.base_leg = [self._usual(self.leg, n) for n in range(len(self.days))]
        self.base_back = [self._usual(self.back, n) for n in range(len(self.days))]
        self.morning = [self._morning(n) for n in range(len(self.days))]
        self.colour = [self._colour(n) for n in range(len(self.days))]
        self.profile = self._standing(Profile)
        self.programme = self._standing(Programme)
        self.locked_on: set[int] = set()
        """Days on which something locked, also where somebody looked at it the same day."""
        self.lock, self.soft, self.listed = self._gate()

    def is_worse(self, n: int) -> bool:
        """The morning was worse or much worse."""
        return self.morning[n] in {"worse", "much worse"}

    def is_locked(self, n: int) -> bool:
        """Something locked, if only until somebody looked at it the same day."""
        return bool(self.lock[n]) or n in self.locked_on

    def is_unclear(self, n: int) -> bool:
        """Walks were answered, and nothing is known of what they rose from: they may have been red."""
        return self.colour[n] is None and any(map(is_answered, self.walks[n]))

    def recent(self, values: Sequence[T | None], n: int, days: int) -> list[T]:
        """The known values of the ``days`` up to and with day ``n``."""
        return [one for one in values[max(0, n - days + 1) : n + 1] if one is not None]

    @staticmethod
    def _usual(values: Sequence[int | None], n: int) -> float | None:
        known = [one for one in values[max(0, n - 28) : n] if one is not None][-7:]
        return median(known) if len(known) >= 3 else known[0] if known else None

    def _morning(self, n: int) -> Morning | None:
        leg, back, site, base = self.leg[n], self.back[n], self.site[n], self.base_leg[n]
        before = self.recent(self.site, n - 1, 7) or self.recent(self.site, n - 1, 28)[-1:]
        down = min((site - one for one in before), default=0) if site is not None else 0
        up = leg - base if leg is not None and base is not None else None
        sore = back - self.base_back[n] if back is not None and self.base_back[n] is not None else 0  # type: ignore[operator]
        if self.numb[n] == GRAVER["more"] or down >= 2 or (up is not None and up >= 3 and (leg or 0) >= 4):
            return "much worse"
        if self._moved_up(n):
            return "calm"
        said_worse = self.compared[n] == GRAVER["worse"] and (up is None or up >= 1)
        if down >= 1 or said_worse or sore >= 3 or (up is not None and up >= 2 and (leg or 0) >= 3):
            return "worse"
        return None if leg is None and self.compared[n] is None else "calm"

    def _moved_up(self, n: int) -> bool:
        """P1: drawn back towards the spine, the leg not higher, the back two higher at most."""
        site, leg, back = (self.recent(v, n - 1, 28)[-1:] for v in (self.site, self.leg, self.back))
        now = self.site[n], self.leg[n], self.back[n]
        if not site or not leg or now[0] is None or now[1] is None:
            return False
        sore = now[2] - back[0] if back and now[2] is not None else 0
        return now[0] < site[0] and now[1] <= leg[0] and sore <= 2

    def _colour(self, n: int) -> Colour | None:
        """One red walk makes a red day; half of the answered walks yellow a yellow one."""
        leg = self.leg[n] if self.leg[n] is not None else self.base_leg[n]
        colours = [colour_of(walk, leg if leg is not None else None) for walk in self.walks[n]]
        answered = [one for one in colours if one]
        if "red" in answered:
            return "red"
        if answered:
            return "yellow" if 2 * answered.count("yellow") >= len(answered) else "green"
        if not self.walks[n] or any(map(is_answered, self.walks[n])):
            return None
        after = next((m for m in self.morning[n + 1 : n + 4] if m), None)
        return None if after is None else "green" if after == "calm" else "yellow"

    def _standing(self, kind: type[Profile] | type[Programme]) -> list[object | None]:
        """What stands on each day, also where it was said before the first."""
        said = self.history.profiles if kind is Profile else self.history.programmes
        return [next((e for e in reversed(said) if e.day <= day), None) for day in self.days]

    def _gate(self) -> tuple[list[frozenset[str]], list[frozenset[str]], list[bool]]:
        """What locks each day, what is soft that day, and whether the questions were answered as asked."""
        gate = _Gate(self.history, self.flags)
        first = self.days[0]
        found: list[tuple[frozenset[str], frozenset[str], bool]] = []
        for day in days_between(min(self.history.first or first, first), self.days[-1]):
            locked, soft = gate.on(self.history[day])
            if day >= first:
                n = len(found)
                self.locked_on |= {n} if locked else set()
                watchful = self.is_worse(n) or self.flare[n]
                listed = bool(self.history[day].all(Gate)) and not gate.is_due(day, watchful=watchful)
                found.append((frozenset(gate.held), soft, listed))
        locks, softs, lists = zip(*found, strict=True)
        return list(locks), list(softs), list(lists)


class _Gate:
    """Follows the answers from the very first day: nothing of them ends with an episode."""

    def __init__(self, history: History, flags: RedFlags) -> None:
        self._history, self._flags = history, flags
        self._marks = history.all(EpisodeMark)
        self.held: set[str] = set()
        self._numb = 0
        self._last_full: date | None = None

    def on(self, day: Day) -> tuple[bool, frozenset[str]]:
        """Take in a day; tell whether it locked, if only for some hours, and what is soft."""
        locked, soft = False, set[str]()
        # D3: the third morning in a row with more numbness holds as MOT2 does.
        numb = worst(GRAVER[c.numb] if c.numb else None for c in day.all(CheckIn))
        if numb is not None:
            self._numb = self._numb + 1 if numb == GRAVER["more"] else 0
            self.held |= {"MOT2"} if self._numb >= 3 else set()
        for entry in day.entries:
            if isinstance(entry, Clearance):
                self.held.clear()
                self._numb = 0
            elif isinstance(entry, Gate):
                if entry.scope == "full":
                    self._last_full = day.day
                    self.held -= {DAILY_LINE}
                yes = {flag for flag, answer in entry.answers.items() if answer != "no"}
                mild = {flag for flag in yes if self._is_mild(flag, day.day)}
                self.held |= yes - mild
                locked |= bool(self.held)
                soft |= mild
        return locked, frozenset(soft)

    def _is_mild(self, id_: str, day: date) -> bool:
        """CAN2 alone is soft, and red after cancer (2.2)."""
        flag = self._flags.flag(id_)
        profiles = [one for one in self._history.all(Profile) if one.day <= day]
        had_cancer = bool(profiles) and profiles[-1].had_cancer is True
        return flag is not None and flag.lock == "soft" and not (id_ == "CAN2" and had_cancer)

    def is_due(self, day: date, *, watchful: bool) -> bool:
        """The whole list: at first, weekly, on a flare or a worse morning, and after an operation."""
        if self._last_full is None:
            return True
        since = (day - self._last_full).days
        operated = [
            e.operated for e in self._marks if e.day <= day and e.operated is not None and e.operated <= day
        ]
        heals = [one for one in operated if self._last_full < one and (day - one).days < HEALS]
        return since >= 7 or (watchful and since > 0) or bool(heals)
