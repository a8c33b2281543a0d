"""Compile the message catalogues whenever the package is built or installed for editing."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Messages(BuildHookInterface):
    """Make each ``.mo`` beside its ``.po``, for the wheel and for a checkout installed for editing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before the files are gathered."""
        messages = runpy.run_path(str(Path(self.root, "tools", "messages.py")))
        messages["compile_catalogues"](Path(self.root))
