"""A report as a file: in the format that was asked for, or as HTML where PDF cannot be made."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

from ryggkompis.report.errors import NoPdf
from ryggkompis.store.places import Places
from ryggkompis.store.targets import check_target, write

Make: TypeAlias = Callable[[str], bytes]
"""Gives the bytes of a format."""
INSTEAD: Final = "html"
"""The format, and the ending, of the same page without a typesetter."""


def save_report(file: str, format_: str, make: Make, places: Places, *, may_replace: bool) -> str:
    """Write what ``make`` makes, whole or not at all, and give the file's name: another where it became HTML.

    Raises:
        ExpectedError: when nothing may or can be written there.

    """
    try:
        data = make(format_)
    except NoPdf:
        file = str(Path(file).with_suffix(f".{INSTEAD}"))
        check_target(file, places, may_replace=may_replace)
        data = make(INSTEAD)
    write(file, data, places)
    return file


def usual_file(day: date, ending: str) -> str:
    """Offer a name in the folder of documents where there is one, else in the home folder."""
    import platformdirs  # noqa: PLC0415 - only when something is saved

    documents = Path(platformdirs.user_documents_dir())
    folder = documents if documents.is_dir() else Path.home()
    return str(folder / f"ryggkompis-{day}{ending}")
