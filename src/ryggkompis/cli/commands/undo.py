"""``undo``: takes an entry back."""

from ryggkompis.cli import status
from ryggkompis.cli.output import print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _


def undo_command(parser: Parser) -> Run:
    """Take the id of an entry, or none for the latest."""
    parser.add_argument("id", nargs="?", metavar="ID", help=_("from “ryggkompis log”; the latest otherwise"))
    parser.takes_json()
    return _undo


def _undo(here: Surroundings) -> int:
    undone = here.diary.undo(here.said.id)
    said = _("Brought back: {entry}") if undone.is_back else _("Taken back: {entry}")
    told(said.format(entry=in_a_line(here, undone.entry)))
    if here.is_json:
        print_json({"undone": undone.entry.id})
    return status.DONE
