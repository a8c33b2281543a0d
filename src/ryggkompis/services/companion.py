"""The one front door: both the window and the command line go through it."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from functools import cached_property

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards
from ryggkompis.domain.journal.entries import Clearance, Entry, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.as_shown import REMEMBERED_DAYS, as_shown, shown_now, told_late
from ryggkompis.domain.plan.plan import Plan, Step, plan_of, plans, steps
from ryggkompis.domain.plan.rules import RULES_VERSION
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.services.clock import Today
from ryggkompis.services.diary import Diary
from ryggkompis.services.errors import NoSuchFlag, NotLocked
from ryggkompis.services.state import State
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.problems import Problem
from ryggkompis.store.shown import read_shown, write_shown
from ryggkompis.store.store import Store


def _learn_cards() -> LearnCards:
    from ryggkompis.content.loading import load_learn_cards  # noqa: PLC0415 - hardly ever needed

    return load_learn_cards()


class Library(Value):
    """What is read from ``data`` when it is first needed."""

    catalogue: Callable[[], Catalogue]
    flags: Callable[[], RedFlags]
    cards: Callable[[], LearnCards] = _learn_cards


class Companion:
    """Reads, decides and writes for one patient."""

    def __init__(self, store: Store, content: Library, today: Today) -> None:
        """Connect a store, the content and a clock."""
        self.store = store
        self._content = content
        self.today = today
        self.diary = Diary(store, today)

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
        other = Companion(self.store, self._content, today)
        # What has been read from the data is not read again.
        other.__dict__.update(
            {k: v for k, v in self.__dict__.items() if k in {"catalogue", "flags", "learn_cards"}}
        )
        return other

    def read(self) -> tuple[History, tuple[Problem, ...]]:
        """Read the journal: everything that can be read, and what cannot."""
        reading = self.store.read()
        entries: list[Entry] = []
        problems = list(reading.problems)
        for line in reading.lines:
            try:
                entries.append(decode(line))
            except Refused as refused:
                problems.append(refused.problem)
        return History.of(entries), tuple(problems)

    def state(self) -> State:
        """Compute everything a page shows."""
        return self.imagine()

    def imagine(self, *drafts: Entry) -> State:
        """Compute the state as it would be if ``drafts`` were kept too."""
        history, problems = self.read()
        if drafts:
            history = History.of((*history.entries, *drafts))
        day = self.today.day
        *_, today = steps(day, history, self.catalogue, self.flags)
        if day == self.today.real:
            today = self._as_shown(today, history, is_shown=not drafts)
        plan, gate = plan_of(today), today.facts.gate
        catalogue = self.catalogue.with_own(plan.programme.own if plan.programme else ())
        return State(day, history, plan, gate, catalogue, self.flags, problems)

    def _as_shown(self, today: Step, history: History, *, is_shown: bool) -> Step:
        """Hold the plan of the real today to what was shown, and remember what is shown now."""
        day, now = today.facts.day, self.today.clock.now()
        shown = read_shown(self.store.places, self.store.seal)
        late = told_late(history, day, shown)
        without = None
        if late:
            gone = {entry.id for entry in late}
            rest = History.of(entry for entry in history.entries if entry.id not in gone)
            *_, without = steps(day, rest, self.catalogue, self.flags)
        held = as_shown(today, history, shown, without)
        new = shown_now(held, history, shown, now, RULES_VERSION)
        if is_shown and (not shown or new != shown[-1]):
            kept = (one for one in shown if day - timedelta(days=REMEMBERED_DAYS) <= one.day < day)
            write_shown(self.store.places, self.store.seal, (*kept, new))
        return held

    def plans(self, first: date, last: date) -> Iterator[Plan]:
        """Replay the plans of a period, oldest first."""
        history, _ = self.read()
        return plans(first, last, history, self.catalogue, self.flags)

    def answer_gate(self, answers: dict[str, Answer]) -> Gate:
        """Keep the answers to the whole safety list; a question left out was answered no.

        Raises:
            NoSuchFlag: for an id that is no red flag.

        """
        return self.diary.say(Gate, scope="full", answers=self.full_answers(answers))

    def full_answers(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        """Fill up ``answers`` to the whole list, in its order, with the ids as the list writes them."""
        named: dict[str, Answer] = {}
        for id_, answer in answers.items():
            flag = self.flags.flag(id_)
            if flag is None:
                raise NoSuchFlag(id=id_, known=", ".join(f.id for f in self.flags.flags))
            named[flag.id] = answer
        return {flag.id: named.get(flag.id, "no") for flag in self.flags.flags}

    def answer_daily(self, answer: Answer) -> Gate:
        """Keep the answer to the one safety line of an ordinary day."""
        return self.diary.say(Gate, scope="daily", answers={DAILY_LINE: answer})

    def clear(self, by: str, text: str | None = None) -> Clearance:
        """Open the lock: somebody with the knowledge has looked at it.

        Raises:
            NotLocked: when nothing is locked.

        """
        history, _ = self.read()
        if gate_on(self.today.day, history, self.flags).lock is None:
            raise NotLocked
        return self.diary.say(Clearance, by=by, text=text)
