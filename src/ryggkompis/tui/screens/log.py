"""The Log page: every entry, newest first, to look at, mend, move, take out, or add to any day."""

from functools import partial
from typing import Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.widgets import Static

from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.domain.journal.gate import stays
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.medicines import counted
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.diary import Said, said_of
from ryggkompis.services.errors import SafetyAnswerStays
from ryggkompis.services.imports.sources import sources
from ryggkompis.services.questions.form import (
    NEW,
    WITHOUT_FORM,
    form_of,
    known_of,
    taking_out,
    the_day,
    which_kind,
)
from ryggkompis.services.questions.kinds import Question
from ryggkompis.services.search.asked import answered, blank, shown_of, sought_in, what_to_show
from ryggkompis.services.search.entries import Sought
from ryggkompis.tui.hints import fault_in_words
from ryggkompis.tui.ink import ink, inked
from ryggkompis.tui.labels import key_of
from ryggkompis.tui.log_keys import LOG_KEYS, ON_LINE, offered
from ryggkompis.tui.page import Page
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.entry_form import EntryForm, FieldValues
from ryggkompis.tui.screens.telling.medicine import keep_dose
from ryggkompis.tui.widgets.diary_list import DiaryList
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.words.entries import entry_line, kind_name
from ryggkompis.words.problems import first_problems
from ryggkompis.words.saved import nothing_noted, saved

PROBLEMS: Final = 3
"""How many problems are told; the others are counted."""


class LogPage(Page):
    """Every entry of the journal."""

    MODE = "log"
    IS_OF_ALL_DAYS = True
    CSS_PATH = "../styles/log.tcss"
    BINDINGS = [*LOG_KEYS]

    list_ = getters.query_one(DiaryList)

    def body(self) -> ComposeResult:
        """Lay out what is wrong, the list, and the chosen entry in full."""
        yield Static(id="problems", markup=False)
        yield DiaryList()
        yield Static(id="full", markup=False)

    def show(self, state: State) -> None:
        """Show every entry of ``state``."""
        self.list_.show(state)
        self._write("#problems", inked(first_problems(state.problems, PROBLEMS)))

    def heading(self, state: State) -> str:
        """Count the entries, and say which of them are shown."""
        count = len(state.diary.entries)
        if not count:
            return ink(nothing_noted()).plain
        if not self.list_.sought.is_all:
            return shown_of(self.list_.count, count, self.list_.sought)
        return ngettext("{n} entry, newest first", "{n} entries, newest first", count).format(n=count)

    @property
    def entry(self) -> Entry | None:
        """The chosen entry."""
        return self.list_.entry if self.is_mounted else None

    def _write(self, where: str, text: str | Content) -> None:
        self.write(where, text).set_class(not str(text), "-gone")

    @on(DiaryList.Listed)
    def _listed(self, event: DiaryList.Listed) -> None:
        event.stop()
        # One line whatever it says: nothing else moves.
        self.query_one("#heading", Static).update(self.heading(self.state), layout=False)
        self._write("#full", self.list_.in_full())
        self.refresh_bindings()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self._write("#full", self.list_.in_full())
        # Which keys there are differs by entry.
        self.refresh_bindings()

    @on(LineList.Opened)
    def _opened(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_open()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Offer nothing that the chosen entry refuses; its key says why, all the same."""
        return offered(super().active_bindings, self.entry)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what needs an entry."""
        if action in ON_LINE and self.is_mounted and self.entry is None:
            return None
        if action == "show_all":
            return self.is_mounted and not self.list_.sought.is_all
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Look for words."""
        self.list_.ask()

    def action_show_all(self) -> None:
        """Leave nothing out any more."""
        self.list_.sought = Sought()

    def action_narrow(self) -> None:
        """Choose what is shown: one kind, some days, some words."""
        now = self.list_.sought

        def keep(changed: FieldValues) -> None:
            self.list_.sought = sought_in(now, changed)

        form = what_to_show(self._medicines, sources(self.app.whole.diary.entries))
        self.app.push_screen(EntryForm(_("Show only"), form, answered(now), keep, blank=blank()))

    def _may_change(self, entry: Entry) -> bool:
        """Tell whether an entry is changed here, and say why when it is not."""
        if stays(entry):
            self._refuse(fault_in_words(SafetyAnswerStays()))
            return False
        return True

    def _refuse(self, words: str) -> None:
        self.notify(words, severity="warning", timeout=12, markup=False)

    @work
    async def action_open(self) -> None:
        """Change the chosen entry."""
        entry = self.entry
        if entry is None or not self._may_change(entry):
            return
        if isinstance(entry, WITHOUT_FORM):
            self._refuse(
                _(
                    "This is not changed here. You may take it out with {key}, or answer again on Today."
                ).format(key=key_of("log.delete", "d"))
            )
            return
        held = len(getattr(entry, "goals", ()))
        form = (the_day(), *self._form(type(entry), held))
        known = known_of({"day": entry.day, **said_of(entry)})
        await self._ask(EntryForm(kind_name(entry.kind), form, known, partial(self._edit, entry)))

    @work
    async def action_move(self) -> None:
        """Move the chosen entry to another day."""
        entry = self.entry
        if entry is None or not self._may_change(entry):
            return
        title = _("Move to another day: {entry}").format(entry=entry_line(entry, self.app.state.catalogue))
        await self._ask(EntryForm(title, (the_day(),), {"day": entry.day}, partial(self._edit, entry)))

    @work
    async def action_new(self) -> None:
        """Write an entry for any day."""
        asked = partial(which_kind, NEW)
        chosen = await self.app.push_screen_wait(Asking(lambda: _("New entry"), asked, {}))
        if chosen is None:
            return
        kind = NEW[str(chosen["kind"])]
        taken: list[Medicine] = []

        def keep(values: FieldValues) -> None:
            if kind is Medicine:
                # Whether it passes a limit of the patient's own is asked when the form is closed.
                taken.append(self._draft(Medicine, values))
            else:
                self.app.companion.diary.add(self._draft(kind, values))

        form = (the_day(), *self._form(kind))
        asking = EntryForm(kind_name(str(chosen["kind"])), form, {"day": self.app.state.day}, keep)
        if not await self.app.push_screen_wait(asking):
            return
        if taken:
            await keep_dose(self.app, lambda: tuple(taken))
        else:
            self.app.do(lambda: None, saved())

    def action_bring_in(self) -> None:
        """Bring in another program's file."""
        from ryggkompis.tui.screens.import_ import TakingIn

        self.app.push_screen(TakingIn())

    async def _ask(self, form: EntryForm) -> None:
        if await self.app.push_screen_wait(form):
            self.app.do(lambda: None, saved())

    def _form(self, kind: type[Entry], held: int = 0) -> tuple[Question, ...]:
        profile: Profile | None = self.app.state.profile
        goals = profile.goals if profile else ()
        return form_of(kind, self.app.state.catalogue, goals, held, self._medicines)

    @property
    def _medicines(self) -> tuple[str, ...]:
        return tuple(one.name for one in counted(self.app.whole.diary.entries))

    def _edit(self, entry: Entry, values: FieldValues) -> None:
        if values:
            self.app.companion.diary.edit(entry.id, **values)

    def _draft(self, kind: type[Said], values: FieldValues) -> Said:
        said = dict(values)
        day = said.pop("day", self.app.state.day)
        return self.app.companion.diary.on(day).draft(kind, **said)

    @work
    async def action_delete(self) -> None:
        """Take the chosen entry out, when that is meant."""
        entry = self.entry
        if entry is None or not self._may_change(entry):
            return
        words = entry_line(entry, self.app.state.catalogue, self.app.state.flags)
        asked = partial(taking_out, words)
        said = await self.app.push_screen_wait(Asking(lambda: _("Delete"), asked, {}))
        if not said or said["sure"] is not True:
            return
        delete = partial(self.app.companion.diary.delete, entry.id)
        self.app.do(delete, _("Taken out. Press {key} to bring it back.").format(key=key_of("app.undo", "u")))
