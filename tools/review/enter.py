"""Type in what was ticked on paper: ``python -m tools.review enter``; a line of keys for each answer."""

import re
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Language
from tools.review.answers import (
    FORMAT,
    ROLES,
    Judged,
    Opined,
    Review,
    Reviewer,
    written,
)
from tools.review.cases import cases
from tools.review.content import LANGUAGES, items
from tools.review.paper import MARKS, TEXT, letters_of

Ask = Callable[[str], str]
"""Asks for a line; raises EOFError where there are no more."""
HOW: Final = f"""One line for each answer, as on the sheet; an empty line ends.
  12 A3            plan 12: box A, and 3 for sure
  12 B1 too far    the same with words
  {TEXT}7 1             text {TEXT}7: box 1
  {TEXT}7 3 a typo      the same with words
The same number again corrects it.
"""
PLAN: Final = re.compile(r"(\d+)\s+([a-d])\s*([1-3])?(?:\s+(.*))?", re.IGNORECASE)
OF_TEXT: Final = re.compile(rf"{TEXT}(\d+)\s+([1-3])(?:\s+(.*))?", re.IGNORECASE)
NOT_THIS: Final = f"Not understood. A plan is like “12 A3 why”, a text like “{TEXT}7 1 what”."


def enter(folder: Path, ask: Ask = input) -> Path:
    """Ask for everything on the sheets, and save it as a new file; what is typed is never lost.

    Whoever ends the input early has saved what there was by then.
    """
    decisions: dict[str, Judged] = {}
    texts: dict[str, Opined] = {}
    name, role, language, idea = _lines(ask, decisions, texts)
    saved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: TID251 - of whoever types
    review = Review(
        format=FORMAT, id=secrets.token_hex(8), language=language, saved=saved,
        reviewer=Reviewer(role=ROLES[int(role or len(ROLES)) - 1], name=name[:80]),
        decisions=decisions, texts=texts, idea=idea[:4000],
    )  # fmt: skip
    path = _free(folder, name or review.id[:6])
    with path.open("xb") as file:
        file.write(written(review))
    return path


def _lines(
    ask: Ask, decisions: dict[str, Judged], texts: dict[str, Opined]
) -> tuple[str, str, Language, str]:
    name, role, idea, language = "", "", "", "nb"
    try:
        name = ask("Name, as on the sheet (may be empty): ").strip()
        roles = ", ".join(f"{n} {role}" for n, role in enumerate(ROLES, 1))
        role = _one_of(ask, f"Profession ({roles}): ", [str(n) for n in range(1, len(ROLES) + 1)])
        language = _one_of(ask, f"Language of the sheets ({', '.join(LANGUAGES)}): ", list(LANGUAGES))
        print(HOW)
        for line in iter(lambda: ask("> ").strip(), ""):
            print(_taken(line, "en" if language == "en" else "nb", decisions, texts))
        idea = ask("What is said of the whole (may be empty): ").strip()
    except EOFError:
        print()
    return name, role, "en" if language == "en" else "nb", idea


def _one_of(ask: Ask, question: str, known: list[str]) -> str:
    answer = ask(question).strip()
    while answer not in known:
        answer = ask(f"One of {', '.join(known)}: ").strip()
    return answer


def _taken(line: str, language: Language, decisions: dict[str, Judged], texts: dict[str, Opined]) -> str:
    """Take in one line; tell what it was understood as."""
    plan, text = PLAN.fullmatch(line), OF_TEXT.fullmatch(line)
    if plan is not None and 1 <= int(plan[1]) <= len(cases()):
        case = cases()[int(plan[1]) - 1]
        answer, sure = letters_of(case).get(plan[2].upper()), int(plan[3]) if plan[3] else None
        if answer is None:
            return f"  Plan {case.number} has only the boxes {', '.join(letters_of(case))}."
        decisions[case.id] = Judged(case.digest, answer, sure, (plan[4] or "")[:400])
        return f"  plan {case.number}: {case.in_english(answer)}"
    if text is not None and 1 <= int(text[1]) <= len(items()):
        item = items()[int(text[1]) - 1]
        texts[item.key] = Opined(item.texts[language].digest, MARKS[text[2]], (text[3] or "")[:400])
        return f"  {TEXT}{item.number} {item.texts[language].title[:40]}: {texts[item.key].answer}"
    return f"  {NOT_THIS}"


def _free(folder: Path, name: str) -> Path:
    """Find a name that no file has: two people may be called the same."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40] or "unnamed"
    return next(path for path in _paths(folder, plain) if not path.exists())


def _paths(folder: Path, plain: str) -> Iterator[Path]:
    yield folder / f"review-{plain}.json"
    n = 1
    while True:
        n += 1
        yield folder / f"review-{plain}-{n}.json"
