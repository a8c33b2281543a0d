"""What is made while the package is built: messages, data, the SBOM, and a description that stands alone."""

import json
import re
import runpy
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"!\[([^\]]*)\]\((?!https?:)([^)]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:|#)([^)]+)\)")
_WITH_A_PICTURE = re.compile(r"^.*!\[[^\]]*\]\((?!https?:).*\n", re.MULTILINE)
_TABLE_WITHOUT_ROWS = re.compile(r"^\|.*\|\n\|[-|]+\|\n(?!\|)", re.MULTILINE)
_GAP = re.compile(r"\n{3,}")


class Compiled(BuildHookInterface[Any]):
    """Make each ``.mo`` beside its ``.po``, and JSON of ``data``, for the wheel and for a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered, and list what a wheel carries (PEP 770)."""
        messages = runpy.run_path(str(Path(self.root, "tools", "messages.py")))
        messages["compile_catalogues"](Path(self.root))
        sys.path.insert(0, str(Path(self.root, "src")))
        from ryggkompis.content.compiled import compile_content  # noqa: PLC0415 - found only now

        compile_content()
        if version == "standard":
            build_data["sbom_files"] = [self._sbom()]

    def _sbom(self) -> str:
        sbom = runpy.run_path(str(Path(self.root, "tools", "sbom.py")))
        core = self.metadata.core
        asked_for = [*core.dependencies, *core.optional_dependencies["all"]]
        made = sbom["of_the_wheel"](Path(self.root), core.version, asked_for)
        file = Path(self.root, "build", "ryggkompis.cdx.json")
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
        return str(file)


class Described(MetadataHookInterface):
    """Give the README as it can be read without the repository around it, and where the repository is."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what depends on the address in ``pyproject.toml``."""
        repository = self.config["repository"]
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": standing_alone(readme, repository)}
        metadata["urls"] = urls(repository)


def standing_alone(readme: str, repository: str) -> str:
    """Let links and pictures lead to ``repository``; without one, keep the words and drop the pictures."""
    if repository:
        readme = _PICTURE.sub(rf"![\1]({repository}/raw/HEAD/\2)", readme)
        return _LINK.sub(rf"[\1]({repository}/blob/HEAD/\2)", readme)
    readme = _TABLE_WITHOUT_ROWS.sub("", _WITH_A_PICTURE.sub("", readme))
    return _GAP.sub("\n\n", _LINK.sub(_in_words, readme))


def _in_words(link: re.Match[str]) -> str:
    """Name the file that a link leads to, unless its own words do."""
    words, file = link.groups()
    return words if file in words else f"{words} ({file})"


def urls(repository: str) -> dict[str, str]:
    """Give the addresses that an index shows; none is made up."""
    if not repository:
        return {}
    return {
        "Source": repository,
        "Issues": f"{repository}/issues",
        "Guide": f"{repository}/blob/HEAD/docs/guide.nb.md",
        "Changelog": f"{repository}/blob/HEAD/CHANGELOG.md",
    }
