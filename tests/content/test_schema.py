"""The schemas that editors use are those of the types."""

import json
import subprocess
from pathlib import Path

import pytest

from ryggkompis.content.files import data_file
from tests.program import PYTHON
from tools.schema import SCHEMAS, schema, write


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_current(name: str) -> None:
    """If not: make schema."""
    assert data_file(f"schema/{name}.schema.json").read_text(encoding="utf-8") == schema(name)


@pytest.mark.parametrize("name", ["exercises", "red_flags", "learn"])
def test_the_first_line_of_a_file_names_its_schema(name: str) -> None:
    path = data_file(f"{name}.yaml")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")

    assert (path.parent / named).resolve() == data_file(f"schema/{name}.schema.json").resolve()


@pytest.mark.parametrize("name", ["exercises", "red_flags", "learn", "programme"])
def test_a_schema_refuses_unknown_keys_everywhere(name: str) -> None:
    types = json.loads(schema(name))["$defs"]

    assert [name for name, type_ in types.items() if type_.get("additionalProperties") is not False] == []


def test_writing_gives_one_file_for_each(tmp_path: Path) -> None:
    write(tmp_path)

    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"{name}.schema.json" for name in SCHEMAS)


def test_reading_the_data_loads_neither_textual_nor_rich() -> None:
    code = (
        "import sys, ryggkompis.content;"
        "print(*sorted({'textual', 'rich', 'asyncio', 'importlib.resources'} & set(sys.modules)))"
    )
    done = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
