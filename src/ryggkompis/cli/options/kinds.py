"""What an option may hold, kind by kind, read in either language; each knows what there is to choose."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from ryggkompis.cli.options.declared import PART, Kind, Offer
from ryggkompis.cli.options.values import (
    NOTHING,
    a_name,
    choice_of,
    number_of,
    numbers_of,
    one_of,
    safety_answers,
    some_of,
    whole_number,
)
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n.language import _
from ryggkompis.services.checks import choices, limits

_FEW: Final = 10
"""More numbers than these are not worth a list."""


def text(shape: str = "") -> Kind:
    """Words of the patient's own."""
    return Kind(shape=shape or _("TEXT"))


def named(shape: str = "ID") -> Kind:
    """Something that has a name, which is never empty."""
    return Kind(shape=shape, read=a_name)


def file() -> Kind:
    """A file, or ``-`` where the command reads or prints."""
    return Kind(shape=_("FILE"), read=a_name, path="file")


def folder() -> Kind:
    """A folder."""
    return Kind(shape=_("DIR"), read=a_name, path="folder")


def day(*, is_ahead: bool = False) -> Kind:
    """A day as people write it, in either language."""
    return Kind(shape=_("DAY"), day="ahead" if is_ahead else "behind")


def number(kind: type[Entry], field: str, option: str, shape: str = "") -> Kind:
    """Take a whole number that ``field`` of ``kind`` can hold."""
    low, high = limits(kind, field)
    return Kind(
        shape=shape or _("N"),
        read=number_of(kind, field, option),
        offers=partial(_numbers, low, high, field) if high - low <= _FEW else None,
    )


def whole(option: str, low: int, high: int) -> Kind:
    """Take a whole number that no entry holds."""
    return Kind(shape=_("N"), read=partial(whole_number, name=option, low=low, high=high))


def numbers(kind: type[Entry], field: str, option: str) -> Kind:
    """Numbers with commas between them."""
    return Kind(shape=_("N,N,N"), read=numbers_of(kind, field, option), is_list=True)


def choice(kind: type[Entry], field: str, option: str) -> Kind:
    """Take one of the words that ``field`` of ``kind`` can hold."""
    return Kind(
        shape="|".join(choices(kind, field)),
        read=choice_of(kind, field, option),
        offers=partial(_choices, kind, field),
    )


def some(kind: type[Entry], field: str, option: str, shape: str = "") -> Kind:
    """Some of the words that the list ``field`` of ``kind`` can hold, or none of them."""
    every = ",".join(choices(kind, field)) + f"|{NOTHING}"
    return Kind(
        shape=f"{NOTHING}|{shape}[,{shape}…]" if shape else every,
        read=some_of(kind, field, option),
        offers=partial(_some, kind, field),
        is_list=True,
    )


def words(known: Sequence[str], name: str, field: str = "") -> Kind:
    """One of ``known``; what they stand for is told as for ``field`` of an entry, where there is one."""
    return Kind(
        shape="|".join(known),
        read=partial(one_of, known=known, name=name, field=field),
        offers=partial(_words, known, field),
    )


def parts(known: Iterable[str]) -> Kind:
    """Take some of ``known``, by any of their names; what is none of them the command judges."""
    every = partial(_words, tuple(known), PART)
    return Kind(shape=_("PART,PART"), read=_parts, offers=every, is_list=True)


def exercise() -> Kind:
    """Something of the catalogue that can be done."""
    return Kind(shape=_("EXERCISE"), read=_exercise, offers=_exercises)


def movement() -> Kind:
    """Anything of the catalogue, also the walk."""
    return Kind(shape=_("EXERCISE"), read=_exercise, offers=_movements)


def card() -> Kind:
    """A card to read."""
    return Kind(shape=_("CARD"), read=_card, offers=_cards)


def flags() -> Kind:
    """The answers to the whole safety list."""
    return Kind(shape="none|ID[,ID…]|ID=unsure", read=safety_answers, offers=_flags, is_list=True)


def _choices(kind: type[Entry], field: str) -> Iterable[Offer]:
    return _words(choices(kind, field), field)


def _some(kind: type[Entry], field: str) -> Iterable[Offer]:
    from ryggkompis.cli.options.known import nothing

    return (nothing(), *_choices(kind, field))


def _numbers(low: int, high: int, field: str) -> Iterable[Offer]:
    from ryggkompis.cli.options.known import labelled

    return labelled(range(low, high + 1), field)


def _words(known: Sequence[str], field: str) -> Iterable[Offer]:
    from ryggkompis.cli.options.known import labelled

    return labelled(known, field)


def _parts(text: str) -> str:
    from ryggkompis.cli.options.known import parts_called

    return parts_called(text)


def _exercise(text: str) -> str:
    from ryggkompis.cli.options.known import exercise_called

    return exercise_called(a_name(text))


def _exercises() -> Iterable[Offer]:
    from ryggkompis.cli.options.known import exercises

    return exercises()


def _movements() -> Iterable[Offer]:
    from ryggkompis.cli.options.known import movements

    return movements()


def _card(text: str) -> str:
    from ryggkompis.cli.options.known import card_called

    return card_called(a_name(text))


def _cards() -> Iterable[Offer]:
    from ryggkompis.cli.options.known import cards

    return cards()


def _flags() -> Iterable[Offer]:
    from ryggkompis.cli.options.known import safety_questions

    return safety_questions()
