"""``backup``: the whole journal in one file."""

from pathlib import Path

from ryggkompis.cli import status
from ryggkompis.cli.output import told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.archive import pack, unpack
from ryggkompis.store.errors import NotReadable
from ryggkompis.store.targets import check_target, write


def backup_command(parser: Parser) -> Run:
    """Take where to."""
    parser.add_argument("file", metavar=_("FILE"), help=_("where to write it, for example backup.zip"))
    parser.takes_force()
    return _backup


def _backup(here: Surroundings) -> int:
    file = here.said.file
    check_target(file, here.places, may_replace=here.said.force)
    try:
        data = pack(here.places)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotReadable(path=here.places.journal, reason=reason) from error
    write(file, data)
    # Read back from the disk: a backup that cannot be read is found out now, not when it is needed.
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
