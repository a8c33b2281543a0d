"""The system's own voice: one short sentence at a time, in a process of its own that nothing waits for."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Language

_SAPI: Final = (
    "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Speech; "
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'{culture}'); "
    "$voice.Speak([Console]::In.ReadToEnd())"
)
"""For PowerShell; what is said comes by its standard input, and is never part of the command."""
_NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Voice(Value):
    """A program that speaks, and how it is asked to read its standard input aloud in a language."""

    program: str
    options: Callable[[Language], tuple[str, ...]]
    is_told: bool = False
    """What is said is its last argument, instead of its standard input."""


def _spd_say(language: Language) -> tuple[str, ...]:
    return ("--wait", "--language", language, "--")


def _espeak(language: Language) -> tuple[str, ...]:
    return ("-b", "1", "-v", language, "--stdin")


def _say(language: Language) -> tuple[str, ...]:
    return ("-v", "Nora" if language == "nb" else "Samantha", "-f", "-")


def _powershell(language: Language) -> tuple[str, ...]:
    culture = "nb-NO" if language == "nb" else "en-GB"
    return ("-NoProfile", "-NonInteractive", "-Command", _SAPI.format(culture=culture))


VOICES: Final = (
    Voice("spd-say", _spd_say, is_told=True),
    Voice("espeak-ng", _espeak),
    Voice("say", _say),
    Voice("powershell", _powershell),
)
"""In the order in which they are looked for."""
_ONLY_ON: Final = {"say": "darwin", "powershell": "win32"}
"""Elsewhere another program may have the name."""


class Speech:
    """Says one thing at a time: what comes later matters more, and interrupts."""

    def __init__(self) -> None:
        """Look for what can speak here."""
        found = (
            (shutil.which(v.program), v)
            for v in VOICES
            if _ONLY_ON.get(v.program, sys.platform) == sys.platform
        )
        self._voices = [(path, voice) for path, voice in found if path is not None]
        self._speaking: subprocess.Popen[bytes] | None = None

    @property
    def can_speak(self) -> bool:
        """Tell whether there is a voice, and none that has turned out to fail."""
        return bool(self._voices)

    def say(self, text: str, language: Language) -> None:
        """Begin to say ``text``, and wait for nothing."""
        self.quiet()
        if not (text and self._voices):
            return
        path, voice = self._voices[0]
        # Cleaned as for the screen: a therapist's own words may hold anything.
        said = shown(text)
        command = [path, *voice.options(language), *((said,) if voice.is_told else ())]
        try:
            self._speaking = subprocess.Popen(  # noqa: S603 - a program found by its name, and no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_NO_WINDOW,
            )
        except OSError:
            self._voices.pop(0)
            return
        assert self._speaking.stdin is not None  # noqa: S101 - asked for above
        # It fits into the pipe, so that nobody waits for the program to read it.
        with suppress(OSError), self._speaking.stdin as pipe:
            if not voice.is_told:
                pipe.write(said.encode())

    def look(self) -> None:
        """Take note of a sentence that has ended; a voice that failed is left for the next one."""
        if self._speaking is None or self._speaking.poll() is None:
            return
        if self._speaking.returncode:
            self._voices.pop(0)
        self._speaking = None

    def quiet(self) -> None:
        """Say nothing from now on."""
        self.look()
        if self._speaking is not None:
            self._speaking.kill()
            self._speaking.wait()
            self._speaking = None
