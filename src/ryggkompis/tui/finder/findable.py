"""What the finder offers, and how well it fits the words that were typed."""

from collections.abc import Callable, Iterable

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import LANGUAGES
from ryggkompis.i18n.language import speaking

_WHOLE, _BEGINS, _NAMED, _MEANT = 1.0, 0.9, 0.8, 0.6


class Findable(Value):
    """Something that can be gone to or done, and all it is called."""

    name: str
    """In the language of the window."""
    words: str
    """What else it is found by, in small letters."""
    go: Callable[[], object]
    about: str = ""
    """What it is, below its name."""
    keys: str = ""
    """The keys that do it, too."""

    def fit(self, words: Iterable[str]) -> float:
        """Tell how well all of ``words``, in small letters, fit: its own name wins over its other words."""
        sought = tuple(dict.fromkeys(words))
        name = self.name.casefold()
        if not all(word in name or word in self.words for word in sought):
            return 0
        whole = " ".join(sought)
        if name == whole:
            return _WHOLE
        if name.startswith(whole):
            return _BEGINS
        return _NAMED if all(word in name for word in sought) else _MEANT


def in_every_language(say: Callable[[], str]) -> str:
    """Give all that something is called, in small letters."""
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(say())
    return " ".join(said).casefold()
