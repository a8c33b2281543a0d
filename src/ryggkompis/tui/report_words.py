"""What the Report page says beside the preview."""

from collections.abc import Iterable
from pathlib import Path

from textual.content import Content

from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.report.choices import format_name
from ryggkompis.tui.labels import named
from ryggkompis.words.entries import part_name


def chosen(format_: str, without: Iterable[str]) -> Content:
    """Say the format and what stays at home, each with its key."""
    parts = [part_name(part) for part in sorted(without)]
    at_home = _("stays at home: {parts}").format(parts=formats.list_of(parts) if parts else _("nothing"))
    return Content("   ").join(
        (
            named("report.format", "f", format_name(format_)),
            named("report.without", "x", at_home),
        )
    )


def written(file: Path) -> Content:
    """Say where it lies, and which keys show it."""
    told = _("Written: {file}").format(file=shown_name(str(file)))
    opens = named("report.open", "a", _("opens it"))
    return Content("   ").join((Content(told), opens, named("report.folder", "d", _("shows the folder"))))
