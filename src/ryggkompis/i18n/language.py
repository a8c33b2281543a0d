"""Which language is spoken now, and what the catalogue says in it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from os import path
from typing import TYPE_CHECKING, Final

from ryggkompis.domain.base.errors import N_, ExpectedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from gettext import NullTranslations

    from ryggkompis.domain.catalogue.catalogue import Language

MESSAGES: Final = path.join(path.dirname(__file__), "locale", "nb", "LC_MESSAGES", "ryggkompis.mo")  # noqa: PTH118, PTH120 - pathlib costs a tenth of a start
# Nynorsk reads bokmål more easily than English.
_NORWEGIAN: Final = frozenset({"nb", "no", "nn"})
_SPEAKS_OF_LANGUAGE: Final = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")
_NO_LANGUAGE: Final = frozenset({"", "c", "posix"})


class UnknownLanguage(ExpectedError):
    """The user asked for a language without a catalogue; ``code`` is what was asked for."""

    says = N_("“{code}” is not a language Ryggkompis speaks. Use nb for Norwegian or en for English.")


class _Chosen:
    """The language of the whole program; every thread and task sees a change at once."""

    __slots__ = ("language",)

    def __init__(self) -> None:
        self.language: Language = "en"


_chosen = _Chosen()
# A context of its own: a report is written in a thread while the window speaks another language.
_meanwhile: ContextVar[Language | None] = ContextVar("meanwhile", default=None)


def use(language: Language) -> None:
    """Speak ``language`` from now on, everywhere."""
    _chosen.language = language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak ``language`` in the ``with`` block and this thread or task only: a report for another reader."""
    token = _meanwhile.set(language)
    try:
        yield
    finally:
        _meanwhile.reset(token)


def current() -> Language:
    """Name the language spoken here and now."""
    return _meanwhile.get() or _chosen.language


def _(message: str) -> str:
    """Say ``message``, an English sentence from the code, in the current language."""
    if not message or current() == "en":
        return message
    return _bokmaal().gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Say ``one`` or ``many``, whichever fits ``n``, in the current language; ``n`` is not filled in."""
    if current() == "en":
        return one if n == 1 else many
    return _bokmaal().ngettext(one, many, n)


def parse(code: str) -> Language:
    """Understand ``nb``, ``no``, ``nn`` or ``en``, in any case, with or without region and encoding.

    Raises:
        UnknownLanguage: for any other code.
    """
    language = _base(code)
    if language in _NORWEGIAN:
        return "nb"
    if language == "en":
        return "en"
    raise UnknownLanguage(code=code)


def detect(environ: Mapping[str, str]) -> Language:
    """Guess the language from the environment: Norwegian unless it asks for another language."""
    for name in _SPEAKS_OF_LANGUAGE:
        wanted = [
            base for code in environ.get(name, "").split(":") if (base := _base(code)) not in _NO_LANGUAGE
        ]
        for base in wanted:
            if base in _NORWEGIAN:
                return "nb"
            if base == "en":
                return "en"
        if wanted:
            return "en"
    return "nb"


def _base(code: str) -> str:
    """Give the language of a code such as ``nb_NO.UTF-8`` or ``en-GB``, in small letters."""
    base = code.strip().casefold()
    for separator in ".@_-":
        base = base.partition(separator)[0]
    return base


@cache
def _bokmaal() -> NullTranslations:
    """Read the compiled catalogue once; a checkout that was never installed has none and speaks English."""
    import gettext  # noqa: PLC0415 - who reads English need not wait for it

    try:
        # gettext.translation() would import locale to find the file.
        with open(MESSAGES, "rb") as compiled:  # noqa: PTH123 - see MESSAGES
            return gettext.GNUTranslations(compiled)
    except FileNotFoundError:
        return gettext.NullTranslations()
