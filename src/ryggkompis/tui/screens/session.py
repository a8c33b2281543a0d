"""The session: each of today's exercises begins when one lies ready, and then there is nothing to press."""

from functools import partial
from typing import cast

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Response
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.session.session import Part, Session, begin
from ryggkompis.domain.session.session_steps import Act, Elapsed, Press, Say, act
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services.safety import before_doing
from ryggkompis.services.sessions import SessionDiary, later, parts_left, without_resting
from ryggkompis.tui.page import Dialog
from ryggkompis.tui.screens.safety import ask_safety_first
from ryggkompis.tui.session_voice import SessionVoice
from ryggkompis.tui.shell import Shell
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.session_view import SessionView
from ryggkompis.words.entry_names import UNKNOWN_OR_SKIP
from ryggkompis.words.today import session as words

LOOK = 0.25
"""Seconds between two looks at the clock."""
FLASH = 0.4
"""Seconds that a change is shown inverse."""
HELD = 1.0
"""Seconds within which the same key again is the first one, held down or bouncing."""
ANSWERS: dict[str, Response | None] = {"up": "up", "same": "same", "down": "down", "unknown": None}


class SessionPage(Dialog[None]):
    """Go through ``parts``; what is done is kept at once, so that leaving loses nothing."""

    IS_DOING = True
    CSS_PATH = "../styles/session.tcss"
    BINDINGS = [
        Binding(
            "d",
            "go('down')",
            N_("Down the leg"),
            id="session.down",
            tooltip=N_("The pain goes further down the leg: this exercise ends for today"),
        ),
        Binding("enter", "go('next')", N_("Next"), id="session.next", tooltip=N_("Go on now")),
        Binding("space", "key('pause')", N_("Pause"), id="session.pause", tooltip=N_("Pause, or go on")),
        Binding(
            "right", "go('skip')", N_("Skip"), id="session.skip", tooltip=N_("Leave the rest of this one")
        ),
        Binding("v", "speech", N_("Voice"), id="session.speech", tooltip=N_("Say it aloud, or be quiet")),
        Binding(
            "left",
            "key('back')",
            N_("Again"),
            id="session.back",
            tooltip=N_("Begin this step again"),
            show=False,
        ),
        Binding("plus", "key('more_rest')", N_("Longer rest"), id="session.rest", show=False),
        Binding("up", "scroll(-1)", N_("Scroll up"), id="session.above", show=False),
        Binding("down", "scroll(1)", N_("Scroll down"), id="session.below", show=False),
        Binding("1", "answer('up')", N_("up towards the back"), id="session.said_up", show=False),
        Binding("2", "answer('same')", N_("the same"), id="session.said_same", show=False),
        Binding("3", "answer('down')", N_("further down the leg"), id="session.said_down", show=False),
        Binding("0", "answer('unknown')", UNKNOWN_OR_SKIP, id="session.said_nothing", show=False),
    ]

    view = getters.query_one(SessionView)

    def __init__(self, parts: tuple[Part, ...], state: State, wait: int = 0) -> None:
        """Begin a session of ``parts``, at least one, of the day that ``state`` is about.

        Each exercise waits ``wait`` seconds for the patient to get into position; 0 waits for a key.
        """
        super().__init__()
        self.session: Session = begin(parts, wait)
        self._day = state.day
        self._catalogue = state.catalogue
        self._diary: SessionDiary | None = None
        self._ticking: Timer | None = None
        self._pressed: tuple[str, float] = ("", 0.0)
        self._voice = SessionVoice(self)

    @property
    def exercise(self) -> Exercise:
        """The exercise that is on."""
        found = self._catalogue.exercise(self.session.part.id)
        assert found is not None  # noqa: S101 - every part was made from one of the catalogue
        return found

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield SessionView()
        yield KeyLine()

    def on_mount(self) -> None:
        """Start the clock."""
        super().on_mount()
        self._diary = SessionDiary(self.app.companion.diary.on(self._day), self.session.parts)
        self._ticking = self.set_interval(LOOK, self.look)
        self.watch(self.app, "state", self._heed, init=False)
        self._voice.follow(None, self.session, self.exercise)
        self.look()

    def on_unmount(self) -> None:
        """Be quiet, however the session is left."""
        self._voice.quiet()

    def say(self) -> None:
        """Write every word in the current language."""
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
        self._voice.follow(before, self.session, self.exercise)
        if _offers(before) != _offers(self.session):
            self.refresh_bindings()
        if _asks(before) != _asks(self.session):
            self.app.turns.wait_for(self)
        if before.at != self.session.at or before.is_doubted != self.session.is_doubted:
            self.view.show_change()
            self._announce()
        self._show()

    def _keep(self, before: Session) -> None:
        """Keep what is new: a whole set, a part of one, or an answer."""
        diary = self._diary
        for place, (old, new) in enumerate(zip(before.results, self.session.results, strict=True)):
            if diary and replace(old, seconds=new.seconds) != new:
                self.app.do(partial(diary.keep, place, new))

    def _heed(self, state: State) -> None:
        """Leave out what rests by now; leave at once when the plan is held back meanwhile."""
        self.session = without_resting(self.session, state)
        if state.plan.is_empty and self.is_current:
            self.app.notify(words.nothing(state, ()), severity="warning", markup=False)
            self.dismiss(None)

    def _announce(self) -> None:
        """Let a change be heard and seen, where that is wanted."""
        if self.app.settings.bell:
            self.app.bell()
        if self.app.animation_level != "none":
            now = self.query_one("#now").add_class("-flash")
            self.set_timer(FLASH, partial(now.remove_class, "-flash"))

    def _show(self) -> None:
        """Show where one is."""
        now, state = self.app.companion.today.clock.now(), self.app.state
        waiting = later(state, now) if self.session.is_over else ()
        self.set_class(self.app.settings.large, "-large")
        self.view.show(self.session, self.exercise, state, waiting)
        if self._ticking is not None:
            (self._ticking.resume if self.session.runs else self._ticking.pause)()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what changes something now; “next” also while it is too early for it."""
        if action not in {"key", "go"}:
            return super().check_action(action, parameters)
        session, press = self.session, cast("Press", parameters[0])
        if press == "next" or session.is_over:
            return press == "next" and not session.is_asked
        return act(session, press) is not session

    def action_key(self, key: Press) -> None:
        """Pause, go back, rest for longer."""
        self._press_anew()
        self._do_now(key)

    def action_go(self, key: Press) -> None:
        """Leave where one is; a key that is held down does that once."""
        now = self.app.companion.today.clock.now().timestamp()
        (last, at), self._pressed = self._pressed, (key, now)
        if last == key and 0 <= now - at < HELD:
            return
        if self.session.is_over:
            self.dismiss(None)
        else:
            self._do_now(key)

    def action_answer(self, answer: str) -> None:
        """Say where the pain went, only when asked."""
        if self.session.step.kind == "ask":
            self._press_anew()
            self._do_now(Say(ANSWERS[answer]))

    def action_scroll(self, rows: int) -> None:
        """Read on, where there is no room for all."""
        self.view.read_on(rows)

    def action_speech(self) -> None:
        """Speak, or be quiet, from now on."""
        self._voice.toggle(self.session, self.exercise)

    def _press_anew(self) -> None:
        """Another key was pressed, so the one before it is not held down any more."""
        self._pressed = ("", 0.0)

    def _do_now(self, what: Act) -> None:
        """Do what was meant; where the question has just come, only “down” was meant as an answer."""
        kind = self.session.step.kind
        self.look()
        is_meant = (kind == "ask") == (self.session.step.kind == "ask") or what == "down"
        if is_meant and not self.session.is_over:
            self.do(what)

    def action_never_mind(self) -> None:
        """Leave; what is done is kept, and the rest can be done later. A doubt is only taken back."""
        if self.session.is_doubted:
            self._do_now("pause")
            return
        self.look()
        if any(result.is_anything for result in self.session.results) and not self.session.is_over:
            self.app.notify(_("What you did is kept. The rest can wait."), markup=False)
        self.dismiss(None)


async def go_through(app: Shell) -> None:
    """Begin with what is left today when it is safe, or say why there is nothing."""
    now = app.companion.today.clock.now()
    if not parts_left(app.state, now):
        app.notify(words.nothing(app.state, later(app.state, now)), markup=False)
    elif await ask_safety_first(app, before_doing(app.state)) and (parts := parts_left(app.state, now)):
        app.push_screen(SessionPage(parts, app.state, app.settings.start_wait))


def _offers(session: Session) -> tuple[object, ...]:
    """Give what makes other keys do something."""
    return session.at, session.is_paused, session.is_doubted, session.is_stopped


def _asks(session: Session) -> tuple[object, ...]:
    """Give what makes a key mean something else than before."""
    step = session.step
    return session.is_read, session.is_over, session.is_doubted, step.kind == "start" and step.part
