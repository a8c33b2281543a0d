"""``where``: the places of the data."""

from ryggkompis.cli.output import as_is, facts, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.unfinished import tell_keyless, tell_unfinished
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n.language import _
from ryggkompis.store.inventory.found import inventory
from ryggkompis.store.inventory.looking import unfinished
from ryggkompis.store.permissions import TELL_WHO_READS, close_files
from ryggkompis.store.places import Places
from ryggkompis.words.locked import journal_is_locked
from ryggkompis.words.problems import open_to_others


def where_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.shows("where", _("where your data is"))
    parser.takes_json()
    return _where


def _where(here: Surroundings) -> int:
    places, locked = here.places, here.store.seal.is_on
    listed = tuple(inventory(places))
    opened = unfinished(places, listed)
    links = tuple(one.path for one in listed if one.what == "target")
    if here.is_json:
        print_json(_as_json(places) | {"locked": locked, "linked": list(links), "open": list(opened)})
        return DONE
    named = [
        (_("Your data"), places.data),
        (_("The diary, one file a month"), places.journal),
        (_("The settings of this machine"), places.settings),
        (_("Your own keys, where you want others"), places.own_keys),
        (_("Copies of earlier days"), places.backups),
    ]
    if locked:
        named.append((_("The key, which your passphrase opens"), places.key))
    named += [(_("Where a link of the diary leads"), path) for path in links]
    for name, path in named:
        as_is(f"{name}: {shown_name(path)}")
    if locked and not opened:
        facts(journal_is_locked())
    tell_unfinished(opened)
    tell_keyless(places)
    bared = close_files(places, listed)
    for path in bared:
        facts(open_to_others(path))
    stays = _("Nothing leaves this machine unless you send it.")
    if not TELL_WHO_READS:
        facts(_("Who can read these files was not checked: Windows keeps account of that."))
    facts(stays if bared or not TELL_WHO_READS else _("Only you can read these files.") + f" {stays}")
    return DONE


def _as_json(places: Places) -> dict[str, object]:
    return {
        "data": places.data,
        "journal": places.journal,
        "settings": places.settings,
        "own_keys": places.own_keys,
        "backups": places.backups,
        "key": places.key,
    }
