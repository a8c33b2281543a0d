"""What is said of a journal behind a passphrase, and of its copies."""

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _


def journal_is_locked() -> str:
    """Say that reading asks for the passphrase."""
    return _("The journal is locked.")


def your_hint(hint: str) -> str:
    """Give back what the patient wrote down to be reminded of the passphrase."""
    return _("Your hint: {hint}").format(hint=shown(hint))


def copies_are_in(path: str) -> str:
    """Say where the copies of earlier days are."""
    return _("Copies of earlier days are in {path}").format(path=shown(path))
