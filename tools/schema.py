"""The JSON schemas that let an editor complete and check the data files: ``make schema`` writes them."""

import ast
from collections.abc import Mapping
from inspect import cleandoc, getsource
from itertools import pairwise
from json import dumps
from pathlib import Path
from typing import Any, Final, cast

from ryggkompis.content.checking import adapter
from ryggkompis.content.files import data_file
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards

SCHEMAS: Final[Mapping[str, type[Any]]] = {
    "exercises": Catalogue,
    "red_flags": RedFlags,
    "learn": LearnCards,
}
"""Data file (without ending) to the type it is read as."""


def schema(name: str) -> str:
    """Write the JSON schema of a data file, as the text of its own file."""
    whole = adapter(SCHEMAS[name], docs=_docs).json_schema()
    # The reader reads a tuple of one; an editor sees the one.
    inner = whole["prefixItems"][0]
    body = {"$schema": "https://json-schema.org/draft/2020-12/schema", **inner, "$defs": whole["$defs"]}
    return dumps(body, indent=2, ensure_ascii=False) + "\n"


def _docs(kind: type[Value]) -> Mapping[str, str]:
    """Find the docstring under each field; an editor shows it beside the field."""
    body = cast("ast.ClassDef", ast.parse(getsource(kind)).body[0]).body
    found = {}
    for pair in pairwise(body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(docs))):
                found[name] = cleandoc(docs)
            case _:
                pass
    return found


def write(directory: Path) -> None:
    """Write every schema into ``directory``."""
    for name in SCHEMAS:
        (directory / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")


if __name__ == "__main__":
    write(data_file("exercises.yaml").parent / "schema")
