"""What the Report page says beside the preview."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from textual.content import Content

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.choices import format_name, part_name

_KEY: Final = "bold $accent"


def chosen(format_: str, without: Iterable[str]) -> Content:
    """Say the format and what stays at home, each with its key."""
    parts = [part_name(part) for part in sorted(without)]
    at_home = _("stays at home: {parts}").format(parts=formats.list_of(parts) if parts else _("nothing"))
    return Content.assemble(("f", _KEY), f" {format_name(format_)}   ", ("x", _KEY), f" {at_home}")


def written(file: Path) -> Content:
    """Say where it lies, and which keys show it."""
    told = _("Written: {file}").format(file=shown(str(file)))
    opens, folder = _("opens it"), _("shows the folder")
    return Content.assemble(f"{told}   ", ("a", _KEY), f" {opens}   ", ("d", _KEY), f" {folder}")
