"""Markdown's small change: text that stays text, days, lists and tables."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.catalogue import Words
from ryggkompis.domain.text import shown
from ryggkompis.i18n import current, formats, ngettext

MOST: Final = 12
"""How many of a long list fit on the page; the newest are kept."""
_ESCAPED: Final = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>|~&$#"}


def safe(text: str) -> str:
    """Give the patient's ``text`` on one line, so that it steers neither a terminal nor a Markdown reader."""
    return " / ".join(line.strip() for line in shown(text).splitlines() if line.strip()).translate(_ESCAPED)


def name_of(name: Words | None, otherwise: str) -> str:
    """Give a name in the current language, or ``otherwise`` where the catalogue has none."""
    return safe(name.in_(current()) if name else otherwise)


def day(which: date) -> str:
    """Write a day in numerals, as a table does."""
    return formats.numeric_day(which)


def listing(items: Sequence[str]) -> Iterable[str]:
    """Give one block: a bullet for each of the newest items, and how many came before; nothing for none."""
    if not items:
        return
    lines = [f"- {item}" for item in items[-MOST:]]
    more = len(items) - len(lines)
    if more:
        lines.insert(0, "- " + ngettext("{n} earlier one", "{n} earlier ones", more).format(n=more))
    yield "\n".join(lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; every row has as many cells as ``head``."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
