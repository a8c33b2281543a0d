"""``plan``: the plan of a day, or of each day of a period, and why."""

from datetime import date

from ryggkompis.cli import status
from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plan_words import plan_in_words
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.domain.journal.episodes import days_of_episode
from ryggkompis.domain.plan.plan import plans
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.learn import card_on, is_card_offered


def plan_command(parser: Parser) -> Run:
    """Take a day, or a period."""
    parser.takes_date()
    parser.takes_period()
    parser.takes_json()
    parser.add_argument("--why", action="store_true", help=_("say all that lies behind the plan"))
    return _plan


def _plan(here: Surroundings) -> int:
    first, until = here.day("first"), here.day("until")
    if first is None and until is None:
        return print_plan(here)
    return _print_period(here, first or until or here.today.day, until or here.today.day)


def print_plan(here: Surroundings) -> int:
    """Print the plan of a day; the status tells whether a lock holds."""
    state = here.companion.state()
    held = show_plan(here, state)
    # After the plan: what could not be read is told last, where it is still seen.
    hidden = tell_problems(state.problems)
    return held or hidden


def show_plan(here: Surroundings, state: State, **more: object) -> int:
    """Print the plan, as facts with ``more`` beside them or in words; the status says whether it is held."""
    here.companion.remember_shown()
    if here.is_json:
        _print_facts(state, **more)
    else:
        fully = here.is_plain or here.asks_why
        told_of = plan_in_words(
            state, here.settings.review_day, _card(here, state), fully=fully, numbers=here.settings.numbers
        )
        paragraphs(told_of, plain=here.is_plain)
    return status.of(state.plan)


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
    catalogue, flags = here.companion.catalogue, here.companion.flags
    history, problems = here.companion.read()
    held = status.DONE
    for plan in plans(first, until, history, catalogue, flags):
        held = status.of(plan)
        known = catalogue.with_own(plan.programme.own if plan.programme else ())
        day, gate = plan.day, gate_on(plan.day, history, flags)
        state = State(day, days_of_episode(history, day), history, plan, gate, known, flags)
        if here.is_json:
            _print_facts(state)
            continue
        paragraphs(plan_in_words(state), plain=here.is_plain)
        facts()
    hidden = tell_problems(problems)
    return held or hidden
