"""``moved``: a change of position."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import PositionChange


def moved_command(parser: Parser) -> Run:
    """Take a change of position."""
    parser.takes_date()
    parser.takes_json()
    return lambda here: keep(here, here.diary.draft(PositionChange))
