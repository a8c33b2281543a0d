"""``medicine``: what was taken, in the patient's own words."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import Medicine


def medicine_command(parser: Parser) -> Run:
    """Take what was taken; it is never commented on."""
    parser.takes_text()
    return lambda here: keep(here, here.diary.draft(Medicine, text=here.words))
