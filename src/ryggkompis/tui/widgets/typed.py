"""An answer that is typed: a number, a day, or a few words."""

from typing import Final

from textual.binding import Binding
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from ryggkompis.domain.base.errors import N_
from ryggkompis.services.questions.answers import written
from ryggkompis.services.questions.kinds import Typed
from ryggkompis.tui.turns import InTurn

ROOM: Final = 10_000
"""Characters that the line holds, far more than any answer may have."""


class TypedAnswer(Input, InTurn):
    """One line to type in; with nothing in it, Backspace goes back to the question before."""

    BINDINGS = [
        Binding("enter", "submit", N_("Next"), id="answer.next", tooltip=N_("Take what is typed")),
        Binding("pageup", "screen.back", N_("Previous"), id="typed.back"),
    ]
    DEFAULT_CSS = """
    TypedAnswer { width: 100%; }
    """

    class Back(Message):
        """The question before this one is wanted."""

    class TooMuch(Message):
        """More was pasted than the line can hold."""

        def __init__(self, left_out: int) -> None:
            """Tell how many characters were left out."""
            super().__init__()
            self.left_out = left_out

    def __init__(self, typed: Typed, value: object = None) -> None:
        """Offer a line with ``value`` in it."""
        super().__init__(
            value=written(value), placeholder=typed.example, select_on_focus=False, max_length=ROOM
        )

    async def action_submit(self) -> None:
        """Take what is typed; no key counts before it has been looked at."""
        self.turns.hold()
        await super().action_submit()

    async def on_key(self, event: Key) -> None:
        """Go back from an empty line; take Enter here, so that nothing behind it is typed into the line."""
        if event.key == "backspace" and not self.value:
            event.stop()
            event.prevent_default()
            self.turns.hold()
            self.post_message(self.Back())
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def on_paste(self, event: Paste) -> None:
        """Keep every line of what is pasted, one after the other."""
        event.stop()
        event.prevent_default()
        text = " ".join(line.strip() for line in event.text.splitlines() if line.strip())
        room = ROOM - len(self.value) + len(self.selected_text)
        self.replace(text[:room], *self.selection)
        if len(text) > room:
            self.post_message(self.TooMuch(len(text) - room))
