"""``undo`` takes the latest act back, or an entry; ``redo`` brings it back."""

from ryggkompis.cli import status
from ryggkompis.cli.errors import NotConfirmed
from ryggkompis.cli.lines.prompt import confirm
from ryggkompis.cli.output import document, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.services.undo import Act, Undone, doubt, undone_of
from ryggkompis.words.undo import act_named, done_in_words, doubt_in_words, is_it_meant


def undo_command(parser: Parser) -> Run:
    """Take the id of an entry, or none for the latest act."""
    parser.add_argument(
        "id", nargs="?", metavar="ID", help=_("from “ryggkompis log”; otherwise the latest, all of it")
    )
    parser.add_argument("--yes", action="store_true", help=_("do not ask once more"))
    parser.takes_json()
    return _undo


def redo_command(parser: Parser) -> Run:
    """Take nothing: what was taken back last is brought back."""
    parser.add_argument("--yes", action="store_true", help=_("do not ask once more"))
    parser.takes_json()
    return _redo


def _undo(here: Surroundings) -> int:
    act = here.diary.undoable(here.said.id)
    # Who names an entry means it, however old it is.
    why = None if here.said.yes or here.said.id else doubt(act, here.today)
    undone = carry_out(here, act, why)
    if here.is_json:
        document({"undone": undone.entry.id, **_ids(undone)})
    return status.DONE


def _redo(here: Surroundings) -> int:
    act = here.diary.redoable()
    undone = carry_out(here, act, None if here.said.yes else doubt(act, here.today))
    if here.is_json:
        document({"redone": undone.entry.id, **_ids(undone)})
    return status.DONE


def carry_out(here: Surroundings, act: Act, why: str | None) -> Undone:
    """Do it, and say what was done; where there is a ``why``, ask first.

    Raises:
        NotConfirmed: when it is not meant.

    """
    if why is not None:
        told(_named(here, undone_of(act)))
        if why:
            told(doubt_in_words(why))
        if not confirm(is_it_meant(is_back=act.is_back)):
            raise NotConfirmed
    undone = here.diary.carry_out(act)
    told(done_in_words(_named(here, undone), is_back=undone.is_back, stays=bool(undone.stays)))
    return undone


def _named(here: Surroundings, undone: Undone) -> str:
    return act_named(undone.entries, lambda entry: in_a_line(here, entry))


def _ids(undone: Undone) -> dict[str, object]:
    return {
        "entries": [entry.id for entry in undone.entries],
        "stays": [entry.id for entry in undone.stays],
    }
