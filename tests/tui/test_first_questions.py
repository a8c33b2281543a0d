"""What somebody new asks first: each is answered within three acts from Today, in words on the screen.

An act is a key, a click, or a word that is typed.
"""

from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.services.demo import live_through
from tests.tui.screen_text import LANGUAGES, FixedClock, a_companion, an_app, reads, screen_text, until

QUESTIONS = {
    "where do I see my exercises": (("3",), "Exercises, gentle days"),
    "how do I say I walked yesterday": (("b", "t"), "How many minutes did you walk?"),
    "what did I do wrong": (("w",), "What was looked at"),
    "how do I make letters larger": (("6",), "Large"),
    "how do I print it": (("5", "s"), "For your therapist"),
    "what was that card about sleep": (("K", "sleep", "enter"), "When the night is bad"),
    "hva var det om søvn": (("K", "søvn", "enter"), "When the night is bad"),
    "show me a month": (("slash", "februar", "enter"), "1 Feb 2026 – 28 Feb 2026"),
    "undo that": (("u",), "11 of 26 min"),
    "why so little today": (("w",), "Why the day looks like this"),
    "when do I get better": (("2", "b"), "after a year"),
}


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_first_question_is_answered_within_three_acts(tmp_path: Path, question: str) -> None:
    clock = FixedClock()
    companion = a_companion(tmp_path, clock)
    live_through(companion)
    companion.diary.say(Walk, minutes=8)
    app = an_app(tmp_path, clock=clock)
    acts, answer = QUESTIONS[question]
    assert len(acts) <= 3
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        for act in acts:
            await until(pilot, lambda: app.turns.is_open)
            keys = [act] if act in {"slash", "enter"} or len(act) == 1 else [*act]
            await pilot.press(*keys)
        await reads(pilot, answer)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_page_is_read_whole_in_the_usual_window(tmp_path: Path, language: Language) -> None:
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Språk / Language")
        await pilot.press("1" if language == "nb" else "2")
        await reads(pilot, "116 117", "Fortsett" if language == "nb" else "Go on")
        assert "▼" not in screen_text(app)
