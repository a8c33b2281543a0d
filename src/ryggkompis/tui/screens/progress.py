"""The Progress page: one picture of the course at a time, and what it says in words."""

from datetime import date, timedelta
from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import var
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.progress import SPANS, Period, Span
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services import course
from ryggkompis.services.views import VIEWS
from ryggkompis.services.views.day import day_in_words
from ryggkompis.services.views.view import Lens, View
from ryggkompis.tui.page import Page
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.reading_area import ReadingArea
from ryggkompis.tui.widgets.tabs import Tabs
from ryggkompis.words.progress import span_name
from ryggkompis.words.views import view_heading, view_name


class _Sheet(ReadingArea, inherit_bindings=False):
    """Scrolls by whole pages only: up and down choose the picture."""

    BINDINGS = [
        Binding("pageup", "page_up", N_("A page up"), show=False),
        Binding("pagedown", "page_down", N_("A page down"), show=False),
    ]


class ProgressPage(Page):
    """The course in pictures, each with its sentences beneath."""

    MODE = "progress"
    CSS_PATH = "../styles/progress.tcss"
    BINDINGS = [
        Binding("down", "view(1)", N_("Next picture"), id="progress.next"),
        Binding("up", "view(-1)", N_("Picture before"), id="progress.before", show=False),
        Binding(
            "left",
            "day(-1)",
            N_("The day before"),
            id="progress.day_before",
            tooltip=N_("Point at a day"),
        ),
        Binding("right", "day(1)", N_("Day after"), id="progress.day_after", show=False),
        Binding("shift+left", "day(-7)", N_("A week back"), id="progress.week_before", show=False),
        Binding("shift+right", "day(7)", N_("A week on"), id="progress.week_after", show=False),
        Binding(
            "plus",
            "zoom(-1)",
            N_("Closer"),
            id="progress.closer",
            tooltip=N_("Show fewer weeks; minus shows more"),
        ),
        Binding(
            "minus", "zoom(1)", N_("Wider"), id="progress.wider", show=False, tooltip=N_("Show more weeks")
        ),
        Binding("a", "choose(-1)", N_("All"), id="progress.all", show=False),
        Binding("home", "edge('first')", N_("First day"), id="progress.first", show=False),
        Binding("end", "edge('last')", N_("Last day"), id="progress.last", show=False),
        Binding(
            "b",
            "band",
            N_("Studies"),
            id="progress.band",
            tooltip=N_("Lay the averages from studies behind your course, or take them away"),
        ),
        Binding("escape", "no_day", N_("Point at no day"), id="progress.no_day", show=False),
    ]

    place: var[int] = var(0, init=False, bindings=True)
    """Which picture is shown."""
    span: var[Span | None] = var(None, init=False, bindings=True)
    """The range chosen; None until the journal has been seen."""
    band: var[bool] = var(default=False, init=False)
    """Whether the averages of studies are shown."""
    cursor: var[date | None] = var(None, init=False)
    """The day pointed at."""
    until: var[date | None] = var(None, init=False)
    """The last day of the range; None is the day that the program shows."""
    views = getters.query_one("#views", Tabs)
    spans = getters.query_one("#spans", Tabs)
    picture = getters.query_one("#picture", Chart)

    def body(self) -> ComposeResult:
        """Lay out the names of the pictures and ranges, the picture, and what it says."""
        yield Tabs(id="views")
        yield Tabs(id="spans")
        with _Sheet():
            yield Chart(id="picture")
            yield Static(id="pointed", markup=False)
            yield Static(id="said", markup=False)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return VIEWS[self.place]

    def period(self, state: State) -> Period:
        """Give the days that are looked at."""
        until = self.until if self.until and self.until < state.day else None
        return course.period(state, self.span or course.first_span(state), until)

    def show(self, state: State) -> None:
        """Show the view of the course up to the day of ``state``."""
        view = self.view
        self.set_reactive(ProgressPage.span, self.span or course.first_span(state))
        pointed = self.cursor if self.cursor and self.cursor <= state.day else None
        lens = Lens(self.period(state), pointed, self.band, self.app.settings.numbers)
        self._name_tabs()
        self.picture.display = view.draw is not None
        self.picture.set_class(not view.has_span, "-own-height")
        if view.draw:
            self.picture.draw = partial(view.draw, state, lens)
        told = day_in_words(state, pointed, numbers=lens.numbers) if pointed else ""
        self._show_words("#pointed", told)
        self._show_words("#said", "\n".join(view.say(state, lens)))

    def _name_tabs(self) -> None:
        self.views.names = tuple(view_name(view.name) for view in VIEWS)
        self.views.chosen = self.place
        self.spans.names = tuple(span_name(each) for each in SPANS)
        self.spans.chosen = SPANS.index(self.span or course.USUAL_SPAN)
        self.spans.visible = self.view.has_span

    def _show_words(self, where: str, words: str) -> None:
        self.write(where, words).display = bool(words)

    def heading(self, state: State) -> str:
        """Say what is shown, and until when."""
        return _("{what}, until {day}").format(
            what=view_heading(self.view.name), day=formats.short_day(self.period(state).last)
        )

    @on(Tabs.Pressed, "#views")
    def _view_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.place = event.place

    @on(Tabs.Pressed, "#spans")
    def _span_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.action_choose(event.place)

    def watch_place(self) -> None:
        """Show the other picture from its top."""
        self.query_one(_Sheet).scroll_home(animate=False)
        self._show(self.app.state)

    def watch_span(self) -> None:
        """Draw the other range."""
        self._show(self.app.state)

    def watch_band(self) -> None:
        """Draw with or without the studies."""
        self._show(self.app.state)

    def watch_cursor(self) -> None:
        """Draw with the other day pointed at."""
        self._show(self.app.state)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what leads nowhere."""
        if action == "zoom":
            place = SPANS.index(self.span) if self.span else 0
            leads = 0 <= place + int(str(parameters[0])) < len(SPANS)
            return True if leads and self.view.has_span else None
        if action == "band":
            return True if self.view.has_band and self.app.settings.numbers else None
        if action == "day":
            return True if self.view.has_days else None
        return super().check_action(action, parameters)

    def action_view(self, by: int) -> None:
        """Show the next picture, or the one before; after the last comes the first."""
        self.place = (self.place + by) % len(VIEWS)

    def action_zoom(self, by: int) -> None:
        """Show the next shorter or longer range."""
        self.action_choose(SPANS.index(self.span or course.USUAL_SPAN) + by)

    def action_choose(self, place: int) -> None:
        """Show the range at ``place`` of the row, around the day that is pointed at."""
        self.span = SPANS[place]
        if self.cursor:
            self._point(self.cursor)

    def action_band(self) -> None:
        """Lay the averages of studies behind, or take them away."""
        self.band = not self.band

    def action_day(self, by: int) -> None:
        """Point at a day; the range follows."""
        period = self.period(self.app.state)
        self._point(self.cursor + timedelta(days=by) if self.cursor else period.last)

    def action_edge(self, where: str) -> None:
        """Point at the first day of the journal, or at the last."""
        first = self.app.state.history.first or self.app.state.day
        self._point(first if where == "first" else self.app.state.day)

    def action_no_day(self) -> None:
        """Point at no day, and show the range up to the last."""
        self.set_reactive(ProgressPage.until, None)
        self.cursor = None
        self._show(self.app.state)

    def _point(self, day: date) -> None:
        state = self.app.state
        day = min(max(day, min(state.history.first or state.day, state.day)), state.day)
        period = self.period(state)
        if day not in period:
            # The day comes to lie in the middle, so that what is around it is seen.
            until = min(day + timedelta(days=period.length // 2), state.day)
            self.set_reactive(ProgressPage.until, until)
        self.cursor = day
