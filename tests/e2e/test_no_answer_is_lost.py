"""I16, over both front ends: no yes or unsure is without effect, and nothing unseen is answered."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from ryggkompis.cli.wiring import SystemClock
from ryggkompis.domain.base.days import logical_day
from tests.e2e.answering import ENDS, HEIGHT, WIDTH, Given, InLines, InWindow, told
from tests.e2e.conftest import Open
from tests.examples import examples
from tests.tui.screen_text import FixedClock, a_companion, known

pytestmark = pytest.mark.e2e
MOVES = 7
SITTINGS = 3


@pytest.mark.parametrize("seed", range(examples(6)))
def test_no_yes_is_lost_and_nothing_unseen_is_answered(
    opened: Open, environ: dict[str, str], tmp_path: Path, seed: int
) -> None:
    """However the sitting goes and ends, and whichever front end comes next."""
    dice, given = Random(seed), Given()
    ago = timedelta(days=dice.choice((2, 9)))
    known(a_companion(tmp_path / "home", FixedClock(SystemClock().now() - ago)))
    for sitting in range(SITTINGS):
        kind = (InLines, InWindow)[(seed + sitting) % 2]
        command = ("checkin",) if kind is InLines else ()
        with opened(*command, columns=WIDTH, rows=HEIGHT) as terminal:
            person = kind(terminal, given, dice)
            if kind is InWindow and given.holds:
                terminal.until("Check in")
                assert "Walk 1" not in terminal.text
            person.begin()
            for _move in range(dice.randint(1, MOVES)):
                if person.now() == "over":
                    break
                person.move()
            dice.choice(ENDS[kind])(terminal)
        assert b"Traceback" not in terminal.raw
        holds(environ, given)
        if given.red or given.finished:
            break


def holds(environ: dict[str, str], given: Given) -> None:
    """What the next one who opens the program finds is what was said."""
    lock = told(environ, "plan")["lock"]
    assert (lock is not None) == given.holds, given
    if given.red:
        assert set(lock["flags"]) >= given.red
    today = [one for one in told(environ, "log")["entries"] if one["kind"] == "gate"]
    last = max(one["day"] for one in today)
    answers = [(id_, said) for one in today if one["day"] == last for id_, said in one["answers"].items()]
    if last == str(logical_day(SystemClock().now())):
        assert {id_ for id_, _said in answers} - {"DAILY"} <= given.seen
        positive = {id_ for id_, said in answers if said != "no"} - {"DAILY"}
        assert positive <= set(given.confirmed) | set(given.marks)
        assert set(given.confirmed) <= positive
