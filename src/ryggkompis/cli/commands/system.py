"""``doctor --system``: terminal, language and versions, for somebody who helps; nothing of the diary."""

import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Final

from ryggkompis import __version__
from ryggkompis.cli.output import as_is, columns, is_terminal, print_json, with_colour
from ryggkompis.cli.parser import PROGRAM
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import PLAIN, Surroundings
from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _, current

TOLD: Final = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE",
    "PYTHONIOENCODING", "PYTHONUTF8", PLAIN,
)  # fmt: skip
"""Of all that the environment holds: what decides how the program looks and in which language it speaks."""
NAMES: Final = (
    N_("system"), N_("packages"), N_("extras"), N_("terminal"), N_("columns"), N_("colours"), N_("encoding"),
    N_("files"), N_("language"), N_("lines"), N_("environment"),
)  # fmt: skip
"""What the facts are called, where a word of the language says it."""
_ASKED_FOR: Final = re.compile(r"(?P<name>[\w.-]+)(?:.*; extra == .(?P<extra>\w+))?")
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
        as_is(f"{_(name)}: {said}")
    return DONE


def _found(here: Surroundings) -> dict[str, object]:
    packages = _packages()
    streams = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    return {
        "ryggkompis": __version__,
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "packages": {name: _version(name) for name, extra in packages if not extra},
        "extras": {extra: _version(name) for name, extra in packages if extra},
        "terminal": {name: is_terminal(stream) for name, stream in streams.items()},
        "columns": columns(),
        "colours": with_colour(),
        "encoding": {name: getattr(stream, "encoding", None) for name, stream in streams.items()},
        "files": sys.getfilesystemencoding(),
        "language": current(),
        "lines": here.is_plain,
        "environment": {name: _harmless(os.environ[name]) for name in TOLD if name in os.environ},
    }


def _packages() -> list[tuple[str, str]]:
    """Name the packages that this one asks for, each with the extra that it makes, if any."""
    try:
        asked_for = requires(PROGRAM) or ()
    except PackageNotFoundError:  # a source tree that nobody installed
        return []
    found = [one.group("name", "extra") for one in map(_ASKED_FOR.match, asked_for) if one]
    # “all” is the others once more.
    return [(name, extra or "") for name, extra in found if extra != "all"]


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
    match value:
        case None:
            return "-"
        case bool():
            return _("yes") if value else _("no")
        case _:
            return str(value)
