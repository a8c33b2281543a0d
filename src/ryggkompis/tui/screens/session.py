"""The session: today's exercises one at a time, with nothing to press while one is done."""

from functools import partial

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import RESPONSES, Response
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.session.session import Part, Session, begin
from ryggkompis.domain.session.session_steps import Act, Elapsed, Press, Say, act
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.sessions import SessionDiary, later, parts_left
from ryggkompis.tui.ink import ink, inked
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.widgets.big_number import BigNumber
from ryggkompis.tui.widgets.figure import FigureView
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.large_words import LargeWords
from ryggkompis.words.entry_names import UNKNOWN_OR_SKIP, choice_name, unknown_or_skip
from ryggkompis.words.today import session as words

LOOK = 0.25
"""Seconds between two looks at the clock."""
FLASH = 0.4
"""Seconds that a change is shown inverse."""
ARROWS = ("↑", "→", "↓")
"""The keys of the three answers, beside their numbers."""
ANSWERS: dict[str, Response | None] = {"up": "up", "same": "same", "down": "down", "unknown": None}


class SessionPage(Dialog[None]):
    """Go through ``parts``; what is done is kept at once, so that leaving loses nothing."""

    IS_DOING = True
    CSS_PATH = "../styles/session.tcss"
    BINDINGS = [
        Binding("space", "key('pause')", N_("Pause"), id="session.pause", tooltip=N_("Pause, or go on")),
        Binding("enter", "key('next')", N_("Next"), id="session.next", tooltip=N_("Go on now")),
        Binding(
            "down",
            "say('down')",
            N_("Down the leg"),
            id="session.down",
            tooltip=N_("The pain goes further down the leg: this exercise ends for today"),
        ),
        Binding("right", "right", N_("Skip"), id="session.skip", tooltip=N_("Leave the rest of this one")),
        Binding(
            "left",
            "key('back')",
            N_("Again"),
            id="session.back",
            tooltip=N_("Begin this step again"),
            show=False,
        ),
        Binding("up", "up", N_("Longer rest"), id="session.rest", show=False),
        Binding("1", "answer('up')", N_("up towards the back"), id="session.said_up", show=False),
        Binding("2", "answer('same')", N_("the same"), id="session.said_same", show=False),
        Binding("3", "answer('down')", N_("further down the leg"), id="session.said_down", show=False),
        Binding("0", "answer('unknown')", UNKNOWN_OR_SKIP, id="session.said_nothing", show=False),
    ]

    figure = getters.query_one(FigureView)
    number = getters.query_one(BigNumber)

    def __init__(self, parts: tuple[Part, ...], state: State) -> None:
        """Begin a session of ``parts``, at least one, of the day that ``state`` is about."""
        super().__init__()
        self.session: Session = begin(parts)
        self._day = state.day
        self._catalogue = state.catalogue
        self._diary: SessionDiary | None = None
        self._ticking: Timer | None = None
        self._written: dict[str, object] = {}

    @property
    def exercise(self) -> Exercise:
        """The exercise that is on."""
        found = self._catalogue.exercise(self.session.part.id)
        assert found is not None  # noqa: S101 - every part was made from one of the catalogue
        return found

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Static(id="title", markup=False)
        yield Static(id="now", markup=False)
        with Horizontal(id="work"):
            yield BigNumber()
            yield FigureView()
            yield LargeWords()
        yield Static(id="text", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Start the clock."""
        super().on_mount()
        self._diary = SessionDiary(self.app.companion.diary.on(self._day), self.session.parts)
        self._ticking = self.set_interval(LOOK, self.look)
        self.watch(self.app, "state", self._heed, init=False)
        self.look()

    def say(self) -> None:
        """Write every word in the current language."""
        self._written.clear()
        self._show()

    def look(self) -> None:
        """Look at the clock."""
        self.do(Elapsed(self.app.companion.today.clock.now()))

    def do(self, what: Act) -> None:
        """Let something happen: keep what was done by it, and show where one is."""
        before, self.session = self.session, act(self.session, what)
        if before is self.session:
            return
        self._keep(before)
        if self.session.is_over:
            waiting = later(self.app.state, self.app.companion.today.clock.now())
            self.app.notify(words.ended(self.app.state, waiting), markup=False)
            self.dismiss(None)
            return
        if before.at != self.session.at:
            if before.step.kind == "ask" or self.session.step.kind == "ask":
                self.app.turns.wait_for(self)
            self.figure.phase = 0.0
            self._announce()
        self._show()

    def _keep(self, before: Session) -> None:
        """Keep what is new: a whole set, or an answer."""
        diary = self._diary
        for place, (old, new) in enumerate(zip(before.results, self.session.results, strict=True)):
            if diary and (old.sets, old.response) != (new.sets, new.response):
                self.app.do(partial(diary.keep, place, new))

    def _heed(self, state: State) -> None:
        """Leave at once when the plan is held back meanwhile."""
        if state.plan.is_empty and self.is_current:
            self.app.notify(words.nothing(state, ()), severity="warning", markup=False)
            self.dismiss(None)

    def _announce(self) -> None:
        """Let a change be heard and seen, where that is wanted."""
        if self.app.settings.bell:
            self.app.bell()
        if self.app.animation_level != "none":
            now = self.query_one("#now")
            now.add_class("-flash")
            self.set_timer(FLASH, partial(now.remove_class, "-flash"))

    def _show(self) -> None:
        """Write what has changed."""
        session, exercise = self.session, self.exercise
        self._write("title", words.title(session, exercise))
        now = ink(words.now(session))
        self._write("now", now)
        self.query_one(LargeWords).text = now.plain
        self.set_class(self.app.settings.large, "-large")
        self._write("text", self._text())
        self.set_class(session.is_stopped or session.step.kind == "ask", "-reading")
        self.number.text, self.number.is_marked = _big_number(session), session.is_change_near
        self.figure.figure = way_of(exercise, session.part.level).figure
        self.figure.playing = session.moves
        if self._ticking is not None:
            (self._ticking.resume if session.runs else self._ticking.pause)()

    def _text(self) -> Content:
        """Say how it is done, or what can be answered."""
        session = self.session
        if session.step.kind != "ask" or session.is_stopped:
            return inked(words.how(session, self.exercise, self.app.state))
        named = zip(ARROWS, range(1, 4), RESPONSES, strict=True)
        answers = [f"{arrow} {n}  {choice_name('response', said)}" for arrow, n, said in named]
        return Content("\n".join((*answers, f"  0  {unknown_or_skip()}")))

    def _write(self, where: str, text: Content | str) -> None:
        if self._written.get(where) != text:
            self._written[where] = text
            self.query_one(f"#{where}", Static).update(text)

    def action_key(self, key: Press) -> None:
        """Pause, go on, go back."""
        self._do_now(key)

    def action_right(self) -> None:
        """Answer that nothing changed, or leave the rest of the exercise."""
        self.action_say("same") if self.session.step.kind == "ask" else self.action_key("skip")

    def action_up(self) -> None:
        """Answer that the pain drew up, or rest for longer."""
        self.action_say("up") if self.session.step.kind == "ask" else self.action_key("more_rest")

    def action_say(self, answer: str) -> None:
        """Say where the pain went; that it goes down can be said at any time."""
        self._do_now(Say(ANSWERS[answer]))

    def _do_now(self, what: Act) -> None:
        """Do what was meant; where the question has just come, only “down” was meant as an answer."""
        kind = self.session.step.kind
        self.look()
        is_meant = (kind == "ask") == (self.session.step.kind == "ask") or what == Say("down")
        if is_meant and not self.session.is_over:
            self.do(what)

    def action_answer(self, answer: str) -> None:
        """Answer by a number, only when asked."""
        if self.session.step.kind == "ask":
            self.action_say(answer)

    def action_never_mind(self) -> None:
        """Leave; what is done is kept, and the rest can be done later."""
        if any(result.sets for result in self.session.results):
            self.app.notify(_("What you did is kept. The rest can wait."), markup=False)
        self.dismiss(None)


def open_session(app: Shell) -> None:
    """Begin with what is left today, or say why there is nothing."""
    now = app.companion.today.clock.now()
    parts = parts_left(app.state, now)
    if parts:
        app.push_screen(SessionPage(parts, app.state))
    else:
        app.notify(words.nothing(app.state, later(app.state, now)), markup=False)


def _big_number(session: Session) -> str:
    """Give the number to show large; nothing where nothing is counted."""
    step = session.step
    if session.is_stopped or step.seconds is None:
        return ""
    return str(session.rep if step.kind == "repeat" and not step.hold else session.left)
