"""What is refused where it is asked."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class LookedBefore(ExpectedError):
    """A look before the answer that it is to be about."""

    says = N_("What must be checked is from {after}, so a look on {day} was before that. It opens nothing.")


class NeedsAnswer(ExpectedError):
    """A field that an entry cannot do without."""

    says = N_("“{field}” cannot be left blank. Fill it in, or press Esc to leave without saving.")


class NotADay(ExpectedError):
    """What is typed for a day is none."""

    says = N_("“{value}” is not a day. Write it as 2 March, 02.03.2026, yesterday or Friday.")


class EndHasPassed(ExpectedError):
    """A last day that has passed already."""

    says = N_("The last day cannot be {day}, which has passed. Give today or a later day.")
