"""The day as a list to tick."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.pictures.glyphs import fit_words, width_of
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.row_list import LETTERS, RowList
from ryggkompis.words.today.plan_items import Group, Item

HEADINGS: Mapping[Group, str] = {
    "walk": N_("Walks"),
    "exercise": N_("Exercises"),
    "comfort": N_("Relief, when you want it"),
}
DONE, OPEN, OUT = "●", "○", "–"


class PlanList(RowList):
    """Shows items under headings; Space ticks, Enter opens. The cursor stays on its item."""

    MARK = len(f" {OPEN} ")
    BINDINGS = [
        Binding(
            "space", "tick", N_("Tick"), id="plan.tick", tooltip=N_("Log it as planned, or take it back")
        ),
        Binding("enter", "select", N_("Open"), id="plan.open", tooltip=N_("Log it, and how it went")),
        *LETTERS,
    ]
    DEFAULT_CSS = """
    PlanList { border: none; padding: 0; background: transparent; text-wrap: nowrap; }
    PlanList:focus { border: none; background-tint: transparent; }
    """

    items: tuple[Item, ...] = ()
    _notes: Mapping[Group, Content] = {}

    @dataclass
    class Ticked(Message):
        """Space was pressed on an item."""

        plan_list: "PlanList"
        item: Item

        @property
        def control(self) -> "PlanList":
            """For ``@on``."""
            return self.plan_list

    @dataclass
    class Opened(Message):
        """Enter was pressed on an item."""

        plan_list: "PlanList"
        item: Item

        @property
        def control(self) -> "PlanList":
            """For ``@on``."""
            return self.plan_list

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        option = self.highlighted_option
        return next((item for item in self.items if option and item.key == option.id), None)

    def show(self, items: tuple[Item, ...], notes: Mapping[Group, Content]) -> None:
        """Show ``items``, and what is noted beside a heading, in the current language."""
        self.items, self._notes = items, notes
        self._write()

    def _write(self) -> None:
        """Write every line anew, and keep the cursor on its item."""
        before = self.highlighted_option.id if self.highlighted_option else None
        at = self.scroll_y
        options: list[Option] = []
        group = None
        for item in self.items:
            if item.group != group:
                group = item.group
                options.append(Option(self._heading(group), disabled=True))
            options.append(Option(self._line(item), id=item.key))
        self.set_options(options)
        keys = [option.id for option in options]
        first = next((place for place, key in enumerate(keys) if key), None)
        self.highlighted = keys.index(before) if before in keys and before else first
        # Ticking a line must not move the list under the finger.
        self.call_after_refresh(self.scroll_to, y=at, animate=False)

    def _heading(self, group: Group) -> Content:
        note = self._notes.get(group, Content(""))
        words = (_(HEADINGS[group]), "bold $secondary")
        return Content.assemble(words, "  " if note else "", note.stylize_before(MUTED))

    def _line(self, item: Item) -> Content:
        room = self.scrollable_content_region.width - len(f" {DONE} ")
        title = fit_words(item.title, room)
        beside = fit_words(f"  {item.said if item.done else item.amount}", room - width_of(title))
        if item.is_done:
            return Content.assemble((f" {DONE} ", "$success"), title, (beside, "$text-success"))
        if item.is_left_out:
            return Content.assemble((f" {OUT} {title}{beside}", MUTED))
        return Content.assemble(f" {OPEN} ", title, (beside, MUTED))

    def on_resize(self) -> None:
        """Write anew: there is other room for words. The cursor stays in sight."""
        self._write()
        self.call_after_refresh(self.scroll_to_highlight)

    def action_tick(self) -> None:
        """Tell that Space was pressed."""
        if self.item:
            self.post_message(self.Ticked(self, self.item))

    def mark_chosen(self) -> None:
        """Tick the item that was clicked."""
        self.action_tick()

    def on_option_list_option_selected(self, event: RowList.OptionSelected) -> None:
        """Tell that Enter was pressed."""
        event.stop()
        if self.item:
            self.post_message(self.Opened(self, self.item))
