"""``backup``: the whole journal in one file."""

from pathlib import Path
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.commands.restore import Known, months_in
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.archive import pack, unpack
from ryggkompis.store.errors import NotReadable
from ryggkompis.store.seal import is_sealed
from ryggkompis.store.targets import check_target, with_ending, write

ENDING: Final = ".zip"


def backup_command(parser: Parser) -> Run:
    """Take where to."""
    parser.shows("backup backup.zip", _("write the whole diary into one file"))
    parser.shows("backup backup.zip --check", _("say what would come back from it"))
    parser.takes_word("file", kinds.file(), _("where to write it, for example backup.zip"), least=1)
    parser.takes_force()
    parser.takes_switch("--check", _("write nothing, and say what would come back"))
    return _backup


def _backup(here: Surroundings) -> int:
    file = with_ending(here.said.file, ENDING)
    return _check(here, file) if here.said.check else _write(here, file)


def _check(here: Surroundings, file: str) -> int:
    """Read a backup as ``restore`` would, and compare it with the journal; nothing is kept anywhere."""
    kept, faults, months = Known(), [], 0
    for one in months_in(here, file):
        kept.learn(one.lines)
        months += one.is_of_journal
        faults += [one.fault] if one.fault else []
    for fault in faults:
        told(fault)
    lacks = len(kept.lacks(here.store.lines()))
    facts(
        ngettext(
            "{file} was read back: {n} line in {months} would come back.",
            "{file} was read back: {n} lines in {months} would come back.",
            len(kept),
        ).format(
            file=shown_name(file),
            n=len(kept),
            months=ngettext("{n} month", "{n} months", months).format(n=months),
        )
    )
    if lacks:
        facts(
            ngettext(
                "{n} line of the diary is not in it. A new backup has it.",
                "{n} lines of the diary are not in it. A new backup has them.",
                lacks,
            ).format(n=lacks)
        )
    return status.UNUSABLE if faults else status.DONE


def _write(here: Surroundings, file: str) -> int:
    check_target(file, here.places, may_replace=here.said.force)
    try:
        data = pack(here.places)
    except OSError as error:
        raise NotReadable(path=here.places.journal, reason=error) from error
    write(file, data, here.places)
    # Read back from the disk: a backup that cannot be read is found out now, not when it is needed.
    with Path(file).open("rb") as written:
        months = [data for _month, data in unpack(written, file)]
    told(
        ngettext("Written: {file}, {n} month.", "Written: {file}, {n} months.", len(months)).format(
            file=shown_name(file), n=len(months)
        )
    )
    told(
        _("The file opens with your passphrase, as the diary does.")
        if all(data is not None and is_sealed(data) for data in months)
        else _("Anyone who has the file can read it. Keep it where you keep such things.")
    )
    return status.DONE
