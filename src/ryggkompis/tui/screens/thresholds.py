"""The limits of the plan: all of them conventions, shown as they stand, and changed only after a warning."""

from collections.abc import Callable
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.i18n.language import _
from ryggkompis.services.asks import Number
from ryggkompis.services.limits import USUAL, change_limit, limits_of, reset_limits
from ryggkompis.services.questions.kinds import OneOf, Question, Typed, yes_or_no
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.asking import Answers, Asking
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.limits import LIMITS, limit_name
from ryggkompis.words.saved import plan_follows


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

    rows = getters.query_one("#limits", OptionList)

    def __init__(self) -> None:
        """Begin without a warning given."""
        super().__init__()
        self._is_warned = False

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            yield Static(id="hint", markup=False)
            yield OptionList(id="limits", markup=False)
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

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
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
        choices = yes_or_no(_("yes, all of them"), _("no, leave them"), no_first=True)
        question = Question(
            key="sure", words=_("Back to the conventions?"), answer=OneOf(choices, can_skip=False)
        )
        asking = Asking(lambda: _(LIMITS), lambda: (question,), {})
        said = await self.app.push_screen_wait(asking)
        if said and said["sure"] is True:
            self._keep(partial(reset_limits, self.app.companion))

    def _keep(self, change: Callable[[], object]) -> None:
        if self.app.do(change, plan_follows()):
            self.say()

    def _asks(self, name: str, known: Answers) -> tuple[Question, ...]:
        if self._is_warned:
            return (_number(name),)
        return (_warning(), _number(name)) if known.get("sure") is True else (_warning(),)


def _warning() -> Question:
    return Question(
        key="sure",
        words=_("Change a limit of the plan?"),
        hint=_(
            "The limits are careful conventions that keep the plan from going too fast. "
            "They are best changed together with a therapist. You can always go back."
        ),
        answer=OneOf(yes_or_no(_("yes, go on"), _("no, leave it"), no_first=True), can_skip=False),
    )


def _number(name: str) -> Question:
    low, high = BOUNDS[name]
    told = _("From {low} to {high}. The convention is {usual}.")
    ask = Number(field=name, label=limit_name(name), is_needed=True, low=low, high=high)
    return Question(
        key="limit",
        words=limit_name(name),
        hint=told.format(low=low, high=high, usual=USUAL[name]),
        answer=Typed(ask),
    )


def _row(name: str, value: int) -> Content:
    low, high = BOUNDS[name]
    if value == USUAL[name]:
        note = _("{low} to {high}; a convention").format(low=low, high=high)
    else:
        note = _("{low} to {high}; changed, the convention is {usual}").format(
            low=low, high=high, usual=USUAL[name]
        )
    return Content.assemble(f"{limit_name(name)}: ", (str(value), "bold"), "\n", (f"  {note}", MUTED))
