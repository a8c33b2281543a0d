"""The safety conversation, the same whoever shows it: what is asked next, what is kept, what is read back.

A talk is a value: it says what is asked now, and takes an answer. A yes or unsure holds from the moment it is
given (clinical-3 2.3); ``kept`` tells what that is on the disk.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, TypeAlias

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import RedFlag, RedFlags

WEAKER: Final = "weaker"
Step: TypeAlias = Literal["daily", "safe", "result", "lead", "page", "read_back", "none", "over"]
FirstStep: TypeAlias = Literal["daily", "safe", "page", "lead"]
Answers: TypeAlias = Mapping[str, Answer]
NOTHING: Final[Answers] = {}


class SafetyTalk(Value, kw_only=True):
    """The one line, strength, and the whole list page by page; each change gives another talk."""

    flags: RedFlags
    asked: tuple[RedFlag, ...]
    """What this patient is asked."""
    red: frozenset[str]
    """Which of them hold the plan back until somebody has looked at it."""
    examined: frozenset[str] = frozenset()
    """Which of them somebody has looked at: only whether they are worse is asked."""
    is_operated: bool = False
    """A wound heals: the one line names it too."""
    step: Step
    daily: Answer | None = None
    marked: Answers = NOTHING
    """Given, and not read back yet."""
    unanswered: frozenset[str] = frozenset()
    """Which of them nobody has given: asked by themselves, and open; each counts as unsure."""
    confirmed: Answers = NOTHING
    at: int = 0
    """The first question of the page on the screen."""
    end: int = 0
    """One past the last question that has been on the screen."""
    before: tuple[int, ...] = ()
    """Where the pages before this one began."""
    drawn: tuple[str, ...] = ()
    """What a drawing leads to: asked by itself, and the talk is over when nothing of it fits."""
    leads: tuple[str, ...] = ()
    """What is asked by itself and not answered in this talk, the next one first."""

    def answer_of(self, id_: str) -> Answer | None:
        """Give the answer that is marked; None where the question is open."""
        return None if id_ in self.unanswered else self.marked.get(id_)

    @property
    def left_open(self) -> tuple[str, ...] | None:
        """Name what counts as unsure because nobody has answered it; None where all has been."""
        return tuple(id_ for id_ in self.marked if id_ in self.unanswered) or None

    @property
    def is_of_strength(self) -> bool:
        """Tell whether strength is what is asked about now, before the list."""
        return self.step in {"safe", "result", "lead"} and not self.drawn and not self.end

    @property
    def may_be_left(self) -> bool:
        """Tell whether to leave the question that is asked now is to leave the conversation."""
        return self.step == "daily" or (self.step == "lead" and not self.is_of_strength)

    @property
    def is_locked(self) -> bool:
        """Tell whether something was confirmed that only a clearance opens."""
        return not self.red.isdisjoint(self.confirmed)

    @property
    def is_finished(self) -> bool:
        """Tell whether the whole list was answered."""
        return self.step == "over" and self.end == len(self.asked) and not self.is_locked

    @property
    def is_one_question(self) -> bool:
        """Tell whether one question is asked now, and not a page of the list."""
        return self.step not in {"page", "over"}

    def answer(self, value: object) -> "SafetyTalk":
        """Answer the one question that is asked now; None leaves it."""
        then: dict[Step, Callable[[SafetyTalk, Any], SafetyTalk]] = {
            "daily": _on_the_line,
            "safe": _if_safe,
            "result": _tried,
            "lead": _led,
            "read_back": _is_right,
            "none": _is_nothing,
        }
        return then[self.step](self, value)

    def mark(self, id_: str, answer: Answer) -> "SafetyTalk":
        """Answer a question of the page yes or unsure."""
        return replace(self, marked={**self.marked, id_: answer}, unanswered=self.unanswered - {id_})

    def on_page(self, count: int) -> tuple[RedFlag, ...]:
        """Give the questions of the page that holds ``count``."""
        return self.asked[self.at : self.at + count]

    def is_last(self, count: int) -> bool:
        """Tell whether the page that holds ``count`` is the last one."""
        return self.at + count >= len(self.asked)

    def go_on(self, count: int) -> "SafetyTalk":
        """Leave the page that held ``count`` questions; what was marked on it is read back first."""
        return replace(self, end=min(self.at + count, len(self.asked))).after_page()

    def asking(self, ids: tuple[str, ...]) -> "SafetyTalk":
        """Ask ``ids`` by themselves; what has no answer yet counts as unsure for as long as it is left."""
        unsure: dict[str, Answer] = {id_: "unsure" for id_ in ids if id_ not in self.marked}
        open_ = self.unanswered | unsure.keys()
        return replace(self, step="lead", leads=ids, marked={**self.marked, **unsure}, unanswered=open_)

    def after_page(self) -> "SafetyTalk":
        """Ask what was passed over, then read back what was marked, then go on."""
        if self.passed_over:
            return self.asking(self.passed_over)
        return replace(self, step="read_back") if self.to_read_back else _next_page(self)

    def back(self) -> "SafetyTalk":
        """Show the page before again."""
        if not self.before:
            return self
        return replace(self, step="page", at=self.before[-1], before=self.before[:-1])

    @property
    def to_read_back(self) -> Answers:
        """What was answered on the pages that have been seen, or of what was asked by itself."""
        seen = {*self.drawn, *self._seen} - self.unanswered
        return {id_: answer for id_, answer in self.marked.items() if id_ in seen}

    @property
    def _seen(self) -> tuple[str, ...]:
        return tuple(flag.id for flag in self.asked[: self.end])

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Name what is open though its page has been seen: it is asked by itself, and never confirmed."""
        return tuple(id_ for id_ in self._seen if id_ in self.marked and id_ in self.unanswered)


def _on_the_line(talk: SafetyTalk, said: Answer | None) -> SafetyTalk:
    if said is None:
        return talk
    return replace(talk, daily=said, step="over" if said == "no" else "page")


def _if_safe(talk: SafetyTalk, said: object) -> SafetyTalk:
    return talk if said is None else replace(talk, step="result" if said is True else "page")


def _tried(talk: SafetyTalk, said: object) -> SafetyTalk:
    if said != WEAKER:
        return talk if said is None else replace(talk, step="page")
    # A question that is left after “weaker” is not a no.
    return talk.asking(talk.flags.strength.leads_to)


def _led(talk: SafetyTalk, said: Answer | None) -> SafetyTalk:
    asked, *left = talk.leads
    if said in {"yes", "unsure"}:
        talk = talk.mark(asked, said)
    elif said == "no":
        talk = replace(talk, marked={id_: one for id_, one in talk.marked.items() if id_ != asked})
    then = replace(talk, leads=tuple(left))
    if left:
        return then
    if talk.end:
        return then.after_page()
    if not talk.drawn:
        return replace(then, step="page")
    if then.to_read_back:
        return replace(then, step="read_back")
    # A list that was begun before is still to be finished.
    return replace(then, step="page" if then.marked or then.confirmed else "over")


def _is_right(talk: SafetyTalk, said: object) -> SafetyTalk:
    if said is None:
        return replace(talk, step="page")
    found = talk.to_read_back
    left = {id_: answer for id_, answer in talk.marked.items() if id_ not in found}
    if said is not True and talk.drawn and talk.end == 0:
        return replace(talk, marked=left).asking(talk.drawn)
    if said is not True:
        return replace(talk, step="page", marked=left)
    then = replace(talk, marked=left, confirmed={**talk.confirmed, **found})
    # The card comes before anything else is asked.
    return replace(then, step="over") if then.is_locked else _next_page(then)


def _is_nothing(talk: SafetyTalk, said: object) -> SafetyTalk:
    return replace(talk, step="over") if said is True else replace(talk, step="page", at=0, before=())


def _next_page(talk: SafetyTalk) -> SafetyTalk:
    if talk.end >= len(talk.asked):
        return replace(talk, step="none")
    return replace(talk, step="page", at=talk.end, before=(*talk.before, talk.at))
