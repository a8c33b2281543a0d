"""The limits of the plan: all of them conventions, shown as they stand, and changed only after a warning."""

from collections.abc import Callable
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.i18n.language import _
from ryggkompis.services.limits import USUAL, change_limit, limits_of, reset_limits
from ryggkompis.services.questions import profile as asked
from ryggkompis.services.questions.kinds import Question
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.row_list import LETTERS, RowList
from ryggkompis.words.limits import LIMITS, limit_name
from ryggkompis.words.saved import plan_follows


class _Rows(RowList):
    BINDINGS = [*LETTERS]


class LimitsDialog(Dialog[None]):
    """Every limit with its value, its range, and what the convention is."""

    CSS_PATH = "../styles/thresholds.tcss"
    BINDINGS = [
        Binding(
            "space,enter",
            "change",
            N_("Change it"),
            id="limits.change",
            tooltip=N_("Change the chosen limit"),
        ),
        Binding("r", "reset", N_("Back to the conventions"), id="limits.reset"),
    ]

    rows = getters.query_one("#limits", RowList)

    def __init__(self) -> None:
        """Begin without a warning given."""
        super().__init__()
        self._is_warned = False

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            yield Static(id="hint", markup=False)
            yield _Rows(id="limits", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write every limit as it stands."""
        self.query_one("#title", Static).update(_(LIMITS))
        hint = _("Each is a careful convention of ours; no study has tested it.")
        self.query_one("#hint", Static).update(hint)
        at, limits = self.rows.highlighted, limits_of(self.app.state)
        self.rows.set_options([Option(_row(name, value), id=name) for name, value in limits.items()])
        self.rows.highlighted = at or 0
        self.rows.focus()
        self.refresh_bindings()

    @on(RowList.OptionSelected)
    def _chosen(self, event: RowList.OptionSelected) -> None:
        event.stop()
        self.action_change()

    @work
    async def action_change(self) -> None:
        """Warn once, ask for the number, and keep it."""
        option = self.rows.highlighted_option
        name = option.id if option else None
        if name is None:
            return
        known: Answers = {}
        asks = partial(self._asks, name, known)
        said = await self.app.push_screen_wait(Asking(lambda: _(LIMITS), asks, known))
        value = said.get("limit") if said else None
        if not isinstance(value, int):
            return
        self._is_warned = True
        self._keep(partial(change_limit, self.app.companion, name, value))

    @work
    async def action_reset(self) -> None:
        """Take every change back."""
        asking = Asking(lambda: _(LIMITS), asked.limits_reset, {})
        said = await self.app.push_screen_wait(asking)
        if said and said["sure"] is True:
            self._keep(partial(reset_limits, self.app.companion))

    def _keep(self, change: Callable[[], object]) -> None:
        if self.app.do(change, plan_follows()):
            self.say()

    def _asks(self, name: str, known: Answers) -> tuple[Question, ...]:
        if self._is_warned:
            return (asked.limit(name),)
        return (asked.limit_warning(), *((asked.limit(name),) if known.get("sure") is True else ()))


def _row(name: str, value: int) -> Content:
    low, high = BOUNDS[name]
    if value == USUAL[name]:
        note = _("{low} to {high}; a convention").format(low=low, high=high)
    else:
        note = _("{low} to {high}; changed, the convention is {usual}").format(
            low=low, high=high, usual=USUAL[name]
        )
    return Content.assemble(f"{limit_name(name)}: ", (str(value), "bold"), "\n", (f"  {note}", MUTED))
