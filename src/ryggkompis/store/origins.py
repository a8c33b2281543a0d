"""Lines that were made of another program's file: whose it was, and what becomes of an import as a whole."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.store.lines import Line, day_of, id_of, next_rev, rev_of

ORIGIN: Final = "origin"
"""The key under which a line names where it comes from."""
GONE_WITH: Final = "with_import"
"""The key of a line that takes an entry out together with its whole import, which it names."""


def origin_of(line: Mapping[str, object]) -> Mapping[str, object]:
    """Give what ``line`` says of where it comes from; nothing where it was said here."""
    said = line.get(ORIGIN)
    return said if isinstance(said, Mapping) else {}


def source_of(line: Mapping[str, object]) -> str | None:
    """Name the program that ``line`` was brought from; None where it was said here."""
    said = origin_of(line).get("source")
    return said if isinstance(said, str) else None


def import_of(line: Mapping[str, object]) -> str | None:
    """Name the import that brought ``line``; None where it was said here."""
    said = origin_of(line).get("import_id")
    return said if isinstance(said, str) else None


def gone_with(line: Line, import_id: str) -> Line:
    """Give the line that takes an entry out because its whole import goes."""
    rev = next_rev(rev_of(line))
    return {"id": id_of(line), "rev": rev, "day": day_of(line), "deleted": True, GONE_WITH: import_id}
