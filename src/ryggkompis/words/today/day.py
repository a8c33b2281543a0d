"""What is said of one day beside its plan: what comes first, what waits, what is left, what is instead."""

from collections.abc import Iterator

from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.journal.operation import ALONE
from ryggkompis.domain.journal.review import is_review_due, wish
from ryggkompis.domain.journal.visits import coming_visit, untold_visit
from ryggkompis.domain.plan.concerns import SuddenRelief
from ryggkompis.domain.plan.plan import Advice
from ryggkompis.domain.today.adjusted import AdjustedPlan, adjusted
from ryggkompis.domain.today.availability import from_others
from ryggkompis.domain.today.episode import is_check_in_wanted
from ryggkompis.domain.today.state import State
from ryggkompis.domain.today.walking_less import is_smaller_offered, is_why_asked
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.words.adjusting import (
    bad_day,
    enough_asked,
    often_enough,
    smaller_is_ready,
    what_came_in_the_way,
)
from ryggkompis.words.concerns import concern_in_short, concern_in_words
from ryggkompis.words.lines import Line
from ryggkompis.words.phases import phase_name
from ryggkompis.words.programme import told_by_therapist
from ryggkompis.words.reasons import first_questions, reason_in_words
from ryggkompis.words.today.episode import as_chosen, good_end, instead_of_a_plan, look_at_once
from ryggkompis.words.today.own_plan import needs_own_plan, own_plan
from ryggkompis.words.urgent import advice_in_words, cards, must_be_checked, soft_cards


def heading(state: State, *, brief: bool = False) -> str:
    """Say which day it is, which week of the course, and its phase; ``brief`` where there is little room."""
    parts = [formats.weekday_day(state.day) if brief else formats.day_heading(state.day)]
    if state.week is not None:
        parts.append(
            formats.week_of(state.week) if brief else _("week {n} of the course").format(n=state.week)
        )
    if not state.plan.is_empty:
        parts.append(_("flare-up: easing off") if state.plan.flare else phase_name(state.plan.phase))
    return " · ".join(parts)


def first(state: State, *, brief: bool = False) -> Iterator[Line]:
    """Say what comes before the plan: what is worth a talk, and what is enough on a bad day.

    Args:
        state: of the day.
        brief: advice is said here too, in short; its whole stands elsewhere.

    """
    yield from soft_cards(state.gate.told, state.flags)
    if state.gate.is_crisis:
        yield Line(_("The exercises can wait today. Somebody to talk to comes first."))
    if brief:
        yield from _advice(state.plan.advice)
    if state.today.is_minimum and not state.plan.is_empty:
        yield Line(bad_day(), "calm", act="plan_again")


def _advice(given: tuple[Advice, ...]) -> Iterator[Line]:
    """Say each in one line; only relief that is too sudden is said whole, for it cannot wait."""
    for advice in given:
        if isinstance(advice.reason, SuddenRelief):
            yield Line(concern_in_words(advice.reason), "advice")
        else:
            yield Line(concern_in_short(advice.reason), "advice", act="why")


def waiting(state: State, review_day: Weekday) -> Iterator[Line]:
    """Invite to what is still to be told; nothing of it must be."""
    if state.today.check_in is None:
        yield from _check_in(state, review_day)
    if is_review_due(state.lately, state.day, review_day):
        more = _("Look back on it; it takes five minutes.")
        yield Line(_("How was the week?"), "strong", more, act="review")
    if is_why_asked(state):
        yield Line(what_came_in_the_way(), "strong", _("Only if you like."), act="why_less")
    if is_smaller_offered(state):
        stands = _("One step less, for four weeks or until you walk more.")
        yield Line(smaller_is_ready(), "strong", stands, act="smaller")
    if state.plan.is_enough_asked:
        yield Line(enough_asked(), "strong", act="enough")
    yield from _visit(state)
    if not state.history.profiles:
        yield Line(first_questions(), act="first_run")
    yield from good_end(state)


def _check_in(state: State, review_day: Weekday) -> Iterator[Line]:
    """Ask for a check-in as often as the patient chose, or as it is worth while."""
    if not is_check_in_wanted(state):
        yield from as_chosen(state)
    elif state.episode.rhythm == "daily" and state.is_check_in_spared(review_day):
        yield from _seldom(state, review_day)
    else:
        yield from _invitation()


def _invitation() -> Iterator[Line]:
    more = _("Check in first; it takes less than a minute.")
    yield Line(_("How is it this morning?"), "strong", more, act="check_in")


def _seldom(state: State, review_day: Weekday) -> Iterator[Line]:
    """Say how often is enough, and why; it is never forbidden to say more."""
    steady = often_enough(state.plan, formats.weekday_named(WEEKDAYS.index(review_day)))
    why = _("Scoring pain every day may keep it in mind; studies do not agree. Tick your walks as before.")
    yield Line(f"{steady} {why}", "calm", act="any_day")
    yield look_at_once()


def _visit(state: State) -> Iterator[Line]:
    """Remind of a visit that is near; after one, ask what was agreed."""
    coming = coming_visit(state.lately, state.day)
    if coming is not None:
        named = formats.weekday_named(coming.weekday())
        is_today = coming == state.day
        what = _("You have a visit today.") if is_today else _("You have a visit on {day}.").format(day=named)
        yield Line(what, "strong", _("Note what you want to ask, and take the report along."), act="visit")
    elif untold_visit(state.lately, state.day) is not None:
        told = _("Tell what was agreed while you remember it.")
        yield Line(_("How was the visit?"), "strong", told, act="visit")


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
        yield from _unread()
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
        yield from _unread()
    elif needs := from_others(state):
        why = reason_in_words(needs) if needs.exclusions == ALONE else needs_own_plan()
        yield Line(why, "warm", _("This is only to read, then."))


def _unread() -> Iterator[Line]:
    """Say why nothing can be started, and what frees it: what cannot be read is not a no."""
    yield Line(_("Not all of your diary can be read"), "warm")
    yield Line("")
    yield Line(
        _(
            "A safety answer may be in what is missing, and nobody can say that it is not. "
            "So the exercises wait. Your entries are not lost, and whatever you note is kept."
        )
    )
    yield Line("", act="doctor")
    yield Line("")
    yield Line(
        _("Has a doctor seen you since, or was nothing left open? Then say so, and the plan is back."),
        act="clear_doubt",
    )
    yield Line("", act="urgent_now")
