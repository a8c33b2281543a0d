"""List the characters that the PDF's fonts can show, as runs of code points: ``data/fonts/covered.txt``."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "data" / "fonts"
LIST = FONTS / "covered.txt"


def covered() -> str:
    """Give the list: what both weights of the text have, and what the emoji have."""
    plain, bold, emoji = (
        set(TTFont(FONTS / f"{name}.ttf").getBestCmap())
        for name in ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold", "NotoEmoji-Regular")
    )
    return "".join(f"{first:x}-{last:x}\n" for first, last in runs(sorted((plain & bold) | emoji)))


def runs(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each run of numbers that follow one another."""
    for _key, group in groupby(enumerate(points), lambda pair: pair[1] - pair[0]):
        run = [point for _place, point in group]
        yield run[0], run[-1]


if __name__ == "__main__":
    LIST.write_text(covered(), encoding="ascii")
