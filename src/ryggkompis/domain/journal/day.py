"""One day of the journal: everything that was said about it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar

from ryggkompis.domain.base.scales import SITES, VERSUS, Because, Numb
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.entries import (
    WALK,
    Adjustment,
    CheckIn,
    ComfortDone,
    Entry,
    Evening,
    ExerciseDone,
    PositionChange,
    Profile,
    Programme,
    Walk,
)
from ryggkompis.domain.journal.gate import Gate

AnEntry = TypeVar("AnEntry", bound=Entry)
WORDS: Final = frozenset({CheckIn, Walk, ExerciseDone, Evening})
"""Kinds of entries by which a day is spoken of."""
WORSENING: Final[tuple[Numb, ...]] = ("none", "less", "same", "more")
"""Answers about numbness by rising concern."""


def worst_of(said: Sequence[CheckIn]) -> CheckIn:
    """Make one check-in of several of a day, oldest first: of each answer the worst that is known."""
    return replace(
        said[-1],
        at=said[0].at,
        leg=max((c.leg for c in said if c.leg is not None), default=None),
        back=max((c.back for c in said if c.back is not None), default=None),
        site=max((c.site for c in said if c.site is not None), key=SITES.index, default=None),
        numb=max((c.numb for c in said if c.numb is not None), key=WORSENING.index, default=None),
        morning=max((c.morning for c in said if c.morning is not None), key=VERSUS.index, default=None),
        sleep_wakes=max((c.sleep_wakes for c in said if c.sleep_wakes is not None), default=None),
        flare=max((c.flare for c in said if c.flare is not None), default=None),
    )


def is_smaller_plan(said: Adjustment) -> bool:
    """Tell whether the patient takes the smaller plan that was offered, rule D12."""
    return said.adjust == "easier" and said.exercise == WALK


class Day(Value, dict=True):
    """Everything said about one day, in the order in which it happened."""

    day: date
    entries: tuple[Entry, ...] = ()

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Any, ...]]:
        found: dict[type, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(type(entry), []).append(entry)
        return {kind: tuple(said) for kind, said in found.items()}

    def all(self, kind: type[AnEntry]) -> tuple[AnEntry, ...]:
        """Give the day's entries of one kind."""
        return self._by_kind.get(kind, ())

    def _latest(self, kind: type[AnEntry]) -> AnEntry | None:
        said = self._by_kind.get(kind)
        return said[-1] if said else None

    @cached_property
    def check_in(self) -> CheckIn | None:
        """The morning's check-in; of several the worst known answers, since a better hour undoes nothing."""
        said = self._by_kind.get(CheckIn)
        if not said:
            return None
        return said[0] if len(said) == 1 else worst_of(said)

    @property
    def evening(self) -> Evening | None:
        """The evening's answers."""
        return self._latest(Evening)

    @property
    def profile(self) -> Profile | None:
        """The profile given that day."""
        return self._latest(Profile)

    @property
    def programme(self) -> Programme | None:
        """The therapist's programme given that day."""
        return self._latest(Programme)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """Every answer to the safety questions."""
        return self.all(Gate)

    @property
    def walks(self) -> tuple[Walk, ...]:
        """Walks."""
        return self.all(Walk)

    @property
    def exercises(self) -> tuple[ExerciseDone, ...]:
        """Exercises that were done, or begun."""
        return self.all(ExerciseDone)

    @property
    def exercises_done(self) -> tuple[ExerciseDone, ...]:
        """Those of which a set was done at least."""
        return tuple(one for one in self.exercises if not one.is_only_begun)

    @property
    def comforts(self) -> tuple[ComfortDone, ...]:
        """Relief positions and heat."""
        return self.all(ComfortDone)

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """Where the patient chose to do less."""
        return self.all(Adjustment)

    @property
    def is_minimum(self) -> bool:
        """The patient called it a bad day: the minimum version counts."""
        return any(adjustment.adjust == "minimum" for adjustment in self.adjustments)

    @property
    def takes_smaller_plan(self) -> bool:
        """The patient takes the smaller plan that was offered, rule D12."""
        return any(is_smaller_plan(one) for one in self.adjustments)

    @property
    def less_because(self) -> Because | None:
        """Why less was walked than planned, in the patient's own choice of words."""
        return next((one.because for one in reversed(self.adjustments) if one.because), None)

    @property
    def is_word(self) -> bool:
        """The patient told something about the day: a check-in, or what was done or how it went."""
        return not WORDS.isdisjoint(self._by_kind)

    @property
    def is_flare(self) -> bool:
        """The patient called it a flare, in the morning or the evening."""
        said = (self.check_in.flare if self.check_in else None, self.evening.flare if self.evening else None)
        return True in said

    @property
    def position_changes(self) -> int:
        """How many changes of position were logged."""
        return len(self.all(PositionChange))

    @property
    def walked(self) -> int:
        """Minutes walked; 0 means that no walk was logged, which is not the same as none taken."""
        return sum(walk.minutes for walk in self.walks)

    @property
    def known_minutes(self) -> int | None:
        """Minutes walked, where they are known: walks were logged, or asked, the patient said none."""
        if self.walks:
            return self.walked
        return 0 if self.evening is not None and self.evening.walked is False else None
