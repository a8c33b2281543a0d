"""How it is: in the morning, safety first and the whole list when it seems worse; and when it hurts now."""

from datetime import timedelta
from functools import partial

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.today.episode import asks_anew
from ryggkompis.domain.today.hurting import position_now
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.questions import day
from ryggkompis.services.questions.answers import kept
from ryggkompis.services.safety import first_step
from ryggkompis.tui.ink import spaced
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.clock import ClockPage
from ryggkompis.tui.screens.doing import keep_timed, tell_item
from ryggkompis.tui.screens.episode import ask_anew
from ryggkompis.tui.screens.safety import ask_full_list, ask_safety_first
from ryggkompis.tui.shell import Shell
from ryggkompis.words.saved import nothing_answered
from ryggkompis.words.today import hurting
from ryggkompis.words.today.plan_items import relief_item


async def check_in(app: Shell) -> None:
    """Ask how the morning was and keep it; a second check-in starts from the first and replaces it."""
    if not await ask_safety_first(app, first_step(app.state)):
        return
    state = app.state
    earlier = state.today.check_in
    name = f"check_in {state.day}"
    draft = app.drafts.setdefault(name, said_of(earlier) if earlier else {})
    title = _("Check-in") + (f", {formats.weekday_day(state.day)}" if app.is_past else "")
    yesterday = state.lately[state.day - timedelta(days=1)].check_in
    questions = partial(day.morning, draft, yesterday, numbers=app.settings.numbers, is_past=app.is_past)
    answers = await app.push_screen_wait(Asking(lambda: title, questions, draft, summary=True))
    if answers is None:
        return
    said = kept(CheckIn, answers)
    if not said:
        app.notify(nothing_answered(), markup=False)
        return
    if not app.do(partial(app.companion.diary.say, CheckIn, **said), _("Saved. Here is your day.")):
        return
    app.drafts.pop(name, None)
    if app.state.gate.lock is None and app.state.seems_worse and app.state.gate.is_full_list_due(worse=True):
        await ask_full_list(app)
    if app.state.gate.lock is None and asks_anew(app.state):
        await ask_anew(app)


async def it_hurts(app: Shell) -> None:
    """Look that it is safe, then rest; what is told is kept as rest, and no number is asked for."""
    if not await ask_safety_first(app, first_step(app.state) or "daily"):
        return
    relief = position_now(app.state)
    if relief is None:
        await app.push_screen_wait(Reader(lambda: _(hurting.HURTS), lambda: spaced(hurting.no_position())))
        return
    item, day = relief_item(relief, app.state), app.state.day
    watch = await app.push_screen_wait(ClockPage(hurting.a_break(relief)))
    if watch == "tell":
        await tell_item(app, item)
    elif watch is not None:
        await keep_timed(app, item, day, watch, hurting.afterwards())
