"""When do I need help now? From everywhere, in every state, without a network and without a journal."""

from textual.content import Content

from ryggkompis.i18n.language import _
from ryggkompis.tui.ink import inked
from ryggkompis.tui.reader import Reader
from ryggkompis.words.urgent import HELP_NOW, urgent


class UrgentPage(Reader):
    """Whom to call, what to say, and what it is about."""

    def __init__(self) -> None:
        """Word the page when it is shown."""
        super().__init__(lambda: _(HELP_NOW), self._words)

    def _words(self) -> Content:
        return inked(urgent(self.app.companion.flags))
