"""The picture of some weeks, or of half a year: leg and back above, walking below; without words."""

from collections.abc import Iterator, Sequence
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.figure_svg import SHADES
from ryggkompis.pictures.picture import Role
from ryggkompis.pictures.picture_svg import INKS

LEFT: Final = 20
"""Room for the numbers of the scale."""
_WIDE, _TOP, _PAIN, _WALKS, _HIGH = 320, 12, 60, 84, 132
_FLOOR: Final = 120
_LEG, _BACK, _BAR, _LINE = INKS[Role.LEG], INKS[Role.BACK], SHADES["far"], SHADES["near"]
"""The inks of the program's own pictures; here they are told apart by their shapes, too."""


class Column(Value):
    """What one day, or one week, was."""

    leg: float | None
    back: float | None
    walked: float | None
    planned: float | None
    """Minutes; None where there was no plan."""
    is_flare: bool = False
    """It was called a flare-up, or was one."""


def picture(columns: Sequence[Column], marks: Sequence[tuple[int, str]]) -> str:
    """Draw the columns, the newest on the right; ``marks`` are the numbers under some of them."""
    most = max([40.0, *(minutes for one in columns for minutes in (one.walked, one.planned) if minutes)])
    step = (_WIDE - LEFT) / len(columns)
    parts = [*_frame(most), *_walks(columns, step, most), *_line(columns, step, is_leg=False)]
    parts += [*_line(columns, step, is_leg=True), *_flares(columns, step)]
    parts += [_text(LEFT + (place + 0.5) * step, _HIGH - 2, mark, "middle") for place, mark in marks]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" '
        'font-family="DejaVu Sans, sans-serif" font-size="9" fill="currentColor">'
        f"{''.join(parts)}</svg>"
    )


def _frame(most: float) -> Iterator[str]:
    for value in (0, 5, 10):
        y = _y(value)
        yield f'<path d="M{LEFT} {_n(y)}H{_WIDE}" stroke="#9aa3a9" stroke-width=".4"/>'
        yield _text(LEFT - 4, y + 3, str(value), "end")
    yield f'<path d="M{LEFT} {_FLOOR}H{_WIDE}" stroke="currentColor" stroke-width=".6"/>'
    yield _text(LEFT - 4, _WALKS + 6, f"{most:.0f}", "end")
    yield _text(LEFT - 4, _FLOOR, "0", "end")


def _walks(columns: Sequence[Column], step: float, most: float) -> Iterator[str]:
    for place, one in enumerate(columns):
        x = LEFT + place * step
        if one.walked:
            high = (_FLOOR - _WALKS) * one.walked / most
            yield (
                f'<rect x="{_n(x + step * 0.15)}" y="{_n(_FLOOR - high)}" width="{_n(step * 0.7)}" '
                f'height="{_n(high)}" fill="{_BAR}"/>'
            )
        if one.planned is not None:
            y = _FLOOR - (_FLOOR - _WALKS) * one.planned / most
            yield f'<path d="M{_n(x)} {_n(y)}h{_n(step)}" stroke="{_LINE}" stroke-width="1.4"/>'


def _line(columns: Sequence[Column], step: float, *, is_leg: bool) -> Iterator[str]:
    """Draw leg or back; a day without a word is a gap."""
    ink, dash = (_LEG, "") if is_leg else (_BACK, ' stroke-dasharray="2 2"')
    path, dots, is_on = [], [], False
    for place, one in enumerate(columns):
        value = one.leg if is_leg else one.back
        if value is not None:
            x, y = _n(LEFT + (place + 0.5) * step), _n(_y(value))
            path.append(f"{'L' if is_on else 'M'}{x} {y}")
            dots.append(_dot(x, y, ink, is_leg=is_leg))
        is_on = value is not None
    if path:
        yield f'<path d="{"".join(path)}" fill="none" stroke="{ink}" stroke-width="1.3"{dash}/>'
    yield from dots


def _dot(x: str, y: str, ink: str, *, is_leg: bool) -> str:
    if is_leg:
        return f'<circle cx="{x}" cy="{y}" r="2.4" fill="{ink}"/>'
    return f'<circle cx="{x}" cy="{y}" r="1.7" fill="#fff" stroke="{ink}"/>'


def _flares(columns: Sequence[Column], step: float) -> Iterator[str]:
    for place, one in enumerate(columns):
        if one.is_flare:
            x = LEFT + (place + 0.5) * step
            yield f'<path d="M{_n(x)} 2l3 6h-6z" fill="currentColor"/>'


def _y(value: float) -> float:
    return _TOP + _PAIN * (1 - value / 10)


def _text(x: float, y: float, told: str, anchor: str) -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{told}</text>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
