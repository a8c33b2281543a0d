"""Bringing in another program's file: what it holds is told first, and Enter once more takes it in."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from ryggkompis.domain.base.days import logical_day
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.value import replace
from ryggkompis.i18n.language import _
from ryggkompis.importers.errors import (
    AboutATable,
    MapDay,
    MapOfNames,
    MapTwice,
    MapUnknownName,
    MapUnknownTarget,
    MapUnreadable,
)
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import (
    TARGETS,
    as_map,
    parse_mapping,
    target_word,
    typed_maps,
)
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.source import dropped
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import Done, Taking, taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.importers.taking.wording import done_in_words, nothing_added, would_do
from ryggkompis.importers.understood import OtherColumns
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.services.questions.kinds import Question
from ryggkompis.tui import hints
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.import_questions import DAY, MANY, many_steps, what_is_what, which_day
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.imports.names import how_far_read

_ABOUT_NAMES = (AboutATable, MapOfNames, MapTwice, MapUnknownName, MapUnknownTarget, MapUnreadable)


class TypedLine(Input):
    """One line to type in."""

    BINDINGS = [Binding("enter", "submit", N_("Next"), id="taking.next", tooltip=N_("Look, then take in"))]


class TakingIn(Dialog[None]):
    """A path, what the file holds, and Enter."""

    CSS_PATH = "../styles/import.tcss"
    BINDINGS = [
        Binding("pageup,up", "turn(-1)", show=False, id="taking.up"),
        Binding("pagedown,down", "turn(1)", show=False, id="taking.down"),
        Binding("ctrl+o", "again", N_("Also what was taken out"), id="taking.again"),
    ]

    @dataclass
    class HowFar(Message):
        """So many hundredths of a file have been read."""

        file: Path
        percent: int

    def __init__(self) -> None:
        """Begin without a file."""
        super().__init__()
        self._new: Taking | None = None
        self._also = Also()
        self._looking: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out a line for the file, one for what is what in it, and what it holds."""
        with Vertical(id="taking"):
            yield Static(id="title", markup=False)
            yield Static(id="words", markup=False)
            yield TypedLine(id="file", max_length=4_096)
            yield Static(id="what-words", classes="-gone", markup=False)
            yield TypedLine(id="what", classes="-gone", max_length=4_096)
            with VerticalScroll(id="held", can_focus=False):
                yield Static(id="found", markup=False)
            yield Static(id="then", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write what can be brought in."""
        self.query_one("#title", Static).update(_("Bring in a file"))
        words = (
            _(
                "An export of a health app or a watch, of Daylio, Bearable, Loop or harsh, "
                "or any table (CSV)."
            ),
            _("Write its name, or drop it here."),
        )
        self.query_one("#words", Static).update(" ".join(words))
        what = _("What is what, with commas between: {targets}, or an exercise.")
        what = what.format(targets=", ".join(map(target_word, TARGETS)))
        self.query_one("#what-words", Static).update(what)
        self.query_one("#what", TypedLine).placeholder = _("for example Knee Pain=leg, Running=walk")
        self.refresh_bindings()

    def action_again(self) -> None:
        """Look once more, also for what was taken out by hand; once more, and it stays out."""
        self._also = replace(self._also, taken_out=not self._also.taken_out)
        file = self.query_one("#file", TypedLine).value.strip()
        if file:
            self._look(dropped(file), self.query_one("#what", TypedLine).value)

    def action_turn(self, by: int) -> None:
        """Read on in what is told."""
        self.query_one("#held").scroll_relative(y=by * 3, animate=False)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._new, self._also = None, replace(self._also, many_steps=False)
        self.query_one("#then", Static).update("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        file = self.query_one("#file", TypedLine).value.strip()
        if self._new is not None and not self._new.is_empty:
            self._take(self._new)
        elif file:
            self._look(dropped(file), self.query_one("#what", TypedLine).value)

    def _take(self, new: Taking) -> None:
        done: list[Done] = []
        if self.app.do(lambda: done.append(new.put_into(self.app.companion.store))):
            self.app.notify(" ".join(done_in_words(new, done[0])), timeout=12, markup=False)
            self.dismiss(None)

    @on(HowFar)
    def _tell_how_far(self, event: HowFar) -> None:
        """Say it, unless another file is being looked at by now."""
        if event.file == self._looking:
            self.query_one("#found", Static).update(how_far_read(event.percent))

    @work(exclusive=True, group="taking")
    async def _look(self, file: Path, what: str) -> None:
        """Read beside the keys: a phone's export may be gigabytes."""
        found, then = self.query_one("#found", Static), self.query_one("#then", Static)
        found.update(_("One moment …"))
        self._looking = file
        for id_ in ("#words", "#what-words"):
            self.query_one(id_).add_class("-told")
        then.update("")
        try:
            new = await asyncio.to_thread(self._read, file, what)
        except ExpectedError as error:
            await self._refused(file, error)
            return
        self._looking = None
        if self.is_current and (more := await self._other_columns(new)):
            self._ask_what(more, is_picked=True)
            self._look(file, self.query_one("#what", TypedLine).value)
            return
        if await self._takes_many(new):
            self._look(file, what)
            return
        self._new = new
        told = [*preview_in_words(new.lines), *map(notice_in_words, new.notices)]
        found.update("\n".join(told))
        if new.is_empty:
            then.update(nothing_added(new))
            if new.is_remembered:  # nothing of it can be seen, so nothing is asked
                self.app.do(lambda: new.put_into(self.app.companion.store))
        else:
            then.update(" ".join((*would_do(new), _("Press Enter to take it in, Esc to leave it."))))

    async def _refused(self, file: Path, error: ExpectedError) -> None:
        """Say why, and where it is a table of which nobody says what is what, ask that."""
        table = error if isinstance(error, AboutATable) else None
        begun = table.carried("begun") if table else ()
        self._looking = None
        self.query_one("#found", Static).update("\n".join((hints.fault_in_words(error), *begun)))
        # Over what was put up meanwhile, as the cover, nothing of the file may be shown.
        picked = await self._pick(table) if table and self.is_current else []
        if isinstance(error, _ABOUT_NAMES):
            guessed = table.carried("guessed") if table else ()
            self._ask_what(picked or guessed, is_picked=bool(picked))
        if picked:
            self._look(file, self.query_one("#what", TypedLine).value)

    def _read(self, file: Path, what: str) -> Taking:
        app = self.app
        now = app.companion.today.clock.now()
        here = Here(logical_day(now, app.settings.starts), app.companion.today.clock.zone, now.tzinfo or UTC)
        names = parse_mapping(typed_maps(what), lambda: app.companion.catalogue.ids)
        lines = app.companion.store.lines()
        found = read_file(
            file, here, names, how_far=lambda percent: self.post_message(self.HowFar(file, percent))
        )
        return taking(found, lines, here.today, self._also)

    async def _takes_many(self, new: Taking) -> bool:
        """Ask about days of very many steps, once for a file; true where they are to come in after all."""
        asks = many_steps(new.notices)
        if not asks or not self.is_current:
            return False
        answers = await self._asked(asks)
        is_meant = answers is not None and answers[MANY] is True
        self._also = replace(self._also, many_steps=is_meant)
        return is_meant

    async def _pick(self, error: AboutATable) -> list[str]:
        """Offer what each column or name can be, as ``--map`` takes it; who leaves may type it instead."""
        if not isinstance(error, MapDay):
            offered = error.carried("offered")
            return await self._picked(what_is_what(error.carried("there"), error.carried("begun"), offered))
        answers = await self._asked(which_day(error))
        return [as_map(str(answers[DAY]), "day")] if answers else []

    async def _other_columns(self, new: Taking) -> list[str]:
        """Offer the same of a table that was read by its column of steps alone."""
        others = next((one for one in new.notices if isinstance(one, OtherColumns)), None)
        picked = await self._picked(what_is_what(others.names, others.begun)) if others else []
        return [as_map(others.steps, "steps"), *picked] if others and picked else []

    async def _picked(self, asks: tuple[Question, ...]) -> list[str]:
        answers = await self._asked(asks) or {}
        return [as_map(name, str(is_)) for name, is_ in answers.items() if is_ is not None]

    async def _asked(self, asks: tuple[Question, ...]) -> Mapping[str, object] | None:
        return await self.app.push_screen_wait(Asking(lambda: _("Bring in a file"), lambda: asks, {}))

    def _ask_what(self, told: Sequence[str], *, is_picked: bool) -> None:
        """Ask what is what; what was picked, or what the names themselves say, stands there to be changed."""
        for id_ in ("#what-words", "#what"):
            self.query_one(id_).remove_class("-gone", "-told")
        line = self.query_one("#what", TypedLine)
        before = [line.value.strip()] if line.value.strip() else []
        if is_picked or not before:
            line.value = ", ".join((*before, *told))
        line.focus()
