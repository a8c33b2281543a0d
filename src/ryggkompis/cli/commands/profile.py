"""``profile``: the first questions as options; what is not named stays as it is."""

from collections.abc import Callable, Iterable
from typing import Final

from ryggkompis.cli import status
from ryggkompis.cli.errors import NeedsExclusions, TooManyGoals
from ryggkompis.cli.output import facts, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, in_a_line, tell_saved
from ryggkompis.cli.values import a_day, choice_of
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.scales import EXCLUSIONS
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n.language import _
from ryggkompis.services.diary import said_of
from ryggkompis.services.errors import FutureDay
from ryggkompis.services.questions.profile import GOALS
from ryggkompis.services.tapering import enough
from ryggkompis.words.saved import first_questions_missing

PROFILE: Final = (
    "onset", "side", "walk_tolerance", "walks_now", "goals", "pain_goal", "exclusions", "sensitivities",
    "had_cancer", "cancer_seen",
)  # fmt: skip
NOTHING: Final = "none"


def profile_command(parser: Parser) -> Run:
    """Take what the first questions ask; without options it says what is known."""
    parser.add_argument(
        "--onset", type=a_day, metavar=_("YYYY-MM-DD"), help=_("the day it began, as well as you know")
    )
    parser.takes_choice(Profile, "side", "--side", _("which leg it is"))
    parser.takes_number(
        Profile, "walk_tolerance", "--tolerance", _("minutes you can walk before the leg says stop")
    )
    parser.takes_number(Profile, "walks_now", "--walks", _("minutes you walk on an ordinary day now"))
    parser.add_argument(
        "--goal",
        action="append",
        metavar=_("TEXT"),
        dest="goals",
        help=_("something that matters to you and is hard now, at most three times; “” takes them away"),
    )
    parser.takes_number(Profile, "pain_goal", "--pain-goal", _("your own goal for the pain, 0 to 10"))
    parser.takes_yes_or_no(
        "enough", "--enough", _("the walking of today's plan is enough; it rises no further")
    )
    parser.takes_yes_or_no("had_cancer", "--had-cancer", _("you have had cancer at some time"))
    parser.add_argument(
        "--cancer-seen", metavar=_("TEXT"), help=_("who has looked at your back with that in mind, and when")
    )
    word = _("WORD")
    for field, option, says in (
        ("exclusions", "--exclusions", _("what means that the plan must come from somebody who knows you")),
        ("sensitivities", "--careful", _("what the plan should be careful with")),
    ):
        parser.add_argument(
            option, dest=field, type=_some_of(field, option), metavar=f"{NOTHING}|{word}[,{word}…]", help=says
        )
    parser.takes_date()
    parser.takes_json()
    return _profile


def _some_of(field: str, option: str) -> Callable[[str], tuple[str, ...]]:
    """Make a reader of several words that ``field`` can hold, or of ``none``."""
    one = choice_of(Profile, field, option)

    def read(text: str) -> tuple[str, ...]:
        if text.strip().casefold() == NOTHING:
            return ()
        return tuple(dict.fromkeys(one(word.strip()) for word in text.split(",")))

    return read


def _profile(here: Surroundings) -> int:
    history, _problems = here.companion.read()
    known, said = history.profile(here.today.day), here.fields(*PROFILE)
    if not said and here.said.enough is None:
        return _show(here, known)
    if known is None and "exclusions" not in said:
        raise NeedsExclusions(choices=", ".join(EXCLUSIONS))
    if "goals" in said:
        said["goals"] = _goals(said["goals"])
    if said.get("onset", here.today.day) > here.today.real:
        raise FutureDay(day=said["onset"])
    if here.said.enough is not None:
        for kept in enough(here.diary, here.companion.state(), is_enough=here.said.enough):
            said["walk_enough"] = kept.walk_enough
    entry = here.diary.say(Profile, **{**(said_of(known) if known else {}), **said})
    tell_saved(here, entry)
    if here.is_json:
        print_json({"saved": as_stored(here, entry)})
    return status.DONE


def _goals(said: Iterable[str]) -> tuple[str, ...]:
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
    return status.DONE
