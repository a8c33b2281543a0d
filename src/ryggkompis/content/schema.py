"""The JSON schemas that let an editor complete and check the data files.

``python -m ryggkompis.content.schema`` writes them into the source tree's ``data/schema``.
"""

from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import Any, Final

from pydantic import ConfigDict

from ryggkompis.content.checking import STRICT, adapter
from ryggkompis.content.files import data_file
from ryggkompis.domain.catalogue import Catalogue, RedFlags
from ryggkompis.domain.learning import LearnCards

SCHEMAS: Final[Mapping[str, type[Any]]] = {
    "exercises": Catalogue,
    "red_flags": RedFlags,
    "learn": LearnCards,
}
"""Data file (without ending) to the type it is read as."""


def schema(name: str) -> str:
    """Write the JSON schema of a data file, as the text of its own file."""
    # The docstring under a field is what an editor shows beside it.
    config: ConfigDict = {**STRICT, "use_attribute_docstrings": True}
    whole = adapter(SCHEMAS[name], config).json_schema()
    # The reader reads a tuple of one; an editor sees the one.
    inner = whole["prefixItems"][0]
    body = {"$schema": "https://json-schema.org/draft/2020-12/schema", **inner, "$defs": whole["$defs"]}
    return dumps(body, indent=2, ensure_ascii=False) + "\n"


def write(directory: Path) -> None:
    """Write every schema into ``directory``."""
    for name in SCHEMAS:
        (directory / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")


if __name__ == "__main__":
    write(data_file("exercises.yaml").parent / "schema")
