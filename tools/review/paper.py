"""The review on paper, to be filled in by hand and typed in with ``python -m tools.review enter``."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import typst

from ryggkompis.content.files import data_file
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import current, speaking
from tools.review.answers import OPINIONS
from tools.review.cases import Case, cases
from tools.review.content import EVERYBODY, PARTS, Item, items
from tools.review.drawn import weeks_before, weeks_in_words
from tools.review.morning import facts_in_words, plan_in_words
from tools.review.page import SURE
from tools.review.told import Verdict
from tools.review.words import say

_TEMPLATE: Final = Path(__file__).with_name("page.typ")
MARKS: Final = dict(zip("123", OPINIONS, strict=True))
"""The same for a text."""
TEXT: Final = "T"
"""Stands before the number of a text."""


def letters_of(case: Case) -> dict[str, Verdict]:
    """Give the letter in each box, by which an answer about a plan is typed in."""
    return dict(zip("ABCD", case.asked.answers, strict=False))


def pdf(language: Language) -> bytes:
    """Set the review in one language."""
    with speaking(language):
        told = {"language": language, **_told()}
    return typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=[data_file("fonts/covered.txt").parent],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"page": json.dumps(told, ensure_ascii=False)},
        timestamp=0,
    )


def _told() -> dict[str, Any]:
    names = "morning", "plan", "why", "what", "name", "role", "idea", "legend", "consent"
    return {
        **{name: say(name) for name in names},
        "title": say("ask_plan"),
        "intro": say("intro", n=len(cases())),
        "how": say("paper_how"),
        "opinions": _boxes(MARKS.items()),
        "nods": _boxes((mark, f"course_{name}") for mark, name in MARKS.items()),
        "surely": _boxes((n, f"sure_{n}") for n in SURE),
        "cases": [_case(case) for case in cases()],
        "groups": [*_groups()],
    }


def _boxes(named: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"letter": letter, "word": say(name)} for letter, name in named]


def _case(case: Case) -> dict[str, Any]:
    return {
        "number": str(case.number),
        "svg": weeks_before(case),
        "shows": weeks_in_words(case),
        "facts": facts_in_words(case),
        "plan": plan_in_words(case),
        "asks": say(case.asked.question),
        "verdicts": _boxes((letter, case.asked.answers[name]) for letter, name in letters_of(case).items()),
    }


def _groups() -> Iterator[dict[str, Any]]:
    yield _group(say("questions"), say("texts_paper", parts=PARTS), lambda one: one.sort == "question")
    for part in range(EVERYBODY + 1, PARTS + 1):
        yield _group(say("part", n=part), "", lambda one, part=part: one.part == part)
    intro = f"{say('courses_intro')} {say('course_legend')}"
    yield _group(say("step_courses"), intro, lambda one: one.sort == "course")


def _group(title: str, intro: str, has: Any) -> dict[str, Any]:  # noqa: ANN401 - a test of an item
    return {"title": title, "intro": intro, "items": [_item(one) for one in items() if has(one)]}


def _item(item: Item) -> dict[str, Any]:
    text = item.texts[current()]
    return {
        "number": f"{TEXT}{item.number}",
        "title": text.title,
        "lines": text.lines,
        "source": text.source,
        "svg": text.figure,
        "shows": text.shows,
        "course": item.sort == "course",
    }
