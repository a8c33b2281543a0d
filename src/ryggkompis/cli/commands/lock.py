"""``lock``: puts the journal behind a passphrase, or changes it."""

from typing import TYPE_CHECKING

from ryggkompis.cli import status
from ryggkompis.cli.errors import KeyNotWrittenDown, NowhereToShow
from ryggkompis.cli.lines.ask import confirm
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.passphrase import can_ask, new_passphrase
from ryggkompis.cli.values import a_name
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import clean, shown
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.seal import HINT_LONGEST, new_identity
from ryggkompis.store.sealing import seal_all, set_passphrase
from ryggkompis.store.targets import check_target, write
from ryggkompis.words.locked import journal_is_locked

if TYPE_CHECKING:
    from pyrage.x25519 import Identity


def lock_command(parser: Parser) -> Run:
    """Take a hint and where the recovery key goes."""
    parser.add_argument(
        "--hint",
        metavar=_("TEXT"),
        default="",
        help=_("what reminds you of the passphrase; anyone can read it"),
    )
    parser.add_argument(
        "--recovery",
        type=a_name,
        metavar=_("FILE"),
        help=_("write the recovery key into a file and do not show it"),
    )
    parser.takes_json()
    return _lock


def _lock(here: Surroundings) -> int:
    seal, file = here.store.seal, here.said.recovery
    again = seal.is_on
    if file is not None:
        check_target(file, here.places, may_replace=False)
    elif not again and not can_ask():
        raise NowhereToShow
    identity = seal.identity if again else new_identity()
    # Said before it is done: afterwards it is too late to think of it.
    told(_("From now on reading asks for the passphrase; noting something never does."))
    told(_("Without the passphrase and the recovery key nobody can open the journal, and nobody can help."))
    passphrase = new_passphrase()
    # Handed over before anything is sealed: a key that nobody has would close the journal for ever.
    if file is not None or not again:
        _hand_over(identity, file)
    set_passphrase(here.places, seal, identity, passphrase, clean(here.said.hint)[:HINT_LONGEST])
    count = seal_all(here.places, seal)
    if here.is_json:
        print_json({"sealed": count, "again": again})
        return status.DONE
    facts(_("The passphrase is changed.") if again else journal_is_locked())
    facts(
        ngettext(
            "{n} file was sealed, copies of earlier days among them.",
            "{n} files were sealed, copies of earlier days among them.",
            count,
        ).format(n=count)
    )
    facts(_("Reports and backups that you wrote before, and copies elsewhere, can be read as before."))
    return status.DONE


def _hand_over(identity: "Identity", file: str | None) -> None:
    """Give the recovery key to the patient, before anything depends on it."""
    about = _("Recovery key of Ryggkompis. It opens the journal when the passphrase is forgotten.")
    if file is not None:
        write(file, f"# {about}\n{identity}\n".encode())
        told(_("The recovery key is in {file}. Move it to where only you find it.").format(file=shown(file)))
        return
    for line in (
        "",
        about,
        _("Write it down on paper, now. It is shown this once."),
        "",
        f"  {identity}",
        "",
    ):
        told(line)
    if not confirm(_("Is it written down?")):
        raise KeyNotWrittenDown
