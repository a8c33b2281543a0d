"""Put aside and taken up again, written over and drawn anew; and every sentence in the patient's language."""

import os
import signal
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.fixture(autouse=True)
def _known(run: Callable[..., str]) -> None:
    run("profile", "--side", "left", "--tolerance", "15", "--exclusions", "none")


def test_what_was_put_aside_is_drawn_again_when_it_comes_back(opened: Open) -> None:
    with opened() as terminal:
        terminal.until("Walk 1", "Today")
        for _time in range(2):
            terminal.press("\x1a")
            terminal.sees(LEAVES_ALTERNATE_SCREEN)
            assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
            terminal.forget()
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.until("Walk 1", "Today", "Urgent")
        terminal.press("o")
        terminal.until("1 change logged")


def test_a_dialog_that_was_put_aside_comes_back_with_what_lies_behind(opened: Open) -> None:
    with opened() as terminal:
        terminal.until("Walk 1")
        terminal.press("n")
        terminal.until("Anything you want")
        terminal.press("half a no")
        terminal.until("half a no")
        terminal.press("\x1a")
        terminal.sees(LEAVES_ALTERNATE_SCREEN)
        assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
        terminal.forget()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until("Anything you want", "half a no")


@pytest.mark.parametrize("page", ["1", "4", "K"])
def test_ctrl_l_draws_every_cell(opened: Open, page: str) -> None:
    with opened() as terminal:
        terminal.until("Walk 1")
        terminal.press(page)
        terminal.until({"1": "Walk 1", "4": "About you", "K": "herniat"}[page])
        terminal.still()
        before = terminal.text
        terminal.forget()
        terminal.press("\x0c")
        terminal.holds(lambda lines: lines == before.splitlines())


@pytest.mark.parametrize(
    ("language", "leave", "nothing"),
    [
        ("en", "Press Ctrl+Q to leave.", "Nothing is called that."),
        ("nb", "Trykk Ctrl+Q for å avslutte.", "Det er ingenting som heter det."),
    ],
)
def test_what_textual_would_say_itself_is_in_the_language_chosen(
    opened: Open, language: str, leave: str, nothing: str
) -> None:
    with opened("--lang", language) as terminal:
        terminal.until("15")
        terminal.press("ctrl+c")
        terminal.until(leave)
        terminal.press("\x10")
        terminal.until("…", gone=leave)
        terminal.press("zzqq")
        terminal.until("zzqq", nothing)
        terminal.press("escape")
        for english in (b"Do you want to quit", b"No matches found", b"to quit the app"):
            assert english not in terminal.raw


def test_a_notice_does_not_lie_over_the_question_that_comes(opened: Open) -> None:
    with opened("--lang", "en") as terminal:
        terminal.until("Walk 1")
        terminal.press("o")
        terminal.until("Changed position: logged.")
        terminal.press("n")
        terminal.until("Anything you want", gone="Changed position: logged.")
