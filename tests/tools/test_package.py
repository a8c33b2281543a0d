"""What is built to be given away is whole, the same wherever it is built, and fit to be published."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from fontTools.ttLib import TTFont

from hatch_build import standing_alone, urls
from tests.needs import needs
from tools.sbom import FONTS

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
NOT_OURS = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "node_modules", "__pycache__", ".*_cache", "*.mo"
)
MADE = {"PKG-INFO", "src/ryggkompis/i18n/locale/nb/LC_MESSAGES/ryggkompis.mo"}
HERE = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"}
THERE = {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}
README = """# R

[guide](docs/guide.md), [age](https://age.example), [`a.py`](src/a.py)

![Today](docs/today.svg)

| | light |
|---|---|
| T | ![T](docs/t.svg) |

End.
"""


def built(folder: Path, environ: Mapping[str, str], umask: int) -> tuple[Path, Path]:
    """Build from a copy of the project, and give the wheel and the sources as one file."""
    shutil.copytree(ROOT, folder, ignore=NOT_OURS)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", "dist"],
        cwd=folder,
        env=os.environ | environ,
        umask=umask,
        check=True,
        capture_output=True,
    )
    (wheel,), (sources,) = (folder / "dist").glob("*.whl"), (folder / "dist").glob("*.tar.gz")
    return wheel, sources


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return built(tmp_path_factory.mktemp("package") / "here", HERE, 0o022)


def test_it_is_the_same_byte_for_byte_wherever_it_is_built(
    package: tuple[Path, Path], tmp_path: Path
) -> None:
    again = built(tmp_path / "another folder", THERE, 0o077)
    for one, other in zip(package, again, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_it_is_fit_to_be_published(package: tuple[Path, Path]) -> None:
    wheel, sources = map(str, package)
    for check in (
        [str(BIN / "twine"), "check", "--strict", wheel, sources],
        [str(BIN / "check-wheel-contents"), wheel],
    ):
        ran = subprocess.run(check, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_sources_are_all_there(package: tuple[Path, Path]) -> None:
    with tarfile.open(package[1]) as packed:
        found = {name.partition("/")[2] for name in packed.getnames()}
    assert {"AGENTS.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSES/OFL-1.1.txt", ".ci/run"} <= found
    if (ROOT / ".git").exists():
        ours = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        assert set(ours.stdout.splitlines()) <= found


def test_it_says_what_it_is_made_of(package: tuple[Path, Path]) -> None:
    with ZipFile(package[0]) as packed:
        (name,) = [name for name in packed.namelist() if ".dist-info/sboms/" in name]
        text = packed.read(name).decode()
        (about,) = [packed.read(name).decode() for name in packed.namelist() if name.endswith("/METADATA")]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)["components"]
    assert set(re.findall(r"^Requires-Dist: ([\w-]+)", about, re.MULTILINE)) == {
        one["name"] for one in told if one["type"] == "library"
    }
    for font, (version, licence) in FONTS.items():
        names = TTFont(ROOT / "data" / "fonts" / f"{font}.ttf")["name"]
        assert names.getDebugName(5) == f"Version {version}"
        assert (ROOT / "LICENSES" / f"{licence}.txt").exists()
        assert f"License-File: LICENSES/{licence}.txt" in about


def test_links_work_outside_the_repository() -> None:
    without = standing_alone(README, "")
    assert without == "# R\n\nguide (docs/guide.md), [age](https://age.example), `a.py` (src/a.py)\n\nEnd.\n"
    within = standing_alone(README, "https://forge.example/r")
    assert "[guide](https://forge.example/r/blob/HEAD/docs/guide.md)" in within
    assert "| T | ![T](https://forge.example/r/raw/HEAD/docs/t.svg) |" in within
    assert "[age](https://age.example)" in within
    assert urls("") == {}
    assert urls("https://forge.example/r")["Source"] == "https://forge.example/r"


@needs("desktop-file-validate")
def test_the_entry_of_the_menu_is_a_valid_one() -> None:
    entry = ROOT / "desktop" / "ryggkompis.desktop"
    ran = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
