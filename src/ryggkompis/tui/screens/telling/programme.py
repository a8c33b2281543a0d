"""What the therapist said, by questions; of what is followed already, what is new, or that it is over."""

from collections.abc import Callable
from functools import partial

from ryggkompis.domain.journal.entries import Programme
from ryggkompis.i18n.language import _
from ryggkompis.services.programme import keeping
from ryggkompis.services.questions import programme as asked
from ryggkompis.services.questions.programme_before import Before
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.shell import Shell
from ryggkompis.words.lines import texts
from ryggkompis.words.programme import WHAT_WAS_SAID, is_kept


async def programme(app: Shell) -> None:
    """Ask what was said; where something is followed already, first what about it is new."""
    now = app.state.diary.programme(app.state.day)
    what = None
    if now is not None:
        questions = partial(asked.in_use, now, app.state.day)
        answers = await app.push_screen_wait(Asking(_title, questions, {}))
        if answers is None:
            return
        what = answers["what"]
    if what == asked.GO_ON:
        await _go_on(app)
    elif what == asked.END:
        _keep(app, lambda: keeping.end(app.companion))
    else:
        await _tell(app, what)


def _title() -> str:
    return _(WHAT_WAS_SAID)


async def _go_on(app: Shell) -> None:
    answers = await app.push_screen_wait(Asking(_title, asked.until, {}))
    if answers is not None:
        _keep(app, lambda: keeping.go_on(app.companion, keeping.last_day(answers)))


async def _tell(app: Shell, what: object) -> None:
    """Ask everything; nothing is kept before the last answer, and what was answered waits for who leaves."""
    name, known = f"programme {what} {app.state.day}", list[Before]()
    if not app.do(lambda: known.append(keeping.before(app.companion, what))):
        return
    draft = app.drafts.setdefault(name, {})
    if not draft and not app.do(lambda: draft.update(keeping.known(app.companion, known[0]))):
        return
    answers = await app.push_screen_wait(Asking(_title, partial(asked.programme, known[0], draft), draft))
    if answers is not None and _keep(app, lambda: keeping.tell(app.companion, known[0], answers)):
        app.drafts.pop(name, None)


def _keep(app: Shell, keep: Callable[[], Programme | None]) -> bool:
    kept = list[Programme | None]()
    if not app.do(lambda: kept.append(keep())):
        return False
    app.notify(" ".join(texts(is_kept(kept[0]))), markup=False)
    return True
