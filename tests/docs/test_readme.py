"""The README shows what there is: every command with its output, and pictures that exist."""

import re
from pathlib import Path

import pytest

from ryggkompis import __version__
from ryggkompis.cli.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ ryggkompis ([^\n]+)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"ryggkompis {command}" in README


@pytest.mark.parametrize(("command", "output"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_every_output_is_there_and_is_no_fault(command: str, output: str) -> None:
    assert output.strip(), f"run: make pictures ({command})"
    assert "--help”" not in output
    assert "Traceback" not in output
    assert "There is no file" not in output


def test_every_picture_exists_and_fetches_nothing() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 3
    for picture in pictures:
        assert "url(http" not in (ROOT / picture).read_text(encoding="utf-8")


def test_the_file_to_install_is_named_as_it_is_built() -> None:
    assert set(re.findall(r"ryggkompis-(\S+?)-py3-none-any\.whl", README)) == {__version__}


def test_the_intended_use_is_said() -> None:
    for words in ("no diagnosis", "No clinician has reviewed", "MDR", "call 113", "116 117"):
        assert words in README
