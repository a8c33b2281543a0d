"""Entries by the program that they came from."""

from collections.abc import Iterable

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n import formats
from ryggkompis.services.imports.errors import NoSuchSource, NothingBroughtIn
from ryggkompis.words.imports.names import is_called, source_name


def sources(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Name the programs that entries came from, each once."""
    found = {entry.origin.source for entry in entries if entry.origin is not None}
    return tuple(sorted(found, key=lambda one: source_name(one).casefold()))


def came_from(entries: Iterable[Entry], name: str) -> tuple[Entry, ...]:
    """Give the entries that came from the program of that name.

    Raises:
        NoSuchSource, NothingBroughtIn: where none did.

    """
    said = tuple(entries)
    known = sources(said)
    meant = [one for one in known if is_called(one, name)]
    if not known:
        raise NothingBroughtIn
    if not meant:
        raise NoSuchSource(name=name, known=formats.list_of([*map(source_name, known)]))
    return tuple(entry for entry in said if entry.origin is not None and entry.origin.source in meant)
