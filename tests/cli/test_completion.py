"""A shell is told what can stand next; the man pages and docs/commands.md say what the commands declare."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from ryggkompis.cli.commands.completion import SCRIPTS
from ryggkompis.cli.registry import COMMANDS, NORWEGIAN
from ryggkompis.domain.catalogue.catalogue import Language
from tests.cli.conftest import Shell
from tests.needs import needs
from tools import commands, man

LANGUAGES: tuple[Language, ...] = ("nb", "en")


def offered(shell: Shell, *words: str) -> list[str]:
    """Give what is offered for the last of ``words``."""
    *before, current = words
    shell.monkeypatch.setenv("LANG", shell.language)
    said = shell.bare(f"--complete={current}", *before)
    return [line.partition("\t")[0] for line in said.out.splitlines()]


def test_every_command_is_offered_in_its_own_language_and_in_either_once_it_is_begun(either: Shell) -> None:
    first = {name: also[0] for name, also in NORWEGIAN.items()} if either.language == "nb" else {}
    about = ("hjelp", "versjon") if either.language == "nb" else ("help", "version")
    assert offered(either, "") == [*(first.get(name, name) for name in COMMANDS), *about]
    for name, also in NORWEGIAN.items():
        assert all(one in offered(either, one[:2]) for one in (name, *also))
        assert offered(either, also[0], "") == offered(either, name, "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_offered_until_it_is_said(either: Shell, name: str) -> None:
    for option in COMMANDS[name].load()[0].options:
        if not option.is_word:
            full = option.names[0]
            said = [full] if option.kind is None else [full, "x"]
            assert full in offered(either, name, full[:-1])
            assert (full in offered(either, name, *said, full[:-1])) is option.is_many


def test_what_is_wrong_offers_nothing_and_says_nothing(either: Shell) -> None:
    odd = (("nonsense", ""), ("plan", "--what", "--xyz"), ("--lang", "xx", "did", "Q"), ("walk", "10", "x"))
    for words in odd:
        *before, current = words
        said = either.bare(f"--complete={current}", *before)
        assert (said.status, said.out, said.err) == (0, "", "")


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=needs(kind)) for kind in ("bash", "zsh", "fish")])
def test_the_shells_understand_what_is_printed(either: Shell, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "script"
    path.write_text(either("completion", kind).out, encoding="utf-8")
    subprocess.run([kind, "-n", str(path)], check=True, capture_output=True)


def test_powershell_asks_as_the_others_do(shell: Shell) -> None:
    """No PowerShell runs here: that what it calls is answered is what can be said."""
    called = re.search(r'& ryggkompis "(--complete=)\$wordToComplete" @words', SCRIPTS["powershell"])
    assert called
    assert "E01\tBekkenvipp" in shell.bare(f"{called[1]}E0", "did", "--lang", "nb").out
    assert shell.bare(f"{called[1]}", "report").out == ":file\n"


def test_another_shell_is_refused_in_a_sentence(either: Shell) -> None:
    said = either("completion", "cmd")
    assert (said.status, said.out) == (2, "")
    assert "fish" in said.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_man_page_is_that_of_this_program(language: Language) -> None:
    assert man.PAGES[language].read_text(encoding="utf-8") == man.page(language), "make man writes it anew"


def test_the_list_of_commands_is_that_of_this_program() -> None:
    assert commands.OUT.read_text(encoding="utf-8") == commands.page(), "make commands writes it anew"


@needs("mandoc")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_the_man_page(language: Language) -> None:
    ran = subprocess.run(
        ["mandoc", "-T", "lint", str(man.PAGES[language])], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.stdout + ran.stderr == ""


@needs("man")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_man_page_can_be_read(language: Language) -> None:
    """In a locale that every machine has: man speaks up about one that is only named."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    ran = subprocess.run(
        ["man", "--warnings", "-l", str(man.PAGES[language])],
        env={**settings, "LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "checkin" in ran.stdout
    assert ran.stderr == ""
