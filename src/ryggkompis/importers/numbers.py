"""Numbers as people write them."""

import re
from fractions import Fraction
from typing import Final

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def number_of(text: str) -> Fraction | None:
    """Read ``3``, ``3.5`` or ``3,5`` exactly; None for anything else."""
    plain = text.strip()
    return Fraction(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def half_up(number: Fraction) -> int:
    """Round to the nearest whole number; a half goes up."""
    return (number + Fraction(1, 2)).__floor__()
