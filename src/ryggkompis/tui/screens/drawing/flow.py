"""The pain drawing from the first mark to what it leads to: kept, asked about at once, and followed up."""

from collections.abc import Callable
from functools import partial

from ryggkompis.i18n.language import _
from ryggkompis.services.drawing.keep import drawn, keep_site, last_drawing, lower_site, talk_about
from ryggkompis.services.questions.drawing import drawing_offered, is_nothing_meant, is_site_meant
from ryggkompis.services.questions.kinds import Question
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.drawing.page import DrawingPage
from ryggkompis.tui.screens.safety import converse
from ryggkompis.tui.shell import Shell
from ryggkompis.words.drawing.names import DRAWING
from ryggkompis.words.saved import saved


async def draw(app: Shell) -> None:
    """Mark where it hurts and keep it; its questions are asked at once, whatever becomes of the drawing."""
    state = app.state
    name = f"drawing {state.day}"
    marked = app.drafts.setdefault(name, {})
    said = await app.push_screen_wait(DrawingPage(marked, last_drawing(state)))
    if said is None:
        return
    drawing = drawn(app.companion, said)
    if not drawing.marks and not await _is_yes(app, partial(is_nothing_meant, drawing)):
        return
    keeper = talk_about(app.companion, drawing)
    if app.do(partial(keeper.begin_with, drawing), saved()):
        app.drafts.pop(name, None)
    await converse(app, keeper)
    site = lower_site(app.state)
    if app.state.gate.lock is None and site is not None and await _is_yes(app, partial(is_site_meant, site)):
        app.do(partial(keep_site, app.companion, site), saved())


async def offer_drawing(app: Shell) -> None:
    """Ask whether to draw where it hurts, which may be left out."""
    if await _is_yes(app, drawing_offered):
        await draw(app)


async def _is_yes(app: Shell, questions: Callable[[], tuple[Question, ...]]) -> bool:
    asked = await app.push_screen_wait(Asking(lambda: _(DRAWING), questions, {}))
    return asked is not None and asked["sure"] is True
