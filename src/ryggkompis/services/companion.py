"""The one front door: both the window and the command line go through it."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, time
from functools import cached_property, partial
from typing import TYPE_CHECKING

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.episodes import days_of_episode, is_cut_short, needed_since
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.hidden import hidden_by, settled
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.reaching import Begins, from_the_first, lifelong, months_to_read
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.as_shown import as_shown, remembered, shown_now, told_late
from ryggkompis.domain.plan.plan import Step, plan_of, steps
from ryggkompis.domain.plan.rules import RULES_VERSION
from ryggkompis.domain.plan.safety import GateDay, gate_on
from ryggkompis.domain.today.brought_in import as_this_morning, not_raised
from ryggkompis.domain.today.doubt import ahead_of_clock, answers_gone, as_of, doubted, is_ahead
from ryggkompis.domain.today.state import State
from ryggkompis.services.checks import full_list
from ryggkompis.services.clock import Today
from ryggkompis.services.errors import ListNotFinished, NotLocked
from ryggkompis.store.codec import decode_all, encode
from ryggkompis.store.errors import NotSaved
from ryggkompis.store.lines import Line, taken_back
from ryggkompis.store.reading import placed
from ryggkompis.store.remembered.needed import NeededMonths
from ryggkompis.store.remembered.shown import read_shown, write_shown
from ryggkompis.store.store import Store

if TYPE_CHECKING:
    from ryggkompis.services.diary import Diary


class Library(Value):
    """What is read from ``data`` when it is first needed."""

    catalogue: Callable[[], Catalogue]
    flags: Callable[[], RedFlags]
    cards: Callable[[], LearnCards] = load_learn_cards


class Companion:
    """Reads, decides and writes for one patient."""

    def __init__(self, store: Store, content: Library, today: Today, begins: Begins = from_the_first) -> None:
        """Connect a store, the content, a clock, and what tells how far back a plan looks."""
        self.store = store
        self._content = content
        self.today = today
        self._begins = begins
        self._to_remember: tuple[Shown, ...] = ()
        self.waiting: dict[str, Gate] = {}
        """Safety answers that could not be written yet: they hold for as long as this program runs."""

    @cached_property
    def diary(self) -> "Diary":
        """The patient's verbs."""
        from ryggkompis.services.diary import Diary  # noqa: PLC0415 - who looks writes nothing

        return Diary(self.store, self.today)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What can be done."""
        return self._content.catalogue()

    @cached_property
    def flags(self) -> RedFlags:
        """What is asked for safety."""
        return self._content.flags()

    @cached_property
    def learn_cards(self) -> LearnCards:
        """What can be read."""
        return self._content.cards()

    def on(self, day: date | None) -> "Companion":
        """Speak of another day; None speaks of today."""
        return self._of(replace(self.today, chosen=day))

    def starting(self, starts: time) -> "Companion":
        """Let the day begin at another hour."""
        return self._of(replace(self.today, starts=starts))

    def _of(self, today: Today) -> "Companion":
        other = Companion(self.store, self._content, today, self._begins)
        other.waiting = self.waiting
        # What has been read from the data is not read again.
        read = {"catalogue", "flags", "learn_cards"} & self.__dict__.keys()
        other.__dict__.update({name: self.__dict__[name] for name in read})
        return other

    def read(self) -> tuple[History, tuple[Problem, ...]]:
        """Read the whole journal: everything that can be read, and what cannot."""
        reading = self.store.read()
        told, refused = decode_all(reading.lines)
        entries = [entry for _line, entry in told]
        problems = (*reading.problems, *placed(refused, self.store.contents))
        return self._with_what_is_gone(self._with_waiting(entries, problems), problems, self.shown())

    def read_needed(self, shown: Sequence[Shown] | None = None) -> tuple[History, tuple[Problem, ...]]:
        """Read what the day's plan needs: the days it looks back on, and what reaches them from before."""
        months = NeededMonths(self.store.places, self.store.seal)
        day, since, chosen = self.today.day, None, months.all
        if self._begins is not from_the_first:
            since = self._begins(self._with_waiting(months.read(lifelong(months.reaches, day)).entries), day)
        if since is not None:
            chosen = months_to_read(months.reaches, min(since, day), self.flags)
        needed = months.read(chosen)
        history = self._with_waiting(needed.entries, needed.problems)
        if since is not None and self._begins is needed_since and is_cut_short(history, day, since):
            # It began so soon after the one before that it goes on from where that one left the patient.
            needed = months.read(months.all)
            history = self._with_waiting(needed.entries, needed.problems)
        months.remember(self.today.clock.now(), since)
        history = replace(history, this_morning=months.this_morning(self.today.real))
        return self._with_what_is_gone(history, needed.problems, self.shown() if shown is None else shown)

    def _with_what_is_gone(
        self, history: History, problems: tuple[Problem, ...], shown: Sequence[Shown]
    ) -> tuple[History, tuple[Problem, ...]]:
        """Count a safety answer that was shown to hold the plan, and is gone, as one that cannot be read."""
        # What our own verbs took back is there still, as a line that says so.
        gone = [one for one in answers_gone(history, shown) if not self.store.history(str(one.entry))]
        told = replace(history, hidden=(*history.hidden, *map(hidden_by, gone))) if gone else history
        return told, (*settled(problems, history.all(Clearance)), *gone)

    def _with_waiting(self, entries: Iterable[Entry], problems: Iterable[Problem] = ()) -> History:
        """Let safety answers that could not be written count as well, and what could not be read."""
        hidden = (hidden_by(one) for one in problems if one.hides)
        if self.waiting:
            written = (entry for entry in entries if entry.id not in self.waiting)
            entries = (*written, *self.waiting.values())
        return History.of(entries, hidden)

    def state(self) -> State:
        """Compute everything a page shows."""
        return self.imagine()

    def imagine(self, *drafts: Entry) -> State:
        """Compute the state as it would be if ``drafts`` were kept too."""
        day, shown = self.today.day, self.shown()
        history, problems = self.read_needed(shown)
        history = history.and_also(drafts) if drafts else history
        known, is_real = self.as_of_now(history), day == self.today.real
        *_, today = steps(day, known, self.catalogue, self.flags)
        if is_real:
            today = self._as_shown(today, known, shown, is_real=not drafts)
        else:
            before = [one for one in shown if one.day <= day]
            today = doubted(today, [one for one in history.in_doubt if one.first <= day], before)
        plan, ours = plan_of(today), days_of_episode(history, day)
        catalogue = self.catalogue.with_own(plan.programme.own if plan.programme else ())
        whole = None if self._begins is from_the_first else partial(self._whole, drafts)
        return State(day, ours, history, plan, today.facts.gate, catalogue, self.flags, problems, whole)

    def _whole(self, drafts: tuple[Entry, ...]) -> History:
        history, _problems = self.read()
        return history.and_also(drafts) if drafts else history

    def _as_shown(self, today: Step, history: History, shown: Sequence[Shown], *, is_real: bool) -> Step:
        """Hold the plan of the real today to what was shown, and note what would be shown now."""
        day, now = today.facts.day, self.today.clock.now()
        late = told_late(history, day, shown)
        *_, without = steps(day, history.without(late), self.catalogue, self.flags) if late else (None,)
        if (morning := as_this_morning(history, day)) is not None:
            *_, rest = steps(day, morning, self.catalogue, self.flags)
            today = not_raised(today, rest)
        held = doubted(as_shown(today, history, shown, without), history.in_doubt, shown)
        held = ahead_of_clock(held, shown) if is_ahead(history, day) else held
        new = shown_now(held, history, shown, now, RULES_VERSION)
        if is_real:
            kept = remembered([*(one for one in shown if one.day < day), new], day)
            self._to_remember = kept if not shown or new != shown[-1] else ()
        return held

    def shown(self) -> tuple[Shown, ...]:
        """Give what was shown on real days, oldest first, as far as it is remembered."""
        return read_shown(self.store.places, self.store.seal)

    def remember_shown(self) -> None:
        """Write down that the plan of the latest state was seen: only what was shown holds the next (I6)."""
        if self._to_remember:
            write_shown(self.store.places, self.store.seal, self._to_remember)
            self._to_remember = ()

    def hold(self, gates: Sequence[Gate], gone: Sequence[Gate] = (), beside: Sequence[Entry] = ()) -> None:
        """Make safety answers durable, what is said ``beside`` them too, and take back what was ``gone``.

        Raises:
            NotSaved: when they could not be written; they hold until they are, or the program ends.

        """
        for gate in gone:
            self.waiting.pop(gate.id, None)
        self.waiting.update({gate.id: gate for gate in gates})
        new = [encode(gate, over=self._before(gate)) for gate in self.waiting.values()]
        self.store.put([*new, *map(encode, beside), *(taken_back(g.id, g.rev, str(g.day)) for g in gone)])
        self.waiting.clear()

    def has_latest(self, gate: Gate) -> bool:
        """Tell whether nobody else has gone on with an entry, or taken it back, since it was known here."""
        return gate.id in self.waiting or (self.store.find(gate.id, gate.day) or {}).get("rev") == gate.rev

    def _before(self, gate: Gate) -> Line | None:
        return self.store.find(gate.id, gate.day) if gate.rev > 1 else None

    def try_again(self) -> None:
        """Write the safety answers that wait, if that can be done now."""
        if self.waiting:
            with suppress(NotSaved):
                self.hold(())

    def full_answers(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        """Fill up ``answers`` to the whole list that is asked, in its order, with its own ids."""
        heals = True  # where nothing can be read nobody can tell who was operated on; then all of it is meant
        with suppress(ExpectedError):
            heals = self.store.seal.is_blind or self._gate().wound is not None
        return full_list(self.flags, answers, heals=heals)

    def _gate(self) -> GateDay:
        return gate_on(self.today.day, self.as_of_now(self.read_needed()[0]), self.flags)

    def as_of_now(self, history: History) -> History:
        """Let a yes of a day to come count today: it holds now, whatever is decided or told of it."""
        return as_of(history, self.today.real, self.flags)

    def clear(self, by: str, text: str | None = None) -> Clearance:
        """Open the lock: somebody with the knowledge has looked at it, and at what cannot be read, too.

        Raises:
            NotLocked: when nothing is locked, and all can be read.

        """
        if (lock := self._gate().lock) is None and not self.read()[0].in_doubt:
            raise NotLocked
        if lock and lock.is_unfinished:
            raise ListNotFinished
        return self.diary.say(Clearance, by=by, text=text)
