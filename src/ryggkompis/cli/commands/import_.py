"""``import``: a journal, a report, or another program's diary; twice gives the same as once."""

import sys
from datetime import UTC
from pathlib import Path
from typing import Final

from ryggkompis.cli.commands.imported import list_imports, remove_import
from ryggkompis.cli.lines.ask import make_sure
from ryggkompis.cli.lines.keeping.how_far import telling_how_far
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, is_dumb, paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.problems import tell_problems
from ryggkompis.cli.unfinished import tell_keyless
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.days import logical_day
from ryggkompis.i18n.language import _
from ryggkompis.importers.found import Here
from ryggkompis.importers.mapping import TARGETS, parse_mapping, target_word
from ryggkompis.importers.notices import TakenOut
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.source import LIMIT
from ryggkompis.importers.taking.preview import preview_in_words
from ryggkompis.importers.taking.taking import Done, Taking, taking
from ryggkompis.importers.taking.weighing import Also
from ryggkompis.importers.taking.wording import done_in_words, would_do
from ryggkompis.importers.understood import ManySteps, OtherColumns
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.words.imports.names import how_far_read, is_replacing_meant

STANDARD_INPUT: Final = "-"


def import_command(parser: Parser) -> Run:
    """Take a file, and which of its numbers are which; or an import to take out."""
    parser.shows(_("import diary.csv --dry-run"), _("say what is found in it, and keep nothing"))
    parser.shows(_("import diary.csv --map Pain=leg"), _("one of its columns is the pain in the leg"))
    parser.takes_word("file", kinds.file(), _("the file to read; - is standard input"))
    parser.takes_switch("--list", _("list what came from other programs' files"))
    parser.takes_value("--remove", kinds.named(), _("take a whole import out; see --list"))
    parser.needs_one_of("file", "list", "remove")
    parser.takes_value(
        "--map",
        kinds.text(_("NAME=") + "|".join(map(target_word, TARGETS))),
        _("what is what in another program's file, also the id of an exercise; may be repeated"),
        default=[],
        most=None,
    )
    parser.takes_switch("--again", _("bring in also what you have taken out by hand"))
    parser.takes_switch("--many-steps", _("bring in also days of more than 100,000 steps"))
    parser.takes_switch("--beside", _("keep what an earlier import of the same file brought, too"))
    parser.takes_yes(_("do not ask once more"))
    parser.takes_dry_run()
    parser.takes_json()
    return _import


def _import(here: Surroundings) -> int:
    if here.said.list:
        return list_imports(here)
    if here.said.remove is not None:
        return remove_import(here)
    now = here.clock.now()
    where = Here(logical_day(now, here.settings.starts), here.clock.zone, now.tzinfo or UTC)
    names = parse_mapping(here.said.map, lambda: here.companion.catalogue.ids)
    problems = here.store.read().problems
    with telling_how_far(how_far_read, plain=here.is_plain or is_dumb()) as how_far:
        found = read_file(_given(here.said.file), where, names, how_far=how_far)
    lines = here.store.lines()
    flags = here.said
    also = Also(taken_out=flags.again, beside=flags.beside, many_steps=flags.many_steps)
    new = taking(found, lines, where.today, also)
    said = [*map(notice_in_words, new.notices), *preview_in_words(new.lines)]
    if not here.is_json:
        paragraphs(said)
    _tell(here, new, None if here.said.dry_run else _take(here, new), said)
    return tell_problems(here.store.read().problems if found.unread else problems)


def _take(here: Surroundings, new: Taking) -> Done:
    if new.replaced and not here.said.yes:
        told(" ".join(would_do(new)))
        make_sure(is_replacing_meant())
    return new.put_into(here.store)


def _given(file: str) -> Path | bytes:
    if file != STANDARD_INPUT:
        return Path(file)
    # One byte more than may be: so much is enough to know that it is too much.
    return sys.stdin.buffer.read(LIMIT + 1) if sys.stdin is not None else b""


def _tell(here: Surroundings, new: Taking, done: Done | None, said: list[str]) -> None:
    if here.is_json:
        counted = {"added": done.added if done else 0, "removed": done.gone if done else 0}
        gone = sum(len(one.lines) for one in new.replaced)
        print_json({**counted, "found": len(new.lines), "replaces": gone, "notices": said})
        return
    if done is None:
        facts(" ".join((*would_do(new), _("Nothing was kept."))))
    else:
        facts(" ".join(done_in_words(new, done)))
        tell_keyless(here.places)
    if not new.found.is_ours and any(isinstance(notice, TakenOut) for notice in new.notices):
        told(_("With --again what was taken out comes in, too."))
    if any(isinstance(notice, ManySteps) for notice in new.notices):
        told(_("With --many-steps the days of more than 100,000 steps come in, too."))
    if any(isinstance(notice, OtherColumns) for notice in new.notices):
        told(_("With --map you say what other columns are."))
    if done is not None and done.added:
        told(_("“ryggkompis progress” shows the course."))
