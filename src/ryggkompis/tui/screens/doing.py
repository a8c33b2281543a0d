"""What a line of the plan does when it is ticked or opened, and the small dialogs of the day."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import assert_never, cast

from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.journal.entries import (
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Note,
    Walk,
)
from ryggkompis.domain.session.stopwatch import Stopwatch
from ryggkompis.i18n.language import _
from ryggkompis.services import tapering, walking_less
from ryggkompis.services.diary import said_of
from ryggkompis.services.questions import day as daily
from ryggkompis.services.questions import notes
from ryggkompis.services.questions.answers import kept
from ryggkompis.services.questions.kinds import Question
from ryggkompis.services.safety import before_doing
from ryggkompis.services.undo import Undone
from ryggkompis.store.acts import one_act
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.screens.clock import ClockPage
from ryggkompis.tui.screens.safety import ask_safety_first
from ryggkompis.tui.screens.undo import in_words
from ryggkompis.tui.shell import Shell
from ryggkompis.words.adjusting import answer_to, enough_asked, enough_kept
from ryggkompis.words.saved import nothing_answered, saved, seen_on
from ryggkompis.words.today.clock import Timed, a_rest, a_walk
from ryggkompis.words.today.exercises import beside_the_plan
from ryggkompis.words.today.plan_items import Item, plan_items
from ryggkompis.words.today.unread import plan_is_back


def tick(app: Shell, item: Item) -> None:
    """Log a line as planned, or what is left of it, without questions; a ticked line is taken back."""
    # As it stands now: of two keys in one read the second meets what the first has done.
    now = {(one.group, one.ref): one for one in plan_items(app.state)}
    item = now.get((item.group, item.ref), item)
    if item.is_done:
        gone = item.done[-1]
        if app.do(partial(app.companion.diary.delete, gone.id)):
            app.notify(in_words(app, Undone((gone,), (), is_back=False)), markup=False)
        return
    kind, planned = _planned(item)
    if app.do(partial(app.companion.diary.say, kind, **planned)):
        app.notify(_logged(app, item, _("Logged.")), markup=False)


def _logged(app: Shell, item: Item, words: str) -> str:
    """Say that it was kept, and how what was done stands to the plan."""
    if item.group == "comfort":
        return words
    beside = beside_the_plan(app.state, item.ref if item.group == "exercise" else None)
    return f"{words} {beside}".rstrip()


async def open_item(app: Shell, item: Item) -> None:
    """Start the clock for a walk or a rest; what no clock measures, or is done already, is told."""
    timed = None if app.is_past or (item.done and item.group != "comfort") else _timed(app, item)
    # The safety answer is an act of its own: who takes the walk back has not taken back that.
    if timed is None or await ask_safety_first(app, before_doing(app.state)):
        with one_act():
            await (tell_item(app, item) if timed is None else _by_the_clock(app, item, timed))


async def _by_the_clock(app: Shell, item: Item, timed: Timed) -> None:
    # The day before the clock begins: a walk over midnight belongs to the evening it began.
    day, watch = app.state.day, await app.push_screen_wait(ClockPage(timed))
    if watch == "tell":
        await tell_item(app, item)
    elif watch is not None:
        await keep_timed(app, item, day, watch, _logged(app, item, saved()))


async def tell_item(app: Shell, item: Item) -> None:
    """Log a line and how it went; what is done already is changed, but relief is logged once more."""
    kind, planned = _planned(item)
    done = item.done[-1] if item.done and item.group != "comfort" else None
    known: Answers = said_of(done) if done else dict(planned)
    name = f"{item.key} {app.state.day}"
    draft = app.drafts.setdefault(name, known)
    answers = await app.push_screen_wait(Asking(lambda: item.title, _questions(app, item), draft))
    if answers is None:
        return
    diary = app.companion.diary
    save = partial(diary.edit, done.id, **answers) if done else partial(diary.say, kind, **answers)
    if app.do(save):
        app.notify(_logged(app, item, saved()), markup=False)
        app.drafts.pop(name, None)


def _timed(app: Shell, item: Item) -> Timed | None:
    """Give what the clock can be started for; None for what no clock measures."""
    relief = app.state.catalogue.relief(item.ref) if item.group == "comfort" else None
    if relief is not None:
        return a_rest(relief)
    if item.group == "walk" and item.minutes:
        return a_walk(item.title, item.minutes, app.state.catalogue)
    return None


async def keep_timed(app: Shell, item: Item, day: date, watch: Stopwatch, words: str) -> None:
    """Keep what the clock measured at once, on the day it began; what is answered then is added."""
    kind, planned = _planned(item)
    diary, kept = app.companion.diary.on(day), list[Entry]()
    # Kept before anything is asked: the walk is on the disk should the questions never be answered.
    if not app.do(lambda: kept.append(diary.say(kind, **{**planned, "minutes": watch.minutes}))):
        return
    app.notify(words, markup=False)
    known = said_of(kept[0])
    asked = partial(_after, app, item, is_sure=watch.is_sure)
    answers = await app.push_screen_wait(Asking(lambda: item.title, asked, known))
    told = known if answers is None else answers
    if told != said_of(kept[0]):
        app.do(partial(diary.edit, kept[0].id, **told))


def _after(app: Shell, item: Item, *, is_sure: bool) -> tuple[Question, ...]:
    """Ask how it went; how long it was only where the clock was left alone."""
    return tuple(question for question in _questions(app, item)() if not is_sure or question.key != "minutes")


def _planned(item: Item) -> tuple[type[Entry], Answers]:
    """Give the entry that says the line was done as planned; how it went stays unknown."""
    match item.group:
        case "walk":
            return Walk, {"minutes": item.minutes}
        case "exercise":
            dose = item.planned
            return ExerciseDone, {
                "exercise": item.ref,
                "level": dose.level if dose else None,
                "sets": (item.left or dose.sets) if dose and not item.is_free else None,
            }
        case "comfort":
            return ComfortDone, {"comfort": item.ref}
        case _ as never:
            assert_never(never)


def _questions(app: Shell, item: Item) -> Callable[[], tuple[Question, ...]]:
    if item.group == "walk":
        return partial(daily.walk, numbers=app.settings.numbers)
    return daily.exercise if item.group == "exercise" else daily.comfort


async def walk(app: Shell) -> None:
    """Write down a walk, planned or not."""
    await _ask_and_keep(app, Walk, lambda: _("Walk"), partial(daily.walk, numbers=app.settings.numbers))


async def note(app: Shell) -> None:
    """Write a note."""
    await _ask_and_keep(app, Note, lambda: _("Note"), notes.note)


async def event(app: Shell) -> None:
    """Mark something in the pictures of the course."""
    await _ask_and_keep(app, Event, lambda: _("Event"), notes.event)


async def evening(app: Shell) -> None:
    """Ask how the whole day was; a second time starts from the first."""
    earlier = app.state.today.evening
    yesterday = app.state.lately[app.state.day - timedelta(days=1)].evening
    asked = partial(
        daily.evening,
        yesterday,
        numbers=app.settings.numbers,
        is_walk_noted=bool(app.state.today.walks),
        is_past=app.is_past,
    )
    await _ask_and_keep(app, Evening, lambda: _("The evening"), asked, said_of(earlier) if earlier else {})


async def why_less(app: Shell) -> None:
    """Ask what came in the way of walking, keep it, and say something kind to it."""
    answers = await app.push_screen_wait(Asking(lambda: _("Less than planned"), daily.why_less, {}))
    because = cast("Because | None", (answers or {}).get("because"))
    if because is None:
        return
    diary, state = app.companion.diary, app.state
    app.do(lambda: diary.add(*walking_less.why_less(diary, state, because)), answer_to(because))


async def enough(app: Shell) -> None:
    """Ask whether this much walking is enough, and keep it."""
    answers = await app.push_screen_wait(Asking(enough_asked, daily.enough, {}))
    said = (answers or {}).get("enough")
    if said is None:
        return
    diary, state, is_enough = app.companion.diary, app.state, said is True
    told = enough_kept(is_enough=is_enough)
    app.do(lambda: diary.add(*tapering.enough(diary, state, is_enough=is_enough)), told)


async def clear(app: Shell) -> None:
    """Open the lock: somebody with the knowledge has looked at it."""
    name = f"clear {app.state.day}"
    draft = app.drafts.setdefault(name, {"seen": app.state.day})
    asked = partial(notes.cleared, app.state.gate.lock)
    answers = await app.push_screen_wait(Asking(lambda: _("Seen by a doctor"), asked, draft))
    if answers is None or answers.get("sure") is not True:
        return
    seen = answers["seen"]
    text = seen_on(seen)  # type: ignore[arg-type]  # asked as a day
    if app.do(partial(app.companion.clear, str(answers["by"]), text)):
        app.drafts.pop(name, None)
        app.notify(plan_is_back(app.state), markup=False)


async def _ask_and_keep(
    app: Shell,
    kind: type[Entry],
    title: "Callable[[], str]",
    questions: Callable[[], tuple[Question, ...]],
    known: Answers | None = None,
) -> None:
    name = f"{kind.__name__} {app.state.day}"
    draft = app.drafts.setdefault(name, dict(known or {}))
    answers = await app.push_screen_wait(Asking(title, questions, draft))
    if answers is None:
        return
    said = kept(kind, answers)
    if not said:
        app.notify(nothing_answered(), markup=False)
    elif app.do(partial(app.companion.diary.say, kind, **said), saved()):
        app.drafts.pop(name, None)
