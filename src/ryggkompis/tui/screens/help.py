"""The keys of the page one came from, the keys that work everywhere, and what the program is for."""

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from ryggkompis.i18n import _
from ryggkompis.tui.about import about_the_program
from ryggkompis.tui.cards import lines
from ryggkompis.tui.screens.reader import Reader
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.words import Shown, declared, key_name, shown

KEYS_WIDTH = 14


class HelpPage(Reader):
    """Help for the page below."""

    def __init__(self) -> None:
        """Word the page when it is shown."""
        super().__init__(lambda: _("Help"), self._words)

    def _words(self) -> Content:
        below: Screen[object] = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        keys = shown(below.active_bindings.values())
        here = [one for one in keys if one.namespace is not self.app]
        everywhere = declared([b for b in type(self.app).BINDINGS if isinstance(b, Binding)], self.app)
        return lines(
            Content.assemble((_("On this page"), "bold $secondary")),
            *map(_line, here),
            "",
            Content.assemble((_("Everywhere"), "bold $secondary")),
            *map(_line, everywhere),
            "",
            Content.assemble((_("What this is"), "bold $secondary")),
            about_the_program(),
        )


def _line(one: Shown) -> Content:
    keys = ", ".join(map(key_name, one.keys)).ljust(KEYS_WIDTH)
    says_it = one.tip.casefold().startswith(one.label.casefold())
    tip = f". {one.tip}" if one.tip and not says_it else one.tip[len(one.label) :]
    return Content.assemble((f" {keys}", "bold $accent"), one.label, (tip, MUTED))
