"""The episode as lines: how to go on with it, and that it is back; the window asks the same."""

from functools import partial
from typing import Any

from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.lines.safety import ask_safety
from ryggkompis.cli.output import told
from ryggkompis.cli.plain import plain
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.services import episodes
from ryggkompis.services.questions import episode as asked
from ryggkompis.store.acts import one_act
from ryggkompis.words.saved import episode_closed, saved
from ryggkompis.words.today.episode import reached_page
from ryggkompis.words.urgent import cards


@one_act()
def tell_episode(here: Surroundings) -> None:
    """Ask how to go on; of a closed episode, whether it is back."""
    state = here.companion.state()
    if not state.episode.is_closed(state.day):
        _how_to_go_on(here)
    elif state.gate.last_full == state.day or _is_safe(here):
        ask_anew(here)


def _is_safe(here: Surroundings) -> bool:
    """Ask the whole safety list first; nothing begins before it is answered."""
    companion = here.companion
    if (lock := companion.state().gate.lock) is None or lock.is_unfinished:
        is_finished = ask_safety(here, "page").talk.is_finished
    else:
        is_finished = False
    gate = companion.state().gate
    for line in plain(cards(gate, companion.flags)):
        told(line)
    return is_finished and gate.lock is None


def ask_anew(here: Surroundings) -> list[Entry]:
    """Ask whether it is a new episode, and give what is kept; without an answer nothing changes."""
    companion = here.companion
    state = companion.state()
    answers: Answers = asked.known_before(state.profile)
    is_new = ask_all(partial(asked.back, answers), answers)[asked.IS_NEW]
    kept: list[Entry] = []
    if is_new is True:
        start, said = asked.begun(answers, state.day)
        kept += episodes.begin(companion, start, **said)
    elif is_new is False and state.episode.is_closed(state.day):
        kept.append(episodes.reopen(companion))
    if kept:
        told(saved())
    return kept


def _how_to_go_on(here: Surroundings) -> None:
    companion = here.companion
    page = "\n".join(line.text for line in reached_page(companion.state(), numbers=here.settings.numbers))
    answers: Answers = {}
    said: Any = ask_all(lambda: asked.going_on(page, answers), answers)
    chosen = said[asked.GO_ON]
    if chosen == asked.CLOSE:
        episodes.close(companion, said["ended"])
        told(episode_closed())
    elif chosen is not None:
        episodes.set_rhythm(companion, chosen)
        told(saved())
