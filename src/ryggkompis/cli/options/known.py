"""What there is to choose, and what it is called in both languages; imported when something is looked up."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ryggkompis.cli.options.declared import PART, Offer
from ryggkompis.cli.options.errors import NearlyCard, NearlyExercise, NearlyOneOf, NoSuchCard, NoSuchNumber
from ryggkompis.cli.options.near import nearest
from ryggkompis.content.loading import load_catalogue, load_learn_cards, load_red_flags
from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import LANGUAGES, Comfort, Exercise, Words
from ryggkompis.i18n.language import _, current, speaking
from ryggkompis.services.errors import NoSuchExercise, NotOneOf
from ryggkompis.words.entries import PART_NAMES, part_name
from ryggkompis.words.entry_names import choice_name, has_choices

_NEGATED: Final = ("no ", "not ", "ingen ", "ikke ")
"""A word out of “no numbness” must never be read as none."""
_READ: Final = 360
"""Characters of a list that is still read."""
_SHORTEST: Final = 3
"""Letters by which a word of a name is known."""
_NUMBERED: Final = re.compile(r"([a-z])0*([1-9]\d?)", re.ASCII)
Named = Mapping[str, Sequence[str]]
"""What each value is called, in both languages."""


def labelled(known: Iterable[str | int], field: str) -> list[Offer]:
    """Give each of ``known`` with what it stands for."""
    return [Offer(str(value), _label(field, value)) for value in known]


def nothing() -> Offer:
    """Give the word for none of a list."""
    return Offer("none", _("none of them"))


def meant(text: str, known: Sequence[str], name: str, field: str) -> str:
    """Find the one of ``known`` that is called as ``text`` says, in either language.

    Raises:
        NotOneOf: for anything else.

    """
    called = {value: _in_both(field, value) for value in known}
    found = _called(text, called)
    if found is not None:
        return found
    parts = (part for labels in called.values() for label in labels for part in _parts(label))
    # Only what would be understood: “ned” stands in the name of several.
    near = nearest(text, [*known, *(part for part in parts if _called(part, called))])
    choices = to_choose(known, field)
    if near is None:
        raise NotOneOf(value=text, field=name, choices=choices)
    raise NearlyOneOf(value=text, field=name, choices=choices, near=near)


def to_choose(known: Sequence[str], field: str) -> str:
    """List what there is, with what it means where that stays a line that is read."""
    told = ", ".join(f"{value} ({says})" if says else value for value, says in labelled(known, field))
    return told if len(told) <= _READ else ", ".join(known)


def exercise_called(text: str) -> str:
    """Give the id of what ``text`` names: E1, e01 or “bekkenvipp”; what it may be elsewhere stays."""
    named = _catalogue()
    by_id = {id_.casefold(): id_ for id_ in named}
    said = text.strip().casefold()
    numbered = _NUMBERED.fullmatch(said)
    if numbered is not None:
        letter, number = numbered.groups()
        said = next((id_ for id_ in by_id if _NUMBERED.fullmatch(id_) and _same(id_, letter, number)), said)
    return by_id.get(said) or _called(text, named) or text


def parts_called(text: str) -> str:
    """Write parts of a report as the report calls them; what names none stays as it is."""
    named = {part: _in_both(PART, part) for part in PART_NAMES}
    words = [word.strip() for word in text.split(",")]
    return ",".join(word if word in named else _called(word, named) or word for word in words)


def unknown_exercise(text: str) -> NoSuchExercise:
    """Make the fault of a word that names no exercise, with what was perhaps meant."""
    named = _catalogue()
    number = _NUMBERED.fullmatch(text.strip().casefold())
    alike = [id_ for id_ in named if number and id_.casefold().startswith(number[1])]
    if len(alike) > 1:
        return NoSuchNumber(id=text, first=alike[0], last=alike[-1])
    words = {part: id_ for id_, names in named.items() for name in names for part in (name, *_parts(name))}
    near = nearest(text, [*named, *words])
    if near is None:
        return NoSuchExercise(id=text)
    id_ = words.get(near, near)
    return NearlyExercise(id=text, near=f"{id_} {named[id_][LANGUAGES.index(current())]}")


def card_called(text: str) -> str:
    """Give the id of the card that ``text`` names.

    Raises:
        NoSuchCard: where there is none; with what was perhaps meant.

    """
    named: Named = {card.id: _both(card.title) for card in load_learn_cards().cards}
    said = text.strip().casefold()
    found = said if said in named else _called(text, named)
    if found is not None:
        return found
    near, known = nearest(text, named), ", ".join(named)
    raise NoSuchCard(id=text, known=known) if near is None else NearlyCard(id=text, known=known, near=near)


def exercises() -> Iterator[Offer]:
    """Give everything that can be done beside walking, with its name."""
    for one in _done():
        yield Offer(one.id, one.name.in_(current()))


def movements() -> Iterator[Offer]:
    """Give everything of the catalogue, with its name."""
    walk = load_catalogue().walk
    yield from exercises()
    yield Offer(walk.id, walk.name.in_(current()))


def cards() -> Iterable[Offer]:
    """Give every card, with its title."""
    return (Offer(card.id, card.title.in_(current())) for card in load_learn_cards().cards)


def safety_questions() -> Iterator[Offer]:
    """Give the safety questions by their ids, and the word for none of them."""
    yield Offer("none", _(NOTHING_FITS))
    for flag in load_red_flags().flags:
        yield Offer(flag.id, flag.question.in_(current()))


NOTHING_FITS: Final = N_("none of them fits")


def _catalogue() -> Named:
    walk = load_catalogue().walk
    return {one.id: _both(one.name) for one in _done()} | {walk.id: _both(walk.name)}


def _done() -> tuple[Exercise | Comfort, ...]:
    catalogue = load_catalogue()
    return (*catalogue.exercises, *catalogue.comfort)


def _both(words: Words) -> Sequence[str]:
    return tuple(words.in_(language) for language in LANGUAGES)


def _same(id_: str, letter: str, number: str) -> bool:
    found = _NUMBERED.fullmatch(id_)
    return found is not None and found.groups() == (letter, number)


def _label(field: str, value: str | int) -> str:
    if field == PART:
        return part_name(str(value))
    name = choice_name(field, value) if has_choices(field) else ""
    return "" if name == str(value) else name


def _in_both(field: str, value: str) -> Sequence[str]:
    labels = []
    for language in LANGUAGES:
        with speaking(language):
            labels.append(_label(field, value))
    return labels


def _called(text: str, named: Named) -> str | None:
    """Find the one value whose name is ``text``, or that alone has a word beginning so."""
    said = " ".join(text.casefold().split())
    whole = [value for value, names in named.items() if said in {name.casefold() for name in names if name}]
    if len(whole) == 1:
        return whole[0]
    if len(said) < _SHORTEST:
        return None
    found = {
        (value, name.casefold().startswith(_NEGATED))
        for value, names in named.items()
        for name in names
        if any(part.startswith(said) for part in _parts(name))
    }
    values = {value for value, _is_negated in found}
    is_plain = not any(is_negated for _value, is_negated in found)
    return values.pop() if len(values) == 1 and is_plain else None


def _parts(name: str) -> Sequence[str]:
    return [part for part in re.split(r"[^\w/-]+", name.casefold()) if len(part) >= _SHORTEST]
