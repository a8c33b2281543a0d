"""The catalogue in words: one movement in full, how it stands today for one patient, and the headings."""

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from ryggkompis.domain.catalogue.catalogue import PHASES, Catalogue, Comfort, Exercise, Level, WalkGuide
from ryggkompis.domain.catalogue.tolerance import LEFT_OUT
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.journal.operation import ALONE
from ryggkompis.domain.plan.facts.responses import Activity, walk_response
from ryggkompis.domain.plan.reasons import NeedsOwnPlan
from ryggkompis.domain.today.adjusted import is_more_than_planned
from ryggkompis.domain.today.availability import (
    Availability,
    Barred,
    FromOthers,
    Heals,
    Held,
    Later,
    LeftOut,
    LegTooSore,
    NotToday,
    Planned,
    Resting,
    kept_out,
)
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.adjusting import more_than_planned
from ryggkompis.words.doses import amount, dose_in_short, range_in_full, range_in_short, when_to_stop
from ryggkompis.words.entry_names import choice_name
from ryggkompis.words.lines import Line
from ryggkompis.words.phases import phase_name
from ryggkompis.words.views import view_name

Movement: TypeAlias = Exercise | Comfort | WalkGuide


def is_held(mark: Availability | None) -> bool:
    """Tell whether an exercise is held back from this patient today."""
    return isinstance(mark, Held)


def mark_in_words(  # noqa: C901, PLR0911, PLR0912 - one line for each mark there is
    movement: Movement, mark: Availability | None, state: State
) -> str:
    """Say how a movement stands today."""
    match mark:
        case None:
            return formats.list_of([formats.minutes_short(n) for n in state.plan.walks])
        case Planned(exercise=None):
            return range_in_short(movement) if isinstance(movement, Comfort) else ""
        case Planned():
            if mark.exercise is None:
                return ""
            return _("today: {dose}").format(dose=dose_in_short(mark.exercise, state.catalogue))
        case LeftOut(because):
            return _("left out: {why}").format(why=formats.list_of([_careful(one) for one in because]))
        case Barred():
            return _("left out in your therapist's programme")
        case Heals(until):
            return _("waits until {day}, after your operation").format(day=formats.short_day(until))
        case FromOthers(needs):
            return _from_others(needs)
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


def beside_the_plan(state: State, exercise: str | None = None) -> str:
    """Say of what was just told how it stands to the plan; nothing where it is of the plan.

    Args:
        state: of the day, with what was told in it.
        exercise: the id of what was done; None for a walk.

    """
    if state.plan.is_held:
        return ""
    if _was_too_much(state, exercise):
        return _(
            "That was too much for the leg. Rest now; the rest of the day may be small. "
            "Is something numb or weak, look at the page “Urgent”."
        )
    why = held_in_words(exercise, state) if exercise else ""
    if why:
        return _(
            "This exercise is held back for you ({why}). Best leave it for now, or ask your therapist."
        ).format(why=why)
    return more_than_planned(in_flare=state.plan.flare) if is_more_than_planned(state) else ""


def _was_too_much(state: State, exercise: str | None) -> bool:
    """Tell whether what was told last was red (clinical-3 4.3)."""
    if exercise is not None:
        done = [one for one in state.today.exercises if one.exercise == exercise]
        return bool(done) and done[-1].response == "down"
    walks, morning = state.today.walks, state.today.check_in
    before = morning.leg if morning else None
    return bool(walks) and walk_response(walks[-1], before) == Activity.RED


def held_in_words(id_: str, state: State) -> str:
    """Say what holds an exercise back that is not in today's plan; nothing where nothing does."""
    found, held = state.catalogue.exercise(id_), kept_out(state, id_)
    return mark_in_words(found, held, state) if found and held else ""


def _from_others(needs: NeedsOwnPlan) -> str:
    if needs.allowed_from is not None:
        return _("waits until {day}: from then you may exercise").format(
            day=formats.short_day(needs.allowed_from)
        )
    if needs.exclusions == ALONE:
        return _("waits until whoever operated allows it")
    return _("for whoever makes your plan to say")


def _careful(sensitivity: str) -> str:
    return choice_name("sensitivities", sensitivity)


def in_full(movement: Movement, catalogue: Catalogue, today: int | None = None) -> Iterator[Line]:
    """Say all about a movement but its name and how it stands: how it is done, how much, and when not.

    Args:
        movement: an exercise, a position for rest, or the walk.
        catalogue: with the rule of when to stop.
        today: the level that is planned today; None where none is: then the first is shown.

    """
    language, cue = current(), movement.cue
    if isinstance(movement, Exercise):
        way = way_of(movement, today or 1)
        cue = way.cue
        yield from _paragraph(_("What it is good for"), movement.purpose.in_(language))
        yield from _paragraph(_("Start"), way.start.in_(language))
    yield from _paragraph(_("How"), cue.in_(language))
    if isinstance(movement, Exercise):
        yield from _paragraph(_("Levels"))
        for n, level in enumerate(movement.levels, 1):
            yield Line(level_in_words(n, level), "met" if n == today else "item")
        phases = formats.list_of([phase_name(phase) for phase in PHASES if phase in movement.phases])
        yield Line(_("Phases: {phases}.").format(phases=phases))
    if isinstance(movement, Comfort):
        yield from _paragraph(_("How long"), range_in_full(movement))
    yield from _paragraph(_("Take care"), movement.caution.in_(language))
    yield from _paragraph(_("When to stop"), when_to_stop(catalogue))
    against = when_not(movement)
    if against:
        yield from _paragraph(_("When not"))
        yield from (Line(one, "item") for one in against)


def _paragraph(title: str, text: str = "") -> Iterator[Line]:
    yield Line("")
    yield Line(title, "strong")
    yield from (Line(line) for line in text.splitlines())


def level_in_words(n: int, level: Level) -> str:
    """Say how much is done at a level, and what is special about it."""
    how = level.how.in_(current())
    return _("Level {level}: {amount}. {how}").format(level=n, amount=amount(level), how=how)


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


def grouped(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Movement, ...]]]:
    """Give the whole catalogue under headings: the walk, the relief, the exercises by their first phase."""
    yield view_name("walking"), (catalogue.walk,)
    yield relief_heading(), catalogue.comfort
    for phase in PHASES:
        first = [e for e in catalogue.exercises if next((p for p in PHASES if p in e.phases), None) == phase]
        if first:
            yield _("Exercises, {phase}").format(phase=phase_name(phase)), tuple(first)


def relief_heading() -> str:
    """Name the positions for rest, and heat."""
    return _("Relief positions and heat")
