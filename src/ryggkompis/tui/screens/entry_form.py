"""A form for the fields of one entry: blank is unknown, and nothing typed is lost by a mistake."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.language import _
from ryggkompis.services.answers import understood, written
from ryggkompis.services.asks import Ask, Number, Pick, Text, Ticks, When
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.stepper import Stepper
from ryggkompis.tui.widgets.tick import TickBox

FieldValues: TypeAlias = Mapping[str, Any]
Keep: TypeAlias = Callable[[FieldValues], object]
"""Saves the changed fields, or raises what the user can mend."""

LONG: int = 200
"""Characters from which on a text has several lines."""


class Rows(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The questions; they scroll with the focus."""


class EntryForm(Dialog[bool]):
    """Asks for the fields of an entry and saves them; True when something was saved."""

    CSS_PATH = "../styles/entry_form.tcss"
    BINDINGS = [
        Binding("ctrl+s", "save", N_("Save"), id="form.save", tooltip=N_("Save and close"), priority=True),
        Binding("up", "app.focus_previous", N_("The field above"), id="form.above", show=False),
        Binding("down", "app.focus_next", N_("The field below"), id="form.below", show=False),
    ]

    def __init__(self, title: str, asks: tuple[Ask, ...], values: FieldValues, keep: Keep) -> None:
        """Ask ``asks``, filled in with ``values``; ``keep`` gets the fields that were changed."""
        super().__init__()
        self.words = title
        self.asks = asks
        self.values = values
        self.keep = keep
        self._warned = False
        self._begun: dict[str, object] = {}

    def compose(self) -> ComposeResult:
        """Lay out the questions."""
        with Vertical(id="form"):
            yield Static(self.words, id="title", markup=False)
            yield Static(_("Tab goes to the next field. Blank is unknown."), id="hint", markup=False)
            with Rows():
                for ask in self.asks:
                    with Horizontal(classes="row") if not isinstance(ask, Ticks) else Vertical(classes="row"):
                        yield Static(_label(ask), classes="label", markup=False)
                        yield from self._control(ask)
            yield Static(id="wrong", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Remember what the form began with."""
        super().on_mount()
        self._begun = {ask.key: self._raw(ask) for ask in self.asks}
        self.query_one("#wrong").display = False

    def _value(self, ask: Ask) -> Any:  # noqa: ANN401 - a field may hold anything
        value = self.values.get(ask.field)
        if ask.part is None:
            return value
        return value[ask.part] if value and ask.part < len(value) else None

    def _control(self, ask: Ask) -> Iterator[Widget]:
        value, key = self._value(ask), f"ask-{ask.key}"
        match ask:
            case Pick():
                yield Stepper(ask.choices, value, is_needed=ask.is_needed, id=key)
            case Ticks():
                for n, (one, name) in enumerate(ask.choices):
                    yield TickBox(name, is_ticked=one in (value or ()), id=f"{key}-{n}")
            case Text(limit=limit) if limit > LONG:
                yield TextArea(written(value), id=key, compact=True, soft_wrap=True)
            case Number() | When() | Text():
                yield Input(written(value), id=key, compact=True)

    def _raw(self, ask: Ask) -> object:
        """Give what stands in the form for ``ask`` now."""
        key = f"#ask-{ask.key}"
        match ask:
            case Pick():
                return self.query_one(key, Stepper).value
            case Ticks():
                boxes = (self.query_one(f"{key}-{n}", TickBox) for n in range(len(ask.choices)))
                return tuple(
                    one for (one, _name), box in zip(ask.choices, boxes, strict=True) if box.is_ticked
                )
            case Text(limit=limit) if limit > LONG:
                return self.query_one(key, TextArea).text
            case _:
                return self.query_one(key, Input).value

    def _read(self, ask: Ask) -> object:
        raw = self._raw(ask)
        return understood(ask, raw) if isinstance(raw, str) and not isinstance(ask, Pick) else raw

    @property
    def is_changed(self) -> bool:
        """Tell whether anything in the form is other than it began."""
        return any(self._raw(ask) != self._begun[ask.key] for ask in self.asks)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if self.focus_chain and self.focused is self.focus_chain[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Save what was changed, or say what is wrong and stay."""
        said: dict[str, Any] = {}
        for ask in self.asks:
            try:
                value = self._read(ask)
            except ExpectedError as error:
                self._say(fault_in_words(error))
                self.query_one(f"#ask-{ask.key}").focus()
                return
            # Only what was changed: the other fields stay as they were written, also by a newer version.
            if self._raw(ask) != self._begun[ask.key] or ask.field not in self.values or ask.part is not None:
                _put(said, ask, value)
        try:
            self.keep(said)
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


def _label(ask: Ask) -> str:
    if isinstance(ask, Number):
        return _("{label} ({low}–{high})").format(label=ask.label, low=ask.low, high=ask.high)
    return ask.label


def _put(said: dict[str, Any], ask: Ask, value: object) -> None:
    """Add one answer; the parts of a list come one after the other, and blank names are no part of it."""
    if ask.part is None:
        said[ask.field] = value
    elif value is not None or isinstance(ask, Number):
        said[ask.field] = (*said.get(ask.field, ()), value)
    else:
        said.setdefault(ask.field, ())
