"""``checkin``: the answers of a morning, with options in one go, without them line by line."""

from typing import Final

from ryggkompis.cli.card import card, soft_cards
from ryggkompis.cli.commands.plan import show_plan
from ryggkompis.cli.lines.day import ask_morning
from ryggkompis.cli.output import paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import tell_saved
from ryggkompis.cli.status import DONE
from ryggkompis.cli.values import safety_answers
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import CheckIn, Entry, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.store.errors import Closed
from ryggkompis.store.lines import Line

CHECK_IN: Final = ("leg", "back", "site", "numb", "morning", "sleep_wakes", "flare")


def checkin_command(parser: Parser) -> Run:
    """Take the answers of a morning."""
    parser.takes_date()
    parser.takes_json()
    parser.takes_number(CheckIn, "leg", "--leg", _("how much the leg hurts now, 0 to 10"))
    parser.takes_number(CheckIn, "back", "--back", _("how much the back hurts now, 0 to 10"))
    parser.takes_choice(CheckIn, "site", "--site", _("the lowest point that the pain reaches"))
    parser.takes_choice(CheckIn, "numb", "--numb", _("how numb the leg is"))
    parser.takes_choice(CheckIn, "morning", "--morning", _("compared with yesterday morning"))
    parser.takes_number(CheckIn, "sleep_wakes", "--wakes", _("times woken by pain; 3 means 3 or more"))
    parser.takes_yes_or_no("flare", "--flare", _("you would call it a flare-up"))
    parser.add_argument(
        "--flags",
        type=safety_answers,
        metavar="none|ID[,ID…]|ID=unsure",
        help=_("the whole safety list: none, or what fits; what you do not name is no"),
    )
    return _check_in


def _check_in(here: Surroundings) -> int:
    said, answers = here.fields(*CHECK_IN), here.said.flags
    companion = here.companion
    if not said and answers is None:
        drafts = ask_morning(here)
    else:
        drafts = [companion.diary.draft(CheckIn, **said)] if said else []
        if answers is not None:
            full = companion.full_answers(answers)
            # First, as one is asked: the gate stands before everything the plan makes of the morning.
            drafts.insert(0, companion.diary.draft(Gate, scope="full", answers=full))
    if not drafts:
        told(_("Nothing was answered, so nothing was saved."))
        return DONE
    # Before the plan is worked out: whatever fails from here on, what was said is kept.
    kept = companion.diary.add(*drafts)
    tell_saved(here, *drafts)
    try:
        state = companion.state()
    except Closed as closed:
        return _without_plan(here, drafts, kept, closed)
    show_plan(here, state, saved=list(kept))
    return DONE


def _without_plan(here: Surroundings, drafts: list[Entry], kept: tuple[Line, ...], why: Closed) -> int:
    """End a check-in whose plan lies behind the passphrase: help comes first, and needs none."""
    flags = here.companion.flags
    # From what was just said alone: a locked journal must not keep back whom to call.
    gate = gate_on(here.today.day, History.of(drafts), flags)
    if here.is_json:
        lock = {"flags": list(gate.lock.flags), "since": str(gate.lock.since)} if gate.lock else None
        print_json({"saved": list(kept), "lock": lock})
    else:
        said = card(gate.lock, flags) if gate.lock else soft_cards(gate.soft, flags)
        paragraphs(said, plain=here.is_plain)
    told(shown(word(why)))
    told(_("What you said is saved; the plan can be seen when the journal is unlocked."))
    return DONE
