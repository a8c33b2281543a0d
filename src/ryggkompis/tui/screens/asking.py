"""One question after the other, one key an answer: the morning, a walk, the first run."""

from collections.abc import Callable
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.answers import understood
from ryggkompis.services.questions.kinds import (
    Choice,
    Kind,
    OneOf,
    Question,
    Scale,
    Some,
    Typed,
    answer_in_words,
    yes_or_no,
)
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.answer import Answer
from ryggkompis.tui.widgets.choices import PickOne, PickSome
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.scale import PickNumber
from ryggkompis.tui.widgets.typed import TypedAnswer
from ryggkompis.words.entries import field_name

Answers = dict[str, object]
SAVE = "save"


def _on() -> tuple[Choice, ...]:
    return (Choice(None, _("Go on")),)


class Asking(Dialog[Answers]):
    """Ask, remember, let the patient go back; the answers come when the last question is done.

    ``answers`` is filled while it is asked, so that leaving loses nothing: it can be kept and asked again.
    """

    CSS_PATH = "../styles/asking.tcss"
    BINDINGS = [
        Binding(
            "backspace,left",
            "back",
            N_("Previous"),
            id="asking.back",
            tooltip=N_("Go back to the question before"),
        ),
    ]

    def __init__(
        self,
        title: Callable[[], str],
        questions: Callable[[], tuple[Question, ...]],
        answers: Answers,
        *,
        summary: bool = False,
        at_end: bool = False,
    ) -> None:
        """Ask ``questions``, worded when they are shown.

        Args:
            title: what this is about.
            questions: what to ask, in order.
            answers: what is known already; filled while asking.
            summary: show all answers before they are saved.
            at_end: begin with the last question, as one does who comes back to it.

        """
        super().__init__()
        self._title = title
        self._questions = questions
        self.answers = answers
        self._summary = summary
        self._place = len(questions()) - 1 if at_end else 0

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            with VerticalScroll(id="question", can_focus=False):
                yield Static(id="words", markup=False)
                yield Static(id="hint", markup=False)
                yield Vertical(id="answer")
                yield Static(id="fault", markup=False)
        yield KeyLine()

    async def say(self) -> None:  # type: ignore[override]  # Textual awaits it where it must
        """Write the question and offer its answers."""
        questions = self._asked()
        question = questions[self._place]
        title = self._title()
        with self.app.batch_update():  # a question is not seen before it can be answered
            self.query_one("#title", Static).update(title + self._how_far(len(questions)))
            self._write("#words", "" if question.words == title else question.words)
            self._write("#hint", question.hint)
            self._write("#fault", "")
            box = self.query_one("#answer", Vertical)
            await box.remove_children()
            widget = self._widget(question.answer, self.answers.get(question.key))
            await box.mount(widget)
            self.set_focus(widget, scroll_visible=False)
            self.query_one("#question").scroll_home(animate=False)
        self.refresh_bindings()

    def _how_far(self, count: int) -> str:
        if count == 1:
            return ""
        done = round(10 * self._place / (count - 1))
        told = _("{n} of {all}").format(n=self._place + 1, all=count)
        return f"   {'━' * done}{'─' * (10 - done)}   {told}"

    def _write(self, where: str, text: str) -> None:
        static = self.query_one(where, Static)
        static.update(text)
        static.display = bool(text)

    def _asked(self) -> tuple[Question, ...]:
        asked = self._questions()
        if not self._summary:
            return asked
        lines = "\n".join(
            f"{field_name(q.key)}: {answer_in_words(q, self.answers.get(q.key))}" for q in asked
        )
        go_on = OneOf(yes_or_no(_("yes, save it"), _("no, from the beginning again")), can_skip=False)
        return (*asked, Question(key=SAVE, words=_("Is this right?"), hint=lines, answer=go_on))

    @staticmethod
    def _widget(kind: Kind, value: object) -> Widget:
        match kind:
            case OneOf():
                return PickOne(kind, value)
            case Some():
                return PickSome(kind, value)
            case Scale():
                return PickNumber(kind, value)
            case Typed():
                return TypedAnswer(kind, value)
            case _:
                return PickOne(OneOf(_on(), can_skip=False))

    @on(Answer.Given)
    async def _given(self, event: Answer.Given) -> None:
        await self._take(event.value)

    @on(TypedAnswer.Submitted)
    async def _typed(self, event: TypedAnswer.Submitted) -> None:
        kind = self._asked()[self._place].answer
        if not isinstance(kind, Typed):
            return
        try:
            await self._take(understood(kind.ask, event.value))
        except ExpectedError as error:
            self._write("#fault", word(error))

    @on(PickNumber.TooLow)
    @on(TypedAnswer.Back)
    async def _one_back(self) -> None:
        await self.action_back()

    async def _take(self, value: object) -> None:
        questions = self._asked()
        question = questions[self._place]
        if question.key == SAVE and value is not True:
            self._place = 0
            await self.say()
            return
        self.answers[question.key] = value
        # The answer may have changed what is asked next.
        if self._place + 1 < len(self._asked()):
            self._place += 1
            await self.say()
            return
        self.answers.pop(SAVE, None)
        self.dismiss(self.answers)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Grey out going back where there is nothing before."""
        return None if action == "back" and self._place == 0 else True

    async def action_back(self) -> None:
        """Go back to the question before."""
        self._keep_so_far()
        if self._place > 0:
            self._place -= 1
            await self.say()

    def action_never_mind(self) -> None:
        """Close; what was typed stays in ``answers``."""
        self._keep_so_far()
        self.answers.pop(SAVE, None)
        self.dismiss(None)

    def _keep_so_far(self) -> None:
        question = self._asked()[self._place]
        for some in self.query(PickSome):
            self.answers[question.key] = some.so_far
        for line in self.query(TypedAnswer):
            with suppress(ExpectedError):
                if isinstance(question.answer, Typed):
                    self.answers[question.key] = understood(question.answer.ask, line.value)
