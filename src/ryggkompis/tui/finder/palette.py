"""The window of the finder: Enter takes what was found for all that was typed."""

import asyncio

from textual import on
from textual.command import CommandPalette
from textual.widgets import Input

from ryggkompis.i18n.language import _


class Palette(CommandPalette):
    """A line to type in, and what was found below it."""

    def __init__(self) -> None:
        """Open it with nothing typed."""
        super().__init__(placeholder=_("Find anything: a word, an exercise, a day …"))

    @on(Input.Submitted)
    async def _wait_for_what_is_found(self) -> None:
        """Wait for a search that is under way: what is listed until then was found for fewer letters."""
        searches = [one for one in self.workers if one.node is self and one.is_running]
        await asyncio.gather(*(one.wait() for one in searches))
