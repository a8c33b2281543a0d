"""``where``: the places of the data."""

from ryggkompis.cli.output import facts, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _
from ryggkompis.store.permissions import close_files
from ryggkompis.words.locked import journal_is_locked
from ryggkompis.words.problems import open_to_others


def where_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.takes_json()
    return _where


def _where(here: Surroundings) -> int:
    places, locked = here.places, here.store.seal.is_on
    if here.is_json:
        print_json(
            {
                "data": places.data,
                "journal": places.journal,
                "settings": places.settings,
                "backups": places.backups,
                "key": places.key,
                "locked": locked,
            }
        )
        return DONE
    named = [
        (_("Your data"), places.data),
        (_("The journal, one file a month"), places.journal),
        (_("The settings of this machine"), places.settings),
        (_("Copies of earlier days"), places.backups),
    ]
    if locked:
        named.append((_("The key, which your passphrase opens"), places.key))
    for name, path in named:
        facts(f"{name}: {shown(path)}")
    if locked:
        facts(journal_is_locked())
    bared = close_files(places)
    for path in bared:
        facts(open_to_others(path))
    facts(
        _("Nothing leaves this machine unless you send it.")
        if bared
        else _("Only you can read these files. Nothing leaves this machine unless you send it.")
    )
    return DONE
