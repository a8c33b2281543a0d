"""The one finder: actions with their keys, things to go to, entries of the diary, and days."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ryggkompis.i18n.language import _, current, speaking
from ryggkompis.services.search.entries import Texts
from ryggkompis.tui.finder.findable import LANGUAGES, Findable
from ryggkompis.tui.finder.things import things
from ryggkompis.tui.finder.written import days, entries
from ryggkompis.tui.labels import KEY, Visible, key_name, visible
from ryggkompis.words.search_terms import OTHER_WORDS

if TYPE_CHECKING:
    from ryggkompis.tui.shell import Shell

LONGEST = 60
"""Letters of a name that are shown."""
_OF_DIARY = 0.3
"""What an entry counts: whatever has the words in its own name stands above it."""


class Finder(Provider):
    """Offers what can be done here, and everything that can be gone to."""

    async def startup(self) -> None:
        """Gather what does not depend on the words."""
        app = self._shell
        self._known = (*self._actions(), *things(app))
        self._texts = Texts(app.state.catalogue, app.state.flags)

    async def discover(self) -> Hits:
        """Offer what can be done here before a word is typed."""
        for one in sorted(self._actions(), key=lambda one: one.name):
            yield DiscoveryHit(_shown(one), one.go, one.name, one.about)

    async def search(self, query: str) -> Hits:
        """Offer what all the words fit."""
        words = query.casefold().split()
        is_found = False
        for one in days(self._shell, query):
            is_found = True
            yield self._hit(one, 1, ())
        for one in self._known:
            if fit := one.fit(words):
                is_found = True
                yield self._hit(one, fit, words)
        async for one in entries(self._shell, query, self._texts):
            is_found = True
            yield self._hit(one, _OF_DIARY, words)
        if not is_found:
            # Where nothing is yielded Textual says so itself, and in English only.
            yield Hit(1, _("Nothing is called that. Try another word."), _nothing)

    @property
    def _shell(self) -> "Shell":
        return cast("Shell", self.app)

    def _hit(self, one: Findable, score: float, words: Iterable[str]) -> Hit:
        return Hit(score, _shown(one, words), one.go, one.name, one.about)

    def _actions(self) -> Iterator[Findable]:
        said = {language: self._keys(language) for language in LANGUAGES}
        for action, one in said[current()].items():
            elsewhere = [found[action] for found in said.values() if action in found]
            words = [part for other in elsewhere for part in (other.label, other.tip) if part]
            more = OTHER_WORDS.get(one.id, "")
            go = partial(self.app.run_action, one.action, one.namespace)
            keys = ", ".join(filter(None, map(key_name, one.keys)))
            yield Findable(one.label, " ".join((*words, more)).casefold(), go, one.tip, keys)

    def _keys(self, language: str) -> dict[str, Visible]:
        with speaking("nb" if language == "nb" else "en"):
            keys = visible(self.screen.active_bindings.values())
        return {one.action: one for one in keys if one.enabled and not _is_of_the_finder(one)}


def _is_of_the_finder(one: Visible) -> bool:
    return one.action == "command_palette" or one.id.startswith("list.")


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
