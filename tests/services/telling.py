"""All that is said of an episode, so that two diaries can be compared by it."""

from collections.abc import Sequence
from datetime import date

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.progress import SPANS
from ryggkompis.domain.journal.episodes import days_of_episode
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.review import wish
from ryggkompis.domain.plan.plan import plan_day
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.domain.today.state import State
from ryggkompis.report.gather import summary_of
from ryggkompis.report.layout import one_page
from ryggkompis.report.page import WHOLE, Drawing
from ryggkompis.report.periods import days_in
from ryggkompis.report.planned import NOTHING
from ryggkompis.report.sections import pain, told
from ryggkompis.services import course
from ryggkompis.services.earlier import about_in_words
from ryggkompis.services.review import review_in_words
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.view import lens_on
from tests.domain.patient import catalogue, red_flags


def state_of(history: History, day: date) -> State:
    plan = plan_day(day, history, catalogue(), red_flags())
    gate = gate_on(day, history, red_flags())
    return State(day, days_of_episode(history, day), history, plan, gate, catalogue(), red_flags())


def of_progress(state: State, seen: State) -> list[str]:
    """Everything Progress says, in every range and with and without numbers, and of the week."""
    said = [str(seen.week), wish(seen.history, seen.day)]
    for numbers in (True, False):
        for span in SPANS:
            lens = lens_on(seen, span, band=True, numbers=numbers)
            if span != "all":
                said += [str(lens.period), course.first_span(seen)]
            for view in VIEWS:
                said += [*about_in_words(state, seen, lens, view), *view.say(seen, lens)]
        said += review_in_words(seen, numbers=numbers)
    return said


def of_report(history: History, day: date) -> tuple[list[object], list[object]]:
    """The report of this episode, and of everything the sections that compare two times."""
    days, all_days = (days_in(name, history, day) for name in ("episode", "all"))
    known = (history, (), red_flags(), catalogue())
    found, everything = (summary_of(*known, first=p.first, last=p.last) for p in (days, all_days))
    # A plan looks back over the border of an episode, and is no matter of the course.
    page = one_page(replace(found, earlier=(), overlaps=(), plan=NOTHING))
    compared = (pain.pain, pain.signs, told.goals)
    blocks = [b for part in compared for b in part(everything, WHOLE) if not isinstance(b, Drawing)]
    return [page.title, *page.sections, *page.appendix], [*blocks]


def assert_same(some: Sequence[object], others: Sequence[object]) -> None:
    assert [pair for pair in zip(some, others, strict=True) if pair[0] != pair[1]] == []
