"""The scales and choices in which a patient answers, in the order in which they are asked."""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta

from ryggkompis.domain.base.text import TEXT_LIMIT

QUESTIONS: Final = 3
"""Most questions for a visit: what there is time for."""

Nrs: TypeAlias = Annotated[int, Meta(ge=0, le=10)]
"""Numeric rating scale: 0 is no pain, 10 the worst imaginable."""
MOST_MINUTES: Final = 600
Minutes: TypeAlias = Annotated[int, Meta(ge=1, le=MOST_MINUTES)]
LONGEST_WALK: Final = 720
"""Minutes; a day on foot, as a watch records it."""
Text: TypeAlias = Annotated[str, Meta(min_length=1, max_length=TEXT_LIMIT)]
NAME_LIMIT: Final = 120
"""Characters of a name, at the most."""
Name: TypeAlias = Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]

Site: TypeAlias = Literal["none", "buttock", "thigh", "calf", "foot"]
SITES: Final[tuple[Site, ...]] = ("none", "buttock", "thigh", "calf", "foot")
"""The lowest point the pain reaches, from the back down the leg."""
Numb: TypeAlias = Literal["none", "same", "less", "more"]
NUMBS: Final[tuple[Numb, ...]] = ("none", "same", "less", "more")
Versus: TypeAlias = Literal["better", "same", "worse"]
VERSUS: Final[tuple[Versus, ...]] = ("better", "same", "worse")
Answer: TypeAlias = Literal["no", "yes", "unsure"]
Scope: TypeAlias = Literal["daily", "full"]
Response: TypeAlias = Literal["up", "same", "down"]
RESPONSES: Final[tuple[Response, ...]] = ("up", "same", "down")
"""Where the pain went: up towards the back, unchanged, or further down the leg."""
Sitting: TypeAlias = Literal["under_20", "20_40", "40_60", "over_60"]
SITTINGS: Final[tuple[Sitting, ...]] = ("under_20", "20_40", "40_60", "over_60")
Work: TypeAlias = Literal["full", "partly", "off", "not_relevant"]
WORKS: Final[tuple[Work, ...]] = ("full", "partly", "off", "not_relevant")
CHANGES: Final = (-3, -2, -1, 0, 1, 2, 3)
"""Of the global change since the start: much worse to completely well."""
EventKind: TypeAlias = Literal["visit", "work", "treatment", "other"]
EVENT_KINDS: Final[tuple[EventKind, ...]] = ("visit", "work", "treatment", "other")
Worsens: TypeAlias = Literal[
    "sitting", "driving", "bending", "coughing", "standing", "walking", "lying", "mornings"
]
WORSENS: Final[tuple[Worsens, ...]] = (
    "sitting", "driving", "bending", "coughing", "standing", "walking", "lying", "mornings",
)  # fmt: skip
"""What may make it worse: what a therapist asks first."""
Eases: TypeAlias = Literal[
    "heat", "walking", "standing", "sitting", "lying_front", "lying_side", "ninety", "moving"
]
EASES: Final[tuple[Eases, ...]] = (
    "heat", "walking", "standing", "sitting", "lying_front", "lying_side", "ninety", "moving",
)  # fmt: skip
"""What may ease it."""
MedicineTurn: TypeAlias = Literal["started", "stopped"]
MEDICINE_TURNS: Final[tuple[MedicineTurn, ...]] = ("started", "stopped")
Adjust: TypeAlias = Literal["minimum", "skip", "easier"]
"""A day of the minimum version, an exercise left out, or an exercise one level lower."""
Because: TypeAlias = Literal["pain", "time", "fear", "forgot", "other"]
BECAUSES: Final[tuple[Because, ...]] = ("pain", "time", "fear", "forgot", "other")
"""Why less was walked than planned, rule D12."""
Ended: TypeAlias = Literal["well", "enough", "other"]
ENDED: Final[tuple[Ended, ...]] = ("well", "enough", "other")
"""How an episode ended, in the patient's own choice of words: well again, well enough, or otherwise."""
Rhythm: TypeAlias = Literal["daily", "twice", "monthly"]
RHYTHMS: Final[tuple[Rhythm, ...]] = ("daily", "twice", "monthly")
"""How often the patient wants to be asked: every day, twice a week, once a month."""
Side: TypeAlias = Literal["left", "right", "both"]
SIDES: Final[tuple[Side, ...]] = ("left", "right", "both")
Exclusion: TypeAlias = Literal[
    "under_18", "not_told", "pregnant", "operated", "fracture", "cancer", "infection", "inflammatory"
]
EXCLUSIONS: Final[tuple[Exclusion, ...]] = (
    "under_18", "not_told", "pregnant", "operated", "fracture", "cancer", "infection", "inflammatory",
)  # fmt: skip
"""Any of these and no plan is made here, rule D1 (clinical 4.4, 6.2)."""
Sensitivity: TypeAlias = Literal["flex", "ext", "balance", "kneeling", "standing", "blood_thinners"]
SENSITIVITIES: Final[tuple[Sensitivity, ...]] = (
    "flex", "ext", "balance", "kneeling", "standing", "blood_thinners",
)  # fmt: skip
"""What leaves an exercise out without stopping the plan (clinical 5.1)."""

DAILY_LINE: Final = "DAILY"
"""The id under which the one-line safety question is answered."""
NUMB_LOCKS: Final = 3
"""Known mornings in a row with more numbness that hold the plan back, rule D3."""
NUMB_FLAG: Final = "MOT2"
"""The red flag that they count as."""
CRISIS: Final = "PSY1"
"""The answer that is met with two telephone numbers first, in every state (clinical-3 2.2)."""
