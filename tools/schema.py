"""The JSON schemas of what is read and written: ``make schema`` writes them.

Those of the data files and of a programme let an editor complete and check them; those of a month of the
diary, of a report and of what ``--json`` prints tell another program what it finds there.
"""

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from inspect import cleandoc, getsource
from itertools import pairwise
from json import dumps
from pathlib import Path
from typing import Any, Final, TypeAlias, cast, get_args
from warnings import catch_warnings, simplefilter

from msgspec import json
from msgspec.structs import fields
from pydantic.json_schema import PydanticJsonSchemaWarning

from ryggkompis.content.checking import adapter
from ryggkompis.content.files import data_file
from ryggkompis.content.programme import ProgrammeFile
from ryggkompis.domain.base.value import Value, defaults
from ryggkompis.domain.catalogue.catalogue import Catalogue, Exercise, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards
from ryggkompis.domain.course.progress import Change
from ryggkompis.domain.journal.entries import KINDS
from ryggkompis.report.records.as_json import ELSEWHERE, FORMAT, UNTOLD, VERSION, name_of
from ryggkompis.report.summary import Summary
from ryggkompis.words.entries import PART_NAMES
from tools import printed
from tools.review.answers import Review

Schema: TypeAlias = dict[str, Any]
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DAY: Final[Schema] = {"type": "string", "format": "date"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_LEFT: Final = frozenset({"default", "title"})
"""Of no use where every key is written."""
_LINES: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/Line"}}


def schema(name: str) -> str:
    """Write the JSON schema called ``name``, as the text of its own file."""
    return dumps({"$schema": _DIALECT, **SCHEMAS[name]()}, indent=2, ensure_ascii=False) + "\n"


def write(directory: Path) -> None:
    """Write every schema into ``directory``."""
    for name in SCHEMAS:
        (directory / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")


def _of(kind: type[Any]) -> Schema:
    with catch_warnings():
        # A default that is made anew each time is an empty one, and none need be told.
        simplefilter("ignore", PydanticJsonSchemaWarning)
        whole = adapter(kind, docs=_docs).json_schema()
    # The reader reads a tuple of one; an editor sees the one.
    return {**whole["prefixItems"][0], "$defs": whole["$defs"]}


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


def _month() -> Schema:
    """Describe a month of the diary as it lies on the disk."""
    head = {
        "format": {"const": "ryggkompis/1"},
        "month": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
        "entries": _LINES,
        "sum": {
            "type": "string",
            "pattern": "^[0-9a-f]{16}$",
            "description": "Of the lines; may be left out.",
        },
    }
    return {
        "title": "A month of a diary",
        **_object(head, required=("format", "month", "entries")),
        "$defs": _lines(),
    }


def _report() -> Schema:
    """Describe a report as JSON; what could not be known is null in it, and never 0."""
    facts = _facts()
    outside = {"before": _COUNT, "after": _COUNT, "entries": _LINES}
    head = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "period": _object({"first": _DAY, "last": _DAY}),
        "without": {
            "type": "array",
            "items": {"enum": list(PART_NAMES)},
            "description": "What was left out.",
        },
        "entries": {**_LINES, "description": "Those of the period, as they are stored."},
        "outside": {
            **_object(outside),
            "description": "How many entries the diary has of other days, and those that hold in the period: "
            "the profile, the programme, what is known of episodes, and safety answers that are not settled.",
        },
        "summary": {"$ref": "#/$defs/Summary"},
    }
    return {"title": "A report", **_object(head), "$defs": {**facts, **_lines()}}


def _review() -> Schema:
    """Describe what a clinician answered of the rules and texts."""
    return {"title": "A review", **json.schema(Review)}


def _object(properties: Schema, required: Iterable[str] | None = None) -> Schema:
    named = list(properties if required is None else required)
    return {"type": "object", "properties": properties, "required": named}


def _lines() -> Schema:
    """Describe a line: what every one has, and by its kind the rest. Keys and kinds may be newer ones."""
    types: Schema = {}
    rules = []
    for kind in KINDS:
        found = _of(kind)["$defs"]
        said = found[kind.__name__]
        del said["properties"]["kind"]["default"]
        said["required"] = ["kind", "rev", *said["required"]]
        types |= found
        named = {"properties": {"kind": {"const": defaults(kind)["kind"]}}, "required": ["kind"]}
        rules.append({"if": named, "then": {"$ref": f"#/$defs/{kind.__name__}"}})
    _as_stored(types[Exercise.__name__], Exercise)
    for one in types.values():
        one.pop("additionalProperties", None)
    ids = {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,64}$"}
    line = _object({"id": ids, "rev": {"type": "integer", "minimum": 1}, "day": _DAY})
    gone = [{"required": [mark]} for mark in ("deleted", "erased", "moved")]
    return {"Line": {**line, "if": {"not": {"anyOf": gone}}, "then": {"allOf": rules}}, **types}


def _as_stored(described: Schema, kind: type[Value]) -> None:
    """Call each field as a journal does, which may be another name than an editor of data files shows."""
    stored = {field.name: field.encode_name for field in fields(kind)}
    described["properties"] = {stored[name]: one for name, one in described["properties"].items()}
    described["required"] = [stored[name] for name in described["required"]]


def _facts() -> Schema:
    """Describe the summary of a report: every fact is there, and null where it is unknown."""
    found = _of(Summary)["$defs"]
    for name in ELSEWHERE:
        del found["Summary"]["properties"][name]
    while unused := [name for name in found if name != "Summary" and f"$defs/{name}'" not in str(found)]:
        for name in unused:
            del found[name]
    del found["Words"]
    for change in get_args(Change):
        found[change.__name__]["properties"] = {
            "is": {"const": name_of(change)},
            **found[change.__name__]["properties"],
        }
    for kind, (_count, unknown) in UNTOLD.items():
        of_kind = found[kind.__name__]["properties"]
        of_kind |= {name: {"anyOf": [of_kind[name], {"type": "null"}]} for name in unknown}
    for one in found.values():
        one["required"] = list(one["properties"])
        del one["additionalProperties"]
    told: Schema = _worded(found)
    return told


def _worded(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Describe a text in two languages as it is written: in that of the report."""
    if part == {"$ref": "#/$defs/Words"}:
        return {"type": "string"}
    if isinstance(part, dict):
        said = ((name, held) for name, held in part.items() if isinstance(held, dict) or name not in _LEFT)
        return {name: _worded(held) for name, held in said}
    return [_worded(held) for held in part] if isinstance(part, list) else part


SCHEMAS: Final[Mapping[str, Callable[[], Schema]]] = {
    "exercises": partial(_of, Catalogue),
    "red_flags": partial(_of, RedFlags),
    "learn": partial(_of, LearnCards),
    "programme": partial(_of, ProgrammeFile),
    "journal": _month,
    "report": _report,
    "review": _review,
    "plan": printed.plan,
    "status": printed.status,
}
"""Name of a schema to what makes it."""


if __name__ == "__main__":
    write(data_file("exercises.yaml").parent / "schema")
