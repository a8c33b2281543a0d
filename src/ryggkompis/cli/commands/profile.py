"""``profile``: the first questions as options; what is not named stays as it is."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from ryggkompis.cli import status
from ryggkompis.cli.commands.plan import show_plan
from ryggkompis.cli.errors import Misused, TooManyGoals
from ryggkompis.cli.lines.episode import must_answer_list
from ryggkompis.cli.lines.first_run import ask_first_questions
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import can_answer, facts, print_json
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, in_a_line, tell_saved
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.scales import EXCLUSIONS
from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.domain.today.episode import is_another_round
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.episodes import keep_profile
from ryggkompis.services.errors import FutureDay
from ryggkompis.services.operation import amend_operation
from ryggkompis.services.questions.profile import GOALS
from ryggkompis.services.tapering import enough
from ryggkompis.store.acts import one_act
from ryggkompis.words.meaning import operation_in_words
from ryggkompis.words.saved import first_questions_missing

PROFILE: Final = (
    "onset", "side", "walk_tolerance", "walks_now", "goals", "pain_goal", "exclusions", "sensitivities",
    "had_cancer", "cancer_seen",
)  # fmt: skip
OPERATION: Final = ("operated", "cleared", "cleared_by")


class RoundOrCorrection(ExpectedError):
    """An onset that is another by more than a month can mean two things."""

    says = N_(
        "{day} is more than a month after {onset}, the day that stands. "
        "Add --new-episode if it came back then, or --correction if the day was wrong."
    )


class NeedsExclusions(ExpectedError):
    """What must be known before there can be a plan is not said."""

    says = N_(
        "Say also whether any of this fits you, because the plan must then come from somebody who knows you: "
        "{choices}. Write --exclusions none, or the words with commas between."
    )


def profile_command(parser: Parser) -> Run:
    """Take what the first questions ask; without options it says what is known, or asks what is not."""
    parser.shows("profile", _("say what is known, or ask the first questions"))
    parser.shows(_("profile --side left --exclusions none --goal stairs"), _("tell where you start"))
    parser.takes_day("--onset", _("the day it began, as well as you know"))
    takes_first_week(parser)
    parser.takes_number(Profile, "pain_goal", "--pain-goal", _("your own goal for the pain, 0 to 10"))
    parser.takes_yes_or_no(
        "enough", "--enough", _("the walking of today's plan is enough; it rises no further")
    )
    parser.takes_yes_or_no("had_cancer", "--had-cancer", _("you have had cancer at some time"))
    parser.takes_value(
        "--cancer-seen", kinds.text(), _("who has looked at your back with that in mind, and when")
    )
    for field, option, says in (
        ("exclusions", "--exclusions", _("what means that the plan must come from somebody who knows you")),
        ("sensitivities", "--careful", _("what the plan should be careful with")),
    ):
        parser.takes_choices(Profile, field, option, says, _("WORD"))
    parser.takes_switch("--new-episode", _("it came back on the day of --onset: a new episode"))
    parser.takes_switch("--correction", _("the day that stood was wrong; it is no new episode"))
    _takes_operation(parser)
    parser.takes_date()
    parser.takes_json()
    return _profile


def _takes_operation(parser: Parser) -> None:
    parser.takes_day("--operated", _("the day of the latest operation on your back"))
    parser.takes_day("--cleared", _("the day from which whoever operated allows exercise"))
    parser.takes_value("--cleared-by", kinds.text(), _("who allowed it"))


def takes_first_week(parser: Parser) -> None:
    """Take what the first week of an episode must know."""
    parser.takes_choice(Profile, "side", "--side", _("which leg it is"))
    parser.takes_number(
        Profile, "walk_tolerance", "--tolerance", _("minutes you can walk before the leg says stop")
    )
    parser.takes_number(Profile, "walks_now", "--walks", _("minutes you walk on an ordinary day now"))
    parser.takes_value(
        "--goal",
        kinds.text(),
        _("something that matters to you and is hard now, at most three times; “” takes them away"),
        "goals",
        most=None,
    )


def _profile(here: Surroundings) -> int:
    _refuse_misuse(here)
    history, _problems = here.companion.read_needed()
    known, said, operation = history.profile(here.today.day), here.fields(*PROFILE), here.fields(*OPERATION)
    if not said and not operation and here.said.enough is None:
        if known is None and can_answer() and not here.is_json:
            ask_first_questions(here)
            return status.DONE
        return _show(here, known)
    gates = must_answer_list(here, "checkin") if here.said.new_episode else []
    tell_saved(here, *gates)
    if here.said.new_episode and (state := here.companion.state()).gate.lock is not None:
        show_plan(here, state, saved=as_stored(here, *gates))
        return status.HELD
    entries: list[Entry] = []
    try:
        with one_act():
            if said or here.said.enough is not None:
                entries += _say(here, known, said)
            if operation:
                entries += amend_operation(here.companion, *(operation.get(name) for name in OPERATION))
    finally:
        # What was kept is said, whatever became of the rest.
        tell_saved(here, *entries)
    if here.is_json:
        print_json({"saved": as_stored(here, *gates, *entries)})
    return status.DONE


def _refuse_misuse(here: Surroundings) -> None:
    """Refuse what would be dropped without a word.

    Raises:
        Misused: for words that need another, or that exclude each other.

    """
    said, fault = here.said, None
    if said.new_episode and said.correction:
        fault = _("Give --new-episode or --correction, not both")
    elif (said.new_episode or said.correction) and said.onset is None:
        fault = _("--new-episode and --correction say what --onset means, so give --onset too")
    elif said.new_episode and said.enough is not None:
        fault = _("A new episode has no plan yet that could be enough, so leave --enough out")
    if fault is not None:
        raise Misused(fault=fault, program=f"{PROGRAM} profile")


def _say(here: Surroundings, known: Profile | None, said: dict[str, Any]) -> tuple[Entry, ...]:
    if known is None and "exclusions" not in said:
        from ryggkompis.cli.options.known import to_choose

        raise NeedsExclusions(choices=to_choose(EXCLUSIONS, "exclusions"))
    if "goals" in said:
        said["goals"] = goals_of(said["goals"])
    if said.get("onset", here.today.day) > here.today.real:
        raise FutureDay(day=said["onset"])
    if here.said.enough is not None:
        for one in enough(here.diary, here.companion.state(), is_enough=here.said.enough):
            said["walk_enough"] = one.walk_enough
    is_new = _is_new(here, said["onset"]) if "onset" in said else None
    # Of a new episode only what is said now is known; the walking of an earlier one is not.
    fields = said if is_new else {**(said_of(known) if known else {}), **said}
    return keep_profile(here.companion, fields, is_new=is_new)


def _is_new(here: Surroundings, onset: date) -> bool | None:
    """Tell what an onset that is later by far means; one that is not asks nothing.

    Raises:
        RoundOrCorrection: where it was not said.

    """
    said = here.said
    if said.new_episode != said.correction:
        return bool(said.new_episode)
    state = here.companion.state()
    if is_another_round(state, onset):
        stands = state.episode.onset or state.episode.start
        raise RoundOrCorrection(day=onset, onset=stands)
    return None


def goals_of(said: Iterable[str]) -> tuple[str, ...]:
    """Give the activities that were named, without blank ones.

    Raises:
        TooManyGoals: for more than there is room for.

    """
    goals = tuple(goal.strip() for goal in said if goal.strip())
    if len(goals) > GOALS:
        raise TooManyGoals(most=GOALS)
    return goals


def _show(here: Surroundings, known: Profile | None) -> int:
    if here.is_json:
        print_json({"profile": as_stored(here, known)[0] if known else None})
    else:
        missing = plain((first_questions_missing(),))
        facts(in_a_line(here, known) if known else next(missing))
        operation = here.companion.state().operation
        if operation is not None:
            said = ", ".join(operation_in_words(operation))
            facts(f"{said[:1].upper()}{said[1:]}.")
    return status.DONE
