"""What can go wrong and be mended by the user, as values; worded in the user's language at the edge."""

from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark ``message`` for translation; it is translated when it is shown."""
    return message


class ExpectedError(Exception):
    """Something the user can mend: what is wrong, where, and what to do.

    A subclass says its sentence once, in English with named placeholders; ``values`` fill them.
    """

    says: ClassVar[str]
    status: ClassVar[int] = 2
    """Exit status of the command: 2 the user can mend it, 3 the disk or the journal cannot be used."""

    def __init__(self, **values: object) -> None:
        """Keep the ``values`` of the sentence's placeholders."""
        super().__init__(self.says.format(**values))
        self.values = values


class BackwardsPeriod(ExpectedError):
    """A period that ends before it begins."""

    says = N_("The period ends on {last}, before it begins on {first}. Swap the two days.")
