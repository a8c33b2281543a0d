"""One of a few values on one line, chosen by left and right."""

from dataclasses import dataclass
from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.tui.turns import InTurn

STEPS: Final = {"left": -1, "right": 1, "space": 1}


class Stepper(InTurn, can_focus=True):
    """Shows the chosen value between arrows; None is unknown, and is a choice unless one is needed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Stepper {
        height: 1;
        background: $surface;
        &:focus { background: $primary-muted; color: $text-primary; text-style: bold; }
        &:focus:ansi { text-style: bold reverse; }
    }
    """
    BINDINGS = [
        Binding("left", "step(-1)", N_("The one before"), show=False),
        Binding("right,space", "step(1)", N_("The next one"), show=False),
        Binding("backspace,delete", "forget", N_("Unknown"), show=False),
    ]

    value: reactive[object] = reactive(None)

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        stepper: "Stepper"
        value: object

        @property
        def control(self) -> "Stepper":
            """For ``@on``."""
            return self.stepper

    def __init__(
        self,
        choices: tuple[tuple[object, str], ...],
        value: object = None,
        *,
        is_needed: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's name for it
    ) -> None:
        """Offer ``choices``, each a value with its name; begin at ``value``."""
        super().__init__(id=id)
        self.is_needed = is_needed
        self.offer(choices, value)

    def offer(self, choices: tuple[tuple[object, str], ...], value: object) -> None:
        """Offer other choices, or the same in other words, without telling."""
        known = {one for one, _name in choices}
        # What is stored stays a choice, though the catalogue no longer has it.
        stray = () if value is None or value in known else ((value, str(value)),)
        self.choices = (*(() if self.is_needed else ((None, "–"),)), *choices, *stray)
        first = self.choices[0][0] if self.is_needed and value is None and self.choices else value
        self.set_reactive(Stepper.value, first)
        self.refresh()

    @property
    def place(self) -> int:
        """Where the value is among the choices."""
        return next(
            n for n, (one, _name) in enumerate(self.choices) if one is self.value or one == self.value
        )

    def render(self) -> Content:
        """Draw the line."""
        name = _("unknown") if self.value is None else self.choices[self.place][1]
        return Content(f"‹ {name} ›")

    def watch_value(self, value: object) -> None:
        """Tell."""
        self.post_message(self.Changed(self, value))

    def on_click(self, event: Click) -> None:
        """Step by the half that was clicked."""
        self.action_step(-1 if event.x <= 1 else 1)

    def on_key(self, event: Key) -> None:
        """Step here, in the order of the keys: what bubbles up is overtaken by the next one."""
        if event.key in STEPS:
            event.stop()
            self.action_step(STEPS[event.key])

    def action_step(self, by: int) -> None:
        """Choose the one before or after, round and round."""
        self.value = self.choices[(self.place + by) % len(self.choices)][0]

    def action_forget(self) -> None:
        """Choose unknown where that is allowed."""
        if self.choices[0][0] is None:
            self.value = None
