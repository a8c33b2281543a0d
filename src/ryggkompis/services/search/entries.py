"""The full text of entries, in both languages; each is worded once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import LANGUAGES, Catalogue, Language, RedFlags
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.medicines import is_of
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import speaking
from ryggkompis.services.search.periods import Days, days_named
from ryggkompis.words.entries import entry_line


class Sought(Value):
    """What is looked for in the diary; what is not given leaves nothing out."""

    words: str = ""
    """All of them stand in the entry, or they name its day."""
    kind: str | None = None
    first: date | None = None
    last: date | None = None
    medicine: str | None = None
    """What was taken, by its name; also what was noted in the very same words."""
    source: str | None = None
    """Whose file it came from."""

    def with_words(self, words: str) -> "Sought":
        """Look for other words, and else the same."""
        return replace(self, words=words)

    @property
    def is_all(self) -> bool:
        """Tell whether nothing is left out."""
        return self == Sought()


class Texts:
    """What every entry says, its kind and its day too, in both languages."""

    def __init__(self, catalogue: Catalogue, flags: RedFlags) -> None:
        """Begin without a text; ``catalogue`` and ``flags`` name what entries hold by its id."""
        self._catalogue = catalogue
        self._flags = flags
        self._known: dict[tuple[str, int], str] = {}

    def of(self, entry: Entry) -> str:
        """Give the text of ``entry``."""
        key = (entry.id, entry.rev)
        if key not in self._known:
            self._known[key] = " ".join(map(self._said, LANGUAGES, (entry,) * len(LANGUAGES)))
        return self._known[key]

    def _said(self, language: Language, entry: Entry) -> str:
        with speaking(language):
            return f"{entry_line(entry, self._catalogue, self._flags)} {formats.day(entry.day)}".casefold()


def found(entries: Iterable[Entry], sought: Sought, texts: Texts, today: date) -> Iterator[Entry]:
    """Give the entries that fit, in the order they came."""
    return filter(fits(sought, texts, today), entries)


def fits(sought: Sought, texts: Texts, today: date) -> Callable[[Entry], bool]:
    """Give what tells whether an entry is one of those that are looked for."""
    words = sought.words.casefold().split()
    days = days_named(sought.words, today) if words else None

    def is_one(entry: Entry) -> bool:
        if sought.kind not in {None, entry.kind} or not _is_between(entry, sought):
            return False
        if sought.source is not None and (entry.origin is None or entry.origin.source != sought.source):
            return False
        if sought.medicine is not None and not is_of(entry, sought.medicine):
            return False
        return not words or _is_said(entry, words, days, texts)

    return is_one


def _is_between(entry: Entry, sought: Sought) -> bool:
    return (sought.first is None or sought.first <= entry.day) and (
        sought.last is None or entry.day <= sought.last
    )


def _is_said(entry: Entry, words: Iterable[str], days: Days | None, texts: Texts) -> bool:
    if days is not None and days.has(entry.day):
        return True
    text = texts.of(entry)
    return all(word in text for word in words)
