"""Asking for a passphrase: hidden on the terminal, or in the file that a script names."""

import os
import sys
from pathlib import Path
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.hints import URGENT
from ryggkompis.cli.output import is_terminal, told
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.store.errors import Sealed, StaysLocked, WrongPassphrase
from ryggkompis.store.seal import READ_FROM, Seal
from ryggkompis.words.locked import your_hint

SHORTEST: Final = 8
"""Characters of a new passphrase."""
_TRIES: Final = 3


class TooShort(ExpectedError):
    """A passphrase that is soon guessed."""

    says = N_(
        "The passphrase needs at least {least} characters; four words that do not belong together are good. "
        "Nothing has been changed."
    )


class NotTheSame(ExpectedError):
    """Two passphrases that should be one."""

    says = N_("The two are not the same. Nothing has been changed.")


class UnreadablePassphrase(ExpectedError):
    """The file that a script keeps the passphrase in."""

    says = N_("The file with the passphrase, {file}, cannot be read ({reason}).")


def open_with_passphrase(seal: Seal) -> None:
    """Ask for the passphrase, at most three times, and unlock.

    Raises:
        Sealed, StaysLocked, WrongPassphrase: when there is nobody to ask, nothing was said, or it was wrong.

    """
    given = _from_file()
    if given is not None:
        seal.unlock(given)
        return
    if not can_ask():
        raise Sealed
    if seal.hint:
        told(your_hint(seal.hint))
    told(_("Write ! to see whom to call; that needs no passphrase."))
    for _try in range(_TRIES - 1):
        try:
            seal.unlock(_known_passphrase())
        except WrongPassphrase as error:
            told(word(error))
        else:
            return
    seal.unlock(_known_passphrase())


def _known_passphrase() -> str:
    while (typed := _hidden(_("Passphrase:"))).strip() == URGENT:
        _tell_whom_to_call()
    if not typed:
        raise StaysLocked
    return typed


def _tell_whom_to_call() -> None:
    """Say it beside the facts, which may be for another program; nothing of the diary is needed for it."""
    from ryggkompis.cli.plain import plain
    from ryggkompis.content.loading import load_red_flags
    from ryggkompis.words.urgent import urgent

    for line in plain(urgent(load_red_flags())):
        told(shown(line))


def new_passphrase() -> str:
    """Ask for a new passphrase, twice.

    Raises:
        Sealed, TooShort, NotTheSame: when there is nobody to ask, or it would not do.

    """
    given = _from_file()
    if given is None and not can_ask():
        raise Sealed
    typed = _hidden(_("New passphrase:")) if given is None else given
    if len(typed) < SHORTEST:
        raise TooShort(least=SHORTEST)
    if given is None and _hidden(_("Once more:")) != typed:
        raise NotTheSame
    return typed


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def _from_file() -> str | None:
    """Give the first line of the file that a script names; None when none is named."""
    file = os.environ.get(READ_FROM)
    if not file:
        return None
    try:
        with Path(file).open(encoding="utf-8") as lines:
            return lines.readline(4096).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadablePassphrase(file=file, reason=error) from error


def _hidden(question: str) -> str:
    from getpass import getpass

    try:
        return getpass(f"{question} ", stream=sys.stderr)
    except EOFError as error:
        told("")
        raise NoMoreAnswers from error
