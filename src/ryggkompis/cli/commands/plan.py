"""``plan``: the plan of a day, or of each day of a period, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from ryggkompis.cli import status
from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.plan_words import plan_in_words
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.saved import saved_in_words, tell_saved
from ryggkompis.cli.unfinished import tell_keyless
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.days import days_between
from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.episodes import days_of_episode
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import plans
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.learn import card_on, is_card_offered
from ryggkompis.words.saved import saved
from ryggkompis.words.today.day import first, in_short, instead


def plan_command(parser: Parser) -> Run:
    """Take a day, or a period."""
    parser.shows("plan", _("today's plan"))
    parser.shows("plan --why", _("with all that lies behind it"))
    parser.takes_date()
    parser.takes_period()
    parser.takes_json()
    parser.takes_switch("--why", _("say all that lies behind the plan"))
    return _plan


def _plan(here: Surroundings) -> int:
    first, until = here.day("first"), here.day("until")
    if first is None and until is None:
        return print_plan(here)
    return _print_period(here, first or until or here.today.day, until or here.today.day)


def print_plan(here: Surroundings) -> int:
    """Print the plan of a day; the status tells whether a lock holds."""
    now = status.DONE if here.today.day == here.today.real else _of_today(here)
    state = here.companion.state()
    held = show_plan(here, state)
    return now or held or status.of_reading(state.problems)


def _of_today(here: Surroundings) -> int:
    """Say before the plan of another day that today's is held back: the card comes first."""
    today = here.companion.on(None).state()
    if today.plan.is_held and not here.is_json:
        paragraphs((*plain(instead(today)), ""))
    return status.of(today.plan)


def show_plan(here: Surroundings, state: State, **more: object) -> int:
    """Print the plan, as facts with ``more`` beside them or in words; the status says whether it is held."""
    here.companion.remember_shown()
    if here.is_json:
        _print_facts(state, **more)
    else:
        told_of = plan_in_words(
            state,
            here.settings.review_day,
            _card(here, state),
            fully=here.asks_why,
            numbers=here.settings.numbers,
        )
        paragraphs(told_of)
    # After the plan: what could not be read is told last, where it is still seen.
    tell_problems(state.problems)
    return status.of(state.plan)


def show_change(here: Surroundings, state: State, *kept: Entry, **more: object) -> int:
    """Say what was kept and how the day stands then: in plain words in one line, else with the whole plan.

    What comes before a plan, and what is instead of one, is never shortened.
    """
    if here.is_json or not here.is_plain or state.plan.is_empty:
        tell_saved(here, *kept)
        return show_plan(here, state, **more)
    here.companion.remember_shown()
    above = (line for line in first(state, brief=True) if line.role != "calm")
    paragraphs(plain(above))
    facts(" ".join((*_in_short(here, kept), in_short(state))))
    tell_keyless(here.places)
    tell_problems(state.problems)
    return status.of(state.plan)


def _in_short(here: Surroundings, kept: Sequence[Entry]) -> Iterator[str]:
    """Say what was kept; of safety answers only that they were, since what they lead to says more."""
    told_of = [one for one in kept if not isinstance(one, Gate)]
    yield from (f"{line}." for line in saved_in_words(here, *told_of))
    if kept and not told_of:
        yield saved()


def _card(here: Surroundings, state: State) -> LearnCard | None:
    """Give the card of the day, once the patient has checked in and there is a plan."""
    if not is_card_offered(state):
        return None
    return card_on(state, here.companion.learn_cards)


def _print_facts(state: State, **more: object) -> None:
    from ryggkompis.cli.plan_json import state_as_json

    print_json(state_as_json(state) | more)


def _print_period(here: Surroundings, first: date, until: date) -> int:
    if until < first:
        raise BackwardsPeriod(first=first, last=until)
    history, problems = here.companion.read()
    now, held = _of_today(here), status.DONE
    for state in _of_days(here, history, first, until):
        held = status.of(state.plan)
        if here.is_json:
            _print_facts(state)
            continue
        paragraphs(plan_in_words(state))
        facts()
    hidden = tell_problems(problems)
    return now or held or hidden


def _of_days(here: Surroundings, history: History, first: date, until: date) -> Iterator[State]:
    """Give each day of a period, folded in one go; today, and in doubt each, as it may be shown."""
    companion = here.companion
    if history.in_doubt:
        yield from (companion.on(day).state() for day in days_between(first, until))
        return
    for plan in plans(first, until, history, companion.catalogue, companion.flags):
        if plan.day == here.today.real:
            yield companion.on(plan.day).state()
            continue
        known = companion.catalogue.with_own(plan.programme.own if plan.programme else ())
        gate = gate_on(plan.day, history, companion.flags)
        yield State(plan.day, days_of_episode(history, plan.day), history, plan, gate, known, companion.flags)
