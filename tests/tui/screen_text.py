"""What a patient would read on the screen, and patience with a deadline."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Entry, Profile
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import use
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal
from ryggkompis.store.settings import read_settings
from ryggkompis.store.store import Store
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.safety import SafetyPage

DEADLINE = 15.0
OSLO = ZoneInfo("Europe/Oslo")
MORNING = datetime(2026, 3, 4, 8, 15, tzinfo=OSLO)
"""A Wednesday."""
TODAY = MORNING.date()
SIZES = [(40, 15), (80, 24), (132, 43)]
LANGUAGES: tuple[Language, ...] = ("nb", "en")
HOSTILE = "\x1b]0;x\x07 [/b] [red]x[/red]"
CONTENT = Library(cache(load_catalogue), cache(load_red_flags))


class FixedClock:
    """A clock that goes ``step`` seconds with each look, and else stands still until it is moved."""

    zone = "Europe/Oslo"

    def __init__(self, now: datetime = MORNING, step: float = 1.0) -> None:
        self._now = now
        self._step = timedelta(seconds=step)

    def now(self) -> datetime:
        self._now += self._step
        return self._now

    def move(self, **delta: float) -> None:
        self._now += timedelta(**delta)


def later(**delta: float) -> FixedClock:
    """Give the clock of that morning, so much later."""
    return FixedClock(MORNING + timedelta(**delta))


def places(folder: Path) -> Places:
    return Places.find(str(folder), {})


def a_companion(folder: Path, clock: FixedClock | None = None, seal: Seal | None = None) -> Companion:
    """A companion on the journal in ``folder``, as the program would make it."""
    store = Store(places(folder), lock_wait=0.5, seal=seal)
    return Companion(store, CONTENT, Today(clock or FixedClock()))


def say_together(companion: Companion, *said: tuple[type[Entry], Mapping[str, object]]) -> None:
    """Write several entries at one moment, as a check-in does with the safety answer before it."""
    companion.diary.add(*(companion.diary.draft(kind, **fields) for kind, fields in said))


def known(companion: Companion, days_ago: int = 28, **profile: object) -> Companion:
    """Answer the first questions: a profile, and the whole safety list this very day."""
    onset = companion.today.day - timedelta(days=days_ago)
    said: Mapping[str, object] = {
        "onset": onset,
        "side": "left",
        "walk_tolerance": 12,
        "walks_now": 20,
        **profile,
    }
    say_together(companion, (Profile, said), (Gate, {"scope": "full", "answers": companion.full_answers({})}))
    return companion


def underway(companion: Companion) -> Companion:
    """Answer the first questions, and check in with a leg that lets the second phase begin."""
    known(companion)
    companion.diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)
    return companion


def an_app(
    folder: Path, *, clock: FixedClock | None = None, language: Language = "en", seal: Seal | None = None
) -> Ryggkompis:
    """The window on the journal in ``folder``, ten minutes after whatever was told before."""
    use(language)
    if clock is None:
        clock = later(minutes=10)
    settings, _ = read_settings(places(folder))
    return Ryggkompis(a_companion(folder, clock, seal), replace(settings, motion=False), places(folder))


def screen_text(app: App[None]) -> str:
    """Give what stands on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for ``condition``, at most fifteen seconds; then fail and show the screen."""
    end = asyncio.get_running_loop().time() + DEADLINE
    while not condition():
        if asyncio.get_running_loop().time() > end:
            message = "It did not happen. On the screen:\n" + screen_text(pilot.app)
            raise AssertionError(message)
        await pilot.pause()


async def reads(pilot: Pilot[None], *words: str) -> None:
    """Wait until all of ``words`` can be read on the screen, however the lines are broken."""

    def can_be_read() -> bool:
        seen = flat(screen_text(pilot.app))
        return all(flat(word) in seen for word in words)

    await until(pilot, can_be_read)


async def choose(pilot: Pilot[None], place: int) -> None:
    """Choose an answer of the question by the arrow keys, and take it."""
    await pilot.press(*["down"] * place, "enter")


async def to_the_last_page(pilot: Pilot[None]) -> None:
    """Go through the whole safety list, page by page."""
    await reads(pilot, "does any of this fit?")
    while (page := pilot.app.screen.query_one("#more", Static)) and "▼" in str(page.content):
        before = pilot.app.screen
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is not before and is_drawn(pilot))  # noqa: B023 - awaited here


def is_drawn(pilot: Pilot[None]) -> bool:
    """Tell whether the page of the list takes answers."""
    page = pilot.app.screen
    return isinstance(page, SafetyPage) and bool(page.check_action("go_on", ()))


async def none_of_it(pilot: Pilot[None]) -> None:
    """Read the whole list and say that none of it fits."""
    await to_the_last_page(pilot)
    await pilot.press("0")
    await reads(pilot, "no – right?")
    await choose(pilot, 1)


def flat(text: str) -> str:
    """Give ``text`` on one line, without frames and runs of blanks."""
    return " ".join(text.translate(dict.fromkeys(map(ord, "│▌"), " ")).split())
