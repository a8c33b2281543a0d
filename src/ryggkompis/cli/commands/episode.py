"""``episode``: lists the episodes; begins one anew, closes it, reopens it, or has one asked less often."""

from collections.abc import Iterator
from typing import Any, Final

from ryggkompis.cli import status
from ryggkompis.cli.commands.checkin import kept_or_helped, takes_flags
from ryggkompis.cli.commands.plan import show_plan
from ryggkompis.cli.commands.profile import goals_of, takes_first_week
from ryggkompis.cli.errors import Misused
from ryggkompis.cli.lines.episode import must_answer_list
from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import paragraphs, print_json, told
from ryggkompis.cli.parser import PROGRAM, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.saved import as_stored, tell_saved
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.scales import RHYTHMS
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.operation import operations
from ryggkompis.domain.today.episode import is_end_offered
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.services import episodes
from ryggkompis.services.errors import NotOneOf
from ryggkompis.store.acts import one_act
from ryggkompis.words.today.episode import episodes_in_words, reached_page

DOES: Final = ("list", "new", "end", "reopen", "rhythm")
ASKED: Final = ("side", "walk_tolerance", "walks_now", "goals")
"""What is asked anew of a new episode."""


def episode_command(parser: Parser) -> Run:
    """Take what to do with the episode, and what is told of it."""
    parser.shows("episode", _("list the episodes"))
    parser.shows("episode end --how well", _("close this one: you are well again"))
    parser.shows("episode rhythm twice", _("be asked twice a week"))
    parser.takes_word("do", kinds.words(DOES, _("the word")), _("what to do; list else"), default="list")
    rhythm = kinds.words(RHYTHMS, _("the rhythm"), "rhythm")
    parser.takes_word("rhythm", rhythm, _("how often you want to be asked, for rhythm"))
    parser.takes_day("--start", _("the day the new one began; the day it is about otherwise"))
    takes_first_week(parser)
    takes_flags(parser)
    parser.takes_choice(EpisodeMark, "ended", "--how", _("how it ended"))
    parser.takes_date()
    parser.takes_json()
    return _episode


@one_act()
def _episode(here: Surroundings) -> int:
    said = here.said
    if said.rhythm is not None and said.do != "rhythm":
        raise Misused(fault=_("Only rhythm takes a word of its own"), program=f"{PROGRAM} episode")
    match said.do:
        case "new":
            return _begin(here)
        case "end":
            return _keep(here, episodes.close(here.companion, said.ended))
        case "reopen":
            return _keep(here, episodes.reopen(here.companion))
        case "rhythm":
            return _keep(here, episodes.set_rhythm(here.companion, _rhythm(said.rhythm)))
        case _:
            return _show(here)


def _rhythm(said: str | None) -> Any:  # noqa: ANN401 - one of the words of a rhythm
    word = (said or "").casefold()
    if word not in RHYTHMS:
        raise NotOneOf(value=said or "", field="rhythm", choices=", ".join(RHYTHMS))
    return word


def _begin(here: Surroundings) -> int:
    """Keep the safety answers first: they hold whatever fails after them; under a lock nothing begins."""
    said, companion = here.said, here.companion
    if said.flags is None:
        gates = must_answer_list(here, "episode new")
    else:
        gates = [companion.diary.draft(Gate, scope="full", answers=companion.full_answers(said.flags))]
        kept_or_helped(here, *gates)
    tell_saved(here, *gates)
    state = companion.state()
    if state.gate.lock is not None:
        show_plan(here, state, saved=as_stored(here, *gates))
        return status.HELD
    answers = here.fields(*ASKED)
    if "goals" in answers:
        answers["goals"] = goals_of(answers["goals"])
    begun = episodes.begin(companion, said.start or here.today.day, **answers)
    tell_saved(here, *begun)
    return show_plan(here, companion.state(), saved=as_stored(here, *gates, *begun))


def _keep(here: Surroundings, entry: Entry) -> int:
    tell_saved(here, entry)
    if here.is_json:
        print_json({"saved": as_stored(here, entry)})
    return status.DONE


def _show(here: Surroundings) -> int:
    # A plan needs few days; the list is of all there are, and its numbers are those of --episode.
    state = here.companion.state().whole
    if here.is_json:
        print_json({"episodes": [_as_json(one, state) for one in state.episodes] if state.diary else []})
    elif not state.diary:
        told(_("Nothing is written down yet, so there is no episode."))
    else:
        paragraphs(_in_words(here, state))
    return status.DONE


def _in_words(here: Surroundings, state: State) -> Iterator[str]:
    yield from episodes_in_words(state.episodes, state.day)
    if state.episode.is_closed(state.day) or is_end_offered(state):
        yield ""
        yield from plain(reached_page(state, numbers=here.settings.numbers))
    yield ""
    if state.episode.is_closed(state.day):
        how = _("“{program} episode new” says that it is back, “{program} episode reopen” that it goes on.")
    else:
        how = _(
            "“{program} episode end” closes it, “{program} episode rhythm {rhythms}” says how often you are "
            "asked."
        )
    yield how.format(program=PROGRAM, rhythms="|".join(RHYTHMS))


def _as_json(episode: Episode, state: State) -> dict[str, object]:
    last = episode.last
    told = operations(mark for mark in state.diary.episode_marks if mark.start == episode.name)
    operation = told[-1] if told else None
    return {
        "start": str(episode.start),
        "onset": str(episode.onset) if episode.onset else None,
        "last": str(last) if last else None,
        "end": str(episode.end) if episode.end else None,
        "ended": episode.ended,
        "closed": episode.is_closed(state.day),
        "rhythm": episode.rhythm,
        "week": episode.week(last or state.day),
        "operated": str(operation.day) if operation else None,
        "cleared": str(operation.cleared) if operation and operation.cleared else None,
        "overlapped": episode.is_overlapped,
    }
