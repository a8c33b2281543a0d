"""Before a report leaves: what goes along, where to, and whether a file may be replaced."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ryggkompis.i18n import _
from ryggkompis.store.targets import check_target
from ryggkompis.tui import report_questions as asked
from ryggkompis.tui.screens.asking import Answers, Asking

if TYPE_CHECKING:
    from ryggkompis.tui.app import Ryggkompis


class Wanted(NamedTuple):
    """A file that may be written, and what is not to be in it."""

    file: str
    at_home: frozenset[str]


async def ask_where(app: "Ryggkompis", name: str, private: Sequence[str]) -> Wanted | None:
    """Ask about each part with one's own words, and where to; None when nothing is to be written."""
    known: Answers = {"file": str(_usual_folder() / name)}
    answers = await app.push_screen_wait(Asking(_title, partial(asked.saving, private), known))
    if answers is None:
        return None
    file = _path(answers["file"])
    if not app.do(partial(check_target, file, app.places, may_replace=True)):
        return None
    if _is_there(file):
        again = await app.push_screen_wait(Asking(_title, asked.replacing, {}))
        if again is None or not again["replace"]:
            return None
    return Wanted(file, frozenset(part for part in private if not answers[part]))


def _title() -> str:
    return _("For your therapist")


def _path(typed: object) -> str:
    return str(Path(str(typed)).expanduser())


def _is_there(file: str) -> bool:
    return Path(file).exists()


def _usual_folder() -> Path:
    """Give the folder of documents where there is one, else the home folder."""
    import platformdirs  # noqa: PLC0415 - only when something is saved

    documents = Path(platformdirs.user_documents_dir())
    return documents if documents.is_dir() else Path.home()
