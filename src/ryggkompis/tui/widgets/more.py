"""How much lies below what is seen: nobody should take the half for the whole."""

from textual.containers import ScrollableContainer
from textual.widgets import Static

from ryggkompis.i18n.language import ngettext


class More(Static):
    """One line under something that scrolls: how many lines are still below."""

    DEFAULT_CSS = """
    More { height: 1; color: $text-accent; text-style: bold; }
    """

    def __init__(self) -> None:
        """Say nothing to begin with."""
        super().__init__(markup=False)
        self.visible = False
        self._box: ScrollableContainer | None = None

    def on_click(self) -> None:
        """Show what is below."""
        if self._box is not None:
            self._box.scroll_page_down(animate=False)

    def follow(self, box: ScrollableContainer) -> None:
        """Say how much lies below what is seen of ``box`` from now on."""
        self._box = box

        def look() -> None:
            below = round(box.max_scroll_y - box.scroll_offset.y)
            self.visible = below > 0
            self.update(ngettext("▼ {n} more line below", "▼ {n} more lines below", below).format(n=below))

        def look_again() -> None:
            # What is laid out anew changes its sizes one after the other.
            self.call_after_refresh(look)

        for changing in ("scroll_y", "virtual_size", "size"):
            self.watch(box, changing, look_again)
