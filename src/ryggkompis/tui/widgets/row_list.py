"""A list of a few rows for the arrow keys and the mouse: a click chooses, and once more it opens."""

from typing import ClassVar, Final

from textual.binding import Binding
from textual.events import Click
from textual.widgets import OptionList

from ryggkompis.domain.base.errors import N_

LETTERS: Final = (
    Binding("k", "cursor_up", N_("Up"), id="list.up", show=False),
    Binding("j", "cursor_down", N_("Down"), id="list.down", show=False),
)
"""For hands that know terminals; not where J is an answer, or where one writes."""


class RowList(OptionList):
    """Shows rows; Enter, or a click on the chosen one, opens it."""

    MARK: ClassVar[int] = 0
    """Cells at the beginning of a row that are its mark."""

    def on_click(self, event: Click) -> None:
        """Choose the row that was clicked; on its mark, mark it; the chosen one opens."""
        # Textual would open whatever is clicked.
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None or self.options[place].disabled:
            return
        was, self.highlighted = self.highlighted, place
        if event.x < self.MARK:
            # The second half of a double click would take the mark away again.
            if event.chain == 1:
                self.mark_chosen()
        elif was == place:
            self.action_select()

    def mark_chosen(self) -> None:
        """Mark the chosen row."""
        self.action_select()
