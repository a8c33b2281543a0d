"""The Progress page: one picture of the course at a time, and what it says in words."""

from datetime import date, timedelta
from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Static

from ryggkompis.domain.course.progress import Period, Span
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services import course
from ryggkompis.services.earlier import about_in_words, earlier_in_words, in_its_days
from ryggkompis.services.views.day import day_in_words
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import Lens, View, lens_on, pointed_at
from ryggkompis.tui.labels import key_of
from ryggkompis.tui.page import Page
from ryggkompis.tui.progress_keys import PROGRESS_KEYS
from ryggkompis.tui.screens.save_report import save_picture
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.reading_area import SheetArea
from ryggkompis.tui.widgets.tabs import Tabs
from ryggkompis.words.progress import span_name
from ryggkompis.words.views import view_heading, view_name


class ProgressPage(Page):
    """The course in pictures, each with its sentences beneath."""

    MODE = "progress"
    IS_OF_ALL_DAYS = True
    CSS_PATH = "../styles/progress.tcss"
    BINDINGS = [*PROGRESS_KEYS]

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
    number: var[int | None] = var(None, init=False, bindings=True)
    """The earlier episode that is looked at, 1 for the first; None is this one."""
    _seen: tuple[State, int | None, State] | None = None
    views = getters.query_one("#views", Tabs)
    spans = getters.query_one("#spans", Tabs)
    picture = getters.query_one("#picture", Chart)

    def body(self) -> ComposeResult:
        """Lay out the names of the pictures and ranges, the picture, and what it says."""
        yield Tabs(id="views")
        yield Tabs(id="spans")
        with SheetArea():
            yield Chart(id="picture")
            yield Static(id="pointed", markup=False)
            yield Static(id="said", markup=False)
            yield Static(id="earlier", markup=False)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return VIEWS[self.place]

    def seen(self, state: State) -> State:
        """Give the state that is looked at: of another episode, or of the end of one that is closed."""
        number = self.number if self.number and self.number < len(state.episodes) else None
        if self._seen is None or self._seen[0] is not state or self._seen[1] != number:
            # Folded once, not at every key.
            self._seen = (state, number, in_its_days(state, number))
        return self._seen[2]

    def lens(self, seen: State) -> Lens:
        """Give what is looked at, and how."""
        until = self.until if self.until and self.until < seen.day else None
        pointed = self.cursor if self.cursor and self.cursor <= seen.day else None
        span = self.span if self.span in course.spans(seen) else None
        return lens_on(
            seen,
            span or course.first_span(seen),
            until=until,
            cursor=pointed,
            band=self.band,
            numbers=self.app.settings.numbers,
        )

    def period(self, state: State) -> Period:
        """Give the days that are looked at."""
        return self.lens(self.seen(state)).period

    def _place(self, seen: State) -> int:
        """Give the place of the range among those there are."""
        known = course.spans(seen)
        return known.index(self.span if self.span in known else course.first_span(seen))

    def show(self, state: State) -> None:
        """Show the view of the course up to the day of ``state``."""
        view, today, state = self.view, state, self.seen(state)
        self.set_reactive(ProgressPage.span, self.span or course.first_span(state))
        lens = self.lens(state)
        self._name_tabs(state)
        self.picture.display = view.draw is not None
        self.picture.set_class(not view.has_span, "-own-height")
        if view.draw:
            self.picture.draw = partial(view.draw, state, lens)
        told = day_in_words(state, lens.cursor, numbers=lens.numbers) if lens.cursor else ""
        self._show_words("#pointed", told)
        about = about_in_words(today, state, lens, view)
        self._show_words("#said", "\n".join((*about, *view.sentences(state, lens))))
        earlier = earlier_in_words(state, numbers=lens.numbers)
        key = key_of("progress.episode", "e")
        told = _("{key} shows the episode before, as it stood on its last day.").format(key=key)
        hint = [told] if earlier else []
        self._show_words("#earlier", "\n".join((*earlier, *hint)))

    def _name_tabs(self, seen: State) -> None:
        self.views.names = tuple(view_name(view.name) for view in VIEWS)
        self.views.chosen = self.place
        self.spans.names = tuple(map(span_name, course.spans(seen)))
        self.spans.chosen = self._place(seen)
        self.spans.visible = self.view.has_span

    def _show_words(self, where: str, words: str) -> None:
        self.write(where, words).set_class(not words, "-gone")

    def heading(self, state: State) -> str:
        """Say what is shown, and until when."""
        last = self.period(state).last
        day = formats.short_day(last) if last.year == state.day.year else formats.day_month_year(last)
        return _("{what}, until {day}").format(what=view_heading(self.view.name), day=day)

    @on(Tabs.Pressed, "#views")
    def _view_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.place = event.place

    @on(Tabs.Pressed, "#spans")
    def _span_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.action_choose(event.place)

    @on(Chart.Pointed)
    def _day_pressed(self, event: Chart.Pointed) -> None:
        event.stop()
        if self.view.has_days:
            self._point(event.day)

    def watch_place(self) -> None:
        """Show the other picture from its top."""
        self.query_one(SheetArea).scroll_home(animate=False)
        self.show_anew()

    def watch_span(self) -> None:
        """Draw the other range."""
        self.show_anew()

    def watch_number(self) -> None:
        """Show the other episode up to its last day, in the range that suits it."""
        self.query_one(SheetArea).scroll_home(animate=False)
        self.set_reactive(ProgressPage.span, None)
        self.action_no_day()

    def watch_band(self) -> None:
        """Draw with or without the studies."""
        self.show_anew()

    def watch_cursor(self) -> None:
        """Draw with the other day pointed at."""
        self.show_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what leads nowhere."""
        if action == "zoom":
            seen = self.seen(self.state)
            leads = 0 <= self._place(seen) + int(str(parameters[0])) < len(course.spans(seen))
            return True if leads and self.view.has_span else None
        if action == "episode":
            return True if len(self.state.episodes) > 1 else None
        if action == "band":
            return True if self.view.has_band and self.app.settings.numbers else None
        if action in {"save", "alone"}:
            return True if self.view.draw else None
        if action == "day":
            return True if self.view.has_days else None
        return super().check_action(action, parameters)

    def action_view(self, by: int) -> None:
        """Show the next picture, or the one before; after the last comes the first."""
        self.place = (self.place + by) % len(VIEWS)

    def action_zoom(self, by: int) -> None:
        """Show the next shorter or longer range."""
        self.action_choose(self._place(self.seen(self.state)) + by)

    def action_choose(self, place: int) -> None:
        """Show the range at ``place`` of the row, around the day that is pointed at."""
        self.span = course.spans(self.seen(self.state))[place]
        if self.cursor:
            self._point(self.cursor)

    def action_band(self) -> None:
        """Lay the averages of studies behind, or take them away."""
        self.band = not self.band

    def action_episode(self) -> None:
        """Look at the episode before; after the first one comes this one again."""
        number = (self.number or len(self.state.episodes)) - 1
        self.number = number or None

    def action_day(self, by: int) -> None:
        """Point at a day; the range follows."""
        period = self.period(self.state)
        self._point(self.cursor + timedelta(days=by) if self.cursor else period.last)

    def action_edge(self, where: str) -> None:
        """Point at the first day of what is shown, or at the last."""
        seen = self.seen(self.state)
        first = self.lens(seen).shows(seen).first or seen.day
        self._point(first if where == "first" else seen.day)

    @work(exclusive=True, group="dialog")
    async def action_save(self) -> None:
        """Write the picture that is shown into a file."""
        seen = self.seen(self.state)
        await save_picture(self.app, self.view, seen, self.lens(seen))

    def action_no_day(self) -> None:
        """Point at no day, and show the range up to the last."""
        self.set_reactive(ProgressPage.until, None)
        self.cursor = None
        self.show_anew()

    def action_alone(self) -> None:
        """Give the picture the whole window, or take the words back in."""
        self.toggle_class("-alone")

    def _point(self, day: date) -> None:
        seen = self.seen(self.state)
        until, day = pointed_at(seen, self.lens(seen), day)
        if until:
            self.set_reactive(ProgressPage.until, until)
        self.cursor = day
