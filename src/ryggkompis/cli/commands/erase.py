"""``erase``: an entry, or everything, out of this machine for good."""

from ryggkompis.cli import status
from ryggkompis.cli.errors import NotConfirmed
from ryggkompis.cli.hints import advised
from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.lines.hints import BACKUP, LOOK
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.unfinished import tell_left
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.i18n.language import _
from ryggkompis.store.erasing import erase_everything
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.inventory.looking import not_ours
from ryggkompis.words.locked import left_in_words


class EntryOrEverything(ExpectedError):
    """It is not said what is to be erased, or both."""

    says = N_("Say what to erase: the id of an entry from “ryggkompis log”, or --everything.")


def erase_command(parser: Parser) -> Run:
    """Take the id of an entry, or that everything is meant."""
    parser.shows("erase --everything", _("erase the whole diary and its copies, after a question"))
    parser.takes_word("id", kinds.named(), _("of an entry, from “ryggkompis log”"))
    parser.takes_switch("--everything", _("the whole diary and its copies"))
    parser.takes_yes(_("do not ask once more"))
    parser.takes_json()
    return _erase


def _erase(here: Surroundings) -> int:
    if (here.said.id is None) != here.said.everything:
        raise EntryOrEverything
    left = _everything(here) if here.said.everything else _entry(here)
    is_gone = not any(one.is_unfinished or one.what == "target" for one in left) and (
        here.said.everything or not left
    )
    if here.is_json:
        print_json({"erased": here.said.id or "everything", "left": [one.path for one in left]})
    else:
        facts(_("Erased from this machine.") if is_gone else _("Erased, but for what is named here."))
        told(
            _(
                "Reports, backups and calendars that you wrote elsewhere still have it, and another machine "
                "until it has synced."
            )
        )
    return status.DONE if is_gone else status.UNUSABLE


def _entry(here: Surroundings) -> tuple[Found, ...]:
    id_, entry = here.diary.to_erase(here.said.id)
    if not here.said.yes:
        told(in_a_line(here, entry) if entry else shown(id_))
        make_sure(_("Erase it for good? It cannot be brought back."))
    left = here.diary.erase(id_)
    mend = advised(_("Try “ryggkompis doctor --repair”, then again."), LOOK)
    still_there = " ".join((_("It is still in {path}, which is damaged."), *mend))
    for one in left:
        is_month = one.what in {"month", "copy"}
        told(still_there.format(path=shown_name(one.path)) if is_month else left_in_words(one))
    return left


def _everything(here: Surroundings) -> tuple[Found, ...]:
    if not here.said.yes:
        erases = _("This erases the diary in {path}, its copies, its key and the settings.")
        told(erases.format(path=shown_name(here.places.data)))
        keeps = advised(_("“ryggkompis backup FILE” keeps a copy first."), BACKUP)
        told(" ".join((_("It cannot be brought back."), *keeps)))
        # A word, not a key: nobody writes it by mistake.
        if answer_to(_("Write the word ERASE to go on:")) != _("ERASE"):
            raise NotConfirmed
    # Before the first link goes: afterwards nobody knows where it led.
    beside = not_ours(inventory(here.places))
    tell_left(beside)
    left = erase_everything(here.places)
    tell_left(one for one in left if one not in beside)
    return left
