"""Parts that not every installation has, and how the one that is running gets them."""

# ruff: noqa: PLC0415 - every start reads this, and hardly anybody lacks a part
import os
import sys
from typing import ClassVar

from ryggkompis.domain.base.errors import ExpectedError


class MissingPart(ExpectedError):
    """A part that what was asked for needs; its sentence ends with the ``{command}`` that brings it."""

    part: ClassVar[str]
    """The name of the package."""

    def __init__(self) -> None:
        """Find out how this installation gets it."""
        super().__init__(command=_how_to_get(self.part))


def _how_to_get(part: str) -> str:
    """Give the command for the program that installed this one: pipx, uv or pip.

    It names the part and never the program, which no index has; and the part must go where this Python looks.
    """
    from importlib.util import find_spec
    from pathlib import Path

    home, wanted = Path(sys.prefix), f'"{_versions(part)}"'
    if (home / "pipx_metadata.json").exists():
        return f"pipx inject {home.name} {wanted}"
    # What uv makes has no pip.
    installer = f"{_python()} -m pip install" if find_spec("pip") else f"uv pip install --python {_python()}"
    return f"{installer} {wanted}"


def _versions(part: str) -> str:
    """Name ``part`` with the versions that fit, as the package itself says them."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        asked_for = [one.partition(";")[0].strip() for one in requires("ryggkompis") or ()]
    except PackageNotFoundError:  # a source tree that nobody installed
        return part
    return next(one for one in asked_for if one.startswith(part))


def _python() -> str:
    from shlex import quote
    from subprocess import list2cmdline

    return list2cmdline([sys.executable]) if os.name == "nt" else quote(sys.executable)
