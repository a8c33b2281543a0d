"""What the command search finds: everything that has a key, by its words in both languages and by others."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple, get_args

from textual.command import DiscoveryHit, Hit, Hits, Provider

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _, current, speaking
from ryggkompis.tui.labels import Visible, visible
from ryggkompis.words.search_terms import OTHER_WORDS

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_LESS: Final = 0.8
"""What a word that is not the name itself counts."""


class Findable(NamedTuple):
    """Something that can be done, and all it is called."""

    one: Visible
    """In the language of the window."""
    words: tuple[str, ...]
    """What else it is found by."""


class Finder(Provider):
    """Offers what has a key here, and does it."""

    async def discover(self) -> Hits:
        """Offer everything before a word is typed."""
        for found in sorted(self._findable(), key=lambda found: found.one.label):
            yield DiscoveryHit(found.one.label, self._doing(found.one), help=found.one.tip)

    async def search(self, query: str) -> Hits:
        """Offer what one of its words fits."""
        matcher = self.matcher(query)
        is_found = False
        for found in self._findable():
            name = matcher.match(found.one.label)
            others = max(map(matcher.match, found.words), default=0)
            # Its own name wins over what it is also called.
            if score := max(name, _LESS * others):
                is_found = True
                yield Hit(
                    score, matcher.highlight(found.one.label), self._doing(found.one), help=found.one.tip
                )

        if not is_found:
            # Where nothing is yielded Textual says so itself, and in English only.
            yield Hit(1, _("Nothing is called that. Try another word."), _nothing)

    def _doing(self, one: Visible) -> Callable[[], object]:
        return partial(self.app.run_action, one.action, one.namespace)

    def _findable(self) -> Iterator[Findable]:
        said = {language: self._shown(language) for language in LANGUAGES}
        for action, one in said[current()].items():
            elsewhere = [found[action] for found in said.values() if action in found]
            words = [part for other in elsewhere for part in (other.label, other.tip) if part]
            more = OTHER_WORDS.get(one.id)
            yield Findable(one, (*words, *([more] if more else [])))

    def _shown(self, language: Language) -> dict[str, Visible]:
        with speaking(language):
            keys = visible(self.screen.active_bindings.values())
        return {
            one.action: one
            for one in keys
            if one.enabled and one.action != "command_palette" and not one.id.startswith("list.")
        }


def _nothing() -> None:
    """Do nothing."""
