"""Taking an act back, or bringing it back: it is named, and asked about where it may not be meant."""

from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.unfinished import tell_keyless
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.services.acts import Act
from ryggkompis.services.undo import Undone, doubt, undone_of
from ryggkompis.words.undo import act_named, done_in_words, doubt_in_words, is_it_meant


def carry_out(here: Surroundings, act: Act, why: str | None) -> Undone:
    """Do it, and say what was done; where there is a ``why``, ask first.

    Raises:
        NotConfirmed: when it is not meant.

    """
    if why is not None:
        would = undone_of(act, here.store.lines(), here.today.real)
        told(_named(here, would))
        if why:
            told(doubt_in_words(why))
        make_sure(is_it_meant(is_back=would.is_back))
    undone = here.diary.carry_out(act)
    told(
        done_in_words(
            _named(here, undone),
            is_back=undone.is_back,
            stays=bool(undone.stays),
            returned=len(undone.returned),
        )
    )
    tell_keyless(here.places)
    return undone


def _named(here: Surroundings, undone: Undone) -> str:
    return act_named(undone.entries, lambda entry: in_a_line(here, entry))


def undo_latest(here: Surroundings) -> None:
    """Take the latest act back."""
    carry_out(here, act := here.diary.undoable(), doubt(act, here.today) or "")


def redo_latest(here: Surroundings) -> None:
    """Bring the act back that was taken back latest."""
    carry_out(here, act := here.diary.redoable(), doubt(act, here.today) or "")
