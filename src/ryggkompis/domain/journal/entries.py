"""What the patient says: one frozen value per kind of entry, each field optional unless it is the point.

``None`` is *unknown*: never zero, and never a reason to raise a load (clinical invariant I6).
An entry is never changed: an edit is the same ``id`` with the next ``rev``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias, get_args

from msgspec import Meta

from ryggkompis.domain.base.scales import (
    LONGEST_WALK,
    QUESTIONS,
    Adjust,
    Because,
    Eases,
    EventKind,
    Exclusion,
    Minutes,
    Name,
    Nrs,
    Numb,
    Response,
    Sensitivity,
    Side,
    Site,
    Sitting,
    Text,
    Versus,
    Work,
    Worsens,
)
from ryggkompis.domain.base.weekdays import Weekday
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.domain.journal.steps import Steps


class CheckIn(Stamp, kw_only=True):
    """How one morning felt. A second one the same day replaces the first."""

    kind: Literal["check_in"] = "check_in"
    leg: Nrs | None = None
    back: Nrs | None = None
    site: Site | None = None
    numb: Numb | None = None
    morning: Versus | None = None
    """Compared with yesterday morning."""
    sleep_wakes: Annotated[int, Meta(ge=0, le=3)] | None = None
    """How often pain woke the patient; 3 means three times or more."""
    flare: bool | None = None
    """Asked directly: most flare days are not days of unusual pain (clinical 3.1)."""


class Evening(Stamp, kw_only=True):
    """How one whole day was; whether they ``walked`` is asked where no walk was noted."""

    kind: Literal["evening"] = "evening"
    leg_avg: Nrs | None = None
    back_avg: Nrs | None = None
    leg_worst: Nrs | None = None
    sit_longest: Sitting | None = None
    flare: bool | None = None
    walked: bool | None = None


class Walk(Stamp, kw_only=True):
    """A walk, and how the leg took it."""

    kind: Literal["walk"] = "walk"
    minutes: Annotated[int, Meta(ge=1, le=LONGEST_WALK)]
    peak_leg: Nrs | None = None
    settled: Annotated[int, Meta(ge=0, le=1440)] | None = None
    """Minutes until the leg was back where it started."""
    further_down: bool | None = None
    """Pain or numbness went further down the leg and stayed for more than 15 minutes."""


class ExerciseDone(Stamp, kw_only=True):
    """An exercise, and where the pain went."""

    kind: Literal["exercise"] = "exercise"
    exercise: Name
    level: Annotated[int, Meta(ge=1, le=4)] | None = None
    sets: Annotated[int, Meta(ge=1, le=20)] | None = None
    """Whole sets; without a number, and not cut short, all of them."""
    cut_short: bool | None = None
    """It was stopped before the end: of one set more, at most a part was done."""
    response: Response | None = None
    minutes: Minutes | None = None

    @property
    def is_only_begun(self) -> bool:
        """Tell whether no whole set of it was done."""
        return self.cut_short is True and self.sets is None


class ComfortDone(Stamp, kw_only=True):
    """A relief position or heat."""

    kind: Literal["comfort"] = "comfort"
    comfort: Name
    minutes: Minutes | None = None
    helped: bool | None = None


WALK: Final = "W1"  # the id of walking, as the catalogue has it


class Adjustment(Stamp, kw_only=True):
    """The patient does less than planned today, which is always allowed."""

    kind: Literal["adjustment"] = "adjustment"
    adjust: Adjust
    exercise: Name | None = None
    """Which exercise is skipped or made easier; none for a day of the minimum version.

    ``WALK`` made easier is the smaller plan that rule D12 offers; skipped, it comes with the reason.
    """
    because: Because | None = None
    """Why less was walked than planned."""


class PositionChange(Stamp, kw_only=True):
    """Got up, or lay down: a change of position."""

    kind: Literal["position_change"] = "position_change"


class Weekly(Stamp, kw_only=True):
    """The weekly look back."""

    kind: Literal["weekly"] = "weekly"
    goals: tuple[Nrs | None, ...] = ()
    """PSFS-like, in the order of the profile's goals: 0 cannot, 10 as before."""
    global_change: Annotated[int, Meta(ge=-3, le=3)] | None = None
    """-3 much worse, 0 unchanged, 3 completely well."""
    work: Work | None = None
    worry: Nrs | None = None
    """0 not afraid to move, 10 as afraid as can be."""
    worsens: Annotated[tuple[Worsens, ...], Meta(max_length=5)] | None = None
    eases: Annotated[tuple[Eases, ...], Meta(max_length=5)] | None = None
    """Chosen from a short list, as what makes it worse; empty where none of it fits, which was said."""
    eased_by: Text | None = None
    """What helped this week, in the patient's words."""
    wish: Text | None = None
    """The one wish for the next week."""


class Note(Stamp, kw_only=True):
    """A remark."""

    kind: Literal["note"] = "note"
    text: Text


class Event(Stamp, kw_only=True):
    """Something to mark in the charts."""

    kind: Literal["event"] = "event"
    text: Text
    event: EventKind = "other"


class Profile(Stamp, kw_only=True):
    """Who the plan is for; the newest stands."""

    kind: Literal["profile"] = "profile"
    onset: date | None = None
    side: Side | None = None
    goals: Annotated[tuple[Name, ...], Meta(max_length=3)] = ()
    walk_tolerance: Annotated[int, Meta(ge=0, le=600)] | None = None
    """Minutes of walking before the leg gets 2 worse or the pain goes further down."""
    walks_now: Annotated[int, Meta(ge=0, le=1440)] | None = None
    """Minutes of walking on an ordinary day now."""
    walk_enough: Annotated[int, Meta(ge=6, le=12)] | None = None
    """The walking level that is enough, by the patient's own word: walking rises no further."""
    pain_goal: Nrs | None = None  # a line in the chart, and nothing else
    had_cancer: bool | None = None  # ever: asked once, as it makes other answers graver
    cancer_seen: Name | None = None  # who has looked at the back since then, and when
    exclusions: tuple[Exclusion, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()
    next_visit: date | None = None
    therapist: Name | None = None
    questions: Annotated[tuple[Name, ...], Meta(max_length=QUESTIONS)] = ()
    """What the patient wants to ask at the next visit."""
    thresholds: Mapping[str, int] = {}
    """Numbers of the table that were changed from the convention, by their names in ``Thresholds``."""


class Programme(Stamp, kw_only=True):
    """A therapist's programme; the newest stands."""

    kind: Literal["programme"] = "programme"
    name: Name
    sha: Annotated[str, Meta(min_length=1, max_length=64)]
    """SHA-256 of the file it came from."""
    walk_ceiling: Annotated[int, Meta(ge=-2, le=12)] | None = None
    """Highest walking level."""
    barred: tuple[Name, ...] = ()
    required: tuple[Name, ...] = ()
    """Exercises that are in every plan, as long as nothing stricter leaves them out."""
    days: tuple[Weekday, ...] = ()
    """Days of the week with exercises; none named is every day."""
    own: tuple[Exercise, ...] = ()
    until: date | None = None
    """The last day it was meant for; after it the patient is asked, and until then it stands."""
    note: Text | None = None
    text: Annotated[str, Meta(max_length=262_144)] = ""
    """The file as the therapist wrote it, or as it was written from what the patient told."""
    over: bool | None = None  # by the patient's word: an entry that says so asks for nothing itself


Entry: TypeAlias = (
    CheckIn | Evening | Gate | Clearance | Walk | ExerciseDone | ComfortDone | Adjustment | PositionChange
    | Medicine | OwnMedicine | Weekly | Note | Event | Profile | Programme | Steps | EpisodeMark | Drawing
)  # fmt: skip
KINDS: Final[tuple[type[Entry], ...]] = get_args(Entry)  # in the order of the design
