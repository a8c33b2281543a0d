"""What can go wrong with a report, and how the user mends it."""

from typing import ClassVar

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.parts import MissingPart


class UnknownFormat(ExpectedError):
    """An ending or a format that no report is written in."""

    says = N_("“{format}” is no format of a report. Use one of: {known}.")


class UnknownPart(ExpectedError):
    """Something to leave out that no report has."""

    says = N_("“{part}” is no part of the report. You can leave out: {known}.")


class NoSheet(ExpectedError):
    """A day without a plan: there is nothing to hang on the wall."""

    says = N_("There is no plan for {day}, so there is no sheet.")
    status: ClassVar[int] = 1


class NotForTheWall(ExpectedError):
    """An ending of a file that is not printed."""

    says = N_("{file} cannot be hung on a wall. Let the name end in .pdf or .html.")


class NoPdf(MissingPart):
    """The typesetter for PDF, which is an extra, is not installed."""

    part = "typst"
    says = N_(
        "PDF needs one more part. Without it, the same page comes as .html, which any browser prints. "
        "To get it: {command}"
    )
