"""``lock --drill``: the recovery key is asked for and tried on every file; nothing is written."""

from pathlib import Path
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.passphrase import can_ask
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.importers.errors import CannotRead
from ryggkompis.store.inventory.trying import try_key
from ryggkompis.store.keys.wrapping import as_recovery_key
from ryggkompis.store.seal import Seal

_LONGEST: Final = 4096


class NoRecoveryKey(ExpectedError):
    """Something else than a recovery key where one is asked for."""

    says = N_("A recovery key begins with AGE-SECRET-KEY-1. This was something else.")


class NowhereToType(ExpectedError):
    """There is nobody who could type the recovery key."""

    says = N_(
        "There is no terminal to type the recovery key on. Name a file that has it, with --recovery FILE."
    )


class NothingIsLocked(ExpectedError):
    """A recovery key is to be tried on a journal that is open."""

    says = N_("The diary is not locked, so there is no recovery key to try.")


class DoesNotOpen(ExpectedError):
    """The recovery key is one, but of something else."""

    says = N_(
        "This recovery key does not open the diary. Keep it, and look for the right one. If there is none, "
        "“ryggkompis unlock” and then “ryggkompis lock” give you a new one while you know the passphrase."
    )


def drill(here: Surroundings) -> int:
    """Try the recovery key on every sealed file, and say how many it opens.

    Raises:
        NothingIsLocked, NoRecoveryKey, MistypedKey, DoesNotOpen: when there is nothing to try, or no key.

    """
    if not here.store.seal.is_on:
        raise NothingIsLocked
    key = as_recovery_key(_given(here.said.recovery))
    if key is None:
        raise NoRecoveryKey
    seal = Seal(here.places.key)
    seal.unlock(key)
    count, stay = try_key(here.places, seal)
    if not (count or seal.is_of_this_journal):
        raise DoesNotOpen
    if here.is_json:
        print_json({"opens": count, "stay": list(stay)})
        return status.UNUSABLE if stay else status.DONE
    facts(
        ngettext(
            "The recovery key opens the diary: {n} file was opened, and none was changed.",
            "The recovery key opens the diary: {n} files were opened, and none was changed.",
            count,
        ).format(n=count)
    )
    for path in stay:
        told(_("It does not open {path}.").format(path=shown_name(path)))
    return status.UNUSABLE if stay else status.DONE


def _given(file: str | None) -> str:
    """Give what was typed, or the last line of a file that has the key."""
    if file is None:
        if not can_ask():
            raise NowhereToType
        return answer_to(_("Recovery key:"))
    try:
        with Path(file).open(encoding="utf-8", errors="replace") as opened:
            lines = opened.read(_LONGEST).split("\n")
    except OSError as error:
        raise CannotRead(file=file, reason=error) from error
    return next((line for line in reversed(lines) if line.strip()), "")
