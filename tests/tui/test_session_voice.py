"""A session read aloud: what somebody on the floor hears, and nothing where there is no voice."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.session.session import Part, begin
from ryggkompis.domain.session.session_steps import Act, Elapsed, Say, act
from ryggkompis.i18n.language import speaking
from ryggkompis.store.settings import read_settings
from ryggkompis.words.today.spoken import spoken
from tests.domain.patient import catalogue
from tests.tui.screen_text import MORNING, FixedClock, a_companion, an_app, places, reads, underway, until
from tests.voices import Voices

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NEEDS_SHELL = pytest.mark.skipif(os.name == "nt", reason="the voices of the test are shell scripts")


def heard(part: Part, seconds: int, *acts: Act, language: Language = "en") -> list[str]:
    """Lie ready, let time go by, do something more, and list what is said."""
    exercise = catalogue().exercise(part.id)
    assert exercise
    with speaking(language):
        session, said = begin((part,)), [spoken(None, begin((part,)), exercise)]
        ticks = [Elapsed(START + timedelta(seconds=n / 4)) for n in range(4 * seconds)]
        for what in (ticks[0], "next", *ticks, *acts):
            before, session = session, act(session, what)
            said.append(spoken(before, session, exercise))
    return [words for words in said if words]


def test_it_says_the_start_the_side_the_count_by_fives_and_where_the_pain_went() -> None:
    part = Part(id="E05", level=1, sets=2, seconds=12, per_side=True)
    said = heard(part, 100, Say("same"))
    assert said[0].startswith("Single knee to chest. Lie down on your side")
    assert said[0].endswith("First side. Press Enter when you lie ready.")
    once = ["Hold", "10", "5", "Change side", "Hold", "10", "5"]
    assert said[1:] == ["Get ready", *once, "Rest", *once, "Done. Where did the pain go?", "Done."]


def test_repetitions_are_counted_by_fives_in_bokmaal() -> None:
    said = heard(Part(id="E01", level=2, sets=1, reps=10), 50, "down", language="nb")
    assert said[1:] == ["Gjør deg klar", "5", "10", "Ferdig. Hvor gikk smerten?", "Nok av denne i dag"]


def test_a_hold_in_each_repetition_is_said_and_let_go() -> None:
    said = heard(Part(id="E13", level=1, sets=1, reps=2, seconds=8), 29)
    assert said[1:] == ["Get ready", "Hold", "5", "Come back", "Hold", "5", "Come back", said[-1]]


@NEEDS_SHELL
async def test_one_key_lets_the_session_speak_and_be_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = Voices(tmp_path, monkeypatch)
    voices.add("espeak-ng", forever=True)
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=FixedClock(MORNING + timedelta(minutes=10), step=0.001))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "v")
        await reads(pilot, "It is read aloud from now on")
        await until(pilot, lambda: voices.said)
        assert "From lying on your front to press-up. Lie down on your side" in voices.said[0]
        assert read_settings(places(tmp_path))[0].speech
        await pilot.press("enter")
        await until(pilot, lambda: any(said.endswith("< Get ready") for said in voices.said))
        await pilot.press("v")
        await until(pilot, lambda: not voices.speaking)
        await pilot.press("v")
        await until(pilot, lambda: voices.speaking)
    assert not voices.speaking


async def test_where_nothing_speaks_it_says_so_once_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "v")
        await reads(pilot, "Nothing on this machine can speak")
        await pilot.press("right", "enter")
        await reads(pilot, "1 of 5")
