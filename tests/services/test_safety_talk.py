"""The safety conversation by itself: whatever is answered, wherever it breaks off, no yes is lost (I16)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import Event, Profile
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.safety import GateDay, gate_on
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.services.drawing.keep import talk_about
from ryggkompis.services.questions.beginning import begun
from ryggkompis.services.questions.kept import kept
from ryggkompis.services.questions.safety import FirstStep, SafetyTalk
from ryggkompis.services.questions.safety_words import flag_in_words
from ryggkompis.services.safety import SafetyKeeper
from ryggkompis.store.errors import NotSaved
from ryggkompis.store.store import Store
from tests.systems import a_full_disk
from tests.tui.screen_text import CONTENT, FixedClock, a_companion, known, places

FLAGS = load_red_flags()
RED = [flag.id for flag in FLAGS.flags if flag.lock == "red" and flag.only_when is None]
POSITIVE: tuple[Answer, ...] = ("yes", "unsure")
NO_GATE = GateDay(FixedClock().now().date(), None, (), answered=False, last_full=None)
ASKED = [flag.id for flag in FLAGS.flags if flag.only_when is None]
"""Who was not operated on is asked these."""


def a_talk(step: FirstStep = "page", profile: Profile | None = None) -> SafetyTalk:
    return begun(FLAGS, NO_GATE, profile, step)


def to_the_end(talk: SafetyTalk, count: int = 7) -> SafetyTalk:
    while talk.step == "page":
        talk = talk.go_on(count)
    return talk


@pytest.mark.parametrize("count", [1, 5, 24, 25, 40])
def test_every_question_is_on_a_page_before_none_can_be_said(count: int) -> None:
    talk, seen = a_talk(), []
    while talk.step == "page":
        seen += [flag.id for flag in talk.on_page(count)]
        assert talk.is_last(count) == (len(seen) == len(ASKED))
        talk = talk.go_on(count)
    assert seen == ASKED
    assert talk.step == "none"
    assert kept(talk) == {}, "nothing is answered before it was said"
    assert set(kept(talk.answer(value=True))["list"].answers.values()) == {"no"}
    assert talk.answer(value=False).step == "page"
    assert kept(talk.answer(None)) == {}


@pytest.mark.parametrize("answer", POSITIVE)
@pytest.mark.parametrize("flag", RED)
def test_after_a_confirmed_red_answer_nothing_more_is_asked(flag: str, answer: Answer) -> None:
    talk = a_talk()
    while flag not in [one.id for one in talk.on_page(5)]:
        talk = talk.go_on(5)
    talk = talk.mark(flag, answer).go_on(5)
    assert talk.step == "read_back"
    over = talk.answer(value=True)
    assert over.step == "over"
    assert (kept(over)["list"].scope, kept(over)["list"].answers) == ("daily", {flag: answer})
    wrong = talk.answer(value=False)
    assert (wrong.step, kept(wrong)) == ("page", {})


def test_a_soft_answer_goes_on_and_stands_in_the_whole_list() -> None:
    talk = a_talk()
    while "PSY1" not in [one.id for one in talk.on_page(5)]:
        talk = talk.go_on(5)
    talk = talk.mark("PSY1", "unsure").go_on(5).answer(value=True)
    assert kept(talk)["list"].answers == {DAILY_LINE: "unsure", "PSY1": "unsure"}
    answers = kept(to_the_end(talk).answer(value=True))["list"].answers
    assert {id_ for id_, said in answers.items() if said != "no"} == {"PSY1"}


def test_going_back_shows_the_page_before() -> None:
    talk = a_talk().go_on(4).go_on(9)
    assert talk.at == 13
    assert talk.back().at == 4
    assert talk.back().back().at == 0
    assert talk.back().back().back().at == 0


def never(had_cancer: bool | None) -> Profile:
    clock = FixedClock()
    return Profile(id="P", day=clock.now().date(), at=clock.now(), tz=clock.zone, had_cancer=had_cancer)


def test_who_never_had_cancer_is_asked_about_the_pain_alone() -> None:
    assert "CAN3" not in {flag.id for flag in a_talk(profile=never(had_cancer=False)).asked}
    for unknown in (None, never(None), never(had_cancer=True)):
        assert "CAN3" in {flag.id for flag in a_talk(profile=unknown).asked}, "unknown is not no"


KEYS = st.sampled_from(["yes", "unsure", "on", "on", "on", "back", "right", "wrong", "leave", "again", "no"])


@settings(derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["daily", "page", "safe"]), st.lists(st.tuples(KEYS, st.integers(0, 9)), max_size=14))
@example("safe", [("right", 0), ("wrong", 0), ("yes", 0), ("leave", 0)])
@example("safe", [("right", 0), ("wrong", 0), ("on", 0), ("unsure", 0), ("right", 0)])
def test_no_yes_is_without_effect_wherever_it_is_broken_off(
    step: FirstStep, keys: list[tuple[str, int]]
) -> None:
    """After every single key the program could die: what the next one reads holds what was answered."""
    with TemporaryDirectory() as folder:
        clock = FixedClock()
        companion = known(a_companion(Path(folder), clock))
        clock.move(days=8)
        talking = Talking(companion, step)
        for key, place in keys:
            talking.press(key, place)
            gate = a_companion(Path(folder), clock).state().gate
            talking.is_kept(gate)
            marked = set(gate.lock.marked) if gate.lock else set()
            assert talking.confirmed or talking.marks <= marked, "what was marked is shown again"
            told = dict(item for one in companion.state().diary.gates for item in one.said.items())
            open_ = {id_ for id_, answer in told.items() if answer is None} - {DAILY_LINE}
            assert open_ == talking.left & told.keys(), "no answer is told that nobody has given"
            talking.is_kept(as_an_older_version_reads_it(companion))


class Talking:
    """Presses keys on a conversation, and remembers what was said and not taken back."""

    def __init__(self, companion: Companion, step: FirstStep) -> None:
        self.companion = companion
        self.keeper = SafetyKeeper(companion, step)
        self.marks: set[str] = set()
        self.confirmed: set[str] = set()
        self.left: set[str] = set()
        """Asked by themselves, and not answered by any key since."""
        self.is_open = False
        """The one line, or a soft answer of a list that is not finished."""

    def press(self, key: str, place: int) -> None:
        talk = self.keeper.talk
        if key in {"leave", "again"} or talk.step == "over":
            self.keeper = SafetyKeeper(self.companion, "page")
        elif talk.step == "page":
            self.keeper.take(self._on_page(talk, key, place))
        else:
            getattr(self, f"_{talk.step}")(talk, key)

    def _on_page(self, talk: SafetyTalk, key: str, place: int) -> SafetyTalk:
        asked = talk.on_page(5)
        if key in POSITIVE:
            flag = asked[place % len(asked)].id
            self.marks.add(flag)
            self.left.discard(flag)
            return talk.mark(flag, "yes" if key == "yes" else "unsure")
        return talk.back() if key == "back" else talk.go_on(5)

    def _daily(self, talk: SafetyTalk, key: str) -> None:
        if key in {"yes", "unsure", "no"}:
            self.is_open = key != "no"
            self.keeper.take(talk.answer(key))

    def _safe(self, talk: SafetyTalk, key: str) -> None:
        self.keeper.take(talk.answer(key == "right"))

    def _result(self, talk: SafetyTalk, key: str) -> None:
        if key == "wrong":
            self.left |= set(FLAGS.strength.leads_to) - self.marks
            self.marks |= set(FLAGS.strength.leads_to)
        self.keeper.take(talk.answer("weaker" if key == "wrong" else "same"))

    def _lead(self, talk: SafetyTalk, key: str) -> None:
        if key == "no":
            self.marks.discard(talk.leads[0])
        if key in {"yes", "unsure", "no"}:
            self.left.discard(talk.leads[0])
        self.keeper.take(talk.answer(key if key in {"yes", "unsure", "no"} else None))

    def _read_back(self, talk: SafetyTalk, key: str) -> None:
        about = set(talk.to_read_back)
        assert about.isdisjoint(self.left), "what nobody has answered is never confirmed"
        if key in {"right", "wrong"}:
            self.marks -= about
        if key == "right":
            self.confirmed |= about & talk.red
            self.is_open |= bool(about - talk.red)
        self.keeper.take(talk.answer({"right": True, "wrong": False}.get(key)))

    def _none(self, talk: SafetyTalk, key: str) -> None:
        if key == "right":
            self.is_open = False
        self.keeper.take(talk.answer({"right": True, "wrong": False}.get(key)))

    def is_kept(self, gate: GateDay) -> None:
        locked = set(gate.lock.flags) if gate.lock else set()
        assert self.confirmed <= locked, "only a clearance opens what was confirmed"
        assert bool(locked) == bool(self.confirmed or self.marks or self.is_open)


def as_an_older_version_reads_it(companion: Companion) -> GateDay:
    """A version that knows nothing of what is marked reads the same lines."""
    history, _ = companion.read()
    known_of = [
        replace(entry, marked=None) if isinstance(entry, Gate) else entry for entry in history.entries
    ]
    return gate_on(companion.today.day, History.of(known_of), FLAGS)


def test_a_finding_that_stays_locks_again_only_when_it_is_worse(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"MOT1": "yes", "CES1": "yes"}))
    clock.move(days=1)
    companion.clear("Dr Ås")
    clock.move(days=7)
    gate = companion.state().gate
    assert gate.lock is None
    assert set(gate.examined) == {"MOT1"}, "numbness between the legs is asked in full every time"
    talk = SafetyKeeper(companion, "page").talk
    asked = {flag.id: flag_in_words(talk, flag) for flag in talk.asked}
    assert "Has it got worse since you were examined?" in asked["MOT1"]
    assert "examined" not in asked["CES1"]
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"MOT1": "unsure"}))
    assert companion.state().gate.lock is not None


def test_a_visit_counts_as_having_been_examined_for_what_does_not_lock(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"AGE2": "yes", "PSY1": "yes"}))
    clock.move(days=3)
    companion.diary.say(Event, text="the GP", event="visit")
    assert set(companion.state().gate.examined) == {"AGE2"}


@pytest.mark.parametrize(("had_cancer", "is_held"), [(True, True), (False, False), (None, False)])
def test_pain_at_night_alone_is_soft_and_red_after_cancer(
    tmp_path: Path, had_cancer: bool | None, is_held: bool
) -> None:
    companion = known(a_companion(tmp_path), had_cancer=had_cancer)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CAN2": "yes"}))
    gate = companion.state().gate
    assert (gate.lock is not None) == is_held
    assert gate.soft == (() if is_held else ("CAN2",))


def test_a_no_later_in_the_day_does_not_take_a_soft_yes_away(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "yes"}))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))
    assert companion.state().gate.soft == ("PSY1",)


def test_the_most_urgent_comes_first_whatever_the_order_and_the_day(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"INF1": "yes"}))
    clock.move(days=1)
    companion.diary.say(Gate, scope="daily", answers={"CES1": "yes", "FROM_2030": "yes", "CAN1": "unsure"})
    lock = companion.state().gate.lock
    assert lock is not None
    assert lock.flags == ("CES1", "INF1", "CAN1", "FROM_2030")


def test_a_clearance_opens_all_and_forgets_what_was_marked(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    keeper: SafetyKeeper = SafetyKeeper(companion, "page")
    keeper.take(keeper.talk.mark("CES2", "yes"))
    companion.diary.say(Clearance, by="Dr Ås")
    gate = companion.state().gate
    assert (gate.lock, gate.drafts) == (None, ())


def test_what_is_begun_on_one_day_is_finished_on_its_own(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    keeper = SafetyKeeper(companion, "page")
    keeper.take(keeper.talk.mark("CES2", "yes"))
    clock.move(days=1)
    again = SafetyKeeper(companion, "page")
    assert again.talk.marked == {"CES2": "yes"}
    again.take(again.talk.go_on(5))
    again.take(again.talk.answer(value=False))
    assert companion.state().gate.lock is None, "a slip is taken back, also a day later"
    again.take(to_the_end(again.talk))
    again.take(again.talk.answer(value=True))
    assert companion.state().gate.last_full == companion.today.day
    kept = [line for line in companion.store.lines() if line.get("marked")]
    assert kept, "what was taken back stays in the history"


def test_a_disk_that_is_full_shows_the_card_and_holds_in_this_session(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    keeper = SafetyKeeper(companion, "page")
    with a_full_disk(), pytest.raises(NotSaved):
        keeper.take(keeper.talk.mark("CES5", "yes"))
    lock = companion.state().gate.lock
    assert lock is not None
    assert lock.marked == ("CES5",)
    keeper.take(keeper.talk.go_on(5))
    with a_full_disk(), pytest.raises(NotSaved):
        keeper.take(keeper.talk.answer(value=True))
    assert companion.state().gate.lock.flags == ("CES5",)  # type: ignore[union-attr]
    assert companion.on(companion.today.day).state().gate.lock is not None
    companion.try_again()
    assert a_companion(tmp_path).state().gate.lock.flags == ("CES5",)  # type: ignore[union-attr]
    assert companion.waiting == {}


def test_a_late_yes_holds_after_a_list_of_the_same_second_until_the_next_list(
    tmp_path: Path,
) -> None:
    moment = datetime(2026, 3, 4, 9, tzinfo=UTC)
    store = Store(places(tmp_path), now=lambda: moment)
    companion = Companion(store, CONTENT, Today(FixedClock()))
    yesterday = companion.on(companion.today.day - timedelta(days=1)).diary
    no = companion.full_answers({})
    companion.diary.say(Gate, scope="full", answers=no)
    open_: dict[str, Answer] = {DAILY_LINE: "unsure"}
    yesterday.say(Gate, scope="daily", answers=open_, marked={"CES1": "yes"})
    lock = companion.state().gate.lock
    assert lock is not None
    assert lock.marked == ("CES1",), "it is asked about and shown again"
    companion.diary.say(Gate, scope="full", answers=no)
    assert companion.state().gate.lock is None


@pytest.mark.parametrize("said", ["no", "yes"])
def test_two_front_ends_with_one_open_question_lose_no_yes_of_either(tmp_path: Path, said: Answer) -> None:
    one = known(a_companion(tmp_path))
    first = SafetyKeeper(one, "lead", ("CES1",))
    first.begin_with(one.diary.draft(Drawing, numbness=("between_legs",)))
    second = SafetyKeeper(a_companion(tmp_path), "page")
    second.take(second.talk.mark("CES3", "yes"))
    first.take(first.talk.answer(said))
    if said == "yes":
        first.take(first.talk.answer(value=True))
    lock = a_companion(tmp_path).state().gate.lock
    assert lock is not None
    assert "CES3" in lock.said, "it is shown again, and asked about"


def test_no_list_is_finished_over_what_a_drawing_opened_meanwhile(tmp_path: Path) -> None:
    one = known(a_companion(tmp_path))
    listing = SafetyKeeper(one, "page")
    listing.take(listing.talk.go_on(len(ASKED)))
    other = a_companion(tmp_path)
    drawing = other.diary.draft(Drawing, numbness=("between_legs",))
    talk_about(other, drawing).begin_with(drawing)
    listing.take(listing.talk.answer(value=True))
    assert (listing.talk.step, listing.talk.leads) == ("lead", ("CES1",)), "it is asked before the end"
    listing.take(listing.talk.answer("no"))
    assert listing.talk.step == "none"
    listing.take(listing.talk.answer(value=True))
    assert a_companion(tmp_path).state().gate.lock is None
