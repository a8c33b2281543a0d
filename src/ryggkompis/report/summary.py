"""What a report says: facts of one period, self-reported and without a word of any language.

Every format renders these facts and nothing else. None is *unknown*, never zero.
"""

from collections.abc import Mapping
from datetime import date

from ryggkompis.domain.base.scales import Numb, Side, Site, Work
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.course.earlier import Earlier, Overlap
from ryggkompis.domain.course.easing import Chosen
from ryggkompis.domain.course.happened import Happened
from ryggkompis.domain.course.medicine_use import Use
from ryggkompis.domain.course.progress import Change, Period, Values, Window
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.report.activity import Exercising, Flare, Walking
from ryggkompis.report.brought import Brought
from ryggkompis.report.drawn import Drawn
from ryggkompis.report.goals import GoalCourse
from ryggkompis.report.outside import Outside
from ryggkompis.report.planned import NOTHING, Planned
from ryggkompis.report.safety import Safety
from ryggkompis.store.lines import Line


class Coverage(Value):
    """How much of a period is known."""

    days: int
    """Days of the period, at least 1."""
    logged: int
    """Days with a check-in or an evening."""
    unread: int = 0
    """Days of the others that could not be read, or not all of them."""

    @property
    def missing(self) -> int:
        """Count the days without either, that can be read."""
        return self.days - self.logged - self.unread


class PainCourse(Value):
    """One measure of pain (0-10) through the period."""

    values: Values
    first: Window | None
    """The mean of the first 7 logged days of the episode."""
    last: Window | None
    """The mean of its last 7 calendar days."""
    change: Change


class Lowest(Value):
    """The lowest point that pain reached, in the first 7 answered days and in the last 7 calendar days."""

    then: Site | None
    now: Site | None


class Numbness(Value):
    """What was answered about numbness."""

    answered: int
    latest: Numb | None
    latest_on: date | None
    more_on: tuple[date, ...]
    """The days on which there was more of it."""


class Strength(Value):
    """What was answered about strength in the leg."""

    answered: int
    """How often it was answered."""
    said: tuple[date, ...]
    """The days on which the answer was yes or unsure."""


class Nights(Value):
    """Nights that were answered for, and how many of them pain broke."""

    nights: int
    woken: int


class Sleep(Value):
    """Nights, of those that were answered for."""

    nights: int
    woken: int
    """Nights woken by pain at least once."""
    often: int
    """Nights woken three times or more."""
    first: Nights | None = None
    """The first 7 of the episode; None where they are not known."""
    last: Nights | None = None
    """And those of its last 7 calendar days."""


class Remark(Value):
    """Something in the patient's own words."""

    day: date
    text: str


class Week(Value):
    """One weekly look back, without its goals."""

    day: date
    global_change: int | None
    """-3 much worse, 3 completely well."""
    work: Work | None
    worry: int | None
    eased_by: str | None
    """What helped, in the patient's words."""
    wish: str | None
    """For the week after."""


class Person(Value):
    """Who the report is about, as far as the therapist needs to know."""

    onset: date | None
    operation: Operation | None
    """The latest operation on the back, also from before the period."""
    side: Side | None
    next_visit: date | None
    therapist: str | None


class InForce(Value):
    """A therapist's programme."""

    name: str
    since: date
    sha: str
    walk_ceiling: int | None
    barred: tuple[str, ...]
    note: str | None


class Followed(Value):
    """A programme as it was told, and the catalogue that names what is in it."""

    said: Programme
    catalogue: Catalogue


class Summary(Value, kw_only=True):
    """Everything a report says about one period, in the order in which a therapist reads it."""

    period: Period
    safety: Safety
    about: Period
    """The days of it that belong to the episode of its last day: what compares two times is of them."""
    reaches_over: bool
    """Something was said in the period on other days than these."""
    earlier: tuple[Earlier, ...]
    """The episodes before it, oldest first, whatever the period."""
    overlaps: tuple[Overlap, ...]
    coverage: Coverage
    leg: PainCourse
    back: PainCourse
    leg_evening: PainCourse
    """The average of the day, as told in the evening."""
    back_evening: PainCourse
    lowest: Lowest
    numbness: Numbness
    strength: Strength
    drawings: tuple[Drawn, ...] = ()
    """Where it hurts, as it was drawn, oldest first."""
    worsens: Chosen | None = None
    """What makes it worse, by the latest review of the period beside the first of the episode."""
    eases: Chosen | None = None
    goals: tuple[GoalCourse, ...]
    walking: Walking
    plan: Planned = NOTHING
    """Of this episode."""
    exercising: Exercising
    flares: tuple[Flare, ...]
    sleep: Sleep
    brought: Brought = Brought()
    medicine_use: tuple[Use, ...] = ()
    """Those that are counted."""
    medicines: tuple[Remark, ...] = ()
    """What else was written of medicines, of which nothing is counted."""
    weeks: tuple[Week, ...]
    events: tuple[Happened, ...] = ()
    notes: tuple[Remark, ...]
    person: Person | None = None
    programmes: tuple[InForce, ...] = ()
    """Those that were in force on a day of the period, oldest first; the last one still stands."""
    followed: tuple[Followed, ...] = ()
    """The same, with all that was said; as JSON it stands among the entries."""
    thresholds: Mapping[str, int]
    """Numbers of the rules that the patient or the therapist changed."""
    questions: tuple[str, ...]
    """What the patient wants to ask."""
    unread: tuple[Hidden, ...] = ()
    """What could not be read of the period: nobody may take its days for quiet ones."""
    unread_days: tuple[date, ...] = ()
    """The days that nothing could be read of."""
    rules_version: str
    rules_shown: tuple[str, ...] = ()
    """Versions of the rules of the plans that were shown in the period, oldest first, as far as is known."""
    tells_crisis: bool = False
    """The question about not wanting to live is among what is told, as the patient asked for."""
    left_out: tuple[str, ...] = ()
    """The parts that the patient chose to leave out."""
    lines: tuple[Line, ...] = ()
    """The entries of the period as they are stored, without what was left out."""
    outside: Outside = Outside()

    @property
    def is_urgent(self) -> bool:
        """Whether the safety section must not be overlooked."""
        return self.safety.is_urgent or bool(self.unread)

    @property
    def private(self) -> tuple[str, ...]:
        """The parts with words that the patient wrote for themselves, who is asked about them each time."""
        own_words = self.notes or any(week.eased_by or week.wish for week in self.weeks)
        found = {"notes": own_words, "medicine": self.medicine_use or self.medicines}
        return tuple(part for part, said in found.items() if said)

    @property
    def goals_told(self) -> tuple[GoalCourse, ...]:
        """The activities as far as they were rated in this episode."""
        told = (replace(g, ratings=tuple(r for r in g.ratings if r.day in self.about)) for g in self.goals)
        return tuple(goal for goal in told if goal.ratings)

    @property
    def begins(self) -> tuple[date, ...]:
        """The days within the period on which an episode begins after another."""
        starts = (*(one.period.first for one in self.earlier), self.about.first)
        return tuple(day for day in starts[1:] if self.period.first < day <= self.period.last)
