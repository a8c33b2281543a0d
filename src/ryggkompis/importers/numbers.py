"""Numbers as people write them; a comma or a point is believed only after a look at the whole column."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.language import current

_SPACES: Final = " \xa0\u2009\u202f'’"
_SPACED: Final = re.compile(rf"([+-]?[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,4}})([.,][0-9]{{1,9}})?")
_SIGNED: Final = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,12})*")
_GROUP: Final = 3
"""Digits between two signs of thousands."""
_OTHER: Final = {",": ".", ".": ","}


class Numbers(Value):
    """How the numbers of one column are written."""

    decimal: str = "."
    """The sign before what is less than a whole; none where the column does not say."""
    group: str = ""
    """The sign between thousands, besides a blank."""
    guessed: str = ""
    """The first number of which only the language tells how it is meant."""

    @classmethod
    def of(cls, texts: Iterable[str], *, is_whole: bool = False) -> "Numbers":
        """Find out how ``texts`` are written; what ``is_whole`` is counted, and has no halves."""
        decimals: set[str] = set()
        groups: set[str] = set()
        either: dict[str, str] = {}
        for text in texts:
            for sign, is_decimal in _signs(_plain(text)):
                if is_decimal is None:
                    either.setdefault(sign, text.strip())
                else:
                    (decimals if is_decimal else groups).add(sign)
        signs = decimals | groups | set(either)
        roles = {sign: _is_decimal(sign, decimals, groups, is_whole=is_whole) for sign in signs}
        clear = decimals ^ groups
        guessed = next((text for sign, text in either.items() if not clear & {sign, _OTHER[sign]}), "")
        decimal = "".join(sign for sign, holds in roles.items() if holds)
        return cls(decimal, "".join(sign for sign, holds in roles.items() if holds is False), guessed)

    def read(self, text: str) -> Fraction | None:
        """Read one number exactly; None for anything else."""
        plain = _plain(text)
        if not _SIGNED.fullmatch(plain):
            return None
        whole, _, part = plain, "", ""
        for sign in self.decimal:
            if plain.count(sign) == 1:
                whole, _, part = plain.partition(sign)
        head, *rest = re.split(f"[{re.escape(self.group)}]", whole) if self.group else [whole]
        if rest and (len(head.lstrip("+-")) > _GROUP or any(len(one) != _GROUP for one in rest)):
            return None
        digits = head + "".join(rest)
        if not digits.lstrip("+-").isdecimal() or (part and not part.isdecimal()):
            return None
        return Fraction(f"{digits}.{part}" if part else digits)


def parse_number(text: str) -> Fraction | None:
    """Read a number as a machine writes it: ``3`` or ``3.5``; None for anything else."""
    return Numbers().read(text)


def half_up(number: Fraction) -> int:
    """Round to the nearest whole number; a half goes up."""
    return (number + Fraction(1, 2)).__floor__()


def whole(number: Fraction | None) -> int | None:
    """Give a number that counts something; None for what is none."""
    return None if number is None or number.denominator != 1 else int(number)


def _plain(text: str) -> str:
    plain = text.strip().replace("−", "-")
    found = _SPACED.fullmatch(plain)
    return re.sub(f"[{_SPACES}]", "", found[1]) + (found[2] or "") if found else plain


def _signs(plain: str) -> Iterator[tuple[str, bool | None]]:
    """Give each sign in a number, and whether less than a whole follows; None where it may be either."""
    if not _SIGNED.fullmatch(plain):
        return
    used = [sign for sign in plain if sign in _OTHER]
    if len(set(used)) > 1:
        yield used[-1], True
        yield used[0], False
    elif len(used) > 1:
        yield used[0], False
    elif used:
        head, _, tail = plain.lstrip("+-").partition(used[0])
        is_either = len(tail) == _GROUP and len(head) <= _GROUP and not head.startswith("0")
        # A count of “9123.0” says how halves are written, and nothing of thousands.
        yield used[0], None if is_either else True


def _is_decimal(sign: str, decimals: set[str], groups: set[str], *, is_whole: bool) -> bool | None:
    if sign in decimals and sign in groups:
        return None
    if sign in decimals or sign in groups:
        return sign in decimals
    other = _OTHER[sign]
    if other in decimals or other in groups:
        return other in groups
    return not is_whole and sign == ("," if current() == "nb" else ".")
