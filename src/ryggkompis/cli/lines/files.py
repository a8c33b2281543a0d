"""What is asked before a file is written or read, as lines; the answers are the arguments of a command."""

from collections.abc import Sequence
from pathlib import Path

from ryggkompis.cli.lines.ask import ask_all
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.report.omit import PARTS
from ryggkompis.report.saving import usual_file
from ryggkompis.services.questions import report as asked
from ryggkompis.words.entries import parts_named


def about_report(here: Surroundings) -> Sequence[str]:
    """Ask what stays at home and where to; the command asks about one's own words itself."""
    left = ask_all(lambda: asked.leaving_out(parts_named(PARTS)), {})["without"]
    without = ",".join(left) if isinstance(left, tuple) else ""
    where = _where(usual_file(here.today.day, ".pdf"))
    return (*where, *(("--without", without) if without else ())) if where else ()


def about_sheet(here: Surroundings) -> Sequence[str]:
    """Ask how large the letters are, and where to."""
    is_large = ask_all(asked.letters, {})["large"] is True
    where = _where(usual_file(here.today.day, "-plan.pdf"))
    return (*where, *(("--large",) if is_large else ())) if where else ()


def about_import(here: Surroundings) -> Sequence[str]:
    """Ask which file, what is what in it, and whether it shall come in."""
    from ryggkompis.cli.lines.importing import look_first

    return look_first(here)


def _where(usual: str) -> Sequence[str]:
    file = _path(ask_all(asked.where, {"file": usual})["file"])
    if not Path(file).exists():
        return (file,)
    return (file, "--force") if ask_all(asked.replacing, {})["replace"] is True else ()


def _path(typed: object) -> str:
    return str(Path(str(typed)).expanduser())
