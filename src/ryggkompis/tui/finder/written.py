"""What was written, and days: found by the words that were typed."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.search.entries import Sought, Texts, fits
from ryggkompis.services.search.periods import days_named
from ryggkompis.tui.finder import going
from ryggkompis.tui.finder.findable import Findable
from ryggkompis.tui.shell import Shell
from ryggkompis.words.entries import entry_line

MOST: Final = 20
"""Entries that are offered; the log shows them all."""
AT_ONCE: Final = 50
"""Entries that are read through between two keys."""
SHORTEST: Final = 2
"""Letters from which on the diary is looked through."""


def days(app: Shell, query: str) -> Iterator[Findable]:
    """Give the day that was named, or the month: to tell about it, and to read what was written."""
    today = app.companion.today.real
    named = days_named(query, today)
    if named is None or named.first > today:
        return
    go = partial(going.to_days, app, named)
    if named.first != named.last:
        month = _("{month} in the log").format(month=formats.month_year(named.first))
        yield Findable(month, "", go, _("What was written that month"))
        return
    day = formats.day(named.first)
    shown_day = None if named.first == today else named.first
    yield Findable(
        day, "", partial(going.to_day, app, shown_day), _("The plan of that day, to tell about it")
    )
    yield Findable(_("{day} in the log").format(day=day), "", go, _("What was written that day"))


async def entries(app: Shell, query: str, texts: Texts) -> AsyncIterator[Findable]:
    """Give the newest entries that fit, looked for beside the keys."""
    if len(query.strip()) < SHORTEST:
        return
    state, count = app.whole, 0
    is_one = fits(Sought(query), texts, state.day)
    for place, entry in enumerate(reversed(state.diary.entries)):
        if place % AT_ONCE == 0:
            await asyncio.sleep(0)
        if not is_one(entry):
            continue
        line = shown(entry_line(entry, state.catalogue, state.flags))
        yield Findable(line, "", partial(going.to_entry, app, entry.id), formats.day(entry.day))
        count += 1
        if count == MOST:
            return
