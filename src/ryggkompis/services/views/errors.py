"""What can go wrong with a picture as a file, and how the patient mends it."""

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.parts import MissingPart


class NoPng(MissingPart):
    """The typesetter, which is an extra, is not installed; it makes PNG, too."""

    part = "typst"
    says = N_("PNG needs one more part. Without it, .svg can be written. To get it: {command}")


class NotAPicture(ExpectedError):
    """A view that is words alone."""

    says = N_("“{view}” is words alone, without a picture.")


class NotADrawing(ExpectedError):
    """An ending of a file that is no picture."""

    says = N_("{file} is no picture. Let the name end in .svg or .png.")
