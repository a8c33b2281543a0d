"""A session to look at: the figure and the count, what to do now, and the words."""

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ryggkompis.domain.base.scales import RESPONSES
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.session.session import Session
from ryggkompis.domain.today.state import State
from ryggkompis.tui.ink import ink, inked
from ryggkompis.tui.widgets.big_number import BigNumber
from ryggkompis.tui.widgets.figure import FigureView
from ryggkompis.tui.widgets.large_words import LargeWords
from ryggkompis.words.entry_names import choice_name, unknown_or_skip
from ryggkompis.words.lines import Line
from ryggkompis.words.today import session as words


class SessionView(Vertical, can_focus=False):
    """Shows where a session is; what has not changed is not written again."""

    figure = getters.query_one(FigureView)
    number = getters.query_one(BigNumber)

    _written: dict[str, object]

    def compose(self) -> ComposeResult:
        """Lay out what is seen and what is read."""
        self._written = {}
        yield Static(id="title", markup=False)
        yield Static(id="now", markup=False)
        with Horizontal(id="work"):
            yield FigureView()
            with Vertical(id="beside"):
                yield BigNumber()
                yield Static(id="course", markup=False)
        yield LargeWords()
        with VerticalScroll(id="words", can_focus=False):
            yield Static(id="text", markup=False)

    def show(
        self, session: Session, exercise: Exercise, state: State, waiting: tuple[PlannedExercise, ...]
    ) -> None:
        """Write what has changed; ``waiting`` are the exercises of later today."""
        starts = session.step.kind == "start"
        self._write("title", words.title(session, exercise))
        now = ink(words.now(session))
        self._write("now", "" if session.is_over else now)
        self._write("text", _text(session, exercise, state, waiting))
        self._write("course", inked(words.course(session, state)))
        # What is waited for is what matters most: a key, and when.
        is_awaited = starts and session.step.seconds is None and not session.waits
        ready = ink(Line(words.when_ready(exercise, session.part.level), act="begin"))
        self.query_one(LargeWords).text = (ready if is_awaited else now).plain
        self.number.text, self.number.is_marked = _count(session), session.is_change_near
        self.set_class(not self.number.text, "-uncounted")
        self.set_class(session.is_read, "-reading")
        self.figure.figure = way_of(exercise, session.part.level).figure
        self.figure.starts = starts
        self.figure.playing = session.moves

    def show_change(self) -> None:
        """Begin at the beginning of what has just come."""
        self.figure.phase = 0.0
        self.query_one("#words").scroll_home(animate=False)

    def read_on(self, rows: int) -> None:
        """Scroll the words, where there is no room for all."""
        self.query_one("#words").scroll_relative(y=rows, animate=False)

    def _write(self, where: str, text: Content | str) -> None:
        if self._written.get(where) != text:
            self._written[where] = text
            self.query_one(f"#{where}", Static).update(text)


def _text(
    session: Session, exercise: Exercise, state: State, waiting: tuple[PlannedExercise, ...]
) -> Content:
    """Say how it is done, what can be answered, or what was done."""
    if session.is_over:
        return inked((*words.ended(session.results, state, waiting), Line(""), Line("", act="next")))
    if not session.is_asked:
        return inked(words.how(session, exercise, state))
    answers = [f"{n}  {choice_name('response', said)}" for n, said in enumerate(RESPONSES, 1)]
    return Content("\n".join((*answers, f"0  {unknown_or_skip()}")))


def _count(session: Session) -> str:
    """Give the number to show large; nothing where nothing is counted."""
    step = session.step
    if session.is_read or step.seconds is None:
        return ""
    return str(session.rep if step.kind == "repeat" and not step.hold else session.left)
