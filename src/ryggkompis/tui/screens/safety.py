"""The safety conversation in the window: one question, or one page of the list, at a time."""

from collections.abc import Callable
from functools import partial
from textwrap import wrap

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.catalogue.catalogue import RedFlag
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.services.questions.safety import FirstStep, SafetyTalk
from ryggkompis.services.questions.safety_words import flag_in_words, question_of
from ryggkompis.services.safety import SafetyKeeper
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.themes import MUTED
from ryggkompis.tui.turns import InTurn
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.row_list import RowList
from ryggkompis.words.entries import choice_name

NONE = "none"
OPEN = "…"
SHORTEST = 20
"""Cells of a line of a question, at the least."""


class FlagList(RowList, InTurn):
    """The questions of a page; a key counts that was read while they were on the screen."""

    MARK = len(" [ ] ")
    # Here and without priority: Enter must not overtake the yes that was read before it.
    BINDINGS = [Binding("enter", "screen.go_on", N_("Next"), id="safety.next", tooltip=N_("Go on"))]


class SafetyPage(Dialog[SafetyTalk]):
    """One page of the list: as many questions as fit the window, so that each has been seen.

    A mark is kept the moment it is made. The answer is the talk as it goes on; None means that it was left.
    """

    CSS_PATH = ["../styles/asking.tcss", "../styles/safety.tcss"]
    BINDINGS = [
        Binding("space,j,y", "mark('yes')", N_("Yes"), id="safety.yes", tooltip=N_("It fits me")),
        Binding(
            "question_mark,u",
            "mark('unsure')",
            N_("Unsure"),
            id="safety.unsure",
            tooltip=N_("I am not sure; it counts as yes"),
        ),
        Binding(
            "0", "none", N_("None"), id="safety.none", tooltip=N_("None of these, or none of the others")
        ),
        Binding("backspace,left", "back", N_("Previous"), id="safety.back", tooltip=N_("The page before")),
    ]

    def __init__(self, talk: SafetyTalk, keep: Callable[[SafetyTalk], object]) -> None:
        """Show the page at which ``talk`` is; ``keep`` makes it durable."""
        super().__init__()
        self.talk = talk
        self._keep = keep
        self._count = 0
        self._is_drawn = False

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Give the answers first: in a narrow window there is room for little more."""
        found = super().active_bindings
        first = ("mark('yes')", "mark('unsure')", "none", "screen.go_on")
        place = {action: place for place, action in enumerate(first)}
        ordered = sorted(found.items(), key=lambda one: place.get(one[1].binding.action, len(first)))
        return dict(ordered)

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical(id="asking"):
            yield Static(id="title", markup=False)
            yield Static(id="hint", markup=False)
            yield FlagList(id="flags", markup=False)
            yield Static(id="more", markup=False)
        yield KeyLine()

    def say(self) -> None:
        """Write what stands around the questions, and the questions when their room is known."""
        self._is_drawn = False
        self.app.turns.hold()
        self.query_one("#title", Static).update(_("Safety first: does any of this fit?"))
        self.write("#hint", self.talk.flags.intro.in_(current())).display = self.talk.at == 0
        self.call_after_refresh(self._list)

    def on_resize(self) -> None:
        """Show as many as now fit, their lines broken anew."""
        self.say()

    def _list(self) -> None:
        if self.is_too_small:
            self.app.turns.wait_for(self)
            return
        rows = self.query_one(FlagList)
        at = rows.highlighted or 0
        self._count = self._fitting(rows.size.height)
        shown = self.talk.on_page(self._count)
        options = [Option(self._row(flag), id=flag.id) for flag in shown]
        is_last = self.talk.is_last(self._count)
        if is_last:
            none = _("None of the others fits") if self._has_answers else _("None of these fits me")
            options.append(Option(Content.assemble((f" 0  {none}", "bold")), id=NONE))
        rows.set_options(options)
        rows.highlighted = min(at, len(options) - 1)
        rows.focus()
        self.query_one("#more", Static).update(self._more(len(shown)))
        self.call_after_refresh(self._drawn)

    def _drawn(self) -> None:
        self._is_drawn = True
        self.refresh_bindings()
        self.app.turns.wait_for(self)

    @property
    def _has_answers(self) -> bool:
        return bool(self.talk.marked or self.talk.confirmed)

    def _fitting(self, room: int) -> int:
        count = used = 0
        left = self.talk.asked[self.talk.at :]
        for flag in left:
            used += len(self._lines(flag))
            # The last line of the last page says that none fits.
            if count and used + (count + 1 == len(left)) > room:
                break
            count += 1
        return count

    def _more(self, count: int) -> str:
        all_, last = len(self.talk.asked), self.talk.at + count
        which = str(last) if count == 1 else f"{self.talk.at + 1}–{last}"
        told = _("{which} of {all}").format(which=which, all=all_)
        if last == all_:
            return told
        below = ngettext("{n} more below", "{n} more below", all_ - last).format(n=all_ - last)
        return f"{told} · ▼ {below}: Enter"

    def _mark(self, flag: RedFlag) -> str:
        answer = {**self.talk.confirmed, **self.talk.marked}.get(flag.id)
        # There is no room for “unanswered” in a narrow window.
        name = OPEN if flag.id in self.talk.unanswered else choice_name("answers", answer)
        return f" [{name}] " if answer else " [ ] "

    def _lines(self, flag: RedFlag) -> list[str]:
        # The longest mark is made room for, so that marking moves nothing to another page.
        longest = max(len(choice_name("answers", one)) for one in ("yes", "unsure")) + 4
        room = max(self.query_one(FlagList).size.width - longest - 2, SHORTEST)
        return wrap(flag_in_words(self.talk, flag), room)

    def _row(self, flag: RedFlag) -> Content:
        mark = self._mark(flag)
        question = ("\n" + " " * len(mark)).join(self._lines(flag))
        return Content.assemble((mark, "bold $text-error" if mark.strip() != "[ ]" else MUTED), question)

    @on(FlagList.OptionSelected)
    def _clicked(self, event: FlagList.OptionSelected) -> None:
        event.stop()
        if event.option_id == NONE:
            self.action_go_on()
        else:
            self.action_mark("yes")

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be answered that is not on the screen; “none” stands on the last page alone."""
        if action in {"mark", "go_on", "none", "back"} and not (self._is_drawn and not self.is_too_small):
            # A key that comes before the page is drawn was meant for another one.
            return False
        if action == "none":
            return self.talk.is_last(self._count)
        return None if action == "back" and not self.talk.before else True

    def action_mark(self, answer: Answer) -> None:
        """Answer the question yes or unsure."""
        option = self.query_one(FlagList).highlighted_option
        if option is not None and option.id is not None and option.id != NONE:
            self.talk = self.talk.mark(option.id, answer)
            self._keep(self.talk)
            self.say()

    def action_go_on(self) -> None:
        """Go on: nothing is answered by it; what was marked is read back first."""
        self.dismiss(self.talk.go_on(self._count))

    def action_none(self) -> None:
        """Say that nothing, or nothing else, fits; it is read back first."""
        self.dismiss(self.talk.go_on(self._count))

    def action_back(self) -> None:
        """Show the page before."""
        self.dismiss(self.talk.back())


async def converse(app: Shell, keeper: SafetyKeeper) -> SafetyTalk:
    """Hold the conversation to its end, or until it is left; what was answered is kept at once."""

    def keep(talk: SafetyTalk) -> None:
        if not app.do(partial(keeper.take, talk)):
            # It could not be written; it holds all the same, and the page says so.
            app.reload()

    while keeper.talk.step != "over":
        answered = await _ask(app, keeper, keep)
        if answered is None:
            break
        keep(answered)
    return keeper.talk


async def _ask(app: Shell, keeper: SafetyKeeper, keep: Callable[[SafetyTalk], object]) -> SafetyTalk | None:
    talk = keeper.talk
    if not talk.is_one_question:
        return await app.push_screen_wait(SafetyPage(talk, keep))
    asked = await app.push_screen_wait(Asking(lambda: _title(talk), lambda: (question_of(talk),), {}))
    if asked is None and (talk.may_be_left or talk.step in {"safe", "result"}):
        return None
    return talk.answer(asked[question_of(talk).key] if asked else None)


def _title(talk: SafetyTalk) -> str:
    return _("Your strength, once a week") if talk.is_of_strength else _("Safety first")


async def ask_full_list(app: Shell) -> bool:
    """Ask the whole list; tell whether it was answered and nothing is locked."""
    talk = await converse(app, SafetyKeeper(app.companion, "page"))
    return talk.is_finished and app.state.gate.lock is None


async def ask_safety_first(app: Shell, step: FirstStep | None) -> bool:
    """Ask what must be asked first, beginning with ``step``; tell whether to go on."""
    if step is None:
        return True
    talk = await converse(app, SafetyKeeper(app.companion, step))
    return talk.step == "over" and app.state.gate.lock is None
