"""What is refused where it is asked."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class EndHasPassed(ExpectedError):
    """A last day that has passed already."""

    says = N_("The last day cannot be {day}, which has passed. Give today or a later day.")
