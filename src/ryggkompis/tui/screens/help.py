"""The keys of the page one came from, the keys that work everywhere, and what the program is for."""

from textual.actions import parse
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.tui.ink import ink, lines
from ryggkompis.tui.labels import Visible, declared, key_name, visible
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.about import about_the_program


class HelpPage(Reader):
    """Help for the page below."""

    def __init__(self) -> None:
        """Word the page when it is shown."""
        super().__init__(lambda: _("Help"), self._words)

    def _words(self) -> Content:
        # The keys of the page that help was asked for on, not those of the help.
        below: Screen[object] = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        keys = visible(below.active_bindings.values())
        here = [one for one in keys if one.namespace is not self.app]
        owners = type(self.app).__mro__
        bound = [one for owner in owners for one in owner.__dict__.get("BINDINGS", ())]
        listed = declared([one for one in bound if isinstance(one, Binding)], self.app)
        everywhere = [one for one in listed if self._is_offered(one)]
        width = max(len(_keys(one)) for one in (*here, *everywhere))
        return lines(
            Content.assemble((_("On this page"), "bold $secondary")),
            *(_line(one, width) for one in here),
            "",
            Content.assemble((_("Everywhere"), "bold $secondary")),
            *(_line(one, width) for one in everywhere),
            *(Content.assemble((f" {word(fault)}", "$text-warning")) for fault in self.app.own_keys.faults),
            "",
            Content.assemble((_("What this is"), "bold $secondary")),
            Content("\n\n").join(ink(line) for line in about_the_program()),
        )

    def _is_offered(self, one: Visible) -> bool:
        _whose, name, parameters = parse(one.action)
        return self.app.check_action(name, parameters) is not False


def _keys(one: Visible) -> str:
    return ", ".join(filter(None, map(key_name, one.keys)))


def _line(one: Visible, width: int) -> Content:
    says_it = one.tip.casefold().startswith(one.label.casefold())
    tip = f". {one.tip}" if one.tip and not says_it else one.tip[len(one.label) :]
    return Content.assemble((f" {_keys(one):{width}}  ", "bold $accent"), one.label, (tip, MUTED))
