"""Where a part is missing, the command that brings it to this very installation is told, and works."""

import os
import re
import shlex
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ryggkompis.report.errors import NoPdf
from ryggkompis.services.views.errors import NoPng
from ryggkompis.store.errors import NoCrypto
from tests.program import PYTHON

ROOT = Path(__file__).parents[2]
EVERY = (NoPdf, NoPng, NoCrypto)
ASKS_FOR_ALL = """
from ryggkompis.report.errors import NoPdf
from ryggkompis.services.views.errors import NoPng
from ryggkompis.store.errors import NoCrypto
print(*(error() for error in (NoPdf, NoPng, NoCrypto)), sep="\\n")
"""


def as_pip(home: Path) -> list[str]:
    (home / "lib" / f"python3.{sys.version_info.minor}" / "site-packages" / "pip.py").write_text("")
    return [str(home / "bin" / "python"), "-m", "pip", "install"]


def as_pipx(home: Path) -> list[str]:
    (home / "pipx_metadata.json").write_text("{}")
    return ["pipx", "inject", home.name]


def as_uv(home: Path) -> list[str]:
    return ["uv", "pip", "install", "--python", str(home / "bin" / "python")]


@pytest.mark.parametrize("installed", [as_pip, as_pipx, as_uv])
@pytest.mark.skipif(os.name == "nt", reason="an environment has bin and lib elsewhere")
def test_the_command_is_that_of_what_installed_the_program(
    installed: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    home = tmp_path / "in a folder" / "ryggkompis"
    venv.create(home, symlinks=True)
    needed = tmp_path / "needed"
    needed.mkdir()
    (needed / "msgspec").symlink_to(Path(msgspec.__file__).parent)
    expected = installed(home)
    ran = subprocess.run(
        [home / "bin" / "python", "-c", ASKS_FOR_ALL],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(needed)))},
        cwd=tmp_path,
    )
    told = ran.stdout.splitlines()
    assert len(told) == len(EVERY)
    for line, part in zip(told, ("typst", "typst", "pyrage"), strict=True):
        command = shlex.split(line.rpartition(": ")[2])
        assert command[:-1] == expected
        assert command[-1].startswith(part)


def test_nothing_is_said_to_be_had_by_the_programs_name() -> None:
    """No index has it, so whoever asked one for it would get nothing, or something else."""
    written = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.p[yo]")]
    for file in written:
        asked_for = re.findall(
            r"\binstall (?:--?\S+ )*['\"]?ryggkompis(?!-\d)", file.read_text(encoding="utf-8")
        )
        assert not asked_for, file


def test_the_command_can_be_carried_out(tmp_path: Path) -> None:
    """The real pip is asked for it, without an index and without installing anything."""
    ran = subprocess.run(
        [PYTHON, "-c", ASKS_FOR_ALL], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    for line in ran.stdout.splitlines():
        wanted = shlex.split(line.rpartition(": ")[2])[-1]
        asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-index", "--no-deps", wanted]
        tried = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert tried.returncode == 0, tried.stderr
        assert "already satisfied" in tried.stdout
