"""The one finder: actions with their keys, things to go to, entries of the diary, and days."""

import asyncio
from collections.abc import Iterable
from heapq import nlargest
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ryggkompis.i18n.language import _
from ryggkompis.services.search.entries import Texts
from ryggkompis.tui.finder.actions import done_here, done_on_today
from ryggkompis.tui.finder.findable import Findable
from ryggkompis.tui.finder.things import things
from ryggkompis.tui.finder.written import MOST, days, entries
from ryggkompis.tui.labels import KEY

if TYPE_CHECKING:
    from ryggkompis.tui.shell import Shell

LONGEST = 60
"""Letters of a name that are shown."""
PAUSE = 0.08
"""Seconds after a letter before something is looked for."""
_OF_DIARY = 0.3
"""What an entry counts: whatever has the words in its own name stands above it."""


class Finder(Provider):
    """Offers what can be done here, and everything that can be gone to."""

    async def startup(self) -> None:
        """Gather what does not depend on the words."""
        app = self._shell
        self._here = tuple(done_here(app, self.screen))
        self._known = (*self._here, *done_on_today(app), *things(app))
        self._texts = Texts(app.state.catalogue, app.state.flags)

    async def discover(self) -> Hits:
        """Offer what can be done here before a word is typed."""
        for one in sorted(self._here, key=lambda one: one.name):
            yield DiscoveryHit(_shown(one), one.go, one.name, one.about)

    async def search(self, query: str) -> Hits:
        """Offer what all the words fit."""
        # The letter is seen before anything is looked for; the next one ends this search.
        await asyncio.sleep(PAUSE)
        words = query.casefold().split()
        best = nlargest(MOST, ((one.fit(words), -place) for place, one in enumerate(self._known)))
        found = [
            *((1.0, one) for one in days(self._shell, query)),
            *((fit, self._known[-place]) for fit, place in best if fit),
        ]
        for score, one in found:
            yield self._hit(one, score, words)
        async for one in entries(self._shell, query, self._texts):
            found.append((_OF_DIARY, one))
            yield self._hit(one, _OF_DIARY, words)
        if not found:
            # Where nothing is yielded Textual says so itself, and in English only.
            yield Hit(1, _("Nothing is called that. Try another word."), _nothing)

    @property
    def _shell(self) -> "Shell":
        return cast("Shell", self.app)

    def _hit(self, one: Findable, score: float, words: Iterable[str]) -> Hit:
        return Hit(score, _shown(one, words), one.go, one.name, one.about)


def _shown(one: Findable, words: Iterable[str] = ()) -> Content:
    """Write a name, with what was typed in it, and the keys that do it."""
    name = one.name if len(one.name) <= LONGEST else one.name[:LONGEST] + "…"
    said = Content(name)
    for word in words:
        at = name.casefold().find(word)
        if at >= 0:
            said = said.stylize("bold underline", at, at + len(word))
    return Content.assemble(said, "  ", (one.keys, KEY)) if one.keys else said


def _nothing() -> None:
    """Do nothing."""
