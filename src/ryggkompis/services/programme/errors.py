"""What can be wrong with what a therapist said."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class NoProgramme(ExpectedError):
    """No therapist's programme is in use."""

    says = N_("No programme is in use.")
