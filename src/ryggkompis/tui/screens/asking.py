"""One question after the other, one key an answer: the morning, a walk, the first run."""

from collections.abc import Callable
from contextlib import suppress

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.answers import SAVE, before_in_words, read_back, settled, understood
from ryggkompis.services.questions.kinds import Day, Number, OneOf, Question, Some, Text
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.answer import Answer
from ryggkompis.tui.widgets.answers import answer_to, how_far
from ryggkompis.tui.widgets.choices import PickSome
from ryggkompis.tui.widgets.figure import FigureBeside
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.more import More
from ryggkompis.tui.widgets.scale import PickNumber
from ryggkompis.tui.widgets.typed import TypedAnswer

Answers = dict[str, object]


class Asking(Dialog[Answers]):
    """Ask, remember, let the patient go back; the answers come when the last question is done.

    ``answers`` is filled while it is asked, so that leaving loses nothing: it can be kept and asked again.
    """

    CSS_PATH = "../styles/asking.tcss"
    BINDINGS = [
        Binding(
            "equals_sign",
            "as_before",
            N_("The same"),
            id="asking.before",
            tooltip=N_("Answer this question as on the day before"),
        ),
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
            questions: what to ask, in order; it may depend on ``answers``.
            answers: what is known already; filled while asking.
            summary: show all answers before they are saved.
            at_end: begin with the last question, as one does who comes back to it.

        """
        super().__init__()
        self._title = title
        self._questions = questions
        self.answers = answers
        self._summary = summary
        self._key = self._asked()[-1 if at_end else 0].key
        self._widget: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            with Container(id="both"):
                with VerticalScroll(id="question", can_focus=False):
                    yield Static(id="words", markup=False)
                    yield Static(id="hint", markup=False)
                    yield Vertical(id="answer")
                    yield Static(id="before", markup=False)
                    yield Static(id="fault", markup=False)
                yield FigureBeside()
            yield More()
        yield KeyLine()

    def on_mount(self) -> None:
        """Say how much lies below, too."""
        super().on_mount()
        self.query_one(More).follow(self.query_one("#question", VerticalScroll))

    async def say(self) -> None:  # type: ignore[override]  # Textual awaits it where it must
        """Write the question and offer its answers; what was begun in another language stays."""
        self._keep_so_far()
        self.app.turns.hold()
        questions = self._asked()
        question = self._question
        title = self._title()
        with self.app.batch_update():  # a question is not seen before it can be answered
            self._write("#title", title + how_far(questions.index(question), len(questions)))
            self._write("#words", "" if question.words == title else question.words)
            self._write("#hint", question.hint)
            self._write("#before", before_in_words(question))
            self._write("#fault", "")
            box = self.query_one("#answer", Vertical)
            await box.remove_children()
            self._widget = answer_to(question.answer, self.answers.get(question.key))
            await box.mount(self._widget)
            self.query_one(FigureBeside).follow(self._widget)
            self.set_focus(self._widget, scroll_visible=False)
            self.query_one("#question").scroll_home(animate=False)
        self.refresh_bindings()
        self.app.turns.wait_for(self)

    @property
    def _question(self) -> Question:
        """The question that is on the screen."""
        return next(question for question in self._asked() if question.key == self._key)

    def _write(self, where: str, text: str) -> None:
        static = self.query_one(where, Static)
        static.update(text)
        static.display = bool(text)

    def _asked(self) -> tuple[Question, ...]:
        listed = self._questions()
        asked = tuple(question for question in listed if not question.is_settled)
        return (*asked, read_back(listed, self.answers)) if self._summary else asked

    @on(Answer.Given)
    async def _given(self, event: Answer.Given) -> None:
        if event.answer is self._widget:
            await self._take(event.value)

    @on(Answer.Passed)
    async def _passed(self, event: Answer.Passed) -> None:
        if event.answer is not self._widget:
            return
        kind = self._question.answer
        if isinstance(kind, OneOf | Some) and not kind.can_skip:
            one = isinstance(kind, OneOf)
            self._refuse(_("Choose an answer first.") if one else _("Nothing fits? Press 0."))
        else:
            await self._take(self.answers.get(self._key))

    @on(TypedAnswer.Submitted)
    async def _typed(self, event: TypedAnswer.Submitted) -> None:
        kind = self._question.answer
        if event.input is not self._widget or not isinstance(kind, Number | Text | Day):
            return
        try:
            answer = understood(kind, event.value, self.app.companion.today.real)
        except ExpectedError as error:
            self._refuse(word(error))
        else:
            await self._take(answer)

    @on(TypedAnswer.TooMuch)
    def _too_much(self, event: TypedAnswer.TooMuch) -> None:
        told = _("{n} characters were left out: they do not fit here.")
        self._refuse(told.format(n=event.left_out))

    def _refuse(self, why: str) -> None:
        self._write("#fault", why)
        self.app.turns.wait_for(self)

    @on(PickNumber.TooLow)
    @on(TypedAnswer.Back)
    async def _one_back(self) -> None:
        await self.action_back()

    async def _take(self, value: object) -> None:
        question = self._question
        if question.key == SAVE and value is not True:
            await self._go_to(0)
            return
        self.answers[question.key] = value
        # The answer may have changed what is asked next.
        asked = self._asked()
        place = asked.index(self._question) + 1
        if place < len(asked):
            await self._go_to(place)
            return
        self.answers.pop(SAVE, None)
        also = {one.key: settled(one, self.answers) for one in self._questions() if one.is_settled}
        self.dismiss({**self.answers, **also})

    async def _go_to(self, place: int) -> None:
        self._key = self._asked()[place].key
        self._widget = None
        await self.say()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Grey out going back where there is nothing before, and leave out what cannot be."""
        if action == "as_before":
            return self._question.before is not None and not self.is_too_small
        return None if action == "back" and self._asked()[0].key == self._key else True

    async def action_as_before(self) -> None:
        """Answer as on the day before."""
        self.app.turns.hold()
        await self._take(self._question.before)

    async def action_back(self) -> None:
        """Go back to the question before."""
        self._keep_so_far()
        place = self._asked().index(self._question)
        if place > 0:
            await self._go_to(place - 1)
        else:
            self.app.turns.wait_for(self)

    def action_never_mind(self) -> None:
        """Close; what was typed stays in ``answers``."""
        self._keep_so_far()
        self.answers.pop(SAVE, None)
        self.dismiss(None)

    def on_resize(self, _event: events.Resize) -> None:
        """Take up the answer again when the window was too small for it."""
        if self._widget is not None and not self.is_too_small:
            self.call_after_refresh(self.set_focus, self._widget, scroll_visible=False)

    def _keep_so_far(self) -> None:
        widget, kind = self._widget, self._question.answer
        if isinstance(widget, PickSome) and widget.so_far is not None:
            self.answers[self._key] = widget.so_far
        elif isinstance(widget, TypedAnswer) and isinstance(kind, Number | Text | Day):
            with suppress(ExpectedError):
                # A text that does not fit is kept, too: it can be mended when one comes back.
                is_free, text = isinstance(kind, Text), widget.value
                today = self.app.companion.today.real
                self.answers[self._key] = text or None if is_free else understood(kind, text, today)
