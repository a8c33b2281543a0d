"""A picture as text: plain, or coloured for a terminal by a table from role to colour."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.pictures.glyphs import ascii_text, block_text
from ryggkompis.pictures.picture import Picture, Role, Run

# Not in RGB: these sixteen are the ones that a person who sees poorly has chosen for their terminal.
COLOURS: Final[Mapping[Role, str]] = {
    Role.GRID: "2",
    Role.EVENT: "35",
    Role.GOAL: "32",
    Role.PROP: "2",
    Role.FIGURE: "1",
    Role.BACK: "33",
    Role.LEG: "36",
    Role.BACK_MEAN: "1;33",
    Role.LEG_MEAN: "1;36",
}
"""Role to SGR parameters, from the sixteen colours that every terminal theme sets; leg and back are
told apart by colour-blind eyes too, and neither is red. Black, white and their bright sisters are the ground
of one theme or another: what has no colour here is written in the ink of the text."""
GROUNDS: Final[Mapping[Role, str]] = {Role.MODERATE: "100", Role.STRONG: "46;30"}
"""The same for what lies behind."""
NO_COLOUR: Final[Mapping[Role, str]] = {Role.FIGURE: "1", Role.LEG_MEAN: "1", Role.BACK_MEAN: "1"}
"""Weight only."""


def legible(picture: Picture, terminal: str | None, *, has_unicode: bool) -> Picture:
    """Give the picture in characters that a terminal of this kind (``TERM``) has."""
    if not has_unicode:
        return picture.ascii()
    return picture.blocks() if terminal == "linux" else picture


def legible_text(text: str, terminal: str | None, *, has_unicode: bool) -> str:
    """Give a piece of a picture in the characters that `legible` gives the whole in."""
    if not has_unicode:
        return ascii_text(text)
    return block_text(text) if terminal == "linux" else text


def plain(picture: Picture) -> str:
    """Give the picture as lines of text without any colour."""
    return "\n".join("".join(run.text for run in row).rstrip() for row in picture.rows)


def ansi(picture: Picture, *, colour: bool = True) -> str:
    """Give the picture as lines for a terminal; without ``colour`` lines are bold."""
    return "\n".join("".join(_run(run, colour=colour) for run in row) for row in picture.rows)


def _run(run: Run, *, colour: bool) -> str:
    fore = (COLOURS if colour else NO_COLOUR).get(run.role, "") if run.role else ""
    ground = GROUNDS.get(run.ground, "") if run.ground and colour else ""
    look = ";".join(filter(None, (fore, ground)))
    return f"\x1b[{look}m{run.text}\x1b[0m" if look else run.text
