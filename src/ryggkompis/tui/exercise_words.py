"""The catalogue in words for one patient on one day: lines of the list, and one exercise in full."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from textual.content import Content

from ryggkompis.domain.catalogue.catalogue import PHASES, Comfort, Exercise, WalkGuide, Words
from ryggkompis.domain.catalogue.tolerance import LEFT_OUT
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.today.availability import (
    Availability,
    Later,
    LeftOut,
    LegTooSore,
    NotToday,
    Planned,
    Resting,
)
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.tui.ink import lines
from ryggkompis.tui.plan_items import dose
from ryggkompis.words.entries import choice_name
from ryggkompis.words.phases import phase_name

DONE, PLANNED, OUT, OTHER = "✓", "●", "–", "·"
"""Signs of a line: done today, planned today, left out, none of these."""
_HELD: Final = (LeftOut, LegTooSore, Resting)

Movement = Exercise | Comfort | WalkGuide


def is_held(mark: Availability | None) -> bool:
    """Tell whether an exercise is held back from this patient today."""
    return isinstance(mark, _HELD)


def sign(movement: Movement, mark: Availability | None, state: State) -> str:
    """Choose the sign of a line."""
    if _is_done(movement, state):
        return DONE
    if isinstance(mark, Planned) or (isinstance(movement, WalkGuide) and state.walks_left):
        return PLANNED
    return OUT if is_held(mark) else OTHER


def _is_done(movement: Movement, state: State) -> bool:
    if isinstance(movement, WalkGuide):
        return bool(state.today.walks) and not state.walks_left
    comforts = {done.comfort for done in state.today.comforts}
    return movement.id in state.exercises_done or movement.id in comforts


def mark_in_words(  # noqa: C901, PLR0911 - one line for each mark there is
    movement: Movement, mark: Availability | None, state: State
) -> str:
    """Say how a movement stands today."""
    match mark:
        case None:
            return formats.list_of([formats.minutes_short(n) for n in state.plan.walks])
        case Planned(exercise=None):
            return _minutes(movement) if isinstance(movement, Comfort) else ""
        case Planned():
            return _("today: {dose}").format(dose=dose(mark.exercise, state)) if mark.exercise else ""
        case LeftOut(because):
            return _("left out: {why}").format(why=formats.list_of([_careful(one) for one in because]))
        case LegTooSore(most=most):
            return _("waits until the leg is usually at {n} or less").format(n=most)
        case Resting(until):
            return _("rests until {day}: the pain went down the leg").format(day=formats.short_day(until))
        case Later(phase):
            return _("later: {phase}").format(phase=phase_name(phase))
        case NotToday():
            return _("not in today's plan")
        case _ as never:
            assert_never(never)


def _careful(sensitivity: str) -> str:
    return choice_name("sensitivities", sensitivity)


def _minutes(comfort: Comfort) -> str:
    low, high = comfort.minutes
    return _("{low}–{high} min").format(low=low, high=high)


def in_full(movement: Movement, mark: Availability | None, state: State) -> Content:
    """Say all about a movement but its name: how it stands, how it is done, how much, and when not."""
    parts: list[Content | str] = []
    standing = mark_in_words(movement, mark, state)
    if standing:
        parts.append(Content.assemble((f"{sign(movement, mark, state)} {standing}", "$text-primary")))
    for title, words in _paragraphs(movement, mark, state):
        parts += ["", Content.assemble((title, "bold")), words]
    return lines(*parts)


def _paragraphs(movement: Movement, mark: Availability | None, state: State) -> Iterator[tuple[str, str]]:
    def said(words: Words) -> str:
        return words.in_(current())

    if isinstance(movement, Exercise):
        yield _("What it is good for"), said(movement.purpose)
        yield _("Start"), said(movement.position)
    yield _("How"), said(movement.cue)
    if isinstance(movement, Exercise):
        yield _("Levels"), "\n".join(_levels(movement, mark, state))
    if isinstance(movement, Comfort):
        yield _("How long"), _minutes(movement)
    yield _("Take care"), said(movement.caution)
    yield _("When to stop"), said(state.catalogue.stop_rule)
    against = when_not(movement)
    if against:
        yield _("When not"), "\n".join(f"– {one}" for one in against)


def _levels(exercise: Exercise, mark: Availability | None, state: State) -> Iterator[str]:
    today = mark.exercise.level if isinstance(mark, Planned) and mark.exercise else None
    for n, level in enumerate(exercise.levels, 1):
        amount = dose(PlannedExercise(exercise.id, n, level.sets, level.reps, level.seconds), state)
        here = PLANNED if n == today else " "
        yield f"{here} {n}  {amount}. {level.how.in_(current())}"


def when_not(movement: Movement) -> tuple[str, ...]:
    """List what keeps a movement out of a plan."""
    if isinstance(movement, WalkGuide):
        return ()
    found = [_careful(one) for one, tag in LEFT_OUT.items() if tag in movement.tags]
    if isinstance(movement, Exercise):
        if movement.base_leg_max is not None:
            found.append(_("the leg is usually above {n}").format(n=movement.base_leg_max))
        if movement.after_waking_hours:
            found.append(_("the first {n} hours after getting up").format(n=movement.after_waking_hours))
    return tuple(found)


class CatalogueLines:
    """The walk, the relief positions and the exercises by the phase they begin in, as lines of a list."""

    def __init__(self, state: State, marks: Mapping[str, Availability]) -> None:
        """List the whole catalogue as it stands with ``marks``; nothing while a lock holds."""
        self._state = state
        self.marks = marks
        self._lines: list[str | Movement] = [] if state.plan.lock is not None else list(_listed(state))

    def __len__(self) -> int:
        """Count the lines, headings included."""
        return len(self._lines)

    def __getitem__(self, at: int) -> str | Movement:
        """Give a heading or a movement."""
        return self._lines[at]

    def is_heading(self, at: int) -> bool:
        """Tell whether a line only names what follows."""
        return isinstance(self._lines[at], str)

    def pieces(self, at: int, width: int) -> tuple[tuple[str, str], ...]:
        """Word one line."""
        line = self._lines[at]
        if isinstance(line, str):
            return ((line, "heading"),)
        mark = self.marks.get(line.id)
        shape = sign(line, mark, self._state)
        look = {DONE: "good", PLANNED: "kind", OUT: "careful"}.get(shape, "muted")
        name = f" {line.name.in_(current())}"
        room = max(width - 2 - len(name) - 2, 0)
        words = mark_in_words(line, mark, self._state)
        aside = (f"  {words}", "careful" if shape == OUT else "muted") if room else ("", "")
        return ((f" {shape}", look), (name, ""), aside)


def _listed(state: State) -> Iterator[str | Movement]:
    catalogue = state.catalogue
    yield _("Walking")
    yield catalogue.walk
    yield _("Relief positions and heat")
    yield from catalogue.comfort
    for phase in PHASES:
        first = [e for e in catalogue.exercises if next((p for p in PHASES if p in e.phases), None) == phase]
        if first:
            yield _("Exercises: {phase}").format(phase=phase_name(phase))
            yield from first
