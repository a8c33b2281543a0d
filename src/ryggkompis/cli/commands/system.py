"""``doctor --system``: terminal, language and versions, for somebody who helps; nothing of the diary."""

import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from ryggkompis import __version__
from ryggkompis.cli.output import columns, facts, is_terminal, print_json, with_colour
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import PLAIN, Surroundings
from ryggkompis.i18n.language import current

TOLD: Final = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE",
    "PYTHONIOENCODING", "PYTHONUTF8", PLAIN,
)  # fmt: skip
"""Of all that the environment holds: what decides how the program looks and in which language it speaks."""
NEEDED: Final = ("textual", "rich", "pydantic", "msgspec", "pyyaml", "platformdirs")
EXTRAS: Final = {"pdf": "typst", "crypto": "pyrage"}
_HARMLESS: Final = re.compile(r"[\w.@:;,=+-]{0,40}", re.ASCII)
"""How such a value is written; anything else could be words of somebody's own."""


def tell_system(here: Surroundings) -> int:
    """Tell what a helper needs to know; paths, names and the diary stay out of it."""
    found = _found(here)
    if here.is_json:
        print_json(found)
        return DONE
    for name, value in found.items():
        said = ", ".join(_pairs(value)) if isinstance(value, dict) else _said(value)
        facts(f"{name}: {said}")
    return DONE


def _found(here: Surroundings) -> dict[str, object]:
    streams = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    return {
        "ryggkompis": __version__,
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packages": {name: _version(name) for name in NEEDED},
        "extras": {extra: _version(name) for extra, name in EXTRAS.items()},
        "terminal": {name: is_terminal(stream) for name, stream in streams.items()},
        "columns": columns(),
        "colours": with_colour(),
        "encoding": {name: getattr(stream, "encoding", None) for name, stream in streams.items()},
        "files": sys.getfilesystemencoding(),
        "language": current(),
        "lines": here.is_plain,
        "environment": {name: _harmless(os.environ[name]) for name in TOLD if name in os.environ},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _harmless(value: str) -> str:
    return value if _HARMLESS.fullmatch(value) else "…"


def _pairs(values: Mapping[str, object]) -> Iterator[str]:
    yield from (f"{name} {_said(value)}" for name, value in values.items())


def _said(value: object) -> str:
    """Write a value, as the names are: it is pasted to whoever reads English."""
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
