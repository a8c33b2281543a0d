"""What is taken back or brought back, by its name, and why it is asked about first."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.entry_names import kind_name
from ryggkompis.words.imports.names import import_named, is_back_again

FEW: Final = 3
"""Entries of one act that are each named, at the most."""
_DOUBTS: Final[Mapping[str, str]] = {
    "ahead": N_("The clock was ahead when it was written, so something else may have come after it."),
    "older": N_("It was not done today."),
    "elsewhere": N_("It was written in another window, on another machine, or by an older version."),
    "overtaken": N_("Something else was written after it was taken away."),
    "many": N_("It is many entries at once."),
}


def act_named(entries: Sequence[Entry], say: Callable[[Entry], str]) -> str:
    """Name what was written together; ``say`` says one entry in a line."""
    came = {entry.origin.source if entry.origin else None for entry in entries}
    if (origin := entries[0].origin) is not None and len(came) == 1 and len(entries) > 1:
        days = [entry.day for entry in entries]
        return import_named(origin.source, len(entries), min(days), max(days))
    first, *others = sorted(entries, key=lambda entry: isinstance(entry, Gate))
    if not others:
        return say(first)
    if all(isinstance(entry, Gate) for entry in others):
        return _("{entry}, with its safety answers").format(entry=say(first))
    if len(entries) > FEW:
        days = sorted({min(entry.day for entry in entries), max(entry.day for entry in entries)})
        words = ngettext(
            "{n} entry written together ({days})", "{n} entries written together ({days})", len(entries)
        )
        return words.format(n=len(entries), days=" – ".join(map(formats.day_month_year, days)))
    named = formats.list_of([kind_name(entry.kind) for entry in others])
    return _("{entry}, with {others}").format(entry=say(first), others=named)


def done_in_words(act: str, *, is_back: bool, stays: bool, returned: int = 0) -> str:
    """Say that the act that is named ``act`` was taken back or brought back, what stays and what returned."""
    said = [(_("Brought back: {entry}") if is_back else _("Taken back: {entry}")).format(entry=act)]
    if returned:
        said.append(is_back_again(returned))
    if not stays:
        return ". ".join(said)
    return ". ".join((*(one.rstrip(".") for one in said), _("What concerns your safety stays.")))


def doubt_in_words(doubt: str) -> str:
    """Say why it is asked first."""
    return _(_DOUBTS[doubt])


def is_it_meant(*, is_back: bool) -> str:
    """Ask whether it is meant."""
    return _("Bring it back?") if is_back else _("Take it back?")
