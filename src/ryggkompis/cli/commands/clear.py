"""``clear``: opens a safety lock, when somebody has seen the patient."""

from ryggkompis.cli import status
from ryggkompis.cli.held import tell_held
from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, tell_saved
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import ListNotFinished, NotLocked, NotLockedThen
from ryggkompis.words.today.clearing import seen_since
from ryggkompis.words.today.unread import before_clearing, plan_is_back
from ryggkompis.words.urgent import cards


def clear_command(parser: Parser) -> Run:
    """Take who has seen the patient."""
    parser.shows(_("clear --by doctor"), _("a doctor has looked at it, and the plan may go on"))
    parser.takes_value("--by", kinds.text(_("WHO")), _("who has seen you"), least=1)
    parser.takes_value("--note", kinds.text(), _("what they said, in your own words"))
    parser.takes_yes(_("do not ask once more"))
    parser.takes_date()
    parser.takes_json()
    return _clear


def _clear(here: Surroundings) -> int:
    companion = here.companion
    state = companion.state()
    gate = state.gate
    if gate.lock is None and not state.is_in_doubt:
        is_held_now = here.today.is_past() and companion.on(None).state().plan.is_held
        raise NotLockedThen(day=here.today.day) if is_held_now else NotLocked
    if gate.lock is not None and gate.lock.is_unfinished:
        raise ListNotFinished
    if not here.said.yes:
        # What was answered is shown once more: one says yes to that, not to a form.
        for line in plain((*cards(gate, companion.flags), *before_clearing(state.diary))):
            told(line)
        make_sure(seen_since(gate.lock))
    entry = companion.clear(here.said.by, here.said.note)
    tell_saved(here, entry)
    # Of today, whatever day the look was on: a yes since then holds all the same.
    now = companion.on(None).state()
    if not tell_held(now):
        told(plan_is_back(now))
    if here.is_json:
        print_json({"saved": as_stored(here, entry)})
    return status.DONE
