"""``programme``: what the therapist decides, told by questions or read from a file they wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.errors import Misused
from ryggkompis.cli.hints import advised
from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.lines.hints import AS_FILE
from ryggkompis.cli.lines.programme import tell_programme
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import STANDARD_OUTPUT, as_is, paragraphs, print_json, raw, told
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, tell_readable, tell_saved
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.content.programme import template
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.programme import keeping
from ryggkompis.services.programme.errors import NoProgramme
from ryggkompis.services.programme.visits import read_programme, use_programme
from ryggkompis.store.targets import check_target, with_ending, write
from ryggkompis.words.programme import (
    WHAT_WAS_SAID,
    in_use,
    is_kept,
    is_only_meant,
    mark_of,
    what_it_says,
    would_be_replaced,
)

ENDING: Final = ".yaml"


def programme_command(parser: Parser) -> Run:
    """Take what to do, and the file where there is one."""
    parser.shows("programme", _("tell what your therapist said; it asks"))
    parser.shows("programme use programme.yaml", _("follow the file that your therapist made"))
    does = kinds.words(("tell", "show", "use", "export", "template"), _("the word"))
    asks = _("tell, show, use, export or template; without a word it asks, as tell does")
    parser.takes_word("do", does, asks, default="tell")
    parser.takes_word("file", kinds.file(), _("the therapist's file, for use; where to write it, for export"))
    parser.takes_force()
    parser.takes_yes(_("do not ask once more"))
    parser.takes_date()
    parser.takes_json()
    return _programme


def _programme(here: Surroundings) -> int:
    match here.said.do:
        case "template":
            as_is(template().rstrip("\n"))
        case "show":
            return _show(here)
        case "export":
            return _export(here)
        case "tell":
            tell_programme(here)
        case _ if here.said.file is None:
            fault = _("Name the file, as in “{program} programme use p.yaml”").format(program=PROGRAM)
            raise Misused(fault=fault, program=f"{PROGRAM} programme")
        case _:
            return _use(here, Path(here.said.file))
    return status.DONE


def _export(here: Surroundings) -> int:
    is_printed = here.said.file in {None, STANDARD_OUTPUT}
    file = here.said.file if is_printed else with_ending(here.said.file, ENDING)
    if not is_printed:
        check_target(file, here.places, may_replace=here.said.force)
    programme = keeping.stands(here.companion)
    if programme is None:
        raise NoProgramme
    data = keeping.as_file(here.companion, programme)
    if is_printed:
        raw(data)
    else:
        write(file, data, here.places)
        told(_("Written: {file}").format(file=shown_name(file)))
        tell_readable(here)
    return status.DONE


def _use(here: Surroundings, file: Path) -> int:
    read = read_programme(here.companion, file)
    replaced = keeping.replaced_by(here.companion, read)
    if replaced is not None and not here.said.yes:
        for line in plain(would_be_replaced(replaced, here.companion.catalogue)):
            told(line)
        make_sure(is_only_meant(read.name))
    entry = use_programme(here.companion, read)
    if entry is None:
        for line in plain(is_kept(None)):
            told(line)
    else:
        tell_saved(here, entry)
    if here.is_json:
        print_json({"saved": as_stored(here, entry) if entry else []})
    elif entry is not None:
        paragraphs(_in_words(here, entry))
    return status.DONE


def _show(here: Surroundings) -> int:
    programme = keeping.stands(here.companion)
    if here.is_json:
        print_json({"programme": as_stored(here, programme)[0] if programme else None})
    elif programme is None:
        told(
            " ".join(
                (
                    word(NoProgramme()),
                    *advised(_("“ryggkompis programme tell” asks what your therapist said."), WHAT_WAS_SAID),
                    *advised(_("“ryggkompis programme template” prints a file to fill in."), AS_FILE),
                )
            )
        )
    else:
        paragraphs(_in_words(here, programme))
    return status.DONE


def _in_words(here: Surroundings, programme: Programme) -> Iterator[str]:
    yield from plain((*in_use(programme), *what_it_says(programme, here.companion.catalogue)))
    yield _("The safety questions always come first, and in a flare-up the plan eases off.")
    yield from plain(mark_of(programme))
