"""Going through today's exercises: the script of a session, and where the patient is in it."""

from collections.abc import Container, Iterator, Sequence
from math import ceil
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.scales import Response
from ryggkompis.domain.base.value import Value, replace

READY, SWITCH, REST = 5, 5, 20
"""Seconds to get ready after the key, to change side, and to rest between two sets; conventions."""
TEMPO: Final = 4
"""Seconds of one calm repetition; a convention."""
BETWEEN: Final = 3
"""Seconds between two holds of one set, to come back; a convention."""
COUNT_IN: Final = 3
"""Before each change the last seconds are counted aloud."""

StepKind: TypeAlias = Literal["start", "ready", "hold", "repeat", "own_pace", "switch", "rest", "ask"]
WORK: Final = frozenset({"hold", "repeat", "own_pace"})
PAUSES: Final = frozenset({"start", "ready", "switch", "rest"})
BEGUN: Final = 2.0
"""Seconds of work from which it has been begun."""
SideInTurn: TypeAlias = Literal["first", "second"]


class Part(Value, kw_only=True):
    """One exercise of a session, and how much of it is left."""

    id: str
    level: int
    sets: int
    """Sets of this session, 1 or more."""
    before: int = 0
    """Sets that had been done before it."""
    reps: int | None = None
    seconds: int | None = None
    """Seconds of each hold."""
    per_side: bool = False
    tempo: int = TEMPO
    """Seconds of one repetition without a hold."""
    is_own_pace: bool = False
    """Nothing is counted: metres, or as little as feels fine."""


class SessionStep(Value, kw_only=True):
    """One stretch of a session in which nothing changes but the count."""

    kind: StepKind
    part: int
    """Place of the exercise in the session."""
    set: int = 0
    """Which set it is, from 1; sets done before count."""
    side: SideInTurn | None = None
    seconds: float | None = None
    """How long it lasts; None waits for a key."""
    reps: int = 1
    hold: float = 0.0
    """Seconds of each repetition that are held."""
    ends_set: bool = False


class DoneSoFar(Value):
    """What was done of one exercise."""

    sets: int = 0
    """Whole sets, those before the session left out."""
    response: Response | None = None
    """Where the pain went; None is unknown."""
    seconds: float = 0.0
    """Time spent on it in this session."""
    is_cut_short: bool = False
    """Of one set more than ``sets``, a part was done."""

    @property
    def is_anything(self) -> bool:
        """Something of it was done, be it less than a set."""
        return self.sets > 0 or self.is_cut_short


class Session(Value):
    """Where the patient is in the script."""

    parts: tuple[Part, ...]
    script: tuple[SessionStep, ...]
    results: tuple[DoneSoFar, ...]
    at: int = 0
    gone: float = 0.0
    """Seconds of this step that have gone by."""
    more: float = 0.0
    """Seconds by which this rest was made longer."""
    looked: float | None = None
    """The moment of the last look at the clock, as seconds; None after a pause."""
    is_paused: bool = False
    has_slept: bool = False
    """It was paused by a gap or by a clock set back, not by the patient."""
    is_doubted: bool = False
    """A key has said that the pain goes down; it is asked once whether it does, and nothing counts on."""
    is_stopped: bool = False
    """The pain went down: the exercise is over for today, and this is said until a key is pressed."""

    @property
    def is_over(self) -> bool:
        """Everything was gone through."""
        return self.at >= len(self.script) and not self.is_stopped

    @property
    def step(self) -> SessionStep:
        """The step that is on; after the end the last one."""
        return self.script[min(self.at, len(self.script) - 1)]

    @property
    def part(self) -> Part:
        """The exercise that is on."""
        return self.parts[self.step.part]

    @property
    def is_read(self) -> bool:
        """Tell whether there are words to read and to answer, and nothing to do."""
        return self.is_doubted or self.is_stopped or self.is_over or self.is_asked

    @property
    def is_asked(self) -> bool:
        """Tell whether it waits for where the pain went."""
        return self.step.kind == "ask" and not (self.is_stopped or self.is_over)

    @property
    def runs(self) -> bool:
        """Tell whether the clock moves anything."""
        return not (self.waits or self.is_over) and self.step.seconds is not None

    @property
    def waits(self) -> bool:
        """Tell whether it stands still until a key is pressed, whatever step it is."""
        return self.is_paused or self.is_doubted or self.is_stopped

    @property
    def moves(self) -> bool:
        """Tell whether the patient moves to and fro now; in a hold, a rest or a pause nobody does."""
        is_moving = self.step.kind == "own_pace" or (self.step.kind == "repeat" and not self.step.hold)
        return is_moving and not self.waits

    @property
    def left(self) -> int | None:
        """Whole seconds left of the step, or of the hold that is on; None where nothing is counted."""
        step = self.step
        if step.seconds is None:
            return None
        if step.kind == "repeat" and step.hold:
            each = step.seconds / step.reps
            return max(ceil(step.hold - self.gone % each), 0)
        return max(ceil(step.seconds + self.more - self.gone), 0)

    @property
    def rep(self) -> int:
        """Which repetition it is, from 1."""
        step = self.step
        if step.seconds is None or step.reps == 1:
            return 1
        return min(int(self.gone / (step.seconds / step.reps)) + 1, step.reps)

    @property
    def is_within_set(self) -> bool:
        """Tell whether a part of the set that is on was done, and not all of it."""
        step = self.step
        if step.kind == "hold":
            return step.side == "second" or self.gone >= BEGUN
        return step.kind == "switch" or (step.kind in WORK and (step.side == "second" or self.rep > 1))

    @property
    def is_change_near(self) -> bool:
        """Tell whether the last three seconds are counted."""
        seconds = self.step.seconds
        return self.runs and seconds is not None and seconds + self.more - self.gone <= COUNT_IN

    def without(self, ids: Container[str]) -> "Session":
        """Leave out of what comes the exercises ``ids``; the one that is on goes on."""
        now = self.step.part
        comes = tuple(one for one in self.script if one.part <= now or self.parts[one.part].id not in ids)
        return self if len(comes) == len(self.script) else replace(self, script=comes)


def begin(parts: Sequence[Part], wait: int = 0) -> Session:
    """Write the script for ``parts``, at least one, and stand at its beginning.

    Each exercise begins when the patient lies, sits or stands as it begins: after ``wait`` seconds, or where
    that is 0, when a key says so.
    """
    script = tuple(step for place, part in enumerate(parts) for step in _steps(place, part, wait))
    return Session(tuple(parts), script, (DoneSoFar(),) * len(parts))


def _steps(place: int, part: Part, wait: int) -> Iterator[SessionStep]:
    first = part.before + 1
    sides: tuple[SideInTurn | None, ...] = ("first", "second") if part.per_side else (None,)
    yield SessionStep(kind="start", part=place, set=first, side=sides[0], seconds=wait or None)
    # The hand that pressed the key has to come back.
    if not (wait or _is_uncounted(part)):
        yield SessionStep(kind="ready", part=place, set=first, side=sides[0], seconds=READY)
    for n in range(first, first + part.sets):
        if n > first:
            yield SessionStep(kind="rest", part=place, set=n, seconds=REST, side=sides[0])
        for side in sides:
            if side == "second":
                yield SessionStep(kind="switch", part=place, set=n, side=side, seconds=SWITCH)
            yield _work(place, part, n, side, ends_set=side == sides[-1])
    yield SessionStep(kind="ask", part=place, set=part.before + part.sets)


def _is_uncounted(part: Part) -> bool:
    return part.is_own_pace or not (part.reps or part.seconds)


def _work(place: int, part: Part, n: int, side: SideInTurn | None, *, ends_set: bool) -> SessionStep:
    reps, hold = part.reps or 1, part.seconds or 0
    if _is_uncounted(part):
        return SessionStep(kind="own_pace", part=place, set=n, side=side, ends_set=ends_set)
    if part.reps is None:
        return SessionStep(kind="hold", part=place, set=n, side=side, seconds=hold, ends_set=ends_set)
    each = hold + BETWEEN if hold else part.tempo
    seconds = reps * each
    return SessionStep(
        kind="repeat", part=place, set=n, side=side, seconds=seconds, reps=reps, hold=hold, ends_set=ends_set
    )
