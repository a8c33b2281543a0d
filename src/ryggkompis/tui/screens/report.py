"""The Report page: what the therapist would read, and the way to a file."""

import asyncio
from pathlib import Path
from typing import Any, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import var
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.course.progress import Period
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import PARTS, Options
from ryggkompis.report.periods import PeriodName, days_in, period_name, periods, usual_period
from ryggkompis.report.rendering import FORMATS, render
from ryggkompis.report.saving import Make
from ryggkompis.report.summary import Summary
from ryggkompis.services.questions import report as asked
from ryggkompis.tui import report_words as words
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.labels import VISIT_TIP
from ryggkompis.tui.opening import show_outside
from ryggkompis.tui.page import Page
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.save_report import ask_for_the_wall, ask_where, write_file
from ryggkompis.tui.screens.telling.visit import visit
from ryggkompis.tui.widgets.reading_area import ReadingArea
from ryggkompis.tui.widgets.tabs import Tabs
from ryggkompis.words.entries import parts_named

PREVIEW: Final = "txt"


class ReportPage(Page):
    """A preview in words; the period, the format and what stays at home are chosen beside it."""

    MODE = "report"
    IS_OF_ALL_DAYS = True
    CSS_PATH = "../styles/report.tcss"
    BINDINGS = [
        Binding("s", "save", N_("Save"), id="report.save", tooltip=N_("Write it to a file")),
        Binding("right", "period(1)", N_("Period"), id="report.period", tooltip=N_("Another period")),
        Binding("left", "period(-1)", N_("Period before"), id="report.period_before", show=False),
        Binding(
            "f", "format", N_("Format"), id="report.format", tooltip=N_("PDF, a page for the browser, …")
        ),
        Binding(
            "x", "leave_out", N_("Hold back"), id="report.without", tooltip=N_("Choose what stays at home")
        ),
        Binding(
            "a", "show_file", N_("Open"), id="report.open", show=False, tooltip=N_("Open what was written")
        ),
        Binding(
            "d", "show_folder", N_("Folder"), id="report.folder", show=False, tooltip=N_("Show where it lies")
        ),
        Binding(
            "w",
            "wall",
            N_("For the wall"),
            id="report.wall",
            show=False,
            tooltip=N_("Today's plan with its figures, to hang up"),
        ),
        Binding(
            "v",
            "visit",
            N_("The visit"),
            id="report.visit",
            show=False,
            tooltip=VISIT_TIP,
        ),
    ]

    period: var[PeriodName | None] = var(None, init=False)
    """The period chosen; None until the journal has been seen."""
    format: var[str] = var("pdf", init=False)
    """One of ``FORMATS``."""
    without: var[frozenset[str]] = var(frozenset[str](), init=False)
    """The parts that stay at home."""
    summary: var[Summary | None] = var(None, init=False, bindings=True)
    """What the preview shows; None while it is gathered."""
    saved: var[Path | None] = var(None, init=False, bindings=True)
    """The file that was written last."""
    tabs = getters.query_one("#periods", Tabs)

    def body(self) -> ComposeResult:
        """Lay out the periods, what is chosen, where it was saved, and the preview."""
        yield Tabs(id="periods")
        yield Static(id="chosen", markup=False)
        yield Static(id="saved", markup=False)
        with ReadingArea():
            yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        """Let the keys scroll the preview."""
        super().on_mount()
        self.query_one(ReadingArea).focus()

    def show(self, state: State) -> None:
        """Show what would be written about the days up to that of ``state``."""
        known = periods(state.diary, state.day)
        period = self.period if self.period in known else usual_period(state.diary, state.day)
        self.set_reactive(ReportPage.period, period)
        self.tabs.names = tuple(period_name(each) for each in known)
        self.tabs.chosen = known.index(period)
        self._say_choices()
        self._gather(state, days_in(period, state.diary, state.day))

    def heading(self, state: State) -> str:
        """Say what this is, and for which days."""
        chosen = days_in(self.period or usual_period(state.diary, state.day), state.diary, state.day)
        days = {which: formats.day_month_year(getattr(chosen, which)) for which in ("first", "last")}
        return _("For your therapist, {first} to {last}").format(**days)

    def _say_choices(self) -> None:
        self.query_one("#chosen", Static).update(words.chosen(self.format, self.without))
        where = self.query_one("#saved", Static)
        where.display = self.saved is not None
        where.update(words.written(self.saved) if self.saved is not None else "")

    def _summary_of(self, state: State, days: Period, options: Options) -> Summary:
        about, lines = self.app.companion, self.app.companion.store.read().lines
        return summary_of(
            about.as_of_now(state.diary),
            lines,
            state.flags,
            about.catalogue,
            first=days.first,
            last=days.last,
            options=options,
            shown=about.shown(),
        )

    @work(exclusive=True, group="preview")
    async def _gather(self, state: State, days: Period) -> None:
        """Gather the facts and the preview beside the keys: ten years take a while."""
        self.summary = None
        options, language = Options(without=self.without), current()

        def gathered() -> tuple[Summary, str]:
            found = self._summary_of(state, days, options)
            return found, render(PREVIEW, found, language, options).decode()

        try:
            self.summary, preview = await asyncio.to_thread(gathered)
        except ExpectedError as error:
            preview = fault_in_words(error)
        self.query_one("#preview", Static).update(preview)

    def watch_period(self) -> None:
        """Show the other period from its top."""
        self.query_one(ReadingArea).scroll_home(animate=False)
        self.show_anew()

    def watch_without(self) -> None:
        """Show it without what stays at home."""
        self.show_anew()

    def watch_format(self) -> None:
        """Name the other format."""
        self._say_choices()

    def watch_saved(self) -> None:
        """Say where it lies."""
        self._say_choices()

    @on(Tabs.Pressed)
    def _period_pressed(self, event: Tabs.Pressed) -> None:
        event.stop()
        self.period = periods(self.state.diary, self.state.day)[event.place]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what is not there yet."""
        if action == "save":
            return True if self.summary is not None else None
        if action in {"show_file", "show_folder"}:
            return True if self.saved is not None else None
        return super().check_action(action, parameters)

    def action_period(self, by: int) -> None:
        """Choose the next period, or the one before; after the last comes the first."""
        known = periods(self.state.diary, self.state.day)
        self.period = known[(self.tabs.chosen + by) % len(known)]

    def action_format(self) -> None:
        """Choose the next format."""
        names = list(FORMATS)
        self.format = names[(names.index(self.format) + 1) % len(names)]

    @work(exclusive=True, group="dialog")
    async def action_leave_out(self) -> None:
        """Choose what stays at home."""
        known: dict[str, object] = {"without": tuple(self.without)}
        answers = await self.app.push_screen_wait(
            Asking(lambda: _("For your therapist"), lambda: asked.leaving_out(parts_named(PARTS)), known)
        )
        if answers is not None:
            at_home: Any = answers["without"]
            self.without = frozenset(at_home)

    @work(exclusive=True, group="dialog")
    async def action_visit(self) -> None:
        """Ask about the visit."""
        await visit(self.app)

    @work(exclusive=True, group="dialog")
    async def action_save(self) -> None:
        """Ask what goes along and where to, then write."""
        found = self.summary
        if found is None:
            return
        state, days = self.state, found.period
        wanted = await ask_where(self.app, FORMATS[self.format], found.private)
        if wanted is None:
            return
        options, language = Options(without=self.without | wanted.at_home), current()

        def make(kind: str) -> bytes:
            return render(kind, self._summary_of(state, days, options), language, options)

        self._write(wanted.file, self.format, make)

    @work(exclusive=True, group="dialog")
    async def action_wall(self) -> None:
        """Ask how large, and write today's plan for the wall."""
        wanted = await ask_for_the_wall(self.app)
        if wanted is not None:
            self._write(*wanted)

    @work(exclusive=True, group="report")
    async def _write(self, wanted: str, format_: str, make: Make) -> None:
        """Write beside the keys."""
        self.saved = await write_file(self.app, wanted, format_, make) or self.saved

    def action_show_file(self) -> None:
        """Open what was written."""
        if self.saved is not None:
            show_outside(self.app, self.saved)

    def action_show_folder(self) -> None:
        """Show where it lies."""
        if self.saved is not None:
            show_outside(self.app, self.saved.parent)
