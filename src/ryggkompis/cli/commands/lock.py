"""``lock``: puts the journal behind a passphrase, changes it, finishes what was begun, or tries the key."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ryggkompis.cli import status
from ryggkompis.cli.drill import drill
from ryggkompis.cli.lines.ask import confirm
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.passphrase import can_ask, new_passphrase
from ryggkompis.cli.unfinished import tell_left, tell_unfinished, telling_if_stopped
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import clean, shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store import atomic
from ryggkompis.store.inventory.found import inventory
from ryggkompis.store.inventory.looking import others, unfinished
from ryggkompis.store.inventory.room import check_room
from ryggkompis.store.keys.wrapping import as_recovery_key
from ryggkompis.store.seal import HINT_LONGEST, RECIPIENT
from ryggkompis.store.sealing import new_identity, seal_all, set_passphrase
from ryggkompis.store.targets import NotWritten, check_target, write
from ryggkompis.words.locked import journal_is_locked, lock_is_finished

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

_TRIES: Final = 3


class NowhereToShow(ExpectedError):
    """The recovery key has to go somewhere before anything is locked."""

    says = N_(
        "There is no terminal to show the recovery key on. Say where to write it, with --recovery FILE. "
        "Nothing has been locked."
    )


class KeyNotWrittenDown(ExpectedError):
    """The recovery key was shown, and is not on paper."""

    says = N_("Nothing has been locked. Find pen and paper, and begin again: ryggkompis lock")


def lock_command(parser: Parser) -> Run:
    """Take a hint, where the recovery key goes, and whether it is only tried."""
    parser.shows("lock", _("ask for a passphrase, and show the recovery key once"))
    parser.shows("lock --drill", _("try whether the recovery key still opens the diary"))
    parser.takes_value(
        "--hint", kinds.text(), _("what reminds you of the passphrase; anyone can read it"), default=""
    )
    parser.takes_value(
        "--recovery",
        kinds.file(),
        _(
            "write the recovery key into a file and do not show it; the file is read back, and you need not "
            "type the key, so that a script can lock. With --drill, the key is read from it"
        ),
    )
    parser.takes_switch(
        "--drill", _("ask for the recovery key and say whether it opens the diary; nothing is written")
    )
    parser.takes_json()
    return _run


def _run(here: Surroundings) -> int:
    if here.said.drill:
        return drill(here)
    with telling_if_stopped(here.places):
        return _lock(here)


def _lock(here: Surroundings) -> int:
    seal, file = here.store.seal, here.said.recovery
    again = seal.is_on
    if again and (unfinished(here.places, thoroughly=True) or not Path(seal.path(RECIPIENT)).exists()):
        return _seal(here, lock_is_finished(), again=True)
    if file is not None:
        check_target(file, here.places, may_replace=False)
    elif not again and not can_ask():
        raise NowhereToShow
    check_room(here.places)
    identity = seal.identity if again else new_identity()
    # Said before it is done: afterwards it is too late to think of it.
    told(_("From now on reading asks for the passphrase; noting something never does."))
    told(_("Without the passphrase and the recovery key nobody can open the diary, and nobody can help."))
    passphrase = new_passphrase()
    # Handed over before anything is sealed: a key that nobody has would close the journal for ever.
    if file is not None or not again:
        _hand_over(here, identity, file)
    try:
        set_passphrase(here.places, seal, identity, passphrase, clean(here.said.hint)[:HINT_LONGEST])
    except BaseException:
        # A recovery key that will open nothing is not left to be taken for one that does.
        if file is not None and not seal.is_on:
            atomic.discard(file)
        raise
    return _seal(here, _("The passphrase is changed.") if again else journal_is_locked(), again=again)


def _seal(here: Surroundings, words: str, *, again: bool) -> int:
    """Seal everything; say what was sealed, and what lies open still."""
    # Before the first link goes: afterwards nobody knows where it led.
    beside = others(inventory(here.places))
    tell_left(beside)
    done = seal_all(here.places, here.store.seal)
    opened = unfinished(here.places, thoroughly=True)
    after = tuple(one for one in done.left if one not in beside)
    if here.is_json:
        left = [asdict(one) for one in (*beside, *after)]
        print_json({"sealed": done.sealed, "again": again, "left": left, "open": list(opened)})
    else:
        facts(words) if not opened else tell_unfinished(opened)
        facts(
            ngettext(
                "{n} file was sealed, copies of earlier days among them.",
                "{n} files were sealed, copies of earlier days among them.",
                done.sealed,
            ).format(n=done.sealed)
        )
        facts(_("Reports and backups that you wrote before, and copies elsewhere, can be read as before."))
    tell_left(after)
    is_whole = not opened and not any(one.is_unfinished for one in (*beside, *after))
    return status.DONE if is_whole else status.UNUSABLE


def _hand_over(here: Surroundings, identity: "Identity", file: str | None) -> None:
    """Give the recovery key to the patient, and have it back once, before anything depends on it."""
    about = _("Recovery key of Ryggkompis. It opens the diary when the passphrase is forgotten.")
    if file is not None:
        data = f"# {about}\n{identity}\n".encode()
        write(file, data, here.places)
        if Path(file).read_bytes() != data:
            raise NotWritten(file=file, reason=_("it reads otherwise than it was written"))
        told(
            _("The recovery key is in {file}. Move it to where only you find it.").format(
                file=shown_name(file)
            )
        )
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
    if not here.is_plain:
        told("\n" * os.get_terminal_size(sys.stderr.fileno()).lines)
    _have_typed(str(identity))


def _have_typed(key: str) -> None:
    """Have the recovery key typed from the paper, before anything depends on it."""
    told(_("Now type it from the paper, so that it is sure to be right. Spaces and small letters are fine."))
    for _try in range(_TRIES):
        if as_recovery_key(answer_to(_("Recovery key:"))) == key:
            return
        told(_("That is not the same. Compare each letter with the paper."))
    raise KeyNotWrittenDown
