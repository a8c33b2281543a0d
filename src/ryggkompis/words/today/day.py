"""What is said of one day beside its plan: what comes first, what waits, what is left, what is instead."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.journal.operation import ALONE
from ryggkompis.domain.journal.review import wish
from ryggkompis.domain.plan.concerns import SuddenRelief
from ryggkompis.domain.plan.plan import Advice
from ryggkompis.domain.today.adjusted import AdjustedPlan, adjusted
from ryggkompis.domain.today.availability import from_others
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.words.adjusting import (
    bad_day,
)
from ryggkompis.words.concerns import concern_in_short, concern_in_words
from ryggkompis.words.lines import Line
from ryggkompis.words.phases import phase_in_words, phase_name
from ryggkompis.words.programme import told_by_therapist
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.today.episode import instead_of_a_plan
from ryggkompis.words.today.own_plan import needs_own_plan, own_plan
from ryggkompis.words.today.unread import before_the_plan, held_back
from ryggkompis.words.urgent import advice_in_words, cards, must_be_checked, soft_cards

BAD_NIGHT: Final = 2
"""Times woken by pain from which on a night gets a word of kindness."""


def heading(state: State, *, brief: bool = False) -> str:
    """Say which day it is, how long it has gone on, and what it is about; ``brief`` where room is little."""
    flare, phase = state.plan.flare, state.plan.phase
    if brief:
        parts = [formats.weekday_day(state.day)]
        if state.week is not None:
            parts.append(formats.week_of(state.week))
        if not state.plan.is_empty:
            parts.append(_("flare-up: easing off") if flare else phase_name(phase))
        return " · ".join(parts)
    day = formats.day_heading(state.day)
    if state.week is not None:
        day = _("{day}, week {n} since it began").format(day=day, n=state.week)
    if state.plan.is_empty:
        return day
    about = _("A flare-up: we ease off.") if flare else phase_in_words(phase)
    return f"{day}. {about}"


def first(state: State, *, brief: bool = False) -> Iterator[Line]:
    """Say what comes before the plan: what is worth a talk, and what is enough on a bad day.

    Args:
        state: of the day.
        brief: advice is said here too, in short; its whole stands elsewhere.

    """
    yield from soft_cards(state.gate.told, state.flags)
    yield from before_the_plan(state)
    if state.gate.is_crisis:
        yield Line(_("The exercises can wait today. Somebody to talk to comes first."))
    if brief:
        yield from _advice(state.plan.advice)
    if state.today.is_minimum and not state.plan.is_empty:
        yield Line(bad_day(), "calm", act="plan_again")
    elif _wakes(state) >= BAD_NIGHT:
        yield Line(_("The night was bad. Then it is fine that the day is small."), "calm")


def _wakes(state: State) -> int:
    said = state.today.check_in
    return (said.sleep_wakes if said else None) or 0


def _advice(given: tuple[Advice, ...]) -> Iterator[Line]:
    """Say each in one line; only relief that is too sudden is said whole, for it cannot wait."""
    for advice in given:
        if isinstance(advice.reason, SuddenRelief):
            yield Line(concern_in_words(advice.reason), "advice")
        else:
            yield Line(concern_in_short(advice.reason), "advice", act="why")


def left(state: State) -> Iterator[Line]:
    """Say what is left of the day, when to change position, and what the patient wishes for the week."""
    if state.plan.is_empty:
        return
    yield Line(_left(state, adjusted(state)))
    every = change_position(state.plan.position_minutes)
    moved = state.today.position_changes
    counted = ngettext("{n} change logged.", "{n} changes logged.", moved).format(n=moved) if moved else ""
    yield Line(every, more=counted, act="moved")
    wished = wish(state.history, state.day)
    if wished:
        yield Line(_("Your wish for the week: {what}").format(what=wished))
    yield from told_by_therapist(state.plan.programme)


def in_short(state: State) -> str:
    """Say in one line how the day stands: whether it is eased, and what is left or is enough."""
    eased = [_("A flare-up: we ease off.")] if state.plan.flare else []
    stands = adjusted(state)
    return " ".join((*eased, bad_day() if stands.is_minimum else _left(state, stands)))


def change_position(minutes: int) -> str:
    """Say how often to change position."""
    return _("Change position every {n} minutes.").format(n=minutes)


def _left(state: State, stands: AdjustedPlan) -> str:
    to_walk = stands.walks[len(state.today.walks) :]
    exercises = 0 if state.gate.is_crisis else sum(one.is_left(state.today) for one in stands.exercises)
    parts = []
    if to_walk:
        walks = ngettext("{n} walk ({minutes} min)", "{n} walks ({minutes} min)", len(to_walk))
        parts.append(walks.format(n=len(to_walk), minutes=sum(to_walk)))
    if exercises:
        parts.append(exercises_counted(exercises))
    if parts:
        return _("Left today: {what}.").format(what=formats.list_of(parts))
    if stands.is_minimum:
        return _("That is enough for today, and it counts. The rest of the day is yours.")
    return _("Everything in the plan is done. The rest of the day is yours.")


def exercises_counted(n: int) -> str:
    """Count exercises."""
    return ngettext("{n} exercise", "{n} exercises", n).format(n=n)


def offer(card: LearnCard) -> Line:
    """Offer a card to read."""
    return Line(_("To read: {title}").format(title=card.title.in_(current())), mark=card.id, act="read")


def instead(state: State, *, numbers: bool = True) -> Iterator[Line]:
    """Say what stands where there is no plan: the red card, the end, or that it comes from someone else."""
    if state.plan.lock is not None:
        yield from cards(state.gate, state.flags)
        return
    watched = (one for one in state.plan.decisions if one.rule in {"NUMB", "GATE"})
    for one in watched:
        yield Line(reason_in_words(one.reason), "strong", act="check_in" if one.rule == "GATE" else None)
    if state.plan.is_unread_and_held:
        yield from held_back(state)
    elif state.plan.is_closed:
        yield from instead_of_a_plan(state, numbers=numbers)
    elif state.plan.is_excluded:
        yield from own_plan(state)


def held(state: State) -> Iterator[Line]:
    """Say beside the exercises why none of them can be started; nothing where they can."""
    if state.plan.lock is not None:
        yield Line(must_be_checked(), "alarm")
        yield Line("")
        yield Line(advice_in_words(state.flags), "strong")
        yield Line("")
        yield Line("", act="see_today")
    elif state.plan.is_held:
        yield from held_back(state)
    elif needs := from_others(state):
        why = reason_in_words(needs) if needs.exclusions == ALONE else needs_own_plan()
        yield Line(why, "warm", _("This is only to read, then."))


def what_holds(state: State) -> Iterator[Line]:
    """Say what holds the plan back and what frees it: whom to call, where it is a red flag."""
    return instead(state) if state.plan.lock else held(state)
