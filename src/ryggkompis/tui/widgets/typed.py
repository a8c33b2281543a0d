"""An answer that is typed: a number, a day, or a few words."""

from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from ryggkompis.domain.base.errors import N_
from ryggkompis.services.answers import written
from ryggkompis.services.questions.kinds import Typed


class TypedAnswer(Input):
    """One line to type in; with nothing in it, Backspace goes back to the question before."""

    BINDINGS = [
        Binding("enter", "submit", N_("Next"), id="answer.next", tooltip=N_("Take what is typed")),
        Binding("pageup", "back", N_("Previous"), id="typed.back"),
    ]
    DEFAULT_CSS = """
    TypedAnswer { width: 100%; }
    """

    class Back(Message):
        """The question before this one is wanted."""

    def __init__(self, typed: Typed, value: object = None) -> None:
        """Offer a line with ``value`` in it."""
        super().__init__(
            value=written(value), placeholder=typed.example, select_on_focus=False, max_length=10_000
        )

    def action_back(self) -> None:
        """Ask for the question before."""
        self.post_message(self.Back())

    def on_key(self, event: Key) -> None:
        """Go back from an empty line."""
        if event.key == "backspace" and not self.value:
            event.stop()
            event.prevent_default()
            self.action_back()
