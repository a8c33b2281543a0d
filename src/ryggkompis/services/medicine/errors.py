"""What can be wrong with what is said of a medicine."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class NoneCounted(ExpectedError):
    """There is no medicine that could be noted again."""

    says = N_("No medicine is counted yet. Write down what you took, and let it be counted.")


class NoSuchMedicine(ExpectedError):
    """A medicine that is not counted."""

    says = N_("“{name}” is not counted. There are: {known}.")
