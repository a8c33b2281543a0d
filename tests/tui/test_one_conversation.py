"""What is asked stands once: the same answers through the window and through the lines say the same."""

import io
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from pkgutil import iter_modules
from typing import get_type_hints

import pytest

from ryggkompis.cli.lines.ask import ask_all
from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import KINDS, CheckIn, Entry, Evening, Programme
from ryggkompis.domain.journal.medicine import OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Passed
from ryggkompis.domain.plan.safety import Lock
from ryggkompis.i18n.language import use
from ryggkompis.report.omit import PARTS
from ryggkompis.services import questions
from ryggkompis.services.questions import (
    day,
    drawing,
    episode,
    form,
    medicine,
    notes,
    operation,
    profile,
    programme,
    report,
    visit,
    week,
)
from ryggkompis.services.questions.kinds import (
    Day,
    Number,
    OneOf,
    Question,
    Scale,
    Some,
    Text,
    Told,
    Typed,
    keys_of,
)
from ryggkompis.services.questions.programme_before import Before
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.entry_form import EntryForm
from ryggkompis.words.entries import parts_named
from tests.tui.screen_text import MORNING, a_companion, an_app, known, reads, until

Answers = dict[str, object]
Asked = Callable[[Answers], tuple[Question, ...]]
DAY = MORNING.date()
YESTERDAY = CheckIn(
    id="01",
    day=DAY,
    at=MORNING,
    tz="Europe/Oslo",
    site="calf",
    numb="same",
    flare=False,
    sleep_wakes=1,
    leg=4,
    back=3,
)
LAST_EVENING = Evening(id="02", day=DAY, at=MORNING, tz="Europe/Oslo", leg_avg=3, flare=False)
LOCK = Lock(("CES1",), DAY - timedelta(days=7), DAY - timedelta(days=7))
DRAWN = Drawing(id="04", day=DAY, at=MORNING, tz="Europe/Oslo")
PILLS = (Counted("Pill A"), Counted("Pill B"))
LIMITS = OwnMedicine(id="03", day=DAY, at=MORNING, tz="Europe/Oslo", name="Pill A", most=3, apart=6)
PROGRAMME = Programme(
    id="05", day=DAY, at=MORNING, tz="Europe/Oslo", name="Kari", sha="ab" * 32, barred=("E01",), until=DAY
)
NEW_PROGRAMME = Before(catalogue=load_catalogue(), sensitivities=("flex",), has_plan=False)
ANOTHER_PROGRAMME = Before(catalogue=load_catalogue(), programme=PROGRAMME, is_beside=True)
MANY_OWN = {"kept": ("X",) * 10}
"""So many exercises of their own go on that two more are all there is room for."""
LISTS: dict[str, Asked] = {
    "language": lambda _: profile.language(),
    "what this is": lambda _: profile.about("Words."),
    "you": profile.you,
    "morning": lambda _: day.every_morning(YESTERDAY),
    "morning in words": lambda _: day.every_morning(None, numbers=False),
    "evening": lambda _: day.evening(LAST_EVENING),
    "walk": lambda _: day.walk(),
    "enough": lambda _: day.enough(),
    "exercise": lambda _: day.exercise(),
    "relief": lambda _: day.comfort(),
    "week": lambda _: week.weekly(("drive", "ski"), numbers=True),
    "week in words": lambda _: week.weekly(("drive",), numbers=False),
    "note": lambda _: notes.note(),
    "a drawing is offered": lambda _: drawing.drawing_offered(),
    "nothing in a drawing": lambda _: drawing.is_nothing_meant(DRAWN),
    "how far down a drawing goes": lambda _: drawing.is_site_meant("calf"),
    "medicine": lambda answers: medicine.medicine((), answers),
    "one of the medicines": lambda answers: medicine.medicine(PILLS, answers),
    "which medicine": lambda _: medicine.which_one(PILLS),
    "about a medicine": medicine.about,
    "past one's own limits": lambda _: medicine.passing(Passed(LIMITS, 3, None)),
    "event": lambda _: notes.event(),
    "cleared": lambda _: notes.cleared(LOCK),
    "cleared, unread": lambda _: notes.cleared(None),
    "been": lambda _: visit.been(),
    "before a visit": lambda _: visit.before(),
    "after a visit": visit.after,
    "what was said": lambda answers: programme.programme(NEW_PROGRAMME, {**MANY_OWN, **answers}),
    "what another said": lambda answers: programme.programme(ANOTHER_PROGRAMME, {**MANY_OWN, **answers}),
    "what is new": lambda _: programme.in_use(PROGRAMME, DAY),
    "does it go on": lambda _: programme.in_use(PROGRAMME, DAY + timedelta(days=40)),
    "until when": lambda _: programme.until(),
    "limit": lambda _: (profile.limit_warning(), profile.limit("days_at_level")),
    "limits back": lambda _: profile.limits_reset(),
    "which kind": lambda _: form.which_kind(["walk", "note"]),
    "taken out": lambda _: form.taking_out("walk 8 min"),
    "undone": lambda _: form.undoing("Take it back?", "walk 8 min"),
    "why less": lambda _: day.why_less(),
    "operation": operation.operation,
    "is it new": episode.back,
    "round or correction": lambda _: episode.round_or_correction(),
    "going on": lambda answers: episode.going_on("Reached\nWords.", "daily", answers),
    "left out": lambda _: report.leaving_out(parts_named(PARTS)),
    "along": lambda _: report.along(parts_named(tuple(PARTS)[:2])),
    "where": lambda _: report.where(),
    "replaced": lambda _: report.replacing(),
    "letters": lambda _: report.letters(),
    "read": lambda _: report.reading(),
}
Way = Callable[[Question], tuple[list[str], str]]
"""Keys of the window, and the line that says the same."""


def first(question: Question) -> tuple[list[str], str]:
    return _chosen(question, 0)


def last(question: Question) -> tuple[list[str], str]:
    return _chosen(question, -1)


def _chosen(question: Question, place: int) -> tuple[list[str], str]:
    text = ""
    match question.answer:
        case OneOf(choices=choices):
            key = keys_of(choices)[place]
            return [key], key
        case Scale():
            return (["t"], "10") if place else (["0"], "0")
        case Some(choices=choices):
            n = range(1, len(choices) + 1)[place]
            return [*["down"] * n, "space", "enter"], str(n)
        case Number(low=low, high=high):
            text = str((low, high)[place])
        case Day(is_to_come=is_to_come):
            text = "2026-12-01" if is_to_come else "2026-03-01"
        case Text():
            text = "ski?"
        case _:
            pass
    return [*text, "enter"], text


def skipped(question: Question) -> tuple[list[str], str]:
    """Left out where that can be."""
    kind = question.answer
    is_needed = kind.is_needed if isinstance(kind, Typed) else not getattr(kind, "can_skip", True)
    return first(question) if is_needed and not isinstance(kind, Told) else (["enter"], "")


def as_before(question: Question) -> tuple[list[str], str]:
    """As yesterday where yesterday is known, else left out."""
    return (["equals_sign"], "=") if question.before is not None else skipped(question)


def by_lines(asked: Asked, way: Way, monkeypatch: pytest.MonkeyPatch) -> Answers:
    answers: Answers = {}
    told = set[str]()

    def readline() -> str:
        rest = [one for one in asked(answers) if one.key not in answers]
        assert rest[0].key not in told, "an answer was refused"
        told.add(rest[0].key)
        return way(rest[0])[1] + "\n"

    typing = io.StringIO()
    monkeypatch.setattr(typing, "readline", readline)
    monkeypatch.setattr(sys, "stdin", typing)
    return ask_all(lambda: asked(answers), answers)


async def by_window(asked: Asked, way: Way, folder: Path) -> Answers:
    known(a_companion(folder))
    app, answers, done = an_app(folder), dict[str, object](), list[Answers | None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        app.push_screen(Asking(lambda: "Title", partial(asked, answers), answers), done.append)
        while not done:
            await until(pilot, lambda: app.turns.is_open)
            rest = [one for one in asked(answers) if one.key not in answers]
            if not rest:
                break
            question = rest[0]
            await pilot.press(*way(question)[0])
            await until(pilot, lambda key=question.key: key in answers or done)  # type: ignore[misc]  # a loop's own
        await until(pilot, lambda: done)
    assert done[0] is not None
    return done[0]


@pytest.mark.parametrize(
    ("name", "way"),
    [*product(LISTS, (first, last, skipped)), ("morning", as_before), ("evening", as_before)],
)
async def test_the_same_answers_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: Way
) -> None:
    lines = by_lines(LISTS[name], way, monkeypatch)
    window = await by_window(LISTS[name], way, tmp_path)
    assert lines == window


FORMS: list[type[Entry]] = [kind for kind in KINDS if form.form_of(kind, load_catalogue())]
"""Every entry that has a form: to be written, or to be changed."""


def typed_into(question: Question, way: Way) -> list[list[str]]:
    """Keys for each control of a question in a form of the window."""
    kind, (_keys, said) = question.answer, way(question)
    match kind:
        case OneOf(can_skip=can_skip):
            if way is last:
                return [["left"]]
            return [["right"] if way is first and can_skip else []]
        case Some(choices=choices):
            return [["space"] if said == str(n) else [] for n in range(1, len(choices) + 1)]
        case _:
            return [["question_mark" if key == "?" else key for key in said]]


async def by_form(asked: tuple[Question, ...], way: Way, folder: Path) -> dict[str, object]:
    known(a_companion(folder))
    app, kept = an_app(folder), list[Mapping[str, object]]()
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        app.push_screen(EntryForm("Title", asked, {}, kept.append))
        await until(pilot, lambda: isinstance(app.screen, EntryForm) and app.focused and app.turns.is_open)
        for keys in (keys for question in asked for keys in typed_into(question, way)):
            await pilot.press(*keys, "tab")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: kept)
    return dict(kept[0])


@pytest.mark.parametrize(("kind", "way"), [*product(FORMS, (first, last, skipped))])
async def test_the_same_form_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Entry], way: Way
) -> None:
    asked = form.form_of(kind, load_catalogue(), ("drive", "ski"))
    lines = form.changed(asked, {}, by_lines(lambda _: asked, way, monkeypatch))
    assert lines == await by_form(asked, way, tmp_path)


ELSEWHERE = {"form_of", "the_day", "morning", "read_back", "question_of"}
"""Tried as forms, as the morning with fewer keys, or within a list or the safety conversation."""


def test_every_list_that_is_asked_is_tried() -> None:
    lists = set[str]()
    for found in iter_modules(questions.__path__):
        module = import_module(f"{questions.__name__}.{found.name}")
        for name, made in vars(module).items():
            if getattr(made, "__module__", "") == module.__name__ and not name.startswith("_"):
                gives = get_type_hints(made).get("return") if callable(made) else None
                lists |= {name} if gives in {Question, tuple[Question, ...]} else set()
    tried = {name for asked in LISTS.values() for name in (asked.__name__, *asked.__code__.co_names)}
    assert lists - tried == ELSEWHERE


@pytest.mark.parametrize("numbers", [True, False])
def test_with_fewer_keys_the_same_is_asked(*, numbers: bool) -> None:
    for answers in ({}, {day.AS_YESTERDAY: True}, {day.AS_YESTERDAY: False}):
        short = day.morning(answers, YESTERDAY, numbers=numbers)
        asked = [one.key for one in short if not one.is_aside]
        assert asked == [one.key for one in day.every_morning(YESTERDAY, numbers=numbers)]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_nothing_about_a_day_that_is_over_is_asked_about_now(language: Language) -> None:
    use(language)
    of_now = ("right now", "today", "this morning", " is the ", "akkurat nå", "i dag", "i går", " er du ")
    for is_past in (True, False):
        asked = (*day.morning({}, YESTERDAY, is_past=is_past), *day.evening(LAST_EVENING, is_past=is_past))
        said = " ".join(f"{question.words} {question.hint}" for question in asked).casefold()
        assert is_past != any(words in said for words in of_now)
