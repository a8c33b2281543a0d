"""What can go wrong with a report, and how the user mends it."""

from ryggkompis.domain.errors import N_, ExpectedError


class UnknownFormat(ExpectedError):
    """An ending or a format that no report is written in."""

    says = N_("“{format}” is no format of a report. Use one of: {known}.")


class UnknownPart(ExpectedError):
    """Something to leave out that no report has."""

    says = N_("“{part}” is no part of the report. You can leave out: {known}.")


class PeriodBackwards(ExpectedError):
    """A period that ends before it begins."""

    says = N_("The period ends on {last}, before it begins on {first}. Turn the two days around.")


class NoPdf(ExpectedError):
    """The typesetter for PDF, which is an extra, is not installed."""

    says = N_(
        "PDF needs one more part: pip install 'ryggkompis[pdf]'. "
        "Without it, the same page comes as .html, which any browser prints."
    )
