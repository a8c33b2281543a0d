"""The line to answer on: it stands by itself and waits; nothing moves the cursor."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from ryggkompis.cli.hints import URGENT
from ryggkompis.cli.lines.interrupt import stop_if_pressed
from ryggkompis.cli.lines.terminal import begin_question, read_line
from ryggkompis.cli.output import told
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _

Chosen = TypeVar("Chosen")
_urgent: list[Callable[[], object]] = []
_heard: list[set[str]] = []
"""What explains and has been said, in each sitting that goes on; see `sitting`."""


@contextmanager
def sitting() -> Iterator[None]:
    """Let what explains be said once only, until the end of the ``with``."""
    _heard.append(set())
    try:
        yield
    finally:
        _heard.pop()


def is_new(line: str) -> bool:
    """Tell whether ``line`` has not been heard in this sitting; from now on it has."""
    if not _heard:
        return True
    is_heard = line in _heard[-1]
    _heard[-1].add(line)
    return not is_heard


def told_once(line: str) -> None:
    """Say what explains, where it has not been heard."""
    if is_new(line):
        told(line)


def introduce() -> None:
    """Say how to answer."""
    told_once(
        _(
            "Write a number or a word and press Enter. Enter alone leaves a question out, "
            "? means that you do not know, < goes back. Ctrl+C stops."
        )
    )


def ask(question: str, read: Callable[[str], Chosen], lines: Iterable[str] = ()) -> Chosen | None:
    """Ask until what is written can be read; None when it is left blank.

    Raises:
        NoMoreAnswers: when the answers end.

    """
    begin_question()
    for line in lines:
        told(line)
    while True:
        answer = answer_line(question)
        if not answer:
            return None
        try:
            return read(answer)
        except ExpectedError as error:
            begin_question()
            told(word(error))


def answer_to(question: str) -> str:
    """Ask one question and give the line that was answered, without blanks around it.

    Raises:
        NoMoreAnswers: when the answers end.
        KeyboardInterrupt: when Ctrl+C is pressed, or was and nothing came of it.

    """
    begin_question()
    return answer_line(question)


def answer_line(question: str) -> str:
    """Give the answer to the last line of a question that has been begun."""
    while True:
        stop_if_pressed()
        line = read_line(question).strip()
        if line != URGENT or not _urgent:
            return line
        _urgent[-1]()
        begin_question()


@contextmanager
def always_urgent(show: Callable[[], object]) -> Iterator[None]:
    """Let ``!`` show whom to call at every question, which is then asked again."""
    _urgent.append(show)
    try:
        yield
    finally:
        _urgent.remove(show)
