"""``unlock``: takes the passphrase away."""

from ryggkompis.cli import status
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.unfinished import telling_if_stopped
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _
from ryggkompis.store.sealing import open_all


def unlock_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("unlock", _("take the passphrase away"))
    parser.takes_json()
    return _unlock


def _unlock(here: Surroundings) -> int:
    seal = here.store.seal
    with telling_if_stopped(here.places):
        count, stay = open_all(here.places, seal)
    if here.is_json:
        print_json({"opened": count, "stay": list(stay)})
    elif count or not stay:
        facts(_("The diary is open: whoever can read the files of this machine can read it."))
    if stay:
        names = ", ".join(shown_name(name) for name in stay)
        told(_("These are sealed with another key, and stay as they are: {names}").format(names=names))
    return status.UNUSABLE if stay else status.DONE
