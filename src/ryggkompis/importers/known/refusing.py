"""Files of a kind that is known and not read: each says where the same can be had in a form that is."""

from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.importers.errors import NotText

_FIT: Final = b".FIT"
_OLD_SHEET: Final = b"\xd0\xcf\x11\xe0"
_PDF: Final = b"%PDF"
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


class FitFile(ExpectedError):
    """A watch's own recording of one activity."""

    says = N_(
        "{file} is a recording as the watch keeps it (.fit), which cannot be read here. "
        "Open the activity on the web, in Garmin Connect or Strava, and export it as TCX or GPX."
    )


class OldSpreadsheet(ExpectedError):
    """A spreadsheet in a form that is not text."""

    says = N_(
        "{file} is a spreadsheet. Open it, choose “Save as” and “CSV UTF-8”, one file a sheet, "
        "and import that file."
    )


class PdfFile(ExpectedError):
    """A report to be read by people."""

    says = N_("{file} is a PDF, made to be read and not to be taken in. Export CSV from the same program.")


def refuse_unreadable(head: bytes, name: str) -> None:
    """Say of a file of another kind what to do instead.

    Raises:
        FitFile, OldSpreadsheet, PdfFile, NotText: for what is one.

    """
    if head[8:12] == _FIT:
        raise FitFile(file=name)
    if head.startswith(_OLD_SHEET):
        raise OldSpreadsheet(file=name)
    if head.startswith(_PDF):
        raise PdfFile(file=name)
    if head.startswith(_PICTURES):
        raise NotText(file=name)
