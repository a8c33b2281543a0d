"""``restore``: what the journal has lost, from a backup or a copy of earlier days; what is there stays."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ryggkompis.cli import status
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.passphrase import open_with_passphrase
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.content.errors import NoSuchFileError
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.journal.problems import Problem, Status
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.importers.errors import CannotRead
from ryggkompis.store import backups
from ryggkompis.store.archive import NotABackup, unpack, unpack_aside, unpack_keys
from ryggkompis.store.lines import Line, id_of, rev_of
from ryggkompis.store.months import REPLACEABLE, decode_month
from ryggkompis.store.seal import Seal, is_sealed
from ryggkompis.words.problems import problem_in_words


class FileOrDay(ExpectedError):
    """Two places to restore from."""

    says = N_("Give a backup file, or a day with --at, not both.")


def restore_command(parser: Parser) -> Run:
    """Take a backup, or a day whose copies are meant."""
    parser.shows("restore backup.zip", _("bring back what is in it; what is there stays"))
    parser.shows(_("restore --at yesterday --dry-run"), _("say what a copy of this machine would bring back"))
    parser.takes_word("file", kinds.file(), _("a file that “ryggkompis backup” wrote"))
    parser.takes_day("--at", _("from this machine's own copies, as the diary was when that day began"))
    parser.takes_dry_run()
    parser.takes_json()
    return _restore


def _restore(here: Surroundings) -> int:
    if here.said.file is not None and here.said.at is not None:
        raise FileOrDay
    if here.said.file is None and here.said.at is None:
        return _list_days(here)
    known = Known(here.store.lines())
    found = added = 0
    faults = []
    # One month at a time: a small file may unpack to a great many lines.
    for one in months_in(here, here.said.file) if here.said.file is not None else _from_copies(here):
        # What is here wins, also what was taken out since: a restore adds, and never turns back.
        fresh = known.lacks(one.lines)
        if not here.said.dry_run:
            # First what could not be understood: a plan must not open on the rest of it.
            if one.unread is not None:
                backups.set_aside(here.places, here.store.seal, *one.unread)
            here.store.bring_back(fresh)
        found, added = found + len(one.lines), added + len(fresh)
        faults += [one.fault] if one.fault else []
    for fault in faults:
        told(fault)
    if here.is_json:
        print_json({"found": found, "added": 0 if here.said.dry_run else added})
    else:
        facts(_in_words(found, added, is_dry=here.said.dry_run))
    # Now, and not before: a month that was gone may be back.
    return max(tell_problems(here.store.read().problems), status.UNUSABLE if faults else status.DONE)


def _list_days(here: Surroundings) -> int:
    """Say of which days there are copies; nothing is brought back."""
    days = backups.days(here.places.backups)
    if here.is_json:
        print_json({"days": days})
    elif not days:
        facts(_("There is no copy of earlier days yet. One is made before each day's first change."))
    else:
        facts(_("There are copies of the diary as it was when these days began:"))
        for day in days:
            facts(f"  {day}  {formats.weekday_day(date.fromisoformat(day))}")
        facts(_("“ryggkompis restore --at {day} --dry-run” says what would come back.").format(day=days[-1]))
    return status.DONE


class Brought(NamedTuple):
    """One month of a backup."""

    lines: tuple[Line, ...]
    fault: str = ""
    """What is wrong with it, in words; empty for what lay aside already where the backup was made."""
    unread: tuple[str, bytes] | None = None
    """The name and the whole of it, as far as it can be had, where it could not be understood in full."""

    @property
    def is_of_journal(self) -> bool:
        """Tell whether it was in the journal, and not aside."""
        return bool(self.fault) or self.unread is None


def _from_copies(here: Surroundings) -> Iterator[Brought]:
    """Give the lines of each month as it was when the day began, from the copies on this machine."""
    for lines in backups.months_at(here.places.backups, here.said.at, here.store.seal):
        yield Brought(lines)


def months_in(here: Surroundings, name: str) -> Iterator[Brought]:
    """Give the lines of each month of a backup, or what is wrong with it; first what lay aside.

    Raises:
        NoSuchFileError, CannotRead, NotABackup: when not even one month can be had from it.

    """
    file = Path(name)
    try:
        if not file.is_file():
            raise NoSuchFileError(file=str(file))
        # The backup's own keys, away from ours: it may be locked with another passphrase.
        with TemporaryDirectory() as keys, file.open("rb") as packed:
            unpack_keys(packed, str(file), Path(keys))
            seals = (here.store.seal, Seal(keys, open_with_passphrase))
            months = list(unpack(packed, str(file)))
            if all(sealed is None for _month, sealed in months):
                raise NotABackup(file=str(file))
            for month, sealed in unpack_aside(packed, str(file)):
                if (one := _month_of(month, sealed, seals)).unread is not None:
                    yield one._replace(lines=(), fault="")
            for month, sealed in months:
                yield _month_of(month, sealed, seals)
    except OSError as error:
        raise CannotRead(file=str(file), reason=error) from error


def _month_of(name: str, sealed: bytes | None, seals: tuple[Seal, ...]) -> Brought:
    data = None if sealed is None else _opened(sealed, seals)
    if data is None:
        return _unread(name, "damaged" if sealed is None else "locked", sealed or b"")
    # As the journal itself reads it, and no more strictly: what it would keep comes back.
    month = decode_month(data, name[: len("YYYY-MM")])
    if month.status in REPLACEABLE:
        return Brought(month.lines)
    return _unread(name, month.status, data, month.lines)


def _unread(name: str, status: Status, data: bytes, lines: tuple[Line, ...] = ()) -> Brought:
    words = _in_backup(name) if status == "locked" else problem_in_words(Problem(name, status))
    return Brought(lines, words, (name, data))


def _in_backup(name: str) -> str:
    return _("{file} in the backup is locked with a key that is not here, or damaged.").format(
        file=shown_name(name)
    )


def _opened(data: bytes, seals: tuple[Seal, ...]) -> bytes | None:
    """Open a month of a backup with the key of the journal, or with the one that lies beside it."""
    if not is_sealed(data):
        return data
    opened = (seal.open(data) for seal in seals if seal.is_on)
    return next((found for found in opened if found is not None), None)


class Known:
    """Which lines somewhere has, without holding them."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Begin with ``lines``."""
        self._lines: set[tuple[str, int]] = set()
        self._erased: set[str] = set()
        self.learn(lines)

    def learn(self, lines: Iterable[Line]) -> None:
        """Take in that it has these, too."""
        for line in lines:
            self._lines.add((id_of(line), rev_of(line)))
            # What was erased for good must not come back from a copy that was forgotten.
            if line.get("erased") is True:
                self._erased.add(id_of(line))

    def __len__(self) -> int:
        return len(self._lines)

    def lacks(self, lines: Iterable[Line]) -> list[Line]:
        """Leave out what it has, and what was erased for good."""
        return [
            line
            for line in lines
            if (id_of(line), rev_of(line)) not in self._lines and id_of(line) not in self._erased
        ]


def _in_words(found: int, fresh: int, *, is_dry: bool) -> str:
    if not fresh:
        return _("Nothing to bring back: the diary has all {n} lines of it.").format(n=found)
    if is_dry:
        told_ = ngettext(
            "{n} line would be brought back. Nothing was kept.",
            "{n} lines would be brought back. Nothing was kept.",
            fresh,
        )
    else:
        told_ = ngettext("{n} line was brought back.", "{n} lines were brought back.", fresh)
    return told_.format(n=fresh)
