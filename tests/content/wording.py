"""The texts of the catalogue and of the safety questions, laid out for tests about their wording."""

from collections.abc import Iterator
from typing import Any

from ryggkompis.domain.base.value import Value, asdict
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, Language, RedFlag, WalkGuide, Words

LANGUAGES: tuple[Language, ...] = ("nb", "en")


def words_in(value: Any, where: str = "") -> Iterator[tuple[str, Words]]:
    """List every text below ``value`` with its place."""
    if isinstance(value, Words):
        yield where, value
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from words_in(item, f"{where}.{getattr(item, 'id', i + 1)}")
    elif isinstance(value, Value):
        for name, held in asdict(value).items():
            yield from words_in(held, f"{where}.{name}")


def instruction(item: Exercise | Comfort | WalkGuide, language: Language) -> str:
    """Join what somebody reads while doing ``item``."""
    levels = item.levels if isinstance(item, Exercise) else ()
    own = (text for level in levels for text in (level.start, level.cue, level.how) if text)
    return " ".join(text.in_(language) for text in (item.cue, item.caution, *own))


def card(flag: RedFlag, language: Language) -> str:
    """Join what stands on the card of ``flag``."""
    said = (flag.question, flag.why, flag.call, *((flag.worse,) if flag.worse else ()), flag.say)
    return " ".join(text.in_(language) for text in said)
