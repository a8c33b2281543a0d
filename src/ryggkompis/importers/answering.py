"""Answers of a foreign file, each under a name, as the entries that ``--map`` makes of them."""

import shlex
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.importers import understood
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.check_ins import check_ins
from ryggkompis.importers.errors import MapMissing, MapUnknownName, NothingUsable
from ryggkompis.importers.found import Found
from ryggkompis.importers.mapping import IGNORED, OFFERED, PAINS, Names, folded, meanings, pains, target_word
from ryggkompis.importers.numbers import Numbers, whole
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_SHOWN_NAMES = 12
_NAME_LENGTH = 40
_NO = frozenset({"n", "no", "nei", "false"})
DONE = "y"
"""The text of an answer that says only that it was done."""
NOT_DONE = "n"
"""The text of an answer that says that it was not done."""
_MEANT: Final = (
    ("steps", ("step", "skritt", "pas", "schritt")),
    ("leg", ("leg", "bein", "ben ", "isjias", "sciatic", "legg", "calf", "lår", "thigh")),
    ("back", ("back", "rygg", "lumbar")),
    ("walk", ("walk", "gåtur", "gange")),
    ("medicine", ("medicine", "medication", "medisin")),
)
"""How the names sound that may be one thing; what sounds like none of them is suggested as a remark only."""
_SUGGESTED = 3
_FIRST_LINES: Final = 4
"""Lines of a file that are shown, so that it can be seen what its columns are."""
_MOST_LINES: Final = 20
_WIDTH: Final = 72


def take_answers(
    source: Source, answers: Sequence[Given], names: Names, harvest: Builder, *, is_pain: bool = True
) -> Found | None:
    """Make entries of the answers that ``names`` asks for: check-ins of pains, and what else they say.

    Args:
        source: the file.
        answers: what stands in it.
        names: what is what.
        harvest: takes what is no pain.
        is_pain: whether its numbers can be pain of 0 to 10.

    Raises:
        MapMissing, MapUnknownName: when nobody says what is what, or of names none of which is there.
        NothingUsable, OtherScale: when there is nothing to take.

    """
    wanted = meanings(names)
    _check_names(source, answers, names, harvest, is_pain=is_pain)
    _remember_names(answers, names, wanted, harvest)
    answers = _with_numbers(answers, wanted, harvest)
    felt = pains(wanted)
    others = {name: target for name, target in wanted.items() if name not in felt}
    if others:
        _pour([answer for answer in answers if folded(answer.name) in others], others, harvest)
    if not felt:
        return None
    rest = [answer for answer in answers if folded(answer.name) not in others]
    return check_ins(source, rest, felt, harvest)


def _remember_names(answers: Sequence[Given], names: Names, wanted: Names, harvest: Builder) -> None:
    """Remember which names were asked for, and which say something and were not."""
    harvest.asked.wanted.update(wanted)
    for answer in answers:
        small = folded(answer.name)
        if small in wanted:
            harvest.asked.there[answer.name] = small
        elif answer.name and answer.text.strip() and names.get(small) != IGNORED:
            harvest.asked.left_out[answer.name] += 1


def _with_numbers(answers: Sequence[Given], names: Names, harvest: Builder) -> list[Given]:
    """Read the numbers of each name, as its own column writes them."""
    texts: dict[str, list[str]] = {}
    for answer in answers:
        texts.setdefault(answer.name, []).append(answer.text)
    read = {
        name: Numbers.of(said, is_whole=names.get(folded(name)) == "steps") for name, said in texts.items()
    }
    for name, numbers in read.items():
        if numbers.guessed and folded(name) in names:
            harvest.tell(understood.sign_guessed(name, numbers))
    return [answer._replace(number=read[answer.name].read(answer.text)) for answer in answers]


def _pour(answers: Sequence[Given], names: Names, harvest: Builder) -> None:
    harvest.rows += len({answer.line for answer in answers})
    for answer in answers:
        if answer.text.strip():
            _take(harvest, answer, names[folded(answer.name)])
        else:
            harvest.blank += 1


def _take(harvest: Builder, answer: Given, target: str) -> None:
    """Make of one answer what its name stands for, where it says that there was something."""
    where = Where(answer.line, answer.moment or answer.day, answer.name, answer.written)
    number = answer.number
    words = answer.said or ("" if answer.text == DONE else answer.text.strip())
    is_none = number is not None and number <= 0 and target not in {"steps", "note"}
    if is_none or answer.text == NOT_DONE or (folded(answer.text) in _NO and target != "note"):
        harvest.not_done += 1
    elif target == "walk":
        harvest.walk(where, None if number is None else float(number), None, answer.text)
    elif target == "steps":
        harvest.steps(where, whole(number), None if answer.moment is None else 0, answer.text)
    elif target == "note":
        harvest.note(where, ": ".join(filter(None, (answer.name, words))))
    elif target == "medicine":
        harvest.medicine(where, ": ".join(filter(None, (answer.name, words))))
    else:
        harvest.practice(where, target)


def listed(names: Iterable[str]) -> str:
    """List names of a file as they may be shown, and no more of them than can be read."""
    short = (shown_name(name)[:_NAME_LENGTH] for name in names)
    # A comma in a name is not one between two.
    told = [formats.quoted(name) if "," in name else name for name in short]
    return ", ".join(told[:_SHOWN_NAMES]) + (" …" if len(told) > _SHOWN_NAMES else "")


def asking(
    source: Source, names: Iterable[str], maps: Iterable[str], *, is_pain: bool = True
) -> dict[str, tuple[str, ...]]:
    """Give what a question about a table needs beside its sentence: names, a guess, choices, first lines."""
    begun = (shown_name(line.strip()) for line in source.lines[:_MOST_LINES] if line.strip())
    return {
        "there": tuple(names),
        "guessed": tuple(one for one in maps if not one.endswith(f"={target_word('note')}")),
        "offered": tuple(target for target in OFFERED if is_pain or target not in PAINS),
        "begun": tuple(line[:_WIDTH] for line in islice(begun, _FIRST_LINES)),
    }


def command(file: str, maps: Iterable[str]) -> str:
    """Write the command that takes ``file`` in, so that it can be pasted."""
    return " ".join(["ryggkompis import", shlex.quote(file), *(f"--map {shlex.quote(one)}" for one in maps)])


def suggested(names: Iterable[str], *, is_pain: bool = True) -> list[str]:
    """Say what the names may be, as ``--map`` takes it; a leg or a back only where the name says so."""
    sounds = [(name, f" {name.casefold()} ") for name in names]
    meant = [
        f"{name}={target_word(target)}"
        for target, begun in _MEANT
        if is_pain or target not in PAINS
        for name, sound in sounds
        if any(f" {word}" in sound or sound.strip().endswith(word) for word in begun)
    ]
    return meant[:_SUGGESTED] or [f"{name}={target_word('note')}" for name, _sound in sounds[:1]]


def _check_names(
    source: Source, answers: Sequence[Given], names: Names, harvest: Builder, *, is_pain: bool
) -> None:
    wanted = meanings(names)
    there = dict.fromkeys(a.name for a in answers if a.name and a.text.strip())
    if not there:
        raise NothingUsable(file=source.name)
    if not wanted:
        said = [f"{name}={target_word(target)}" for name, target in names.items()]
        told = [shown_name(name)[:_NAME_LENGTH] for name in there]
        example = command(harvest.file, [*said, *suggested(told, is_pain=is_pain)])
        asked = asking(source, there, suggested(there, is_pain=is_pain), is_pain=is_pain)
        raise MapMissing(file=source.name, names=listed(there), example=example, **asked)
    known = {folded(answer.name) for answer in answers}
    if known.isdisjoint(wanted):
        raise MapUnknownName(name=shown_name(next(iter(wanted))), file=source.name, names=listed(there))
