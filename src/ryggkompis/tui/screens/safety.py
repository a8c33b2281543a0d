"""The whole safety list, question by question; an answer counts once it is confirmed."""

from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.i18n.language import _, current
from ryggkompis.services.questions import day as daily
from ryggkompis.services.questions.kinds import OneOf, Question, yes_or_no
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.screens.strength import ask_strength
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.entries import choice_name

if TYPE_CHECKING:
    from ryggkompis.tui.app import Ryggkompis

NONE = "none"
SHORTEST = 20
"""Cells of a line of a question, at the least."""
NEXT: dict[Answer | None, Answer | None] = {None: "yes", "yes": "unsure", "unsure": None}


class SafetyList(Dialog[dict[str, Answer]]):
    """All questions in one list; the last line says that none of the others fits.

    The answer holds the questions answered yes or unsure; None means that the list was left.
    """

    CSS_PATH = ["../styles/asking.tcss", "../styles/safety.tcss"]
    BINDINGS = [
        Binding(
            "space",
            "mark",
            N_("Yes / unsure"),
            id="safety.mark",
            tooltip=N_("Change the answer to this question"),
        ),
        Binding(
            "0", "none", N_("None"), id="safety.none", tooltip=N_("None of these, or none of the others")
        ),
    ]

    def __init__(self, flags: RedFlags, answers: dict[str, Answer] | None = None) -> None:
        """Ask ``flags``; ``answers`` are those marked before."""
        super().__init__()
        self._flags = flags
        self._answers = dict(answers or {})

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            yield Static(id="hint", markup=False)
            yield OptionList(id="flags", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write every question with its answer."""
        self.query_one("#title", Static).update(_("Safety first: does any of this fit you?"))
        self.query_one("#hint", Static).update(self._flags.intro.in_(current()))
        rows = self.query_one(OptionList)
        at = rows.highlighted
        options = [Option(self._row(place), id=flag.id) for place, flag in enumerate(self._flags.flags)]
        last = _("None of the others fits") if self._answers else _("None of these fits me")
        rows.set_options([*options, Option(Content.assemble((f" ✓  {last}", "bold")), id=NONE)])
        rows.highlighted = at or 0
        rows.focus()

    def on_resize(self) -> None:
        """Break the lines where they now end."""
        self.call_after_refresh(self.say)

    def _row(self, place: int) -> Content:
        flag = self._flags.flags[place]
        answer = self._answers.get(flag.id)
        mark = f" [{choice_name('answers', answer)}] " if answer else " [ ] "
        room = max(self.query_one(OptionList).size.width - len(mark) - 2, SHORTEST)
        question = ("\n" + " " * len(mark)).join(wrap(flag.question.in_(current()), room))
        return Content.assemble((mark, "bold $text-error" if answer else MUTED), question)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NONE:
            self.action_none()
        else:
            self.action_mark()

    def action_mark(self) -> None:
        """Change the answer: yes, unsure, not answered yes."""
        option = self.query_one(OptionList).highlighted_option
        if option is None or option.id is None or option.id == NONE:
            return
        answer = NEXT[self._answers.pop(option.id, None)]
        if answer:
            self._answers[option.id] = answer
        self.say()

    def action_none(self) -> None:
        """Say that nothing else fits; a yes is read back once before it counts."""
        if self._answers:
            self._read_back()
        else:
            self.dismiss({})

    @work
    async def _read_back(self) -> None:
        asked = Asking(lambda: _("Safety"), self._is_that_right, {})
        sure: Answers | None = await self.app.push_screen_wait(asked)
        if sure and sure.get("sure") is True:
            self.dismiss(self._answers)

    def _is_that_right(self) -> tuple[Question, ...]:
        said = "\n".join(
            f"{choice_name('answers', self._answers[flag.id]).capitalize()}: {flag.question.in_(current())}"
            for flag in self._flags.flags
            if flag.id in self._answers
        )
        note = _("Some answers hold the plan back until a doctor has looked at it. They are not taken back.")
        choices = yes_or_no(_("yes, that is right"), _("no, back to the list"))
        return (
            Question(
                key="sure",
                words=_("This is what you answered. Is it right?"),
                hint=f"{said}\n\n{note}",
                answer=OneOf(choices, can_skip=False),
            ),
        )


async def ask_full_list(app: "Ryggkompis", marked: dict[str, Answer] | None = None) -> bool:
    """Ask the whole list and keep the answers at once; tell whether it was answered and nothing is locked."""
    answers = await app.push_screen_wait(SafetyList(app.companion.flags, marked))
    if answers is None or not app.do(partial(app.companion.answer_gate, answers)):
        return False
    return app.state.gate.lock is None


async def ask_safety_first(app: "Ryggkompis") -> bool:
    """Ask what must be asked before anything else today; tell whether to go on."""
    gate = app.state.gate
    if gate.lock is not None:
        return DAILY_LINE not in gate.lock.flags or await ask_full_list(app)
    if gate.is_full_list_due(worse=False):
        return await _ask_weekly(app)
    if app.state.has_just_answered:
        return True
    asked = await app.push_screen_wait(
        Asking(lambda: _("Safety first"), partial(daily.daily_line, app.companion.flags), {})
    )
    answer: Answer | None = asked.get("daily") if asked else None  # type: ignore[assignment]  # the choices are answers
    if answer is None:
        return False
    if answer == "no":
        return app.do(partial(app.companion.answer_daily, answer))
    return await ask_full_list(app) or _held_back(app, answer)


async def _ask_weekly(app: "Ryggkompis") -> bool:
    """Ask the whole list; before it about strength where that is due, with what that led to marked in it."""
    found = await ask_strength(app) if app.state.is_strength_due else {}
    if found is None:
        return False
    return await ask_full_list(app, found) or (bool(found) and _held_back(app, "unsure"))


def _held_back(app: "Ryggkompis", answer: Answer) -> bool:
    """Let the answer itself hold the plan back until the list that was left is answered."""
    if app.state.gate.lock is None:
        app.do(partial(app.companion.answer_daily, answer))
    return False
