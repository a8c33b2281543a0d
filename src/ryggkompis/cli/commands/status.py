"""``status``: how the day stands, in one line for a status bar or a prompt, or as facts."""

from ryggkompis.cli import status
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.today.day_status import DayStatus, day_status
from ryggkompis.i18n.language import _
from ryggkompis.words.today.day_status import in_a_line
from ryggkompis.words.today.unread import not_all_read


def status_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("status", _("how the day stands, in one line"))
    parser.shows("status --json", _("the same for a status bar or a script"))
    parser.takes_json()
    return _status


def _status(here: Surroundings) -> int:
    # A bar asks every minute and nobody is there to be asked; a script names the file of the passphrase.
    if here.is_closed:
        _tell(here, DayStatus(day=here.today.real, is_readable=False))
        return status.UNUSABLE
    # Nobody need have looked: what a bar shows does not count as the plan that was shown (invariant I6).
    state = here.companion.state()
    _tell(here, day_status(state, here.clock.now()))
    unread = status.of_reading(state.problems)
    if unread:
        told(" ".join(plain((not_all_read(),))))
    return status.of(state.plan) or unread


def _tell(here: Surroundings, stands: DayStatus) -> None:
    if here.is_json:
        print_json(_as_json(stands))
        return
    facts(in_a_line(stands))


def _as_json(stands: DayStatus) -> dict[str, object]:
    return {
        "date": str(stands.day),
        "readable": stands.is_readable,
        "held": stands.is_held,
        "excluded": stands.is_excluded,
        "in_doubt": stands.is_in_doubt,
        "safety_answered": stands.is_safety_answered,
        "checked_in": stands.is_checked_in,
        "walks_left": stands.walks_left,
        "minutes_sat": stands.minutes_sat,
        "next_visit": str(stands.next_visit) if stands.next_visit else None,
    }
