"""Compile the messages and the data whenever the package is built or installed for editing."""

import runpy
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface):
    """Make each ``.mo`` beside its ``.po``, and JSON of ``data``, for the wheel and for a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile before the files are gathered."""
        messages = runpy.run_path(str(Path(self.root, "tools", "messages.py")))
        messages["compile_catalogues"](Path(self.root))
        sys.path.insert(0, str(Path(self.root, "src")))
        from ryggkompis.content.compiled import compile_content  # noqa: PLC0415 - found only now

        compile_content()
