"""``where``: the places of the data."""

from ryggkompis.cli.output import document, facts
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.text import shown
from ryggkompis.i18n import _


def where_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.takes_json()
    return _where


def _where(here: Surroundings) -> int:
    places = here.places
    if here.is_json:
        document(
            {
                "data": places.data,
                "journal": places.journal,
                "settings": places.settings,
                "backups": places.backups,
            }
        )
        return DONE
    for name, path in (
        (_("Your data"), places.data),
        (_("The journal, one file a month"), places.journal),
        (_("The settings of this machine"), places.settings),
        (_("Copies of earlier days"), places.backups),
    ):
        facts(f"{name}: {shown(path)}")
    facts(_("Only you can read these files. Nothing leaves this machine unless you send it."))
    return DONE
