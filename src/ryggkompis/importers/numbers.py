"""Numbers as people write them."""

import re
from fractions import Fraction
from typing import Final

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_COUNT: Final = re.compile(r"([0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.0+)?")


def parse_number(text: str) -> Fraction | None:
    """Read ``3``, ``3.5`` or ``3,5`` exactly; None for anything else."""
    plain = text.strip()
    return Fraction(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def half_up(number: Fraction) -> int:
    """Round to the nearest whole number; a half goes up."""
    return (number + Fraction(1, 2)).__floor__()


def count_of(text: str) -> int | None:
    """Read how many, from ``4419``, ``1,773``, ``1 773`` or ``9123.0``; None for anything else."""
    match = _COUNT.fullmatch("".join(text.split()))
    return int(match[1].replace(",", "")) if match else None
