"""The data is found wherever the program runs from."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ryggkompis import content
from ryggkompis.content.files import MissingDataError, data_file
from ryggkompis.content.loading import load_catalogue
from tests.program import IS_INSTALLED, PYTHON

ROOT = Path(content.__file__).resolve().parents[3]
PRINT_WHERE = (
    "from ryggkompis.content.files import data_file;"
    "from ryggkompis.content.loading import load_catalogue, load_red_flags;"
    "assert load_catalogue().exercises and load_red_flags().flags;"
    "print(data_file('exercises.yaml'))"
)


INSTALLED = """
from importlib.metadata import files
print(*(path for path in files("ryggkompis") if path.suffix != ".pyc"), sep="\\n")
"""
BESIDE = {
    "bin/ryggkompis",
    "share/applications/ryggkompis.desktop",
    "share/icons/hicolor/scalable/apps/ryggkompis.svg",
    "share/man/man1/ryggkompis.1",
    "share/man/nb/man1/ryggkompis.1",
}
AS_INSTALLED = pytest.mark.skipif(not IS_INSTALLED, reason="make test installs the wheel and tells where")


def said(python: str, code: str, cwd: Path) -> list[str]:
    """Give what ``code`` prints, line by line."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [python, "-X", "utf8", "-c", code]
    ran = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout.splitlines()


def test_a_source_tree_finds_its_own_data(tmp_path: Path) -> None:
    assert said(sys.executable, PRINT_WHERE, tmp_path) == [str(ROOT / "data" / "exercises.yaml")]


@AS_INSTALLED
def test_what_people_install_finds_the_data_it_carries(tmp_path: Path) -> None:
    (found,) = said(PYTHON, PRINT_WHERE, tmp_path)
    assert found.endswith("/site-packages/ryggkompis/data/exercises.yaml")
    assert not Path(found).is_relative_to(ROOT / "src")


@AS_INSTALLED
def test_what_people_install_is_everything_of_the_program_and_nothing_else(tmp_path: Path) -> None:
    packed = set(said(PYTHON, INSTALLED, tmp_path))
    source = ROOT / "src" / "ryggkompis"
    ours = [path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    with_data = [path for path in (ROOT / "data").rglob("*") if path.is_file()]
    expected = {f"ryggkompis/{path.relative_to(source).as_posix()}" for path in ours}
    expected |= {f"ryggkompis/{path.relative_to(ROOT).as_posix()}" for path in with_data}
    about = {name.rpartition("/")[2] for name in packed if ".dist-info/" in name}
    beside = {name for name in packed if name.startswith("../")}

    assert {"ryggkompis/data/schema/exercises.schema.json", "ryggkompis/data/red_flags.yaml"} <= packed
    assert {name.lstrip("./") for name in beside} == BESIDE
    assert {name for name in packed - beside if ".dist-info/" not in name} == expected
    assert about >= {
        "METADATA",
        "WHEEL",
        "RECORD",
        "entry_points.txt",
        "LICENSE",
        "OFL-1.1.txt",
        "ryggkompis.cdx.json",
    }


def test_missing_data_is_no_fault_of_the_user() -> None:
    with pytest.raises(MissingDataError, match=r"own file none\.yaml is missing") as caught:
        data_file("none.yaml")

    assert caught.value.status == 3


def test_without_the_compiled_parser_the_same_is_read() -> None:
    """PyYAML without libyaml is slower, not different."""
    code = (
        "import yaml; del yaml.CSafeLoader;"
        "from ryggkompis.content.catalogue import read_catalogue;"
        "print(repr(read_catalogue()))"
    )
    assert said(sys.executable, code, ROOT) == [repr(load_catalogue())]
