"""Today's plan, and why it looks as it does."""

from datetime import timedelta
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.today.state import State
from ryggkompis.pictures.picture import Picture, Size
from ryggkompis.services.learn import card_on, is_card_offered
from ryggkompis.store.acts import one_act
from ryggkompis.tui import today_words as words
from ryggkompis.tui.ink import ink, inked, spaced
from ryggkompis.tui.less import choose_less, take_smaller_plan
from ryggkompis.tui.page import Page
from ryggkompis.tui.screens import dialogs
from ryggkompis.tui.today_keys import TODAY_KEYS, can_be_done
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.large_words import LargeWords
from ryggkompis.tui.widgets.plan_list import PlanList
from ryggkompis.words.today import why
from ryggkompis.words.today.behind import everything
from ryggkompis.words.today.day import instead, left, offer
from ryggkompis.words.today.plan_items import plan_items
from ryggkompis.words.today.standing import in_short, standing


class TodayPage(Page):
    """What to do today, as a list to tick; or the red card instead of it."""

    MODE = "today"
    CSS_PATH = "../styles/today.tcss"
    BINDINGS = [*TODAY_KEYS]

    plan = getters.query_one("#plan", PlanList)
    card = getters.query_one("#card", Static)

    def body(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="notice", classes="-empty", markup=False)
        yield Static(id="card", markup=False)
        yield LargeWords()
        with Container(id="day"):
            yield PlanList(id="plan", markup=False)
            with VerticalScroll(id="instead"):
                yield Static(id="instead-words", markup=False)
            with Container(id="aside"):
                yield Static(id="why", markup=False)
                yield Static(id="standing", markup=False)
                yield Chart(id="course")
                yield Chart(id="days")
                yield Static(id="short", markup=False)
                yield Static(id="left", markup=False)
                yield Static(id="offer", classes="-empty", markup=False)

    def on_compose(self) -> None:
        """Know the room at once: a start shows this page, and all on it would be styled once more."""
        width, height = self.app.size
        for breakpoints, cells in ((self.HORIZONTAL_BREAKPOINTS, width), (self.VERTICAL_BREAKPOINTS, height)):
            self.add_class(max(one for one in breakpoints if one[0] <= cells)[1])

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
        is_empty, is_past = state.plan.is_empty, self.app.is_past
        self._write("notice", inked(words.notice(state, is_past=is_past)))
        self._write("card", inked(words.card(state, self.app.settings.review_day, is_past=is_past)))
        self.query_one("#card").set_class(words.is_card_whole(state), "-whole")
        self._write("why", words.why(state))
        self._write("left", inked(() if is_past else left(state)))
        self._write("standing", inked(standing(state)))
        self._write("short", Content(in_short(state, numbers=self.app.settings.numbers)))
        self._draw(state)
        self.call_after_refresh(self._offer)
        self.plan.show(plan_items(state), {"walk": words.walking(state), "exercise": words.doing_less()})
        held = self.query_one("#instead")
        self.write("#instead-words", inked(instead(state, numbers=self.app.settings.numbers)))
        self.plan.display, held.display = not is_empty, is_empty
        self._write_large()
        self.set_class(is_empty, "-held").set_class(state.plan.is_closed, "-closed")
        (held if is_empty else self.plan).focus()

    def _draw(self, state: State) -> None:
        """Draw the course beside the plan; it is seen where the window is wide, and drawn only there."""
        numbers = self.app.settings.numbers
        for where, draw in (("#course", _leg), ("#days", _days)):
            chart = self.query_one(where, Chart).set_class(not state.history.mornings, "-unknown")
            chart.draw = partial(draw, state, numbers=numbers)

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
        return can_be_done(action, parameters, self.app.state, is_past=self.app.is_past)

    @on(Chart.Pointed)
    def _course_pressed(self) -> None:
        self.app.switch_mode("progress")

    @on(PlanList.Ticked)
    def _tick(self, event: PlanList.Ticked) -> None:
        dialogs.tick(self.app, event.item)

    @on(PlanList.Opened)
    @work(exclusive=True, group="dialog")
    async def _open(self, event: PlanList.Opened) -> None:
        await dialogs.open_item(self.app, event.item)

    @work(exclusive=True, group="dialog")
    async def action_open(self, name: str) -> None:
        """Ask, and keep what is answered."""
        with one_act():
            await dialogs.DIALOGS[name](self.app)

    @work(exclusive=True, group="dialog")
    async def action_session(self) -> None:
        """Go through today's exercises."""
        await dialogs.go_through(self.app)

    def action_less(self, adjust: Adjust) -> None:
        """Do less today, which is always allowed."""
        choose_less(self.app, adjust, self.plan.item)

    def action_smaller(self) -> None:
        """Take the smaller plan that is offered."""
        take_smaller_plan(self.app)

    def action_why(self) -> None:
        """Show every reason with its rule."""
        from ryggkompis.tui.reader import Reader

        self.app.push_screen(Reader(why.heading, lambda: spaced(everything(self.app.state))))

    def action_back_a_day(self) -> None:
        """Show the day before, to tell about it."""
        self.app.show_day(self.app.state.day - timedelta(days=1))

    def action_to_today(self) -> None:
        """Show today again."""
        self.app.show_day(None)


def _leg(state: State, size: Size, *, numbers: bool) -> Picture:
    from ryggkompis.services.views.glance import leg_lately

    return leg_lately(state, size, numbers=numbers)


def _days(state: State, size: Size, *, numbers: bool) -> Picture:
    from ryggkompis.services.views.week import draw_week

    return draw_week(state, size, numbers=numbers, brief=True)
