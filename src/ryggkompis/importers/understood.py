"""What is told about how a file was understood: values, worded at the edge."""

from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.numbers import Numbers

Lines: TypeAlias = tuple[int, ...]
"""Numbers of lines of the file, from 1."""


class Example(Value):
    """What stands in a line that was left out."""

    line: int
    text: str
    file: str = ""
    """Which file of an archive it is."""


Examples: TypeAlias = tuple[Example, ...]
"""The first few, so that it can be seen what was meant."""


class TooMuchToWalk(Value):
    """More steps in a day than anybody takes."""

    lines: Lines
    examples: Examples = ()


class ManySteps(Value):
    """Days of more steps than hardly anybody takes; they come in where somebody says that they are steps."""

    days: int
    examples: Examples = ()


class TooLongWalk(Value):
    """Walks that last longer than anybody walks at a stretch."""

    lines: Lines
    examples: Examples = ()


class OfUnknownKind(Value):
    """Activities of which it is not told whether they were walks."""

    lines: Lines
    examples: Examples = ()


class DayTwice(Value):
    """Days whose sum of steps stands several times in the file: the highest counts, never their sum."""

    days: int


class SameWalk(Value):
    """Walks that another device or program has too: the longer one counts."""

    walks: int


class OtherActivities(Value):
    """Activities that were no walks."""

    activities: int
    kinds: tuple[tuple[str, int], ...] = ()
    """What most of them are, as the file calls them, and how many of each."""


class OtherColumns(Value):
    """Columns beside the steps that nobody asked for."""

    names: tuple[str, ...]
    steps: str
    """The column of steps."""
    begun: tuple[str, ...]
    """How the file begins, so that it can be seen what its columns are."""


class SignGuessed(Value):
    """A number whose comma or point can be meant in two ways."""

    name: str
    text: str
    number: float


def sign_guessed(name: str, numbers: Numbers) -> SignGuessed:
    """Tell how the first number is read that can be meant in two ways."""
    return SignGuessed(name, numbers.guessed, float(numbers.read(numbers.guessed) or 0))


class DayFromTime(Value):
    """Rows without a day, whose timestamp tells it: other rows of the file have both."""

    rows: int
    hours: int
    """What has to be added to the timestamp."""
    proofs: int
    """Rows that have both, and agree."""
