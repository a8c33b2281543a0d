"""What is said of a journal behind a passphrase, and of its copies."""

from collections.abc import Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.inventory.found import Found, What
from ryggkompis.words.lines import Line

_NAMED: Final = 3
"""Files that a sentence names before it counts the others."""
_LEFT: Final[Mapping[What, str]] = {
    "target": N_(
        "{path} is where a link of the diary leads, and it stays as it is: nothing outside is touched. "
        "Delete it yourself if nobody is to read it."
    ),
    "stray": N_(
        "{path} is not a file of Ryggkompis and stays as it is. "
        "If it holds something of yours, move or delete it yourself."
    ),
    "folder": N_(
        "{path} is not a folder of Ryggkompis and stays as it is. "
        "If copies of the diary are in it, delete them yourself."
    ),
    "temp": N_("Another program is writing {path} just now. Do this again when it is done."),
    "away": N_(
        "{path} is in the cloud and not on this disk. Open it in the file manager to fetch it, "
        "and do this again."
    ),
    "closed": N_(
        "{path} cannot be looked into, so what is in it is as it was. Give yourself permission, "
        "and do this again."
    ),
}
_STILL: Final = N_("{path} is still there as it was. See that you may change it, and do this again.")


def journal_is_locked() -> str:
    """Say that reading asks for the passphrase."""
    return _("The diary is locked.")


def your_hint(hint: str) -> str:
    """Give back what the patient wrote down to be reminded of the passphrase."""
    return _("Your hint: {hint}").format(hint=shown(hint))


def copies_are_in(path: str) -> str:
    """Say where the copies of earlier days are."""
    return _("Copies of earlier days are in {path}").format(path=shown_name(path))


def lock_is_not_finished(files: Sequence[str]) -> Line:
    """Say which files lie open although the journal is locked."""
    named = [shown_name(path) for path in files[:_NAMED]]
    others = len(files) - len(named)
    if others:
        named.append(ngettext("{n} more file", "{n} more files", others).format(n=others))
    told = ngettext(
        "The lock is not finished: {files} lies open.",
        "The lock is not finished: {files} lie open.",
        len(files),
    )
    return Line(told.format(files=formats.list_of(named)), "problem", act="finish_lock")


def saved_in_the_open() -> str:
    """Say that nothing seals what is saved now, although the diary was locked."""
    return _(
        "The diary was locked, and the key is not here: what you save now can be read by anyone who has the "
        "files. Put the key back, or lock the diary anew."
    )


def lock_is_finished() -> str:
    """Say that nothing lies open any more."""
    return _("The lock is finished: no file of the diary lies open.")


def left_in_words(found: Found) -> str:
    """Say of something that was neither sealed nor erased why it is still there, and what to do."""
    return _(_LEFT.get(found.what, _STILL)).format(path=shown_name(found.path))
