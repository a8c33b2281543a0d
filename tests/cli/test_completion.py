"""A shell completes commands and options; the man page says what the program says."""

import os
import subprocess
from pathlib import Path

import pytest

from ryggkompis.cli.registry import COMMANDS
from tests.cli.conftest import Shell
from tests.needs import needs
from tools.man import OUT, page


def completed(script: Path, *words: str) -> list[str]:
    """Let bash complete the last of ``words``."""
    listed = " ".join(f"'{word}'" for word in words)
    asked = f"COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}"
    code = f"source {script}; {asked}; _ryggkompis; echo ${{COMPREPLY[@]}}"
    ran = subprocess.run(["bash", "-c", code], capture_output=True, encoding="utf-8", check=True)
    return ran.stdout.split()


@pytest.fixture
def script(either: Shell, tmp_path: Path) -> Path:
    path = tmp_path / "completion.bash"
    path.write_text(either("completion", "bash").out, encoding="utf-8")
    return path


@needs("bash")
def test_bash_completes_commands_and_their_options(script: Path) -> None:
    assert completed(script, "ryggkompis", "ch") == ["checkin"]
    assert set(completed(script, "ryggkompis", "")) >= COMMANDS.keys()
    assert completed(script, "ryggkompis", "checkin", "--le") == ["--leg"]
    assert completed(script, "ryggkompis", "--plain", "restore", "--a") == ["--at"]


@pytest.mark.parametrize("kind", ["zsh", "fish"])
def test_other_shells_complete_every_command(either: Shell, kind: str) -> None:
    said = either("completion", kind)
    assert said.status == 0
    assert all(name in said.out for name in COMMANDS)


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=needs(kind)) for kind in ("zsh", "fish")])
def test_other_shells_understand_what_is_printed(either: Shell, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "script"
    path.write_text(either("completion", kind).out, encoding="utf-8")
    subprocess.run([kind, "-n", str(path)], check=True, capture_output=True)


def test_another_shell_is_refused_in_a_sentence(either: Shell) -> None:
    said = either("completion", "cmd")
    assert (said.status, said.out) == (2, "")
    assert "fish" in said.err


def test_the_man_page_is_that_of_this_program() -> None:
    assert OUT.read_text(encoding="utf-8") == page(), "make man writes it anew"


@needs("man")
def test_the_man_page_can_be_read() -> None:
    """In a locale that every machine has: man speaks up about one that is only named."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    ran = subprocess.run(
        ["man", "--warnings", "-l", str(OUT)],
        env={**settings, "LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert "checkin" in ran.stdout
    assert ran.stderr == ""
