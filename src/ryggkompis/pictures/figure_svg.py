"""A figure as an SVG file: its poses side by side, with words for those who do not see them."""

from html import escape
from typing import Final

from ryggkompis.domain.catalogue.figures import Figure, Point, Pose
from ryggkompis.pictures.figure_props import Shade, Stroke
from ryggkompis.pictures.figure_strokes import Extent, extent_of, strokes
from ryggkompis.pictures.glyphs import cells

SHADES: Final[dict[Shade, str]] = {
    "thing": "#8a8f98", "mark": "#c2410c", "air": "#0e7490",
    "far": "#7aa5d2", "body": "#2b6cb0", "near": "#174a7c", "face": "#ffffff",
}  # fmt: skip
_GAP: Final = 8
_EDGE: Final = 1
"""Left free around what is drawn."""


def figure_svg(figure: Figure, title: str, description: str, name: str = "") -> str:
    """Give the poses side by side as an SVG document that says what it shows and runs nothing.

    ``name`` tells it from others in the same file.
    """
    extent = extent_of(figure)
    step = extent.width + _GAP
    width, height = step * len(figure.poses) - _GAP + 2 * _EDGE, extent.height + 2 * _EDGE
    parts = "\n".join(
        f'<g transform="translate({_n(_EDGE + step * n)} {_EDGE})">\n{_pose(figure, pose, extent)}</g>'
        for n, pose in enumerate(figure.poses)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}title {name}desc" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width * 3)}" height="{_n(height * 3)}">\n'
        f'<title id="{name}title">{_safe(title)}</title>\n<desc id="{name}desc">{_safe(description)}</desc>\n'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">\n{parts}\n</g>\n</svg>\n'
    )


def _pose(figure: Figure, pose: Pose, extent: Extent) -> str:
    ends = (extent.left + _EDGE, -0.5), (extent.right - _EDGE, -0.5)
    floor = () if figure.seen == "above" else (Stroke(ends, 1, "thing"),)
    return "".join(_drawn(stroke, extent) for stroke in (*floor, *strokes(figure, pose)))


def _drawn(stroke: Stroke, extent: Extent) -> str:
    ink, dots = SHADES[stroke.shade], [_at(extent, point) for point in stroke.points]
    if len(dots) == 1:
        ((x, y),) = dots
        return f'<circle cx="{x}" cy="{y}" r="{_n(stroke.thick / 2)}" fill="{ink}"/>\n'
    points = " ".join(",".join(dot) for dot in dots)
    return f'<polyline points="{points}" stroke="{ink}" stroke-width="{_n(stroke.thick)}"/>\n'


def _at(extent: Extent, point: Point) -> tuple[str, str]:
    return _n(point[0] - extent.left), _n(extent.top - point[1])


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _safe(text: str) -> str:
    return escape("".join(cells(text)))
