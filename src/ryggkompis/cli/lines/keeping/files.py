"""What is asked before a file is written or read, as lines; the answers are the arguments of a command."""

from collections.abc import Sequence
from pathlib import Path

from ryggkompis.cli.lines.ask import ask_all, choose
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.i18n.language import _
from ryggkompis.report.omit import PARTS
from ryggkompis.report.saving import usual_file
from ryggkompis.services.imports.errors import NothingBroughtIn
from ryggkompis.services.imports.whole import imports
from ryggkompis.services.questions import report as asked
from ryggkompis.words.entries import parts_named
from ryggkompis.words.imports.names import import_in_list


def about_report(here: Surroundings) -> Sequence[str]:
    """Ask what stays at home and where to; the command asks about one's own words itself."""
    left = ask_all(lambda: asked.leaving_out(parts_named(PARTS)), {})["without"]
    without = ",".join(left) if isinstance(left, tuple) else ""
    to = where(here, ".pdf")
    return (*to, *(("--without", without) if without else ())) if to else ()


def about_sheet(here: Surroundings) -> Sequence[str]:
    """Ask how large the letters are, and where to."""
    is_large = ask_all(asked.letters, {})["large"] is True
    to = where(here, "-plan.pdf")
    return (*to, *(("--large",) if is_large else ())) if to else ()


def about_imports(here: Surroundings) -> Sequence[str]:
    """Ask which import is taken out; the command itself asks whether it is meant."""
    known = imports(here.store.lines())
    if not known:
        raise NothingBroughtIn
    named = [
        (one.id, import_in_list(one.source, one.on, one.entries, one.first, one.last))
        for one in reversed(known)
    ]
    chosen = choose(_("Take one of them out? Enter alone leaves them all."), named)
    return () if chosen is None else ("--remove", chosen)


def about_programme(here: Surroundings) -> Sequence[str]:
    """Ask what to do with the therapist's programme, and with which file."""
    choices = (
        ("show", _("what is in use")),
        ("use", _("take a file in")),
        ("export", _("write what is in use to a file")),
        ("template", _("a form to fill in")),
    )
    chosen = choose(_("What about the programme?"), choices)
    if chosen == "use":
        typed = ask_all(asked.reading, {})["file"]
        return (chosen, typed_path(typed)) if typed else ()
    if chosen == "export":
        to = where(here, "-programme.yaml")
        return (chosen, *to) if to else ()
    return () if chosen is None else (chosen,)


def bring_in(here: Surroundings) -> None:
    """Ask which file, what is what in it, and whether it shall come in."""
    from ryggkompis.cli.lines.keeping import importing

    importing.bring_in(here)


def where(here: Surroundings, ending: str) -> Sequence[str]:
    """Ask where a file is written, and whether it may replace one; no answer writes none."""
    usual = usual_file(here.today.day, ending)
    file = typed_path(ask_all(asked.where, {"file": usual})["file"])
    if not Path(file).exists():
        return (file,)
    return (file, "--force") if ask_all(asked.replacing, {})["replace"] is True else ()


def typed_path(typed: object) -> str:
    """Read a path as it is typed."""
    return str(Path(str(typed)).expanduser())
