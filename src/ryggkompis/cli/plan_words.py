"""A plan in words, line by line, as it reads aloud."""

from collections.abc import Iterator
from functools import partial

from ryggkompis.cli.cards import cards, plain
from ryggkompis.domain.base.scales import BECAUSES
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.adjustments import AdjustedExercise, adjusted
from ryggkompis.services.state import State
from ryggkompis.services.walking_less import is_smaller_offered, is_why_asked
from ryggkompis.words.adjusting import as_little_as_fits, bad_day, easier_today, left_out_today
from ryggkompis.words.concerns import advice_in_words
from ryggkompis.words.doses import amount, walks_in_words
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.phases import phase_name
from ryggkompis.words.sober import decisions_in_words
from ryggkompis.words.tapering import enough_asked, often_enough
from ryggkompis.words.urgent import CRISIS, crisis_card


def plan_in_words(state: State, *, fully: bool = False) -> Iterator[str]:
    """Say what to do on the day and why, ``fully`` with all behind it; under a lock, what comes first."""
    yield _heading(state)
    yield ""
    yield from cards(state.gate, state.flags)
    if state.plan.lock is not None:
        return
    if state.plan.is_excluded and CRISIS in state.gate.lasting and CRISIS not in state.gate.soft:
        yield from plain(crisis_card(state.flags))
        yield ""
    if not state.plan.is_excluded:
        yield from _to_do(state)
    yield from _why(state)
    if fully:
        yield ""
        from ryggkompis.words.why import why_in_words

        yield from why_in_words(state.plan)


def _heading(state: State) -> str:
    said = [formats.day_heading(state.day)]
    if state.week is not None:
        said.append(_("week {n} of the course").format(n=state.week))
    if not state.plan.is_empty:
        said.append(_("flare-up") if state.plan.flare else phase_name(state.plan.phase))
    return " · ".join(said)


def _to_do(state: State) -> Iterator[str]:
    stands = adjusted(state)
    suggested = _("Suggested for the day. You decide, and you may always do less.")
    yield bad_day() if stands.is_minimum else suggested
    yield f"- {walks_in_words(stands.walks)}"
    taken = state.today.all(Walk)
    if taken:
        yield "  " + ngettext(
            "{n} walk taken, {minutes} minutes.", "{n} walks taken, {minutes} minutes.", len(taken)
        ).format(n=len(taken), minutes=sum(walk.minutes for walk in taken))
    if CRISIS in state.gate.soft:
        yield _("The exercises can wait today. Somebody to talk to comes first.")
    else:
        yield from (_exercise(one, state) for one in stands.exercises)
    if stands.comfort:
        names = [f"{id_} {exercise_name(id_, state.catalogue)}" for id_ in stands.comfort]
        yield _("- For rest: {names}.").format(names=formats.list_of(names, "or"))
    yield _("- Change position every {n} minutes.").format(n=state.plan.position_minutes)
    yield ""


def _exercise(one: AdjustedExercise, state: State) -> str:
    said = [_dose(one, state)]
    if one.adjust == "easier" and not one.is_as_little_as_fits:
        said.append(easier_today())
    if one.dose.id in state.exercises_done:
        said.append(_("done"))
    elif one.is_skipped:
        said.append(left_out_today())
    elif one.dose.not_before is not None:
        said.append(_("not before {time}").format(time=formats.clock(one.dose.not_before)))
    return " – ".join(said)


def _dose(one: AdjustedExercise, state: State) -> str:
    dose, exercise = one.dose, state.catalogue.exercise(one.dose.id)
    much = amount(exercise.levels[dose.level - 1]) if exercise else ""
    return _("- {id} {name}, level {level}: {amount}").format(
        id=dose.id,
        name=exercise_name(dose.id, state.catalogue),
        level=dose.level,
        amount=as_little_as_fits() if one.is_as_little_as_fits else much,
    )


def _why(state: State) -> Iterator[str]:
    name_of = partial(exercise_name, catalogue=state.catalogue)
    yield _("Why the day looks like this:")
    for rule, said in decisions_in_words(state.plan, name_of):
        yield f"- {said} ({rule})"
    if state.plan.advice:
        yield _("To talk over with your therapist:")
        for advice in state.plan.advice:
            yield f"- {advice_in_words(advice, state.day)} ({advice.rule})"
    yield from _asked(state)


def _asked(state: State) -> Iterator[str]:
    """Say what may be answered or chosen, and how."""
    if any(decision.rule == "GATE" for decision in state.plan.decisions):
        yield _("Answer with “ryggkompis checkin”.")
    if is_why_asked(state):
        yield _("Tell it with “ryggkompis less --because {reasons}”.").format(reasons="|".join(BECAUSES))
    if state.plan.is_enough_asked:
        yield enough_asked() + " " + _("“ryggkompis profile --enough” says so.")
    if state.plan.is_weekly_enough and state.today.check_in is None:
        yield often_enough(state.plan)
    if is_smaller_offered(state):
        yield _("“ryggkompis less --smaller” takes the smaller plan.")
