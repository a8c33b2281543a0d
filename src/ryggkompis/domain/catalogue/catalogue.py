"""What can be done and asked: exercises, comfort measures and red flags, as values.

The texts live in ``data/*.yaml``; ``content`` reads them into these types.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Final, Literal, TypeAlias, get_args

from msgspec import Meta

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.positions import Position

Language: TypeAlias = Literal["nb", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Sentence: TypeAlias = Annotated[str, Meta(min_length=1, max_length=1_000)]
Phase: TypeAlias = Literal["acute", "early", "build", "maintain"]
PHASES: tuple[Phase, ...] = ("acute", "early", "build", "maintain")
Tag: TypeAlias = Literal["RELIEF", "FLEX", "EXT", "NEURO", "BAL", "STR", "ROT", Position]
"""What a movement asks of the body (clinical 5.1), and the position or positions it is done in."""
Action: TypeAlias = Literal["113", "116117_now", "116117_today", "gp_days", "gp"]
"""Whom to call, most urgent first (clinical 2.1)."""
URGENCY: Final[tuple[Action, ...]] = get_args(Action)


class Words(Value, kw_only=True):
    """One text in both languages."""

    nb: Sentence
    en: Sentence

    def in_(self, language: Language) -> str:
        """Give the text in ``language``."""
        return self.nb if language == "nb" else self.en


class Level(Value, kw_only=True):
    """One step of an exercise: how much, and how."""

    sets: Annotated[int, Meta(ge=1, le=5)]
    reps: Annotated[int, Meta(ge=1, le=20)] | None = None
    """Repetitions in each set, on each side where ``per_side``."""
    seconds: Annotated[int, Meta(ge=1, le=300)] | None = None
    """How long each repetition (or the position) is held."""
    metres: Annotated[int, Meta(ge=1, le=100)] | None = None
    per_side: bool = False
    per_day: Annotated[int, Meta(ge=1, le=5)] = 1
    """Sessions a day."""
    how: Words
    """What is special about this level."""
    start: Words | None = None
    cue: Words | None = None
    figure: Figure | None = None
    positions: tuple[Position, ...] | None = None
    """Those of the exercise's tags that it is done in. Here and above, none is what the exercise says."""


class Exercise(Value, kw_only=True, rename={"start": "position"}):
    """One exercise of the catalogue (clinical 5.3); its start is called position in journals."""

    id: Annotated[str, Meta(min_length=1, max_length=20)]
    name: Words
    start: Words
    """How one gets there, and what one lies, sits or stands on."""
    purpose: Words
    cue: Words
    caution: Words
    tags: tuple[Tag, ...]
    after_waking_hours: Annotated[int, Meta(ge=0, le=12)] = 0
    """Hours after waking before it may be done; 0 is any time (invariant I8)."""
    base_leg_max: Annotated[int, Meta(ge=0, le=10)] | None = None
    """Highest usual leg pain (0-10) with which it may be planned; none is no such limit."""
    phases: Mapping[Phase, Annotated[int, Meta(ge=1, le=9)]]
    """Phase to place in that phase's plan, first places first. Exercises that share a place are alternatives:
    the first fitting one, in the order of the catalogue, is used."""
    levels: Annotated[tuple[Level, ...], Meta(min_length=1, max_length=4)]
    figure: Figure | None = None
    """How it looks; none is words alone."""


class Comfort(Value, kw_only=True):
    """One relief position, or heat (clinical 5.2)."""

    id: Annotated[str, Meta(min_length=1, max_length=20)]
    name: Words
    cue: Words
    caution: Words
    minutes: tuple[Annotated[int, Meta(ge=1, le=30)], Annotated[int, Meta(ge=1, le=30)]]
    """Shortest and longest, in minutes."""
    tags: tuple[Tag, ...]
    figure: Figure | None = None
    """How it looks; none is words alone."""


class WalkGuide(Value, kw_only=True):
    """How to walk (clinical 4.2, W1)."""

    id: str
    name: Words
    cue: Words
    caution: Words


class PhaseLimit(Value, kw_only=True):
    """How much a plan of one phase holds (clinical 5.1)."""

    most: Annotated[int, Meta(ge=1, le=9)]
    """Most exercises a day; relief positions and walks do not count."""
    minutes: Annotated[int, Meta(ge=1, le=60)]
    """Longest session, in minutes."""


class Catalogue(Value, kw_only=True, dict=True):
    """Everything that can be in a plan."""

    stop_rule: Words
    """When to stop any exercise at once."""
    stop_help: Words
    """Where the program says whom to call then."""
    phases: Mapping[Phase, PhaseLimit]
    """How much each phase's plan holds; all four phases are there."""
    walk: WalkGuide
    comfort: tuple[Comfort, ...]
    exercises: tuple[Exercise, ...]

    def exercise(self, id_: str) -> Exercise | None:
        """Find an exercise by its id, in any case of letters."""
        return self._by_id.get(id_.casefold())

    @cached_property
    def _by_id(self) -> Mapping[str, Exercise]:
        # Of several with one id the first stands: the therapist's own.
        return {exercise.id.casefold(): exercise for exercise in reversed(self.exercises)}

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of everything that can be done beside walking."""
        return (*(one.id for one in self.exercises), *(one.id for one in self.comfort))

    def relief(self, id_: str) -> Comfort | None:
        """Find a comfort measure by its id, in any case of letters."""
        return next((c for c in self.comfort if c.id.casefold() == id_.casefold()), None)

    def with_own(self, exercises: tuple[Exercise, ...]) -> "Catalogue":
        """Add a therapist's own exercises, before the others."""
        return replace(self, exercises=(*exercises, *self.exercises)) if exercises else self

    def places(self, phase: Phase) -> tuple[tuple[Exercise, ...], ...]:
        """List the places of a phase's plan in their order, each with its alternatives, best first."""
        return self._places[phase]

    @cached_property
    def _places(self) -> Mapping[Phase, tuple[tuple[Exercise, ...], ...]]:
        return {phase: tuple(self._places_of(phase)) for phase in PHASES}

    def _places_of(self, phase: Phase) -> Iterator[tuple[Exercise, ...]]:
        fitting = [e for e in self.exercises if phase in e.phases]
        for place in sorted({e.phases[phase] for e in fitting}):
            yield tuple(e for e in fitting if e.phases[phase] == place)


class RedFlag(Value, kw_only=True):
    """One safety question and what follows from it (clinical 2.2)."""

    id: Annotated[str, Meta(min_length=1, max_length=20)]
    question: Words
    action: Action
    lock: Literal["red", "soft"]
    why: Words
    """One sentence on why this must be looked at; never a diagnosis."""
    call: Words
    """Whom to call."""
    worse: Words | None = None
    """When to call a more urgent number instead."""
    together: tuple[str, ...] = ()
    """Ids of questions that mean 113 when one of them is answered yes beside this one."""
    stands: bool = False
    """What is found stays so: once examined, only whether it is worse is asked (clinical-3 2.2)."""
    unless_never: Literal["had_cancer"] | None = None
    """A fact of the profile; whoever has said no to it there is not asked this."""
    only_when: Literal["operated"] | None = None
    """A fact; who it does not fit is not asked this. An operation fits for twelve weeks."""
    names_operation: bool = False
    """Whoever was operated on lately says so on the phone."""
    red_after: Literal["had_cancer"] | None = None
    """A fact of the profile that makes a soft flag red."""
    say: Words
    """What to say on the phone."""
    source: Sentence


class StrengthCheck(Value, kw_only=True):
    """The weekly look at strength, left against right (clinical 2.3)."""

    intro: Words
    """When to leave it, and what to hold on to."""
    safe: Words
    """Asks whether it is safe to try now."""
    steps: Annotated[tuple[Words, ...], Meta(min_length=1, max_length=6)]
    """What to try, one after the other."""
    result: Words
    """Asks how it went."""
    leads_to: Annotated[tuple[str, ...], Meta(min_length=1, max_length=6)]
    """Ids of the questions put to somebody who is weaker on one side."""


class RedFlags(Value, kw_only=True):
    """All safety questions, in the order in which they are asked."""

    intro: Words
    """What "yes" means; stands above the full list."""
    daily: Words
    """The one line of every other day."""
    daily_operated: Words
    """What the one line asks besides, while an operation heals."""
    advice: Words
    """What stands on every red card."""
    worse: Words
    """When to call 113 after all; not said where that is the number already (clinical-3 2.2)."""
    abroad: Words
    """Whom to call outside Norway."""
    examined: Words
    """Asked instead, of a finding that stays and that somebody has looked at."""
    strength: StrengthCheck
    flags: tuple[RedFlag, ...]

    def flag(self, id_: str) -> RedFlag | None:
        """Find a red flag by its id, in any case of letters."""
        return next((f for f in self.flags if f.id.casefold() == id_.casefold()), None)

    def by_urgency(self, ids: Iterable[str]) -> tuple[RedFlag, ...]:
        """Give the flags of ``ids`` that are known, the most urgent first."""
        known = {flag.id for id_ in ids if (flag := self.flag(id_))}
        found = (flag for flag in self.flags if flag.id in known)
        return tuple(sorted(found, key=lambda flag: URGENCY.index(flag.action)))

    def action(self, ids: Iterable[str]) -> Action | None:
        """Tell the one thing to do for all of ``ids``; None where none of them is known.

        Numb between the legs is 116 117 by itself, and 113 beside bladder or bowels (clinical-3 2.2).
        """
        found = self.by_urgency(ids)
        named = {flag.id for flag in found}
        if any(not named.isdisjoint(flag.together) for flag in found):
            return "113"
        return found[0].action if found else None
