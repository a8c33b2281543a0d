"""``backup`` and ``restore``: the whole journal in one file, and back; what is there always stays."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from ryggkompis.cli import status
from ryggkompis.cli.output import document, facts, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.passphrase import open_with_passphrase
from ryggkompis.cli.trouble import tell
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.days import logical_day
from ryggkompis.domain.errors import ExpectedError
from ryggkompis.domain.text import shown
from ryggkompis.i18n import _, ngettext, word
from ryggkompis.importers import Here, read_file
from ryggkompis.importers.errors import CannotRead, NoSuchFile
from ryggkompis.services.problem_words import problem_in_words
from ryggkompis.store import Line, Problem
from ryggkompis.store.archive import pack, unpack, unpack_keys
from ryggkompis.store.errors import NotReadable
from ryggkompis.store.months import REPLACEABLE, decode
from ryggkompis.store.seal import Seal, is_sealed
from ryggkompis.store.targets import check_target, write


def backup_command(parser: Parser) -> Run:
    """Take where to."""
    parser.add_argument("file", metavar=_("FILE"), help=_("where to write it, for example backup.zip"))
    parser.add_argument("--force", action="store_true", help=_("replace a file that is there already"))
    return _backup


def restore_command(parser: Parser) -> Run:
    """Take a backup."""
    parser.add_argument("file", metavar=_("FILE"), help=_("a file that “ryggkompis backup” wrote"))
    parser.add_argument("--dry-run", action="store_true", help=_("say what is found, and keep nothing"))
    parser.takes_json()
    return _restore


def _backup(here: Surroundings) -> int:
    file = here.said.file
    check_target(file, here.places, may_replace=here.said.force)
    try:
        data = pack(here.places)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotReadable(path=here.places.journal, reason=reason) from error
    write(file, data)
    count = sum(1 for _month in unpack(Path(file)))
    told(
        ngettext("Written: {file}, {n} month.", "Written: {file}, {n} months.", count).format(
            file=shown(file), n=count
        )
    )
    told(
        _("The file opens with your passphrase, as the journal does.")
        if here.store.seal.is_on
        else _("Anyone who has the file can read it. Keep it where you keep such things.")
    )
    return status.DONE


def _restore(here: Surroundings) -> int:
    reading = here.store.read()
    everything = here.store.lines()
    months = list(_months(here))
    found = [line for lines, _fault in months for line in lines]
    fresh = _unknown_to(everything, found)
    if not here.said.dry_run:
        here.store.bring_back(fresh)
    faults = [fault for _lines, fault in months if fault]
    for fault in faults:
        told(fault)
    if here.is_json:
        document({"found": len(found), "added": 0 if here.said.dry_run else len(fresh)})
    else:
        facts(_in_words(len(found), len(fresh), is_dry=here.said.dry_run))
    return max(tell(reading.problems), status.UNUSABLE if faults else status.DONE)


def _months(here: Surroundings) -> Iterator[tuple[tuple[Line, ...], str]]:
    """Give the lines of each month, or what is wrong with it."""
    now, file = here.clock.now(), Path(here.said.file)
    where = Here(logical_day(now, here.settings.starts), here.clock.zone, now.tzinfo or UTC)
    if not file.is_file():
        raise NoSuchFile(file=str(file))
    try:
        with TemporaryDirectory() as keys:
            unpack_keys(file, Path(keys))
            seals = (here.store.seal, Seal(keys, open_with_passphrase))
            for name, sealed in unpack(file):
                data = _opened(sealed, seals)
                locked = (), problem_in_words(Problem(name, "locked"))
                yield locked if data is None else _month(name, data, where)
    except OSError as error:
        raise CannotRead(file=str(file), reason=error.strerror or type(error).__name__) from error


def _opened(data: bytes, seals: tuple[Seal, ...]) -> bytes | None:
    """Open a month of a backup with the key of the journal, or with the one that lies beside it."""
    if not is_sealed(data):
        return data
    opened = (seal.open(data) for seal in seals if seal.is_on)
    return next((found for found in opened if found is not None), None)


def _month(name: str, data: bytes, where: Here) -> tuple[tuple[Line, ...], str]:
    judged = decode(data, name[: len("YYYY-MM")]).status
    fault = "" if judged in REPLACEABLE else problem_in_words(Problem(name, judged))
    try:
        return read_file(data, where, name=name).lines, fault
    except ExpectedError as error:
        return (), fault or word(error)


def _unknown_to(journal: tuple[Line, ...], found: list[Line]) -> list[Line]:
    known = {(line["id"], line["rev"]) for line in journal}
    return [line for line in found if (line["id"], line["rev"]) not in known]


def _in_words(found: int, fresh: int, *, is_dry: bool) -> str:
    if not fresh:
        return _("Nothing to bring back: the journal has all {n} lines of it.").format(n=found)
    if is_dry:
        told_ = ngettext(
            "{n} line would be brought back. Nothing was kept.",
            "{n} lines would be brought back. Nothing was kept.",
            fresh,
        )
    else:
        told_ = ngettext("{n} line was brought back.", "{n} lines were brought back.", fresh)
    return told_.format(n=fresh)
