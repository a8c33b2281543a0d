"""The safety list in a terminal that sends far too much, or comes from another version of the program."""

import os
import select
from pathlib import Path
from random import Random

import pytest

from ryggkompis.cli.wiring import SystemClock
from ryggkompis.domain.base.days import logical_day
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.gate import Gate
from tests.e2e.answering import HEIGHT, WIDTH, Given, InLines, InWindow, Person, killed, told
from tests.e2e.conftest import Open
from tests.e2e.safety import NONE_IN_LINES, to_the_last_page
from tests.e2e.terminal import Terminal
from tests.e2e.test_safety import come_to_the_line, lock_after
from tests.tui.screen_text import FixedClock, a_companion

pytestmark = pytest.mark.e2e
MEGABYTE = 1 << 20
PASTES = {
    "lines": "3\ny\nn\n0\n" * (MEGABYTE // 8),
    "one line": "does it matter what I write? " * 2_000,
}


def paste(terminal: Terminal, text: str, *, bracketed: bool) -> None:
    """Write all of it as fast as it is taken; what comes back is looked at afterwards."""
    data = f"\x1b[200~{text}\x1b[201~".encode() if bracketed else text.encode()
    at, said = terminal._process.fd, b""
    while data:
        readable, writable, _ = select.select([at], [at], [], 5)
        if readable:
            said += os.read(at, 65_536)
        if writable:
            data = data[os.write(at, data[:4_096]) :]
    terminal.raw += said
    terminal._stream.feed(said[-20_000:])


def answers(environ: dict[str, str]) -> dict[str, str]:
    """Every safety answer that stands, of today."""
    today = str(logical_day(SystemClock().now()))
    gates = [one for one in told(environ, "log")["entries"] if one["kind"] == "gate" and one["day"] == today]
    return {id_: said for gate in gates for id_, said in gate["answers"].items()}


@pytest.mark.parametrize("text", PASTES)
def test_a_megabyte_pasted_into_the_list_in_lines(opened: Open, environ: dict[str, str], text: str) -> None:
    given = Given()
    with opened("checkin", columns=WIDTH, rows=HEIGHT) as terminal:
        terminal.until("Does any of these fit?", "Answer:")
        paste(terminal, PASTES[text] + "\n", bracketed=False)
        person = InLines(terminal, given, Random(0))
        person.until(person.where)
        # The first line was typed for the page that was there; nothing behind it answers anything.
        assert person.where() == ("page" if text in {"one line", "words"} else "read_back")
        killed(terminal)
    assert b"Traceback" not in terminal.raw
    assert set(answers(environ)) <= {DAILY_LINE}
    assert (lock_after(environ) is None) == (text in {"one line", "words"})


def test_a_megabyte_pasted_into_the_list_in_the_window(
    opened: Open, environ: dict[str, str], known_since_yesterday: None
) -> None:
    with opened() as terminal:
        come_to_the_line(terminal)
        terminal.press("u")
        to_the_last_page(terminal, question=1)
        paste(terminal, PASTES["lines"], bracketed=True)
        terminal.press("space")
        terminal.until("[yes] Are you numb")
        killed(terminal)
    assert b"Traceback" not in terminal.raw
    assert answers(environ) == {DAILY_LINE: "unsure"}


@pytest.mark.parametrize("kind", [InLines, InWindow])
def test_thirty_keys_in_one_write_answer_one_question(
    opened: Open, environ: dict[str, str], kind: type[Person], known_since_yesterday: None
) -> None:
    command = ("checkin",) if kind is InLines else ()
    with opened(*command, columns=WIDTH, rows=HEIGHT) as terminal:
        person = kind(terminal, Given(), Random(0))
        person.begin()
        person.until(lambda: person.where() == "daily")
        terminal.press(person.send("u"))
        person.until(lambda: person.where() == "page")
        # Yes to the first question, and then all that could answer whatever comes.
        terminal.press((person.send("1" if kind is InLines else "j") + "jy1\r0\r" * 5)[:30])
        person.until(lambda: "[yes]" in terminal.text or person.where() == "read_back")
        killed(terminal)
    assert b"Traceback" not in terminal.raw
    assert set(answers(environ)) == {DAILY_LINE}
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == [DAILY_LINE]


def test_what_a_newer_version_marked_holds_in_lines_though_all_else_is_no(
    opened: Open, environ: dict[str, str], tmp_path: Path, known_since_yesterday: None
) -> None:
    newer = a_companion(tmp_path / "home", FixedClock(SystemClock().now()))
    newer.diary.say(Gate, scope="daily", answers={DAILY_LINE: "unsure"}, marked={"FROM_2030": "yes"})
    with opened("checkin", columns=WIDTH, rows=HEIGHT) as terminal:
        for words, answer in NONE_IN_LINES:
            terminal.until(words)
            terminal.press(answer, "enter")
        terminal.left()
    assert b"Traceback" not in terminal.raw
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["FROM_2030"]
