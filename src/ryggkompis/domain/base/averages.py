"""The mean and the median of a few numbers.

The standard module for it brings fractions, decimals and random numbers to every start of the program.
"""

from collections.abc import Collection
from math import fsum


def mean(values: Collection[float]) -> float:
    """Give the arithmetic mean of one or more numbers."""
    return fsum(values) / len(values)


def median(values: Collection[float]) -> float:
    """Give the middle one of one or more numbers; of an even count the mean of the two in the middle."""
    ordered, middle = sorted(values), len(values) // 2
    return mean(ordered[middle - 1 : middle + 1]) if len(ordered) % 2 == 0 else float(ordered[middle])
