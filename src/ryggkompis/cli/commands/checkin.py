"""``checkin``: the answers of a morning, with options in one go, without them line by line."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from ryggkompis.cli.commands.plan import show_change
from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.lines.day import ask_morning, ask_safety_beside
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import can_answer, paragraphs, print_json, told
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, tell_saved
from ryggkompis.cli.status import DONE, HELD, UNUSABLE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.entries import CheckIn, Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.safety import GateDay, Lock, gate_on
from ryggkompis.domain.today.episode import asks_anew
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.store.acts import one_act
from ryggkompis.store.errors import Closed, NotSaved
from ryggkompis.store.lines import Line
from ryggkompis.words.saved import nothing_answered
from ryggkompis.words.today.episode import is_it_new
from ryggkompis.words.today.why import safety_waits
from ryggkompis.words.urgent import cards

CHECK_IN: Final = ("leg", "back", "site", "numb", "morning", "sleep_wakes", "flare")


def checkin_command(parser: Parser) -> Run:
    """Take the answers of a morning."""
    parser.shows("3", _("the leg hurts 3 of 10; the safety line is asked at once"))
    parser.shows("checkin 3 2 -n", _("the leg 3, the back 2, and nothing new with feeling or strength"))
    parser.shows_asking("checkin")
    for field, words in (("leg", _("LEG")), ("back", _("BACK"))):
        kind = kinds.number(CheckIn, field, f"--{field}", words)
        parser.takes_word(field, kind, _("the same as --{field}, in this place").format(field=field))
    parser.takes_number(CheckIn, "leg", "--leg", _("how much the leg hurts now, 0 to 10"))
    parser.takes_number(CheckIn, "back", "--back", _("how much the back hurts now, 0 to 10"))
    parser.takes_choice(CheckIn, "site", "--site", _("the lowest point that the pain reaches"))
    parser.takes_choice(CheckIn, "numb", "--numb", _("how numb the leg is"))
    parser.takes_choice(CheckIn, "morning", "--morning", _("compared with yesterday morning"))
    parser.takes_number(CheckIn, "sleep_wakes", "--wakes", _("times woken by pain; 3 means 3 or more"))
    parser.takes_flare()
    takes_flags(parser)
    parser.takes_switch(
        "--nothing-new", _("the one safety line: nothing is new with feeling, bladder, bowels or strength")
    )
    parser.takes_date()
    parser.takes_json()
    return _check_in


def takes_flags(parser: Parser) -> None:
    """Take the answers to the whole safety list."""
    parser.takes_value(
        "--flags",
        kinds.flags(),
        _("the whole safety list: none, or what fits; what you do not name is no"),
    )


@one_act()
def _check_in(here: Surroundings) -> int:
    drafts = _said(here)
    if not drafts:
        return _asked(here)
    # Before the plan is worked out: whatever fails from here on, what was said is kept.
    kept, untold = kept_or_helped(here, *drafts), drafts
    if here.is_closed and _judged_alone(here, drafts).lock is not None:
        # Whom to call comes before a passphrase that somebody may not have at hand.
        tell_saved(here, *drafts)
        return _without_plan(here, drafts, kept)
    try:
        if _can_ask(here, drafts):
            # The score is on the disk: who leaves the question only leaves the question.
            tell_saved(here, *drafts)
            untold = []
            with suppress(NoMoreAnswers):
                ask_safety_beside(here)
        state = here.companion.state()
    except Closed as closed:
        tell_saved(here, *untold)
        return _without_plan(here, drafts, kept, closed)
    if not (here.is_json or here.today.is_past() or state.plan.is_empty):
        for line in plain(safety_waits(state)):
            told(line)
    held = show_change(here, state, *untold, saved=list(kept))
    if state.gate.lock is None and asks_anew(state):
        told(*plain((is_it_new(),)))
    return held


def _can_ask(here: Surroundings, drafts: Iterable[Entry]) -> bool:
    """Tell whether somebody is there for the safety questions, which were not answered with the score."""
    is_told = any(isinstance(draft, Gate) for draft in drafts)
    return not (is_told or here.is_json or here.today.is_past()) and can_answer()


def kept_or_helped(here: Surroundings, *drafts: Entry) -> tuple[Line, ...]:
    """Keep what was said; where it cannot be kept, whom to call is said all the same, and first."""
    try:
        return here.companion.diary.add(*drafts)
    except NotSaved:
        _say_whom_to_call(here, drafts)
        raise


def _say_whom_to_call(here: Surroundings, drafts: Iterable[Entry]) -> Lock | None:
    """Judge by what was just said alone, and say whom to call; give the lock that it makes."""
    gate = _judged_alone(here, drafts)
    if not here.is_json:
        paragraphs(plain(cards(gate, here.companion.flags)))
    return gate.lock


def _judged_alone(here: Surroundings, drafts: Iterable[Entry]) -> GateDay:
    return gate_on(here.today.day, History.of(drafts), here.companion.flags)


def _said(here: Surroundings) -> list[Entry]:
    """Make entries of what was said in options, safety first."""
    companion, answers = here.companion, here.said.flags
    drafts: list[Entry] = []
    if answers is not None:
        drafts.append(companion.diary.draft(Gate, scope="full", answers=companion.full_answers(answers)))
    elif here.said.nothing_new:
        drafts.append(companion.diary.draft(Gate, scope="daily", answers={DAILY_LINE: "no"}))
    if said := here.fields(*CHECK_IN):
        drafts.append(companion.diary.draft(CheckIn, **said))
    return drafts


def _asked(here: Surroundings) -> int:
    """Ask line by line; what is kept was kept on the way."""
    kept = ask_morning(here)
    if not kept:
        told(nothing_answered())
        return DONE
    waiting = here.companion.waiting
    saved = [entry for entry in kept if entry.id not in waiting]
    held = show_change(here, here.companion.state(), *saved, saved=as_stored(here, *saved))
    return UNUSABLE if waiting else held


def _without_plan(
    here: Surroundings, drafts: list[Entry], kept: tuple[Line, ...], why: Closed | None = None
) -> int:
    """End a check-in whose plan lies behind the passphrase: help comes first, and needs none."""
    lock = _say_whom_to_call(here, drafts)
    if here.is_json:
        held = {"flags": list(lock.flags), "since": str(lock.since)} if lock else None
        print_json({"saved": list(kept), "lock": held})
    if why is not None:
        told(word(why))
    told(_("What you said is saved; the plan can be seen when the diary is unlocked."))
    return HELD if lock else DONE
