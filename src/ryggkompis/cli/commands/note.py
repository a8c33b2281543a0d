"""``note``: a remark in the patient's own words."""

from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Run
from ryggkompis.domain.journal.entries import Note


def note_command(parser: Parser) -> Run:
    """Take a remark."""
    parser.takes_text()
    return lambda here: keep(here, here.diary.draft(Note, text=here.words))
