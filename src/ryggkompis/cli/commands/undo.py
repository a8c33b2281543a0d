"""``undo`` takes the latest act back, or an entry; ``redo`` brings it back."""

from ryggkompis.cli import status
from ryggkompis.cli.lines.undo import carry_out
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.services.undo import Undone, doubt


def undo_command(parser: Parser) -> Run:
    """Take the id of an entry, or none for the latest act."""
    parser.shows("undo", _("take back what was written last"))
    parser.takes_word("id", kinds.named(), _("from “ryggkompis log”; otherwise the latest, all of it"))
    parser.takes_yes(_("do not ask once more"))
    parser.takes_json()
    return _undo


def redo_command(parser: Parser) -> Run:
    """Take nothing: what was taken back last is brought back."""
    parser.shows("redo", _("bring back what was taken back last"))
    parser.takes_yes(_("do not ask once more"))
    parser.takes_json()
    return _redo


def _undo(here: Surroundings) -> int:
    act = here.diary.undoable(here.said.id)
    # Who names an entry means it, however old it is.
    why = None if here.said.yes or here.said.id is not None else doubt(act, here.today)
    undone = carry_out(here, act, why)
    if here.is_json:
        print_json({"undone": undone.entry.id, **_ids(undone)})
    return status.DONE


def _redo(here: Surroundings) -> int:
    act = here.diary.redoable()
    undone = carry_out(here, act, None if here.said.yes else doubt(act, here.today))
    if here.is_json:
        print_json({"redone": undone.entry.id, **_ids(undone)})
    return status.DONE


def _ids(undone: Undone) -> dict[str, object]:
    return {
        "entries": [entry.id for entry in undone.entries],
        "returned": [entry.id for entry in undone.returned],
        "stays": [entry.id for entry in undone.stays],
    }
