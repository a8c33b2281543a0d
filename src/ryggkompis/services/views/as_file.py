"""A picture of the course as a file: SVG, or PNG where the typesetter is installed."""

from pathlib import Path
from typing import Final

from ryggkompis.content.files import data_file
from ryggkompis.domain.base.errors import (
    N_,
    ExpectedError,
)
from ryggkompis.domain.today.state import State
from ryggkompis.pictures.picture import Size
from ryggkompis.pictures.picture_svg import picture_svg
from ryggkompis.services.views.view import Lens, View
from ryggkompis.words.views import view_heading

_SIZE: Final = Size(100, 28)
"""Cells of the drawing."""
_SHARP: Final = 160
"""Dots an inch."""
_FONTS: Final = "fonts/covered.txt"
_SHEET: Final = Path(__file__).with_name("picture.typ")


class NoPng(ExpectedError):
    """The typesetter, which is an extra, is not installed; it makes PNG, too."""

    says = N_("PNG needs one more part: pip install 'ryggkompis[pdf]'. Without it, .svg can be written.")


class NotAPicture(ExpectedError):
    """A view that is words alone."""

    says = N_("“{view}” is words alone, without a picture.")


class NotADrawing(ExpectedError):
    """An ending of a file that is no picture."""

    says = N_("{file} is no picture. Let the name end in .svg or .png.")


def picture_format(file: str) -> str:
    """Find the format by the ending of ``file``.

    Raises:
        NotADrawing: for another ending than .svg and .png.

    """
    ending = Path(file).suffix.removeprefix(".").casefold()
    if ending not in {"svg", "png"}:
        raise NotADrawing(file=file)
    return ending


def picture_file(format_: str, view: View, state: State, lens: Lens) -> bytes:
    """Draw a view, with its sentences as the text alternative.

    Raises:
        NotAPicture: where the view is words alone.
        NoPng: where the typesetter is not installed.

    """
    if view.draw is None:
        raise NotAPicture(view=view.name)
    said = " ".join(view.sentences(state, lens))
    svg = picture_svg(view.draw(state, lens, _SIZE), view.name, view_heading(view.name), said)
    return _png(svg) if format_ == "png" else svg.encode()


def _png(svg: str) -> bytes:
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise NoPng from error
    made: bytes = typst.compile(
        _SHEET,
        root=_SHEET.parent,
        font_paths=[data_file(_FONTS).parent],
        ignore_system_fonts=True,
        format="png",
        ppi=_SHARP,
        sys_inputs={"svg": svg},
    )
    return made
