"""The Progress page: how leg and back have been, and how much was walked."""

from functools import partial

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import var
from textual.widgets import Static

from ryggkompis.domain.progress import SPANS, Span
from ryggkompis.i18n import N_, _, formats
from ryggkompis.i18n.progress_words import span_name
from ryggkompis.services import course
from ryggkompis.services.state import State
from ryggkompis.tui.page import Page
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.reading import Reading
from ryggkompis.tui.widgets.tabs import Tabs


class ProgressPage(Page):
    """The course in pictures, each with a sentence beneath."""

    MODE = "progress"
    CSS_PATH = "../styles/progress.tcss"
    BINDINGS = [
        Binding("left", "step(-1)", N_("Shorter"), id="progress.shorter", tooltip=N_("Show fewer weeks")),
        Binding("right", "step(1)", N_("Longer"), id="progress.longer", tooltip=N_("Show more weeks")),
        Binding("home", "choose(0)", N_("2 weeks"), id="progress.two_weeks", show=False),
        Binding(
            "a,end", "choose(-1)", N_("All"), id="progress.all", tooltip=N_("Everything since the start")
        ),
    ]

    span: var[Span | None] = var(None, init=False, bindings=True)
    """The range chosen; None until the journal has been seen."""
    spans = getters.query_one(Tabs)
    course = getters.query_one("#course", Chart)
    week = getters.query_one("#week", Chart)

    def body(self) -> ComposeResult:
        """Lay out the two pictures and their sentences."""
        yield Tabs()
        with Reading():
            yield Chart(id="course")
            yield Static(id="changes", markup=False)
            yield Chart(id="week")
            yield Static(id="walked", markup=False)

    def show(self, state: State) -> None:
        """Show the course up to the day of ``state``."""
        span = self.span or course.first_span(state)
        self.set_reactive(ProgressPage.span, span)
        self.spans.names = tuple(span_name(each) for each in SPANS)
        self.spans.chosen = SPANS.index(span)
        self.course.draw = partial(course.course_chart, state, span)
        self.query_one("#changes", Static).update(course.changes_in_words(state))
        self.week.draw = partial(course.week_of_walks, state)
        self.query_one("#walked", Static).update(course.week_in_words(state))

    def heading(self, state: State) -> str:
        """Say what is measured, and until when."""
        return _("Morning pain 0–10 until {day}").format(day=formats.short_day(state.day))

    @on(Tabs.Pressed)
    def _choose_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.action_choose(event.place)

    def watch_span(self) -> None:
        """Draw the other range."""
        self.show(self.app.state)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what leads nowhere."""
        place = SPANS.index(self.span) if self.span else 0
        if action == "step":
            return True if 0 <= place + int(str(parameters[0])) < len(SPANS) else None
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Show the next shorter or longer range."""
        self.span = SPANS[SPANS.index(self.span or course.USUAL_SPAN) + by]

    def action_choose(self, place: int) -> None:
        """Show the range at ``place`` of the row."""
        self.span = SPANS[place]
