"""A report as a file: in the format that was asked for, or as HTML where PDF cannot be made."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ryggkompis.domain.catalogue import Language
from ryggkompis.report.errors import NoPdf
from ryggkompis.report.facts import Facts
from ryggkompis.report.leaving_out import Options
from ryggkompis.report.rendering import FORMATS, render
from ryggkompis.store.places import Places
from ryggkompis.store.targets import check_target, write

INSTEAD: Final = "html"
"""The format with the same page that needs nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be written, and where."""

    file: str
    format: str
    """One of ``FORMATS``."""
    language: Language
    options: Options
    may_replace: bool = False


def save(order: Order, facts: Facts, places: Places) -> str:
    """Write the report, whole or not at all, and give the file's name: another one where it became HTML.

    Raises:
        ExpectedError: when nothing may or can be written there.

    """
    file = order.file
    try:
        data = render(order.format, facts, order.language, order.options)
    except NoPdf:
        file = str(Path(file).with_suffix(FORMATS[INSTEAD]))
        check_target(file, places, may_replace=order.may_replace)
        data = render(INSTEAD, facts, order.language, order.options)
    write(file, data)
    return file
