"""The episode as lines: how to go on with it, and that it is back; the window asks the same."""

from contextlib import suppress
from functools import partial
from typing import Any

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.services import episodes
from ryggkompis.services.questions import episode as asked
from ryggkompis.store.acts import one_act
from ryggkompis.words.saved import episode_closed, saved
from ryggkompis.words.today.episode import reached_page
from ryggkompis.words.urgent import cards


class NeedsSafetyList(ExpectedError):
    """A new episode without the whole safety list."""

    says = N_(
        "A new episode begins with the whole safety list. "
        "Answer it first, with “ryggkompis {command} --flags none”, "
        "or with the ids of what fits instead of none. Nothing has begun."
    )


@one_act()
def tell_episode(here: Surroundings) -> None:
    """Ask how to go on; of a closed episode, whether it is back. A lock comes before either."""
    companion = here.companion
    state = companion.state()
    if state.gate.lock is None or state.gate.lock.is_unfinished:
        if state.episode.is_closed(state.day):
            ask_anew(here)
        else:
            _how_to_go_on(here)
    gate = companion.state().gate
    for line in plain(cards(gate, companion.flags)) if gate.lock else ():
        told(line)


def ask_list_first(here: Surroundings) -> list[Entry]:
    """Ask the whole safety list where an episode may not begin without it, and give what is kept."""
    companion = here.companion
    state = companion.state()
    if episodes.is_safe_to_begin(state) or (state.gate.lock and not state.gate.lock.is_unfinished):
        return []
    said = ask_safety(here, "page").said.values()
    gate = companion.state().gate
    for line in () if gate.lock else plain(cards(gate, companion.flags)):
        told(line)
    return [*said]


def must_answer_list(here: Surroundings, command: str) -> list[Entry]:
    """Ask the list as ``ask_list_first`` does, for a command that may find nobody who answers.

    Raises:
        NeedsSafetyList: where it is not answered to its end; a lock is for the command to tell.

    """
    kept: list[Entry] = []
    with suppress(NoMoreAnswers):
        kept = ask_list_first(here)
    state = here.companion.state()
    if not episodes.is_safe_to_begin(state) and state.gate.lock is None:
        raise NeedsSafetyList(command=command)
    return kept


def ask_anew(here: Surroundings) -> list[Entry]:
    """Ask the safety list, then whether it is a new episode; without an answer nothing changes.

    Returns:
        What is kept.

    """
    companion = here.companion
    kept = ask_list_first(here)
    state = companion.state()
    if not episodes.is_safe_to_begin(state):
        return kept
    answers: Answers = asked.known_before(state.profile)
    is_new = ask_all(partial(asked.back, answers), answers, here.today.real)[asked.IS_NEW]
    changed: list[Entry] = []
    if is_new is True:
        start, said = asked.begun(answers, state.day)
        changed += episodes.begin(companion, start, **said)
    elif is_new is False and state.episode.is_closed(state.day):
        changed.append(episodes.reopen(companion))
    if changed:
        told(saved())
    return kept + changed


def _how_to_go_on(here: Surroundings) -> None:
    companion = here.companion
    state = companion.state()
    page = "\n".join(line.text for line in reached_page(state, numbers=here.settings.numbers))
    answers: Answers = {}
    said: Any = ask_all(lambda: asked.going_on(page, state.episode.rhythm, answers), answers)
    chosen = said[asked.GO_ON]
    if chosen == asked.CLOSE:
        episodes.close(companion, said["ended"])
        told(episode_closed())
    elif chosen is not None:
        episodes.set_rhythm(companion, chosen)
        told(saved())
