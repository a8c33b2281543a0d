"""``lock --drill``: the recovery key is asked for and tried on every file; nothing is written."""

from pathlib import Path
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.errors import DoesNotOpen, NoRecoveryKey, NothingIsLocked, NowhereToType
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.passphrase import can_ask
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.importers.errors import CannotRead
from ryggkompis.store.inventory.trying import try_key
from ryggkompis.store.keys.wrapping import as_recovery_key
from ryggkompis.store.seal import Seal

_LONGEST: Final = 4096


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
