"""``doctor``: what is not as it should be with the journal; asked to, it mends what can be mended."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ryggkompis.cli import status
from ryggkompis.cli.hints import advised, hint_of
from ryggkompis.cli.lines.hints import RESTORE, UNLOCK
from ryggkompis.cli.output import paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import in_a_line
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.course.earlier import overlaps
from ryggkompis.domain.journal.episodes import episodes
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.plan.reasons import ClockDisagrees
from ryggkompis.domain.today.doubt import is_ahead
from ryggkompis.i18n import formats
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.store.backups import ASIDE
from ryggkompis.store.codec import decode
from ryggkompis.store.conflicts import Difference, differences
from ryggkompis.store.errors import Refused
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.inventory.looking import others, unfinished
from ryggkompis.store.lines import Line, day_of, id_of, is_hidden
from ryggkompis.store.permissions import close_files
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.months import accept_vanished, compare_digests
from ryggkompis.words.locked import copies_are_in, left_in_words, lock_is_not_finished
from ryggkompis.words.problems import open_to_others, problem_in_words
from ryggkompis.words.progress import overlap_in_words
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.today.unread import in_doubt


def doctor_command(parser: Parser) -> Run:
    """Take whether to mend, and whether a month that is gone was meant to go."""
    parser.shows("doctor", _("say what is wrong, and what to do about it"))
    parser.shows("doctor --repair", _("write damaged months anew"))
    parser.takes_switch("--repair", _("write damaged months anew"))
    parser.takes_switch(
        "--accept-missing",
        _("a month that is gone was meant to go; a plan that it held back waits for “ryggkompis clear”"),
    )
    parser.takes_switch(
        "--system", _("what of terminal, language and versions matters to a helper; nothing of the diary")
    )
    parser.takes_json()
    return _doctor


class _Seen(NamedTuple):
    """What there is besides what the journal says."""

    opened: tuple[str, ...]
    """What lies open though the journal is locked."""
    beside: tuple[Found, ...]
    """What lies among the files of a locked journal, and is not locked because it is not ours."""
    mended: tuple[str, ...]
    accepted: tuple[str, ...]
    bared: tuple[str, ...]
    """What others on this machine can read."""
    faults: tuple[str, ...]
    """Of the patient's own keys."""


def _doctor(here: Surroundings) -> int:
    if here.said.system:
        from ryggkompis.cli.commands.system import tell_system

        return tell_system(here)
    return _of_the_diary(here)


def _of_the_diary(here: Surroundings) -> int:
    seen = _seen(here)
    with here.store.opening_once():
        history, problems = here.companion.read()
        found = differences(here.store)
        compare_digests(here.places, here.store.seal, here.today.real, here.store.contents())
    both = overlaps(episodes(history, here.today.day))
    ahead = is_ahead(history, here.today.real)
    if here.is_json:
        print_json(
            {
                "entries": len(history.entries),
                "problems": [one.facts for one in problems],
                "differences": [one._asdict() for one in found],
                "mended": seen.mended,
                "accepted": seen.accepted,
                "lying_open": seen.opened,
                "not_ours": [one.path for one in seen.beside],
                "open_to_others": seen.bared,
                "ahead_of_clock": ahead,
                "own_keys": seen.faults,
                "overlaps": [{name: str(day) for name, day in asdict(one).items()} for one in both],
                "backups": here.places.backups,
            }
        )
    else:
        lines = (
            *_mended(here, seen.mended),
            *map(_accepted, seen.accepted),
            *_counted(len(history.entries), is_late=ahead),
            *_problems(here, problems, is_whole=not (seen.opened or ahead)),
            *(plain(in_doubt(history)) if history.in_doubt else ()),
            *(f"- {_difference(here, one)}" for one in found),
            *(f"- {open_to_others(path)}" for path in seen.bared),
            *(f"- {words}" for words in seen.faults),
            *(f"- {overlap_in_words(one)}" for one in both),
        )
        paragraphs(lines)
    return status.of_reading(problems)


def _seen(here: Surroundings) -> _Seen:
    """Take the inventory once, say what lies open, and only then mend: that may ask for the passphrase."""
    places, seal = here.places, here.store.seal
    listed = tuple(inventory(places))
    opened = unfinished(places, listed, thoroughly=True)
    beside = others(listed) if seal.is_on else ()
    if not here.is_json:
        lines = (*_lying_open(opened), *(f"- {left_in_words(one)}" for one in beside))
        paragraphs(lines)
    mended = here.store.repair() if here.said.repair else ()
    accepted = accept_vanished(places, seal) if here.said.accept_missing else ()
    faults = tuple(word(one) for one in _faults_of_keys(places))
    return _Seen(opened, beside, mended, accepted, close_files(places, listed), faults)


def _faults_of_keys(places: Places) -> tuple[ExpectedError, ...]:
    # Most have no such file, and the window knows which actions there are.
    if not os.path.lexists(places.own_keys):
        return ()
    from ryggkompis.tui.keymap import keys_of_patient

    return keys_of_patient(places).faults


def _lying_open(files: tuple[str, ...]) -> Iterator[str]:
    """Name every file that lies open although the journal is locked, before everything else."""
    if files:
        line = lock_is_not_finished(files)
        yield f"{line.text} {hint_of(line)}"
        yield from (f"- {shown_name(path)}" for path in files)


def _mended(here: Surroundings, months: tuple[str, ...]) -> Iterator[str]:
    for month in months:
        yield _("{month} was written anew from what can be read of it and of its newest copy.").format(
            month=f"{month}.json"
        )
    if months:
        aside = Path(here.places.backups, ASIDE)
        yield _("The damaged file is kept as it was, in {path}").format(path=shown_name(str(aside)))


def _accepted(month: str) -> str:
    return _("{month} is gone, and is not looked for any more.").format(month=f"{month}.json")


def _counted(count: int, *, is_late: bool) -> Iterator[str]:
    if count:
        yield ngettext("{n} entry can be read.", "{n} entries can be read.", count).format(
            n=formats.number(count, 0)
        )
    else:
        yield _("The diary is empty.")
    if is_late:
        yield f"- {reason_in_words(ClockDisagrees())}"


def _problems(here: Surroundings, problems: tuple[Problem, ...], *, is_whole: bool) -> Iterator[str]:
    if not problems and is_whole:
        yield _("Nothing is wrong with it.")
        return
    for problem in problems:
        yield f"- {problem_in_words(problem)}"
    if any(one.hides for one in problems):
        yield copies_are_in(here.places.backups)
    if any(one.what == "vanished" for one in problems):
        brings = _(
            "“ryggkompis restore” brings a copy back. If you meant it to go, “ryggkompis doctor "
            "--accept-missing” stops looking for it."
        )
        yield from advised(brings, RESTORE)
    if any(one.what == "locked" for one in problems):
        yield from advised(_("“ryggkompis unlock” asks for the key, and opens what it opens."), UNLOCK)
    if any(one.what == "damaged" for one in problems):
        writes = _(
            "“ryggkompis doctor --repair” writes a damaged month anew from what can be read. "
            "The file as it is now is kept."
        )
        yield from advised(writes)


def _difference(here: Surroundings, one: Difference) -> str:
    """Say what other hands have changed."""
    line = one.now or one.was or {}
    values = {
        "id": shown(id_of(line)),
        "was": _said(here, one.was),
        "now": _said(here, one.now),
        "keys": ", ".join(sorted(key for key in _keys(one) if key != "saved")),
    }
    if one.what == "at_once":
        text = _("Two machines changed entry {id} at the same time. This counts: {now} This does not: {was}")
    elif one.now is None:
        text = _("Taken out of the file outside the program: {was}")
    else:
        text = _("Changed outside the program, in {keys}: it was {was} Now it is {now}")
    return text.format(**values)


def _keys(one: Difference) -> set[str]:
    was, now = one.was or {}, one.now or {}
    return {shown(key) for key in was.keys() | now.keys() if was.get(key) != now.get(key)}


def _said(here: Surroundings, line: Line | None) -> str:
    """Say a line as the log does, as far as it can be understood."""
    if line is None:
        return _("nothing.")
    try:
        said = None if is_hidden(line) else in_a_line(here, decode(line))
    except Refused:
        said = None
    if said is None:
        said = _("entry {id} of {day}").format(id=shown(id_of(line)), day=day_of(line))
    return _("“{entry}”.").format(entry=said)
