"""The diary under its days, and the line in which words are looked for."""

import asyncio
from collections.abc import Sequence
from typing import Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.search.entries import Sought, Texts, found
from ryggkompis.tui.widgets.line_list import LineList
from ryggkompis.tui.widgets.log_lines import LogLines
from ryggkompis.words.today.medicine import noted

AT_ONCE: Final = 50
"""Entries that are read through between two keys."""
A_WHILE: Final = 0.04
"""Seconds until what was typed is looked for: the letter is seen first, and a fast word is one search."""
_LEAVING: Final = {"enter", "down", "escape"}


class WordsSought(Input):
    """The line in which words are typed; Enter and ↓ go to what was found, Esc drops them."""

    def on_key(self, event: Key) -> None:
        """Leave the line."""
        if event.key in _LEAVING:
            event.stop()
            event.prevent_default()
            self.post_message(DiaryList.Left(is_dropped=event.key == "escape"))


class DiaryList(Vertical):
    """Shows the entries that are looked for."""

    class Listed(Message):
        """Other entries are shown."""

    class Left(Message):
        """The line of words was left."""

        def __init__(self, *, is_dropped: bool) -> None:
            """Tell whether the words count no more."""
            super().__init__()
            self.is_dropped = is_dropped

    lines = getters.query_one(LineList)
    line = getters.query_one(WordsSought)
    sought: var[Sought] = var(Sought(), init=False)
    _state: State | None = None
    _texts: Texts | None = None
    _shown: LogLines | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list above the line of words."""
        yield LineList()
        yield WordsSought(classes="-gone", compact=True)

    @property
    def entry(self) -> Entry | None:
        """The chosen entry."""
        return self._shown.entry_at(self.lines.chosen) if self._shown is not None else None

    @property
    def count(self) -> int:
        """How many entries are shown."""
        return self._shown.count if self._shown is not None else 0

    def show(self, state: State) -> None:
        """Show the diary of ``state``."""
        self._state = state
        self._texts = Texts(state.catalogue, state.flags)
        self.line.placeholder = _("Words, a kind or a day")
        self.list_anew()

    def in_full(self) -> str:
        """Word the chosen entry with all that its line may have cut off."""
        entry = self.entry
        if self._shown is None or self._state is None or entry is None:
            return ""
        return "\n".join((self._shown.in_full(entry), *noted(entry, self._state.diary.entries)))

    def choose(self, id_: str) -> None:
        """Choose an entry; whatever was looked for before, it is shown."""
        if self._shown is None or self._shown.place_of(id_) is None:
            self.sought = Sought()
        place = self._shown.place_of(id_) if self._shown is not None else None
        if place is not None:
            self.lines.chosen = place
        self.lines.focus()

    def ask(self) -> None:
        """Let words be typed."""
        self.line.remove_class("-gone")
        self.line.focus()

    def watch_sought(self) -> None:
        """Show what is looked for now; its words stand in the line."""
        with self.prevent(Input.Changed):
            self.line.value = self.sought.words
        self.line.set_class(not self.sought.words and not self.line.has_focus, "-gone")
        self.list_anew()

    def list_anew(self) -> None:
        """Find the entries: many words are looked for beside the keys."""
        if self._state is None or self._texts is None:
            return
        if self.sought.words:
            self._look()
        else:
            self.workers.cancel_group(self, "look")
            days = self._state.diary.entries
            self._list(self._state, tuple(found(days, self.sought, self._texts, self._state.day)))

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        # Nothing is handed over: Textual would write all of the diary out as the name of this work.
        state, texts = self._state, self._texts
        await asyncio.sleep(A_WHILE)
        if state is None or texts is None:
            return
        every, fitting = state.diary.entries, list[Entry]()
        for start in range(0, len(every), AT_ONCE):
            fitting += found(every[start : start + AT_ONCE], self.sought, texts, state.day)
            await asyncio.sleep(0)
        self._list(state, fitting)

    def _list(self, state: State, entries: Sequence[Entry]) -> None:
        chosen = self.entry
        self._shown = LogLines(entries, state.catalogue, state.flags)
        self.lines.lines = self._shown
        place = self._shown.place_of(chosen.id) if chosen else None
        if place is not None:
            self.lines.chosen = place
        self.post_message(self.Listed())

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.sought = self.sought.with_words(event.value)

    @on(Left)
    def _left(self, event: Left) -> None:
        event.stop()
        self.lines.focus()
        if event.is_dropped:
            self.sought = self.sought.with_words("")
        self.line.set_class(not self.sought.words, "-gone")
