"""The weekly review: five minutes, one question at a time, and the week in one card."""

from functools import partial

from textual.content import Content

from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.questions import week
from ryggkompis.services.review import review_in_words
from ryggkompis.tui.ink import lines
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.screens.drawing.flow import offer_drawing
from ryggkompis.tui.shell import Shell
from ryggkompis.words.saved import saved


async def review(app: Shell) -> None:
    """Look back on the week and keep it; a second review of the day starts from the first."""
    state = app.state
    names = state.profile.goals if state.profile else ()
    name = f"weekly {state.day}"
    draft = app.drafts.setdefault(name, _known(app))
    questions = partial(week.weekly, names, numbers=app.settings.numbers)
    answers = await app.push_screen_wait(Asking(lambda: _("The week"), questions, draft))
    if answers is None:
        return
    said = {key: value for key, value in answers.items() if not key.startswith("goal ")}
    if not app.do(
        partial(app.companion.diary.say, Weekly, goals=week.goals_in(answers, len(names)), **said),
        saved(),
    ):
        return
    app.drafts.pop(name, None)
    await app.push_screen_wait(Reader(lambda: _("Your week"), partial(_card, app)))
    await offer_drawing(app)


def _known(app: Shell) -> Answers:
    """Give the answers of an earlier review of the day."""
    said = app.state.today.all(Weekly)
    if not said:
        return {}
    known: Answers = {key: value for key, value in said_of(said[-1]).items() if key != "goals"}
    return known | {f"goal {n}": rating for n, rating in enumerate(said[-1].goals)}


def _card(app: Shell) -> Content:
    return lines(*review_in_words(app.state, numbers=app.settings.numbers))
