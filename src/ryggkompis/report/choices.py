"""The choices of the questions, as a report words them."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.entries import Answer, EventKind, Numb, Side, Site, Sitting, Work
from ryggkompis.domain.errors import N_
from ryggkompis.domain.progress import Change, ClearlyBetter, ClearlyWorse, NoClearChange, TooEarly

SITES: Final[Mapping[Site, str]] = {
    "none": N_("the back only"),
    "buttock": N_("the buttock"),
    "thigh": N_("the thigh"),
    "calf": N_("the calf"),
    "foot": N_("the foot"),
}
NUMBS: Final[Mapping[Numb, str]] = {
    "none": N_("none"),
    "same": N_("as before"),
    "less": N_("less"),
    "more": N_("more"),
}
ANSWERS: Final[Mapping[Answer, str]] = {"no": N_("no"), "yes": N_("yes"), "unsure": N_("unsure")}
SIDES: Final[Mapping[Side, str]] = {"left": N_("left"), "right": N_("right"), "both": N_("both sides")}
SITTINGS: Final[Mapping[Sitting, str]] = {
    "under_20": N_("under 20 minutes"),
    "20_40": N_("20 to 40 minutes"),
    "40_60": N_("40 to 60 minutes"),
    "over_60": N_("over 60 minutes"),
}
WORKS: Final[Mapping[Work, str]] = {
    "full": N_("at work"),
    "partly": N_("partly at work"),
    "off": N_("off work"),
    "not_relevant": N_("not relevant"),
}
EVENTS: Final[Mapping[EventKind, str]] = {
    "visit": N_("visit"),
    "work": N_("work"),
    "treatment": N_("treatment"),
    "other": N_("other"),
}
GLOBAL_CHANGES: Final[Mapping[int, str]] = {
    -3: N_("much worse"),
    -2: N_("worse"),
    -1: N_("a little worse"),
    0: N_("unchanged"),
    1: N_("a little better"),
    2: N_("much better"),
    3: N_("completely well"),
}
CHANGES: Final[Mapping[type[Change], str]] = {
    TooEarly: N_("too early to say"),
    ClearlyBetter: N_("clearly less pain"),
    ClearlyWorse: N_("clearly more pain"),
    NoClearChange: N_("no clear change"),
}
PARTS: Final[Mapping[str, str]] = {
    "notes": N_("notes"),
    "medicine": N_("medicines"),
    "events": N_("events"),
    "goals": N_("goals"),
    "work": N_("work"),
    "worry": N_("worry"),
    "sleep": N_("sleep"),
    "profile": N_("the profile"),
    "programme": N_("the therapist's programme"),
}
