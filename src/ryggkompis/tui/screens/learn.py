"""The cards to read: a list that can be searched, and one card at a time with what it rests on on a key."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.i18n.language import _, current
from ryggkompis.services.learn import card_on
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.row_list import RowList
from ryggkompis.words.learn import CARDS, card_lines, evidence_lines, no_card


class CardPage(Reader):
    """One card; ``e`` shows what it rests on, the arrows go to the one before and the next."""

    BINDINGS = [
        Binding("e", "evidence", N_("What it rests on"), id="card.evidence"),
        Binding("right,n", "go(1)", N_("Next"), id="card.next", tooltip=N_("The next card")),
        Binding("left,p", "go(-1)", N_("Previous"), id="card.previous", tooltip=N_("The card before")),
    ]

    def __init__(self, cards: tuple[LearnCard, ...], place: int = 0) -> None:
        """Show the card at ``place``."""
        super().__init__(lambda: self.card.title.in_(current()), self._words)
        self._cards = cards
        self._place = place
        self._tells_evidence = False

    @property
    def card(self) -> LearnCard:
        """The card that is shown."""
        return self._cards[self._place]

    def _words(self) -> Content:
        text = Content("\n").join(Content(line) for line in card_lines(self.card, drawing=True))
        if not self._tells_evidence:
            return text
        told = Content.styled("\n".join(evidence_lines(self.card)), MUTED)
        return Content("\n\n").join((text, told))

    def action_evidence(self) -> None:
        """Show what the card rests on, or hide it again."""
        self._tells_evidence = not self._tells_evidence
        self.say()

    def action_go(self, by: int) -> None:
        """Go to another card."""
        self._place = (self._place + by) % len(self._cards)
        self.say()
        self.query_one("#reading").scroll_home(animate=False)


class LearnPage(Dialog[None]):
    """All cards; typing looks for words in them."""

    CSS_PATH = "../styles/learn.tcss"
    BINDINGS = [
        Binding("enter", "read", N_("Read"), id="learn.read", tooltip=N_("Read the chosen card")),
        Binding("down", "move(1)", show=False, id="learn.down"),
        Binding("up", "move(-1)", show=False, id="learn.up"),
    ]

    def __init__(self) -> None:
        """Begin with every card."""
        super().__init__()
        self._found: tuple[LearnCard, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out a line to search in, and the list."""
        with Vertical(id="learn"):
            yield Static(id="title", markup=False)
            yield Input(id="search", max_length=100)
            yield RowList(id="cards", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write the list in the language that is spoken."""
        self.query_one("#title", Static).update(_(CARDS))
        self.query_one("#search", Input).placeholder = _("Type a word to search for")
        self._list()
        self.refresh_bindings()

    @on(Input.Changed)
    def _list(self) -> None:
        words = self.query_one("#search", Input).value
        self._found = self.app.companion.learn_cards.search(words, current())
        options = self.query_one("#cards", RowList)
        options.clear_options()
        if self._found:
            options.add_options(Option(card.title.in_(current()), id=card.id) for card in self._found)
            options.highlighted = self._offered() if not words else 0
        else:
            options.add_option(Option(no_card(), disabled=True))

    def _offered(self) -> int:
        """Give the place of the card that Today offers."""
        state = self.app.state
        offered = card_on(state, self.app.companion.learn_cards)
        return next((place for place, card in enumerate(self._found) if card == offered), 0)

    def action_move(self, by: int) -> None:
        """Choose another card without leaving the line."""
        options = self.query_one("#cards", RowList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    @on(Input.Submitted)
    @on(RowList.OptionSelected)
    def action_read(self) -> None:
        """Read the chosen card."""
        place = self.query_one("#cards", RowList).highlighted
        if place is not None and place < len(self._found):
            self.app.push_screen(CardPage(self._found, place))
