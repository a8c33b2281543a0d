"""Why an import cannot be named."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class NoSuchImport(ExpectedError):
    """An id that no import has."""

    says = N_("No import has the id {id}.")


class NothingBroughtIn(ExpectedError):
    """Nobody has brought in another program's file."""

    says = N_("Nothing from another program's file is in the diary.")


class NoSuchSource(ExpectedError):
    """A program that nothing came from."""

    says = N_("Nothing came from “{name}”. There are: {known}.")
