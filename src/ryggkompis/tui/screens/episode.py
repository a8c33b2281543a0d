"""The episode as a whole: how to go on with it, and that it is back; the lines of the shell ask the same."""

from functools import partial
from typing import cast

from ryggkompis.domain.base.scales import Ended, Rhythm
from ryggkompis.i18n.language import _
from ryggkompis.services import episodes
from ryggkompis.services.questions import episode as asked
from ryggkompis.services.questions.kinds import Question
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.screens.safety import ask_full_list
from ryggkompis.tui.shell import Shell
from ryggkompis.words.saved import episode_closed, saved
from ryggkompis.words.today.episode import reached_page


async def episode(app: Shell) -> None:
    """Ask how to go on; of a closed episode, whether it is back."""
    if app.state.episode.is_closed(app.state.day):
        await ask_anew(app)
    else:
        await _how_to_go_on(app)


async def ask_anew(app: Shell) -> None:
    """Ask the safety list, then whether it is a new episode; without an answer nothing changes."""
    if not episodes.is_safe_to_begin(app.state) and not await ask_full_list(app):
        return
    day = app.state.day
    name = f"episode {day}"
    draft: Answers = app.drafts.setdefault(name, asked.known_before(app.state.profile))
    answers = await app.push_screen_wait(Asking(_title, partial(asked.back, draft), draft))
    if answers is None:
        return
    is_new = answers.get(asked.IS_NEW)
    is_saved = True
    if is_new is True:
        start, said = asked.begun(answers, day)
        is_saved = app.do(partial(episodes.begin, app.companion, start, **said), saved())
    elif is_new is False and app.state.episode.is_closed(day):
        is_saved = app.do(partial(episodes.reopen, app.companion), saved())
    if is_saved:
        app.drafts.pop(name, None)


async def _how_to_go_on(app: Shell) -> None:
    draft: Answers = {}

    def questions() -> tuple[Question, ...]:
        page = "\n".join(line.text for line in reached_page(app.state, numbers=app.settings.numbers))
        return asked.going_on(page, app.state.episode.rhythm, draft)

    answers = await app.push_screen_wait(Asking(_title, questions, draft))
    chosen = answers.get(asked.GO_ON) if answers else None
    if chosen == asked.CLOSE:
        ended = cast("Ended | None", draft.get("ended"))
        app.do(partial(episodes.close, app.companion, ended), episode_closed())
    elif chosen is not None:
        app.do(partial(episodes.set_rhythm, app.companion, cast("Rhythm", chosen)), saved())


def _title() -> str:
    return _("The episode")
