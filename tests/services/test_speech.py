"""The system's own voice: asked in its own way, one sentence at a time, and silent where there is none."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ryggkompis.services.speech import Speech
from tests.systems import posix
from tests.voices import Voices

pytestmark = posix("shell for the scripts that are the voices of the test")
DEADLINE = 10.0


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Voices:
    return Voices(tmp_path, monkeypatch)


@pytest.fixture
def look() -> Iterator[Callable[[], Speech]]:
    """Look for what speaks; after the test it is quiet."""
    found: list[Speech] = []

    def found_now() -> Speech:
        found.append(Speech())
        return found[-1]

    yield found_now
    for one in found:
        one.quiet()


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("spd-say", "--wait --language nb -- Hvil."),
        ("espeak-ng", "-b 1 -v nb --stdin < Hvil."),
    ],
)
def test_what_there_is_speaks(voices: Voices, look: Callable[[], Speech], program: str, said: str) -> None:
    voices.add(program)
    look().say("Hvil.", "nb")
    until(lambda: voices.said)
    assert voices.said == [said]


def test_a_voice_that_fails_is_left_for_the_next(voices: Voices, look: Callable[[], Speech]) -> None:
    voices.add("spd-say", fails=True)
    voices.add("espeak-ng")
    speech = look()
    speech.say("Rest.", "en")

    def has_failed() -> bool:
        speech.look()
        return bool(voices.said) and not voices.speaking

    until(has_failed)
    speech.say("Done.", "en")
    until(lambda: len(voices.said) == 2)
    assert voices.said[1] == "-b 1 -v en --stdin < Done."


def test_where_nothing_speaks_it_is_silent(voices: Voices, look: Callable[[], Speech]) -> None:
    speech = look()
    speech.say("Rest.", "en")
    assert not speech.can_speak
    assert not voices.said


def test_what_is_said_later_interrupts(voices: Voices, look: Callable[[], Speech]) -> None:
    voices.add("espeak-ng", forever=True)
    speech = look()
    speech.say("Hold.", "en")
    until(lambda: voices.speaking)
    speech.say("Rest.", "en")
    until(lambda: len(voices.said) == 2)
    assert len(voices.speaking) == 1
    speech.quiet()
    assert not voices.speaking


def test_what_is_said_is_never_a_command(voices: Voices, look: Callable[[], Speech], tmp_path: Path) -> None:
    voices.add("spd-say")
    look().say(f"--help; $(touch {tmp_path}/x)\x1b[2J", "en")
    until(lambda: voices.said)
    assert voices.said[0].startswith(f"--wait --language en -- --help; $(touch {tmp_path}/x)")
    assert "\x1b" not in voices.said[0]
    assert not (tmp_path / "x").exists()
