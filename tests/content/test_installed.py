"""The data is found wherever the program runs from."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ryggkompis import content
from ryggkompis.content.errors import MissingDataError
from ryggkompis.content.files import data_file
from ryggkompis.content.loading import load_catalogue

ROOT = Path(content.__file__).resolve().parents[3]
PRINT_WHERE = (
    "from ryggkompis.content.files import data_file;"
    "from ryggkompis.content.loading import load_catalogue, load_red_flags;"
    "assert load_catalogue().exercises and load_red_flags().flags;"
    "print(data_file('exercises.yaml'))"
)


def where_found(working_directory: Path, python_path: str | None = None) -> Path:
    """Load everything in a process of its own; tell which file it read."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    environment |= {"PYTHONPATH": python_path} if python_path else {}
    done = subprocess.run(
        [sys.executable, "-c", PRINT_WHERE],
        cwd=working_directory,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run(command, check=True, capture_output=True)


def test_a_source_tree_finds_its_own_data(tmp_path: Path) -> None:
    assert where_found(tmp_path) == ROOT / "data" / "exercises.yaml"


@pytest.mark.e2e
def test_a_wheel_carries_its_data_and_finds_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip("wheel", "--no-deps", "--wheel-dir", tmp_path, ROOT)
    (wheel,) = tmp_path.glob("ryggkompis-*.whl")
    with zipfile.ZipFile(wheel) as inside:
        packed = set(inside.namelist())
    pip("install", "--no-deps", "--target", site, wheel)

    source = ROOT / "src" / "ryggkompis"
    ours = [path for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    with_data = [path for path in (ROOT / "data").rglob("*") if path.is_file()]
    expected = {f"ryggkompis/{path.relative_to(source).as_posix()}" for path in ours}
    expected |= {f"ryggkompis/{path.relative_to(ROOT).as_posix()}" for path in with_data}
    about = {name for name in packed if ".dist-info/" in name}
    (manual,) = {name for name in packed if ".data/" in name}
    assert manual.endswith("/share/man/man1/ryggkompis.1")
    assert packed - about - {manual} == expected, "everything of the program, and nothing else"
    assert {name.rpartition("/")[2] for name in about} == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE",
    }  # fmt: skip
    data = {name.removeprefix("ryggkompis/data/") for name in packed}
    assert {"exercises.yaml", "red_flags.yaml", "schema/exercises.schema.json"} <= data
    assert where_found(tmp_path, str(site)) == site / "ryggkompis" / "data" / "exercises.yaml"


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
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout.rstrip("\n") == repr(load_catalogue())
