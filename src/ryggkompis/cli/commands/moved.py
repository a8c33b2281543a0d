"""``moved``: a change of position."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import PositionChange
from ryggkompis.i18n.language import _


def moved_command(parser: Parser) -> Run:
    """Take a change of position."""
    parser.shows("moved", _("you stood up, or sat down"))
    parser.takes_date()
    parser.takes_json()
    return lambda here: keep(here, here.diary.draft(PositionChange))
