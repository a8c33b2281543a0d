"""Keeps a safety conversation on the disk while it goes on: an answer is durable before the next question."""

from collections.abc import Mapping

from ryggkompis.domain.base.value import asdict, replace
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.today.state import State
from ryggkompis.services.clock import MORNING
from ryggkompis.services.companion import Companion
from ryggkompis.services.questions.beginning import begun, joined
from ryggkompis.services.questions.kept import Kept, kept
from ryggkompis.services.questions.safety import FirstStep, SafetyTalk
from ryggkompis.store.lines import next_rev


def first_step(state: State) -> FirstStep | None:
    """Tell with what the conversation begins at a check-in; None where nothing is asked."""
    lock = state.gate.lock
    if lock is not None:
        return "page" if lock.is_unfinished else None
    if state.is_in_doubt and state.gate.last_full != state.day:
        return "page"
    if state.gate.is_full_list_due(worse=False):
        return "safe" if state.is_strength_due else "page"
    return None if state.has_just_answered else "daily"


def before_doing(state: State) -> FirstStep | None:
    """Tell with what the conversation begins before a part of the plan is; None where it was held today."""
    gate = state.gate
    if gate.is_answered(worse=state.seems_worse):
        return None
    # On a worse morning the one line was answered, and the list that follows it was left.
    return "page" if gate.answered and not gate.is_full_list_due(worse=False) else first_step(state)


class SafetyKeeper:
    """One conversation and its entries: one for the one line, one for the list, which grows by revisions."""

    def __init__(self, companion: Companion, step: FirstStep, drawn: tuple[str, ...] = ()) -> None:
        """Begin with the one line, with strength, with the list, or with what a drawing leads to."""
        self._companion = companion
        state = companion.state()
        self._drafts = state.gate.drafts
        self._entries: dict[str, Gate] = {"list": self._drafts[0]} if self._drafts else {}
        self.talk = begun(state.flags, state.gate, state.profile, step, drawn)
        self._kept: Mapping[str, Kept] = kept(self.talk)
        self.said: dict[str, Gate] = {}
        """What this conversation has written, by id, as it stands."""

    def take(self, talk: SafetyTalk) -> None:
        """Go on with ``talk``, and make durable what it says must be.

        Raises:
            NotSaved: when it could not be written. It holds all the same, for as long as this program runs.

        """
        talk = self._with_what_was_opened(talk)
        before, self._kept, self.talk = self._kept, kept(talk), talk
        self._leave_what_others_changed()
        gates, gone = [], []
        for name in ("daily", "list"):
            said = self._kept.get(name)
            if said == before.get(name):
                continue
            if said is None:
                gone += [draft for draft in (self._entries.pop(name, None), *self._drafts) if draft]
                self._drafts = ()
            else:
                gates.append(self._revised(name, said))
        for gate in gone:
            self.said.pop(gate.id, None)
        self.said.update({gate.id: gate for gate in gates})
        self._companion.hold(gates, gone)

    def _with_what_was_opened(self, talk: SafetyTalk) -> SafetyTalk:
        """Let no list be finished over what was marked, or opened by a drawing, elsewhere since it began."""
        if not talk.is_finished:
            return talk
        mine = {one.id for one in (*self._entries.values(), *self._drafts)}
        others = tuple(one for one in self.state.gate.drafts if one.id not in mine)
        self._drafts = (*self._drafts, *others)
        return joined(talk, others)

    def _leave_what_others_changed(self) -> None:
        """Write beside an entry that another front end has gone on with: neither's yes is lost."""
        latest = self._companion.has_latest
        self._entries = {name: one for name, one in self._entries.items() if latest(one)}
        self._drafts = tuple(filter(latest, self._drafts))

    @property
    def state(self) -> State:
        """How the day stands with what has been said."""
        return self._companion.state()

    @property
    def is_list_due(self) -> bool:
        """Tell whether the whole list is still to be answered."""
        return self.state.gate.is_full_list_due(worse=False)

    def begin_with(self, drawing: Drawing) -> None:
        """Keep a drawing, and with it that the questions it leads to are open; all of it or nothing.

        Raises:
            NotSaved: when it could not be written; the questions hold all the same.

        """
        opened = [self._revised("list", self._kept["list"])] if self.talk.drawn else []
        self.said.update({gate.id: gate for gate in opened})
        self._companion.hold(opened, beside=(drawing,))

    def _revised(self, name: str, now: Kept) -> Gate:
        """Make the entry of ``name`` say what is kept; what is begun on one day is finished on its own."""
        diary, old = self._companion.diary, self._entries.get(name)
        said = asdict(now)
        is_draft = now.marked is not None
        if old is None or (old.day != diary.today.day and not is_draft):
            new = diary.draft(Gate, **said)
        else:
            at = old.at if is_draft else diary.today.moment(MORNING)
            new = replace(old, rev=next_rev(old.rev), saved=None, at=at, **said)
        self._entries[name] = new
        return new
