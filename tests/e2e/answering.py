"""A patient at the safety questions, in either front end, and what must hold of the answers (clinical-3 2.3).

Written from the rule, not from the program: what was given is what was pressed for a question that stood
on the screen and had come to rest; what holds is a yes or unsure of it that was not said to be a slip.
"""

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final, Literal

from ryggkompis.content.loading import load_red_flags
from tests.e2e.terminal import Terminal
from tests.program import PROGRAM

FLAGS: Final = load_red_flags()
LIST: Final = [flag for flag in FLAGS.flags if flag.only_when is None]
RED: Final = frozenset(flag.id for flag in LIST if flag.lock == "red")
WIDTH: Final = 120
HEIGHT: Final = 50
JUNK: Final = ("jjj", "\r\r\r", "1\r1\r", "0 1 0", "yyy\r", "\x1b[B\rj\r", "n" * 30)
"""Keys that follow an answer in the same write, and were meant for nothing that had been seen."""
Place = Literal["daily", "safe", "result", "lead", "page", "read_back", "none", "over"]


@dataclass
class Given:
    """What the patient has said, and not said to be a slip."""

    line: bool = False
    """The one line, said yes or unsure; it stands until a whole list is finished."""
    marks: dict[str, str] = field(default_factory=dict)
    confirmed: dict[str, str] = field(default_factory=dict)
    finished: bool = False
    """A list was finished since anything was opened."""
    seen: set[str] = field(default_factory=set)
    """Every question that has been on a screen."""

    @property
    def red(self) -> set[str]:
        return set(self.confirmed) & RED

    @property
    def holds(self) -> bool:
        """Whether the plan must be held back for whoever opens the program next."""
        return bool(self.red or self.marks or self.line or (self.confirmed and not self.finished))

    def finish(self) -> None:
        self.line, self.finished = False, True


def plain(text: str) -> str:
    """The letters alone, however the lines were broken."""
    return "".join(re.findall(r"\w", text))


WORDS: Final = {flag.id: plain(flag.question.en) for flag in LIST}


class Person:
    """Looks, and answers what is on the screen."""

    def __init__(self, terminal: Terminal, given: Given, dice: Random) -> None:
        self.terminal = terminal
        self.given = given
        self.dice = dice

    def begin(self) -> None:
        """Come to the first question."""

    def block(self) -> str:
        """What is asked now, as it stands on the screen."""
        raise NotImplementedError

    def send(self, answer: str) -> str:
        """The keys that give ``answer``."""
        raise NotImplementedError

    def listed(self) -> list[str]:
        """The questions of the page, in their order."""
        asked = plain(self.block())
        found = [id_ for id_, words in WORDS.items() if words in asked]
        self.given.seen.update(found)
        return found

    def where(self) -> Place | None:
        """Where one has come to; None while that cannot be seen."""
        asked = plain(self.block())
        said: tuple[tuple[str, Place], ...] = (
            ("Thisiswhatyouanswered", "read_back"),
            ("noright", "none"),
            (plain(FLAGS.daily.en), "daily"),
            (plain(FLAGS.strength.safe.en), "safe"),
            (plain(FLAGS.strength.result.en), "result"),
            ("thatdoesnotfit", "lead"),
            *self.pages(),
        )
        return next((place for words, place in said if words in asked), None)

    def now(self) -> Place:
        """Where one has come to, as soon as it can be seen: a page may be half drawn."""
        self.until(self.where)
        while (place := self.where()) is None:
            self.until(self.where)
        return place

    def pages(self) -> tuple[tuple[str, Place], ...]:
        raise NotImplementedError

    def until(self, is_so: Callable[[], object]) -> None:
        self.terminal.holds(lambda _lines: bool(is_so()))
        self.terminal._settle()

    def give(self, answer: str, is_so: Callable[[], object]) -> None:
        """Answer, sometimes with more keys in the same write, and wait until it can be seen."""
        junk = self.dice.choice(JUNK) if self.dice.random() < 0.3 else ""
        self.terminal.press(self.send(answer) + junk)
        self.until(is_so)

    def move(self) -> None:
        """Answer one question, as the dice fall."""
        {
            "daily": self._daily,
            "safe": self._safe,
            "result": self._result,
            "lead": self._lead,
            "page": self._page,
            "read_back": self._read_back,
            "none": self._none,
        }[self.now()]()

    def _leaves(self, here: Place) -> Callable[[], bool]:
        return lambda: self.where() not in {None, here}

    def _daily(self) -> None:
        said = self.dice.choice("yyun")
        self.given.seen.add("DAILY")
        self.give(said, self._leaves("daily"))
        # What was said is given the moment the next question stands there.
        self.given.line = said != "n"

    def _safe(self) -> None:
        self.give(self.dice.choice("yyn"), self._leaves("safe"))

    def _result(self) -> None:
        said = self.dice.choice("1223")
        self.give(said, self._leaves("result"))
        if said == "2":
            self.given.seen.update(FLAGS.strength.leads_to)
            self.given.marks |= dict.fromkeys(FLAGS.strength.leads_to, "unsure")

    def _lead(self) -> None:
        id_ = next(id_ for id_ in FLAGS.strength.leads_to if WORDS[id_] in plain(self.block()))
        said = self.dice.choice("yun")
        self.give(said, lambda: self.where() == "page" or (self.where() == "lead" and not self._asks(id_)))
        self.given.marks.pop(id_, None)
        if said != "n":
            self.given.marks[id_] = {"y": "yes", "u": "unsure"}[said]

    def _asks(self, id_: str) -> bool:
        return WORDS[id_] in plain(self.block())

    def _page(self) -> None:
        here = self.listed()
        new = [id_ for id_ in here if id_ not in {**self.given.marks, **self.given.confirmed}]
        if new and self.dice.random() < 0.35:
            id_, answer = self.dice.choice(new), self.dice.choice(("yes", "yes", "unsure"))
            self.mark(id_, here.index(id_), answer)
            self.given.marks[id_] = answer
        else:
            self.go_on(here)

    def mark(self, id_: str, place: int, answer: str) -> None:
        """Answer the question at ``place`` of the page."""
        raise NotImplementedError

    def go_on(self, here: list[str]) -> None:
        """Leave the page; the next one, a question about it, or the end stands there then."""
        is_last = here[-1] == LIST[-1].id
        self.give("0" if is_last else "", lambda: self.where() not in {None, "page"} or self._is_other(here))

    def _is_other(self, here: list[str]) -> bool:
        return self.where() == "page" and bool(found := self.listed()) and found[-1] != here[-1]

    def _read_back(self) -> None:
        shown = plain(self.block())
        about = {id_ for id_ in self.given.marks if WORDS[id_] in shown}
        assert about, f"what was marked is read back:\n{shown}"
        said = self.dice.choice("yyn")
        self.give(said, self._leaves("read_back"))
        told = {id_: self.given.marks.pop(id_) for id_ in about}
        if said == "y":
            self.given.confirmed |= told

    def _none(self) -> None:
        said = self.dice.choice("yyn")
        self.give(said, self._leaves("none"))
        if said == "y":
            self.given.finish()


class InLines(Person):
    """At the plain lines: a line is an answer."""

    def block(self) -> str:
        lines = [line for line in self.terminal.text.splitlines() if line.strip()]
        if not lines or not lines[-1].startswith("Answer:"):
            return ""
        ends = [place for place, line in enumerate(lines) if line.startswith("Answer:")]
        return "\n".join(lines[(ends[-2] + 1 if len(ends) > 1 else 0) : ends[-1]])

    def pages(self) -> tuple[tuple[str, Place], ...]:
        pages = ("PressEntertogoon", "Write0fornone", "whenunsureof")
        return (*((words, "page") for words in pages), ("comparedwithyesterday", "over"))

    def where(self) -> Place | None:
        return "over" if "before we go on" in self.terminal.text else super().where()

    def send(self, answer: str) -> str:
        return f"{answer}\r"

    def mark(self, id_: str, place: int, answer: str) -> None:
        number, words = re.findall(r"^ +(\d+) (.+)", self.block(), re.MULTILINE)[place]
        assert plain(words)[:20] == WORDS[id_][:20]
        self.give(f"{number}?" if answer == "unsure" else number, self._leaves("page"))


class InWindow(Person):
    """At the window: a key is an answer."""

    def begin(self) -> None:
        self.terminal.until("Check in")
        self.terminal.press("i")

    def block(self) -> str:
        return self.terminal.text

    def pages(self) -> tuple[tuple[str, Place], ...]:
        return (("SpaceYes", "page"), ("comparedwithyesterday", "over"), ("beforewegoon", "over"))

    def send(self, answer: str) -> str:
        return answer or "\r"

    def mark(self, id_: str, place: int, answer: str) -> None:
        down = "\x1b[B" * place
        # From the first question of the page, wherever the cursor stood.
        self.terminal.press("\x1b[H")
        self.terminal.still()
        key = "j" if answer == "yes" else "u"
        self.give(down + key, lambda: f"{answer}{WORDS[id_][:20]}" in plain(self.block()))


def killed(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.left()


def stopped(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGSTOP)
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.left()


def hung_up(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGHUP)
    terminal.left()


def closed(terminal: Terminal) -> None:
    terminal.lost()


def interrupted(terminal: Terminal) -> None:
    terminal.press("ctrl+c")
    terminal.left()


def left(terminal: Terminal) -> None:
    """Esc, as often as it takes, and out."""
    terminal.until_after(("escape",), "Check in")
    terminal.press("ctrl+q")
    terminal.left()


ENDS: Final = {
    InLines: (killed, stopped, hung_up, closed, interrupted),
    InWindow: (killed, stopped, hung_up, closed, left),
}


def told(environ: dict[str, str], command: str) -> dict[str, Any]:
    """What a command says to a script, whatever its exit status."""
    ran = subprocess.run(
        [*PROGRAM, command, "--json"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found
