"""``import --list`` and ``import --remove``: what came from other programs' files, and out again."""

from collections.abc import Iterator, Sequence
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.hints import advised
from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.lines.hints import UNDO
from ryggkompis.cli.output import facts, paragraphs, print_json, told
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.imports.errors import NothingBroughtIn
from ryggkompis.services.imports.whole import Imported, Removed, find_import, imports, take_out
from ryggkompis.words.imports.names import (
    import_in_list,
    import_named,
    is_back_again,
    is_removing_meant,
    says_otherwise,
    stays_with_another,
    taken_out,
)

_LEAST: Final = 10
"""Characters of an import's id that the list shows at least."""


def list_imports(here: Surroundings) -> int:
    """List the imports, the newest first."""
    known = imports(here.store.lines())
    if here.is_json:
        print_json({"imports": [_facts(one) for one in known]})
    elif not known:
        facts(word(NothingBroughtIn()))
    else:
        length = _telling([one.id for one in known])
        for one in reversed(known):
            line = import_in_list(one.source, one.on, one.entries, one.first, one.last)
            paragraphs([f"  {one.id[:length]}  {line}"])
    return tell_problems(here.store.read().problems)


def remove_import(here: Surroundings) -> int:
    """Take one import out, when that is meant."""
    one = find_import(here.store.lines(), here.said.remove)
    if not here.said.yes:
        named = import_named(one.source, one.entries, one.first, one.last)
        told(f"{named[:1].upper()}{named[1:]}.")
        make_sure(is_removing_meant())
    done = take_out(here.store, one, here.companion.today.real)
    if here.is_json:
        counted = {"changed": done.changed, "returned": done.returned, "stays": done.stays}
        print_json({"removed": done.gone, **counted})
    else:
        facts(" ".join(_done_in_words(done)))
        for line in (
            advised(_("“ryggkompis undo” brings it back."), UNDO)
            if done.gone or done.changed or done.returned
            else ()
        ):
            told(line)
    return status.DONE


def _done_in_words(done: Removed) -> Iterator[str]:
    if done.gone or not done.changed:
        yield taken_out(done.gone)
    if done.changed:
        yield says_otherwise(done.changed)
    if done.returned:
        yield is_back_again(done.returned)
    if done.stays:
        yield stays_with_another(done.stays)


def _telling(ids: Sequence[str]) -> int:
    """Give how many characters tell each id from every other."""
    longest = max(map(len, ids))
    return next((n for n in range(_LEAST, longest) if len({id_[:n] for id_ in ids}) == len(ids)), longest)


def _facts(one: Imported) -> dict[str, object]:
    days = {"on": str(one.on), "first": str(one.first), "last": str(one.last)}
    return {"id": one.id, "source": one.source, "entries": one.entries, **days}
