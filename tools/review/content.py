"""The texts as a reviewer meets them: safety questions, exercises, cards, courses, each with its digest."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from typing import Final, Literal, TypeAlias, get_args

from msgspec import json

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.base.scales import CRISIS
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, Language, RedFlag
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import current, speaking
from ryggkompis.pictures.figure_svg import figure_svg
from ryggkompis.words.doses import range_in_full, when_to_stop
from ryggkompis.words.urgent import HELPLINES, call_in_full, unbroken
from tools.review.doses import dose
from tools.review.drawn import half_year, half_year_in_words, stories
from tools.review.told import CATALOGUE, FLAGS
from tools.review.words import say

PARTS: Final = 5
"""Nobody need read everything: the safety questions, and one of so many parts of the rest."""
EVERYBODY: Final = 0
"""The part of what everybody is asked about."""
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Sort: TypeAlias = Literal["question", "exercise", "rest", "card", "course"]


class Text(Value):
    """One thing to read, in one language."""

    title: str
    lines: tuple[str, ...]
    source: str = ""
    figure: str = ""
    """As SVG."""
    shows: str = ""
    """What the figure shows, for whoever hears it."""

    @property
    def words(self) -> int:
        """Count what is read."""
        return len(" ".join((self.title, *self.lines, self.source)).split())

    @property
    def digest(self) -> str:
        """Name what is said and drawn: changed, it is another text."""
        return sha256(json.encode(self)).hexdigest()[:12]


class Item(Value):
    """One thing to say fine, change or wrong of."""

    number: int
    """As it is printed, from 1."""
    sort: Sort
    id: str
    part: int
    texts: Mapping[Language, Text]

    @property
    def key(self) -> str:
        """Name it over all its changes."""
        return f"{self.sort}:{self.id}"

    @property
    def words(self) -> int:
        """Count what is read, in the language that needs more."""
        return max(text.words for text in self.texts.values())


@cache
def items() -> tuple[Item, ...]:
    """Give everything to be read, in the order of the page."""
    return tuple(_numbered())


def _numbered() -> Iterator[Item]:
    spoken = [[*_in(language)] for language in LANGUAGES]
    found = [
        Item(number, each[0][0], each[0][1], EVERYBODY, {
            language: text for language, (_sort, _id, text) in zip(LANGUAGES, each, strict=True)
        })
        for number, each in enumerate(zip(*spoken, strict=True), 1)
    ]  # fmt: skip
    parts = _shared_out(item for item in found if item.sort not in {"question", "course"})
    return (replace(item, part=parts.get(item.number, EVERYBODY)) for item in found)


def _shared_out(found: Iterable[Item]) -> dict[int, int]:
    """Give each to the part with least to read, the longest first."""
    full = dict.fromkeys(range(1, PARTS + 1), 0)
    parts = {}
    for item in sorted(found, key=lambda item: -item.words):
        parts[item.number] = least = min(full, key=lambda part: full[part])
        full[least] += item.words
    return parts


def _in(language: Language) -> Iterator[tuple[Sort, str, Text]]:
    with speaking(language):
        yield from (("question", flag.id, _question(flag)) for flag in FLAGS.flags)
        yield "exercise", "stop", Text(say("text_stop"), (when_to_stop(CATALOGUE),))
        walk = CATALOGUE.walk
        how = (*_how(walk.cue.in_(language)), *_care(walk.caution.in_(language)))
        yield "exercise", walk.id, Text(say("text_walk"), how)
        yield from (("exercise", one.id, _exercise(one)) for one in CATALOGUE.exercises)
        yield from (("rest", one.id, _rest(one)) for one in CATALOGUE.comfort)
        yield from (("card", one.id, _card(one)) for one in load_learn_cards().cards)
        yield from (("course", str(n), _course(n)) for n in range(1, len(stories()) + 1))


def _question(flag: RedFlag) -> Text:
    language = current()
    what = call_in_full(flag)
    if flag.id == CRISIS:
        lines = formats.list_of([unbroken(f"{name} {number}") for name, number in HELPLINES], "or")
        what = f"{say('text_helplines', what=lines)} {what}"
    call = say("text_call", what=what)
    return Text(flag.question.in_(language), (call, say("text_say", what=flag.say.in_(language))))


def _exercise(one: Exercise) -> Text:
    language = current()
    levels = (
        say("text_level", n=n, amount=dose(level), how=level.how.in_(language))
        for n, level in enumerate(one.levels, 1)
    )
    name = one.name.in_(language)
    return Text(
        name,
        (
            say("text_start", what=one.start.in_(language)),
            *_how(one.cue.in_(language)),
            *levels,
            *_care(one.caution.in_(language)),
        ),
        figure=_drawn(one.figure),
        shows=_shows(name, one.figure),
    )


def _rest(one: Comfort) -> Text:
    language = current()
    how_long = say("text_rest", what=range_in_full(one))
    lines = (*_how(one.cue.in_(language)), how_long, *_care(one.caution.in_(language)))
    name = one.name.in_(language)
    return Text(name, lines, figure=_drawn(one.figure), shows=_shows(name, one.figure))


def _card(one: LearnCard) -> Text:
    language = current()
    lines = [line for line in one.text.in_(language).splitlines() if line]
    drawn = "" if one.drawing is None else _lettered(one.drawing)
    source = one.evidence.in_(language) if one.source == "-" else one.source
    title = one.title.in_(language)
    shows = say("picture_card", title=title) if drawn else ""
    return Text(title, tuple(lines), say("text_source", what=source), drawn, shows)


def _course(n: int) -> Text:
    title, _, rest = say(f"course_{n}").partition(". ")
    return Text(title, (rest,), figure=half_year(n), shows=half_year_in_words(n))


def _how(cue: str) -> list[str]:
    return cue.splitlines()


def _care(caution: str) -> list[str]:
    return [say("text_care", what=caution)]


def _lettered(drawing: str) -> str:
    """Set a drawing made of characters, each in its place whatever the letters are."""
    lines = drawing.splitlines()
    set_ = "".join(
        f'<text y="{(row + 1) * _CELL[1]}" x="{" ".join(str(col * _CELL[0]) for col in range(len(line)))}">'
        f"{escape(line).replace(' ', '&#160;')}</text>"
        for row, line in enumerate(lines)
    )
    wide, high = _CELL[0] * max(map(len, lines)), _CELL[1] * len(lines) + 4
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 0 {wide + 4} {high}" fill="currentColor" '
        f'font-family="DejaVu Sans Mono, monospace" font-size="10">{set_}</svg>'
    )


_CELL: Final = (6, 12)
"""Width and height of a character of a drawing."""


def _drawn(figure: Figure | None) -> str:
    """Draw a figure without words of its own: its name stands beside it."""
    if figure is None:
        return ""
    svg = re.sub("<title.*</desc>\n", "", figure_svg(figure, "", ""), flags=re.DOTALL)
    return svg.replace('role="img" aria-labelledby="title desc" ', "")


def _shows(name: str, figure: Figure | None) -> str:
    if figure is None:
        return ""
    poses = len(figure.poses)
    return say("picture_figure" if poses > 1 else "picture_figure_one", what=name, n=poses)
