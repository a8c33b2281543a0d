"""What is said of a day is the same in the window and in the shell, but for the key or command that helps."""

import re
from collections.abc import Callable, Iterator

import pytest
from textual.widgets import Static

from ryggkompis.cli.hints import HINTS as COMMANDS
from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.base.scales import BECAUSES
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Adjustment, CheckIn, Event, Weekly
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import _
from ryggkompis.services.companion import Companion
from ryggkompis.services.demo import live_through
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.hints import HINTS as KEYS
from ryggkompis.tui.ink import spaced
from ryggkompis.tui.screens.today import TodayPage
from ryggkompis.words.concerns import concern_in_short
from ryggkompis.words.today import behind, why
from tests.cli.conftest import Shell
from tests.tui.screen_text import LANGUAGES, FixedClock, a_companion, an_app, known, underway, until

SIGNS = re.compile(r"^(?:[◆◇●○–] |[a-zA-Z!]  |- )|^\s+|\s+$")
RULE = re.compile(r"^(?:[A-Z]+\d*[a-z]?)(?:  |: )| \([A-Z]+\d*[a-z]?\)$")
TO_DO = re.compile(
    r"^(?:Suggested for|For rest|E\d\d |\d+ walks? (?:of|taken)|\d+ walks: |"
    r"Forslag til|Til hvile|Notert: |\d+ gåtur)"
)
"""The plan itself, which the window has as a list to tick."""


def the_demo(companion: Companion) -> None:
    live_through(companion)


def locked(companion: Companion) -> None:
    answers = companion.full_answers({"CES1": "yes", "CES3": "unsure"})
    known(companion).diary.say(Gate, scope="full", answers=answers)


def locked_and_low(companion: Companion) -> None:
    answers = companion.full_answers({"MOT1": "yes", "PSY1": "yes"})
    known(companion).diary.say(Gate, scope="full", answers=answers)


def soft(companion: Companion) -> None:
    answers = companion.full_answers({"CAN2": "unsure", "PSY1": "yes"})
    known(companion).diary.say(Gate, scope="full", answers=answers)
    assert companion.state().gate.soft
    assert companion.state().gate.lock is None


def excluded(companion: Companion) -> None:
    known(companion, exclusions=("pregnant", "cancer"))


def excluded_and_low(companion: Companion) -> None:
    excluded(companion)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "unsure"}))


def soft_alone(companion: Companion) -> None:
    answers = companion.full_answers({"INFL": "yes"})
    known(companion).diary.say(Gate, scope="full", answers=answers)


def a_flare(companion: Companion) -> None:
    underway(companion).diary.say(CheckIn, leg=8, back=6, morning="worse", flare=True)


def a_bad_day(companion: Companion) -> None:
    underway(companion).diary.say(Adjustment, adjust="minimum")


def a_visit(companion: Companion) -> None:
    """Tomorrow's, and the one before is not told about; with a wish for the week."""
    underway(companion).diary.say(Event, event="visit", text="Kari")
    companion.diary.say(Weekly, wish="Go to the lake")


def nobody(companion: Companion) -> None:
    """The first start: there is not even a profile."""
    assert not companion.state().history.profiles


STATES: tuple[Callable[[Companion], None], ...] = (
    the_demo, locked, locked_and_low, soft, soft_alone, excluded, excluded_and_low, a_flare, a_bad_day,
    a_visit, nobody,
)  # fmt: skip


def without(text: str, hints: Iterator[str]) -> str:
    """Take the hints of a front end away, the longest first."""
    for hint in sorted(filter(None, hints), key=len, reverse=True):
        text = text.replace(hint, "")
    return text


def lines_of(text: str) -> set[str]:
    """Give the lines of words alone: without signs, rules, keys and the blanks between."""
    found = set[str]()
    for line in text.splitlines():
        bare = RULE.sub("", SIGNS.sub("", line))
        bare = " ".join(re.sub(r"(?: ·)? [a-z!]$|[:.]$", "", SIGNS.sub("", bare)).split())
        found.add(bare)
    return found - {""}


def keys() -> Iterator[str]:
    """Word what the window says of its keys, with the key where it stands behind a line."""
    for hint in KEYS.values():
        yield f"{hint.key}\N{NO-BREAK SPACE}{hint.said}" if hint.key and hint.said else hint.said


def commands(cards: tuple[str, ...]) -> Iterator[str]:
    """Word what the shell says of its commands, for each card that may be offered."""
    for hint in COMMANDS.values():
        words = _(hint).replace("{reasons}", "|".join(BECAUSES))
        yield from (words.replace("{mark}", card) for card in cards)


async def of_the_window(app: Ryggkompis) -> tuple[set[str], set[str]]:
    """Give what Today says beside the plan itself, with all reasons; and what it says in short."""
    async with app.run_test(size=(132, 43)) as pilot:
        await until(pilot, lambda: any(isinstance(screen, TodayPage) for screen in app.screen_stack))
        page = next(screen for screen in app.screen_stack if isinstance(screen, TodayPage))
        await until(pilot, lambda: page.query("#offer") and str(page.query_one("#heading", Static).content))
        await pilot.pause()
        places = ("notice", "card", "left", "offer", "instead-words")
        said = [str(page.query_one(f"#{place}", Static).content) for place in places]
        state = app.state
        if state.plan.lock is None and app.screen is page:
            await pilot.press("w")
            await until(pilot, lambda: app.screen.query("#text"))
            said += [str(app.screen.query_one(f"#{place}", Static).content) for place in ("title", "text")]
        elif state.plan.lock is None:
            # The first questions lie over it.
            said += [why.heading(), str(spaced(behind.everything(state)))]
        short = {concern_in_short(one.reason) for one in state.plan.advice}
        return lines_of(without("\n".join(said), keys())), short


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lived", STATES, ids=lambda lived: str(lived.__name__))
async def test_the_window_and_the_shell_say_the_same_of_a_day(
    shell: Shell, lived: Callable[[Companion], None], language: Language
) -> None:
    clock = FixedClock(shell.clock.now(), step=0)
    lived(a_companion(shell.home, clock))
    shell.language = language
    out = shell("plan", "--why").out
    _heading, _blank, *rest = out.splitlines()
    cards = tuple(card.id for card in load_learn_cards().cards)
    printed = {line for line in lines_of(without("\n".join(rest), commands(cards))) if not TO_DO.search(line)}
    shown, short = await of_the_window(an_app(shell.home, clock=clock, language=language))
    assert len(printed) > 4
    assert printed - shown == set(), "only the shell says it"
    assert shown - printed - short == set(), "only the window says it"
