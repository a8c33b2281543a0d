"""The diary as a whole, asked about as lines: a backup, bringing it back, looking it over, erasing."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ryggkompis.cli.lines.ask import ask_all, choose, confirm
from ryggkompis.cli.lines.keeping.files import typed_path, where
from ryggkompis.cli.lines.running import command
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions import report as asked
from ryggkompis.store import backups

LATEST: Final = 20
"""Entries, and days of copies, that are offered."""
_EVERYTHING: Final = "--everything"
_FILE: Final = "file"


def about_backup(here: Surroundings) -> Sequence[str]:
    """Ask where the backup shall be written."""
    return where(here, ".zip")


def about_reminders(here: Surroundings) -> Sequence[str]:
    """Ask where the calendar shall be written."""
    return where(here, ".ics")


def about_restore(here: Surroundings) -> Sequence[str]:
    """Ask what to bring back and from where; what would come is told before it comes."""
    days = backups.days(here.places.backups)[-LATEST:]
    copies = [(day, _copy_of(day)) for day in reversed(days)]
    chosen = choose(_("Bring back from where?"), [(_FILE, _("a backup file")), *copies])
    if chosen is None:
        return ()
    typed = ask_all(asked.reading, {})["file"] if chosen == _FILE else None
    if chosen == _FILE and not typed:
        return ()
    said = ("--at", chosen) if typed is None else (typed_path(typed),)
    command("restore", *said, "--dry-run")(here)
    return said if confirm(_("Shall it come back?")) else ()


def _copy_of(day: str) -> str:
    named = formats.weekday_day(date.fromisoformat(day))
    return _("as it was when {day} began").format(day=named)


def about_erasing(here: Surroundings) -> Sequence[str]:
    """Ask what is erased; the command itself asks whether it is meant."""
    entries = [*reversed(here.companion.read()[0].entries)][:LATEST]
    named = [(entry.id, in_a_line(here, entry)) for entry in entries]
    chosen = choose(_("Erase what?"), [*named, (_EVERYTHING, _("all that there is of the diary"))])
    return () if chosen is None else (chosen,)


def look_over(here: Surroundings) -> None:
    """Say what is wrong with the files, and ask about what can be mended."""
    command("doctor")(here)
    wrong = {problem.what for problem in here.companion.read()[1]}
    if "damaged" in wrong and confirm(_("Shall damaged months be written anew? The old files are kept.")):
        command("doctor", "--repair")(here)
    if "vanished" in wrong and confirm(_("Was the month that is gone meant to go?")):
        command("doctor", "--accept-missing")(here)
