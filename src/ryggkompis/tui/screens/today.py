"""Today's plan, and why it looks as it does."""

from datetime import timedelta

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.today.enough import is_enough_open
from ryggkompis.domain.today.state import State
from ryggkompis.domain.today.walking_less import is_smaller_offered, less_walked
from ryggkompis.services.learn import card_on, is_card_offered
from ryggkompis.store.acts import one_act
from ryggkompis.tui import today_words as words
from ryggkompis.tui.ink import ink, inked, spaced
from ryggkompis.tui.labels import VISIT_TIP
from ryggkompis.tui.less import choose_less, take_smaller_plan
from ryggkompis.tui.page import Page
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.screens import dialogs
from ryggkompis.tui.widgets.large_words import LargeWords
from ryggkompis.tui.widgets.plan_list import PlanList
from ryggkompis.words.today import why
from ryggkompis.words.today.day import instead, left, offer
from ryggkompis.words.today.plan_items import plan_items


class TodayPage(Page):
    """What to do today, as a list to tick; or the red card instead of it."""

    MODE = "today"
    CSS_PATH = "../styles/today.tcss"
    BINDINGS = [
        Binding(
            "i",
            "open('check_in')",
            N_("Check in"),
            id="today.check_in",
            tooltip=N_("Tell how the morning is"),
        ),
        Binding(
            "g",
            "session",
            N_("Start"),
            id="today.session",
            tooltip=N_("Go through today's exercises, one at a time"),
        ),
        Binding("w", "why", N_("Why"), id="today.why", show=False, tooltip=N_("Every reason, with its rule")),
        Binding("c", "open('clear')", N_("Seen by a doctor"), id="today.clear"),
        Binding(
            "r",
            "open('review')",
            N_("The week"),
            id="today.review",
            show=False,
            tooltip=N_("Look back on the week; it takes five minutes"),
        ),
        Binding("e", "open('evening')", N_("Evening"), id="today.evening", show=False),
        Binding(
            "s",
            "less('skip')",
            N_("Leave out"),
            id="today.skip",
            show=False,
            tooltip=N_("Leave the chosen exercise out today, or take it in again"),
        ),
        Binding(
            "l",
            "less('easier')",
            N_("Easier"),
            id="today.easier",
            show=False,
            tooltip=N_("The chosen exercise one level easier today, or as planned again"),
        ),
        Binding(
            "d",
            "less('minimum')",
            N_("A bad day"),
            id="today.bad_day",
            show=False,
            tooltip=N_("One walk and one position for rest; it counts"),
        ),
        Binding(
            "x",
            "open('why_less')",
            N_("What came in the way"),
            id="today.why_less",
            show=False,
            tooltip=N_("Why less was walked than planned; you need not answer"),
        ),
        Binding(
            "p",
            "smaller",
            N_("A smaller plan"),
            id="today.smaller",
            show=False,
            tooltip=N_("Take the smaller plan that is offered"),
        ),
        Binding("y", "open('enough')", N_("Enough for me"), id="today.enough", show=False),
        Binding("n", "open('note')", N_("Note"), id="today.note", show=False),
        Binding("m", "open('medicine')", N_("Medicine"), id="today.medicine", show=False),
        Binding(
            "h", "open('event')", N_("Event"), id="today.event", show=False, tooltip=N_("Something to mark")
        ),
        Binding("v", "open('visit')", N_("The visit"), id="today.visit", show=False, tooltip=VISIT_TIP),
        Binding("O", "open('operation')", N_("After an operation"), id="today.operation", show=False),
        Binding(
            "a",
            "open('episode')",
            N_("The episode"),
            id="today.episode",
            show=False,
            tooltip=N_("What you have reached, and how to go on; or that it is back"),
        ),
        Binding("t", "open('walk')", N_("Write down a walk"), id="today.walk", show=False),
        Binding("b", "back_a_day", N_("The day before"), id="today.before", show=False),
        Binding("f", "open('first_run')", N_("First questions"), id="today.first", show=False),
        Binding("escape", "to_today", N_("Back to today"), id="today.back"),
    ]

    plan = getters.query_one("#plan", PlanList)
    card = getters.query_one("#card", Static)

    def body(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="notice", markup=False)
        yield Static(id="card", markup=False)
        yield LargeWords()
        with Container(id="day"):
            yield PlanList(id="plan", markup=False)
            with VerticalScroll(id="instead"):
                yield Static(id="instead-words", markup=False)
            with Container(id="aside"):
                yield Static(id="why", markup=False)
                yield Static(id="left", markup=False)
                yield Static(id="offer", markup=False)

    def on_mount(self) -> None:
        """Ask the first questions of somebody who is new."""
        super().on_mount()
        if self.app.state.is_new and self.app.state.gate.lock is None:
            self.action_open("first_run")

    def _offer(self) -> None:
        """Offer the card of the day, once the patient has checked in and the plan is there to be seen."""
        state = self.app.state
        card = card_on(state, self.app.companion.learn_cards) if is_card_offered(state) else None
        self._write("offer", ink(offer(card)) if card else Content(""))

    def show(self, state: State) -> None:
        """Show the plan, or what stands in its place."""
        self.app.companion.remember_shown()
        is_empty = state.plan.is_empty
        self._write("notice", inked(words.notice(state, is_past=self.app.is_past)))
        self._write("card", inked(words.card(state, self.app.settings.review_day)))
        self.query_one("#card").set_class(words.is_card_whole(state), "-whole")
        self._write("why", words.why(state))
        self._write("left", inked(left(state)))
        self.call_after_refresh(self._offer)
        self.plan.notes = {"walk": words.walking(state), "exercise": words.doing_less()}
        self.plan.items = plan_items(state)
        self.plan.write()
        held = self.query_one("#instead")
        self.write("#instead-words", inked(instead(state, numbers=self.app.settings.numbers)))
        self.plan.display, held.display = not is_empty, is_empty
        self._write_large()
        self.set_class(is_empty, "-held").set_class(state.plan.is_closed, "-closed")
        (held if is_empty else self.plan).focus()

    @on(PlanList.OptionHighlighted)
    def _write_large(self) -> None:
        """Write the chosen line of the plan large, where that is wanted."""
        is_held = self.app.state.plan.lock is not None
        is_wanted = self.app.settings.large
        text = words.large(self.app.state, self.plan.item) if is_wanted or is_held else ""
        self.query_one(LargeWords).text = text
        self.set_class(is_wanted and bool(text), "-large")
        # The number to call is large wherever there is room for it.
        self.set_class(is_held and bool(text), "-number")

    def _write(self, where: str, text: Content) -> None:
        self.write(f"#{where}", text).set_class(not text.plain, "-empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        state, is_past = self.app.state, self.app.is_past
        lock, is_empty = state.gate.lock, state.plan.is_empty
        can = {
            "clear": lock is not None or state.is_in_doubt,
            "enough": is_enough_open(state),
            "episode": lock is None or lock.is_unfinished,
            "less": not is_empty,
            "session": not (is_empty or is_past),
            "smaller": is_smaller_offered(state),
            "to_today": is_past,
            "why_less": less_walked(state) is not None,
        }
        return can.get(str(parameters[0]) if action == "open" else action, True)

    @on(PlanList.Ticked)
    def _tick(self, event: PlanList.Ticked) -> None:
        dialogs.tick(self.app, event.item)

    @on(PlanList.Opened)
    @work(exclusive=True, group="dialog")
    async def _open(self, event: PlanList.Opened) -> None:
        with one_act():
            await dialogs.open_item(self.app, event.item)

    @work(exclusive=True, group="dialog")
    async def action_open(self, name: str) -> None:
        """Ask, and keep what is answered."""
        with one_act():
            await dialogs.DIALOGS[name](self.app)

    def action_session(self) -> None:
        """Go through today's exercises."""
        dialogs.open_session(self.app)

    def action_less(self, adjust: Adjust) -> None:
        """Do less today, which is always allowed."""
        choose_less(self.app, adjust, self.plan.item)

    def action_smaller(self) -> None:
        """Take the smaller plan that is offered."""
        take_smaller_plan(self.app)

    def action_why(self) -> None:
        """Show every reason with its rule."""
        self.app.push_screen(Reader(why.heading, lambda: spaced(why.everything(self.app.state))))

    def action_back_a_day(self) -> None:
        """Show the day before, to tell about it."""
        self.app.show_day(self.app.state.day - timedelta(days=1))

    def action_to_today(self) -> None:
        """Show today again."""
        self.app.show_day(None)
