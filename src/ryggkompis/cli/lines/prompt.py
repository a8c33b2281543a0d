"""Questions line by line: each stands on a line of its own and waits; nothing moves the cursor."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from ryggkompis.cli.lines.interrupt import stop_if_pressed
from ryggkompis.cli.lines.terminal import begin_question, read_line
from ryggkompis.cli.output import told
from ryggkompis.cli.values import whole_number
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NotOneOf

Chosen = TypeVar("Chosen")
YES: Final = frozenset({"y", "yes", "j", "ja", "1"})
NO: Final = frozenset({"n", "no", "nei", "2"})
URGENT: Final = "!"
_urgent: list[Callable[[], object]] = []


def introduce() -> None:
    """Say how to answer."""
    told(
        _(
            "Write a number or a word and press Enter. Enter alone leaves a question out, "
            "? means that you do not know, < goes back. Ctrl+C stops."
        )
    )


def ask(question: str, read: Callable[[str], Chosen]) -> Chosen | None:
    """Ask until the answer can be read; None when it is left blank.

    Raises:
        NoMoreAnswers: when the answers end.

    """
    begin_question()
    return ask_on(question, read)


def ask_on(question: str, read: Callable[[str], Chosen]) -> Chosen | None:
    """Ask the last line of a question that has been begun."""
    while True:
        answer = answer_line(question)
        if not answer:
            return None
        try:
            return read(answer)
        except ExpectedError as error:
            begin_question()
            told(shown(word(error)))


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


def ask_one(question: str, named: Sequence[tuple[Chosen, str]]) -> Chosen | None:
    """Ask for one of a few values, by its number in a list."""
    begin_question()
    told(question)
    for number, (_value, name) in enumerate(named, 1):
        told(f"  {number} {name}")
    chosen = ask_on(_("Your answer:"), lambda text: whole_number(text, _("the answer"), 1, len(named)))
    return None if chosen is None else named[chosen - 1][0]


def ask_yes_or_no(question: str) -> bool | None:
    """Ask for yes or no; None when it is left blank."""

    def read(text: str) -> bool:
        if text.casefold() in YES | NO:
            return text.casefold() in YES
        raise NotOneOf(value=text, field=_("the answer"), choices=_("1 yes, 2 no"))

    known = _("1 yes, 2 no")
    return ask(f"{question} [{known}]", read)


def confirm(question: str) -> bool:
    """Ask for yes or no until one of them is said."""
    while True:
        answer = ask_yes_or_no(question)
        if answer is not None:
            return answer
