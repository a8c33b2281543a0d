"""English and bokmål pair one to one: what is told apart in one language is told apart in the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from ryggkompis.content.loading import load_catalogue, load_learn_cards, load_red_flags
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.catalogue.catalogue import Words

MARKS = re.compile(r"[\s.:?!…]+$")
EXCUSED = {
    frozenset({"ERASE", "Delete"}): "one is typed in capitals to confirm, the other is a key",
    frozenset({"DIR", "Folder"}): "a placeholder of a usage line, as every program has it",
}
"""Pairs of English that may share their bokmål, each with the reason."""


@pytest.fixture(scope="module")
def pairs(tool: dict[str, Any]) -> list[tuple[str, str]]:
    """Every message with its bokmål, in the plural where there is one: the singular may be worded alike."""
    catalogue: Catalog = tool["read"]()
    return [(last(message.id), last(message.string)) for message in catalogue if message.id]


def last(forms: object) -> str:
    return forms if isinstance(forms, str) else str(list(forms)[-1])  # type: ignore[call-overload]


def bare(text: str) -> str:
    """The words alone: how they begin and end does not tell two meanings apart."""
    return MARKS.sub("", text).casefold()


def shared(pairs: list[tuple[str, str]]) -> Iterator[frozenset[str]]:
    """List English that says different things and has the same bokmål."""
    by_bokmaal = defaultdict[str, dict[str, str]](dict)
    for english, bokmaal in pairs:
        by_bokmaal[bare(bokmaal)].setdefault(bare(english), english)
    return (frozenset(known.values()) for known in by_bokmaal.values() if len(known) > 1)


def test_no_two_messages_have_the_same_bokmaal(pairs: list[tuple[str, str]]) -> None:
    assert [same for same in shared(pairs) if same not in EXCUSED] == []


def test_every_excuse_is_needed(pairs: list[tuple[str, str]]) -> None:
    assert set(EXCUSED) <= set(shared(pairs))


def test_no_message_is_told_apart_by_its_context(tool: dict[str, Any]) -> None:
    """One English sentence has one bokmål sentence; where the meaning differs, so do the words."""
    catalogue: Catalog = tool["read"]()
    assert [message.id for message in catalogue if message.context] == []


def words_in(value: object) -> Iterator[tuple[str, str]]:
    """Find every text in two languages."""
    if isinstance(value, Words):
        yield value.en, value.nb
    elif isinstance(value, tuple | list):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words_in(one)
    elif hasattr(value, "__struct_fields__"):
        yield from words_in(asdict(value))  # type: ignore[arg-type]  # a Value has fields


def test_the_content_pairs_one_to_one_as_well() -> None:
    found = [pair for read in (load_catalogue, load_red_flags, load_learn_cards) for pair in words_in(read())]
    english, bokmaal = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for en, nb in found:
        english[en].add(nb)
        bokmaal[nb].add(en)
    assert len(found) > 300
    assert [same for same in (*english.values(), *bokmaal.values()) if len(same) > 1] == []
