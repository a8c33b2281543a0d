"""A list of questions as one form: blank is unknown, and nothing typed is lost by a mistake."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.answers import understood, written
from ryggkompis.services.questions.form import changed
from ryggkompis.services.questions.kinds import Day, Number, OneOf, Question, Some, Text
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.turns import InTurn
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.stepper import Stepper
from ryggkompis.tui.widgets.tick import TickBox

FieldValues: TypeAlias = Mapping[str, Any]
Answers: TypeAlias = Mapping[str, object]
Keep: TypeAlias = Callable[[FieldValues], object]
"""Saves the changed fields, or raises what the user can mend."""

LONG: int = 200
"""Characters from which on a text has several lines."""


class Rows(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The questions; they scroll with the focus."""


class Field(InTurn):
    """Leaves itself, and saves, in the order of the keys: what bubbles up is overtaken by the next one."""

    MOVES: ClassVar[Mapping[str, int]] = {"tab": 1, "shift+tab": -1, "down": 1, "up": -1}

    def on_key(self, event: Key) -> None:
        """Take the keys after which nothing more is meant for this field."""
        form = self.screen
        if isinstance(form, EntryForm) and (event.key in self.MOVES or event.key == "ctrl+s"):
            event.stop()
            event.prevent_default()
            form.leave_field(self.MOVES.get(event.key, 0), at_end=event.key == "enter")


class FormLine(Input, Field):
    """A line to type in."""

    MOVES = {**Field.MOVES, "enter": 1}


class FormText(TextArea, Field):
    """Several lines to type in, in which the arrows move."""

    MOVES = {"tab": 1, "shift+tab": -1}


class FormStepper(Stepper, Field):
    """One of a few values."""


class FormTick(TickBox, Field):
    """A line to tick."""


class EntryForm(Dialog[bool]):
    """Asks all the questions at once and saves what was changed; True when something was saved."""

    CSS_PATH = "../styles/entry_form.tcss"
    BINDINGS = [
        # Without priority: it must not overtake what was typed before it.
        Binding("ctrl+s", "save", N_("Save"), id="form.save", tooltip=N_("Save and close")),
        Binding("up", "app.focus_previous", N_("The field above"), id="form.above", show=False),
        Binding("down", "app.focus_next", N_("The field below"), id="form.below", show=False),
    ]

    def __init__(
        self, title: str, form: tuple[Question, ...], known: Answers, keep: Keep, *, blank: str = ""
    ) -> None:
        """Ask ``form``, filled in with what is ``known``; ``keep`` gets the fields that were changed.

        What ``blank`` means is said where it is not that something is unknown.
        """
        super().__init__()
        self.blank = blank
        self.words = title
        self.form = form
        self.known = known
        self.keep = keep
        self._warned = False
        self._begun: dict[str, object] = {}

    def compose(self) -> ComposeResult:
        """Lay out the questions."""
        with Vertical(id="form"):
            yield Static(self.words, id="title", markup=False)
            yield Static(
                self.blank or _("Tab goes to the next field. Blank is unknown."), id="hint", markup=False
            )
            with Rows():
                for question in self.form:
                    is_high = isinstance(question.answer, Some)
                    with Vertical(classes="row") if is_high else Horizontal(classes="row"):
                        yield Static(question.words, classes="label", markup=False)
                        yield from self._control(question)
            yield Static(id="wrong", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Remember what the form began with."""
        super().on_mount()
        self._begun = {question.key: self._raw(question) for question in self.form}
        self.query_one("#wrong").display = False

    def _control(self, question: Question) -> Iterator[Widget]:
        value: Any = self.known.get(question.key)
        id_ = _id(question)
        match question.answer:
            case OneOf(choices=choices, can_skip=can_skip):
                named = tuple((choice.value, choice.label) for choice in choices)
                yield FormStepper(named, value, is_needed=not can_skip, id=id_)
            case Some(choices=choices):
                for n, choice in enumerate(choices):
                    yield FormTick(choice.label, is_ticked=choice.value in (value or ()), id=f"{id_}-{n}")
            case Text(limit=limit) if limit > LONG:
                yield FormText(written(value), id=id_, compact=True, soft_wrap=True)
            case _:
                yield FormLine(written(value), id=id_, compact=True)

    def _raw(self, question: Question) -> object:
        """Give what stands in the form for a question now."""
        where = f"#{_id(question)}"
        match question.answer:
            case OneOf():
                return self.query_one(where, Stepper).value
            case Some(choices=choices):
                boxes = [self.query_one(f"{where}-{n}", TickBox) for n in range(len(choices))]
                return tuple(one.value for one, box in zip(choices, boxes, strict=True) if box.is_ticked)
            case Text(limit=limit) if limit > LONG:
                return self.query_one(where, FormText).text
            case _:
                return self.query_one(where, FormLine).value

    def _read(self, question: Question) -> object:
        raw, kind = self._raw(question), question.answer
        today = self.app.companion.today.real
        return understood(kind, str(raw), today) if isinstance(kind, Number | Text | Day) else raw

    @property
    def is_changed(self) -> bool:
        """Tell whether anything in the form is other than it began."""
        return any(self._raw(question) != self._begun[question.key] for question in self.form)

    def leave_field(self, by: int, *, at_end: bool = False) -> None:
        """Go to the field after or before; save for 0, and ``at_end`` behind the last one too."""
        self.app.turns.hold()
        if by == 0 or (at_end and self.focused is self.focus_chain[-1]):
            self.action_save()
            return
        (self.focus_next if by > 0 else self.focus_previous)()
        # No key counts before the other field can be seen.
        self.app.turns.wait_for(self)

    def action_save(self) -> None:
        """Save what was changed, or say what is wrong and stay."""
        answers = dict(self.known)
        for question in self.form:
            try:
                value = self._read(question)
            except ExpectedError as error:
                self._say(fault_in_words(error))
                self.query_one(f"#{_id(question)}").focus()
                return
            # Only what was changed: the rest stays as it was written, also by a newer version.
            if self._raw(question) != self._begun[question.key] or question.key not in self.known:
                answers[question.key] = value
        try:
            self.keep(changed(self.form, self.known, answers))
        except ExpectedError as error:
            self._say(fault_in_words(error))
        else:
            self.dismiss(True)  # noqa: FBT003 - the answer itself

    def action_never_mind(self) -> None:
        """Close without saving; when something was typed, only the second time."""
        # Once: a second Esc is an answer, too.
        if self.is_changed and not self._warned:
            self._warned = True
            self._say(_("Not saved yet. Ctrl+S saves; Esc once more leaves without saving."))
            return
        self.dismiss(None)

    def _say(self, words: str) -> None:
        line = self.query_one("#wrong", Static)
        line.update(words)
        line.display = True
        self.app.turns.wait_for(self)


def _id(question: Question) -> str:
    return f"ask-{question.key}".replace(" ", "-")
