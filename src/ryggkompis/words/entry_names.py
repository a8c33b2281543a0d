"""What the kinds of entries, their fields and their choices are called, in the words of a patient."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.drawing import PLACES, SORTS
from ryggkompis.i18n.language import _
from ryggkompis.words.drawing.names import SORT_NAMES, place_name

UNKNOWN_OR_SKIP: Final = N_("don't know, or skip")
"""The choice of saying nothing, before it is said in a language."""
_KINDS: Final[Mapping[str, str]] = {
    "check_in": N_("Check-in"),
    "evening": N_("Evening"),
    "gate": N_("Safety questions"),
    "clearance": N_("Seen by a doctor"),
    "walk": N_("Walk"),
    "exercise": N_("Exercise"),
    "comfort": N_("Relief"),
    "adjustment": N_("Doing less"),
    "position_change": N_("Changed position"),
    "medicine": N_("Medicine"),
    "weekly": N_("The week"),
    "note": N_("Note"),
    "event": N_("Event"),
    "profile": N_("About you"),
    "programme": N_("Therapist's programme"),
    "steps": N_("Steps"),
    "episode": N_("Episode"),
    "drawing": N_("Drawing"),
}
_SHORT_KINDS: Final[Mapping[str, str]] = {
    "gate": N_("Safety"),
    "clearance": N_("Doctor"),
    "adjustment": N_("Less"),
    "position_change": N_("Position"),
    "programme": N_("Programme"),
}
_FIELDS: Final[Mapping[str, str]] = {
    "day": N_("Day"),
    "leg": N_("Leg pain now"),
    "back": N_("Back pain now"),
    "site": N_("The pain reaches"),
    "numb": N_("Numbness"),
    "morning": N_("Compared with yesterday"),
    "sleep_wakes": N_("Woken by pain"),
    "flare": N_("Flare-up"),
    "leg_avg": N_("Leg on average"),
    "back_avg": N_("Back on average"),
    "leg_worst": N_("Leg at its worst"),
    "sit_longest": N_("Longest sitting"),
    "walked": N_("Walking that day"),
    "scope": N_("Which questions"),
    "answers": N_("Answers"),
    "marked": N_("Marked, and not confirmed"),
    "by": N_("Seen by"),
    "text": N_("In your words"),
    "steps": N_("Steps"),
    "source": N_("Counted by"),
    "minutes": N_("Minutes"),
    "peak_leg": N_("Leg at its worst on the way"),
    "settled": N_("Minutes until the leg settled"),
    "further_down": N_("Further down the leg"),
    "exercise": N_("Exercise"),
    "level": N_("Level"),
    "sets": N_("Sets"),
    "cut_short": N_("Stopped within a set"),
    "response": N_("The pain afterwards"),
    "comfort": N_("Relief"),
    "helped": N_("Did it help"),
    "goals": N_("Your activities"),
    "global_change": N_("Compared with the start"),
    "work": N_("Work"),
    "worry": N_("Afraid to move"),
    "eased_by": N_("What helped"),
    "wish": N_("Wish for the next week"),
    "event": N_("What happened"),
    "onset": N_("When it began"),
    "side": N_("Which leg"),
    "walk_tolerance": N_("Minutes you can walk"),
    "walks_now": N_("Minutes walked a day now"),
    "walk_enough": N_("Walking that is enough"),
    "pain_goal": N_("Your goal for the pain, 0–10"),
    "had_cancer": N_("Cancer, ever"),
    "cancer_seen": N_("Who has looked at it since, and when"),
    "exclusions": N_("What applies to you"),
    "sensitivities": N_("What to be careful with"),
    "next_visit": N_("Next visit"),
    "therapist": N_("Therapist"),
    "questions": N_("Questions for the visit"),
    "thresholds": N_("Changed limits"),
    "name": N_("Name"),
    "sha": N_("Fingerprint of the file"),
    "walk_ceiling": N_("Highest walking level"),
    "barred": N_("Left out"),
    "adjust": N_("What is less"),
    "because": N_("What came in the way"),
    "required": N_("Always there"),
    "days": N_("Days with exercises"),
    "own": N_("Your therapist's own exercises"),
    "note": N_("Note"),
    "start": N_("When this episode began"),
    "end": N_("When it was closed"),
    "ended": N_("How it ended"),
    "rhythm": N_("How often you are asked"),
    "operated": N_("Operated on"),
    "cleared": N_("Exercise allowed from"),
    "cleared_by": N_("Allowed by"),
    **SORT_NAMES,
}

_DAYS: Final[Mapping[object, str]] = {
    "mon": N_("Monday"), "tue": N_("Tuesday"), "wed": N_("Wednesday"), "thu": N_("Thursday"),
    "fri": N_("Friday"), "sat": N_("Saturday"), "sun": N_("Sunday"),
}  # fmt: skip
_NUMB: Final[Mapping[object, str]] = {
    "none": N_("no numbness"), "same": N_("numb as before"), "less": N_("less numb"), "more": N_("more numb"),
}  # fmt: skip
_CHOICES: Final[Mapping[str, Mapping[object, str]]] = {
    "site": {
        "none": N_("no leg pain"),
        "buttock": N_("down to the buttock"),
        "thigh": N_("down to the thigh"),
        "calf": N_("down to the calf"),
        "foot": N_("down to the foot"),
    },
    "numb": _NUMB,
    "morning": {
        "better": N_("better than yesterday"),
        "same": N_("same as yesterday"),
        "worse": N_("worse than yesterday"),
    },
    "sleep_wakes": {
        0: N_("not woken by pain"),
        1: N_("woken once"),
        2: N_("woken twice"),
        3: N_("woken three times or more"),
    },
    "flare": {True: N_("a flare-up"), False: N_("no flare-up")},
    "sit_longest": {
        "under_20": N_("sat less than 20 minutes"),
        "20_40": N_("sat 20 to 40 minutes"),
        "40_60": N_("sat 40 to 60 minutes"),
        "over_60": N_("sat more than an hour"),
    },
    "walked": {True: N_("walked"), False: N_("no walk")},
    "scope": {"daily": N_("the daily question"), "full": N_("the whole list")},
    "answers": {"no": N_("no"), "yes": N_("yes"), "unsure": N_("unsure")},
    "marked": {"no": N_("no"), "yes": N_("yes"), "unsure": N_("unsure")},
    "had_cancer": {True: N_("has had cancer"), False: N_("has never had cancer")},
    "further_down": {
        True: N_("the pain went further down and stayed"),
        False: N_("the pain did not go further down"),
    },
    "cut_short": {True: N_("stopped within a set"), False: N_("no set cut short")},
    "response": {"up": N_("up towards the back"), "same": N_("the same"), "down": N_("further down the leg")},
    "helped": {True: N_("it helped"), False: N_("it did not help")},
    "global_change": {
        -3: N_("much worse"),
        -2: N_("worse"),
        -1: N_("a little worse"),
        0: N_("unchanged"),
        1: N_("a little better"),
        2: N_("much better"),
        3: N_("completely well"),
    },
    "work": {
        "full": N_("working as usual"),
        "partly": N_("working partly"),
        "off": N_("off work"),
        "not_relevant": N_("work does not apply"),
    },
    "event": {
        "visit": N_("visit to a doctor or therapist"),
        "work": N_("back to work"),
        "treatment": N_("new treatment"),
        "operation": N_("operation on the back"),
        "other": N_("something else"),
    },
    "adjust": {
        "minimum": N_("a bad day: the minimum version"),
        "skip": N_("left out today"),
        "easier": N_("one level easier today"),
    },
    "because": {
        "pain": N_("it hurt"),
        "time": N_("there was no time"),
        "fear": N_("afraid of moving"),
        "forgot": N_("it was forgotten"),
        "other": N_("something else"),
    },
    "days": _DAYS,
    "ended": {"well": N_("well again"), "enough": N_("well enough"), "other": N_("otherwise")},
    "rhythm": {"daily": N_("every day"), "twice": N_("twice a week"), "monthly": N_("once a month")},
    "side": {"left": N_("left leg"), "right": N_("right leg"), "both": N_("both legs")},
    "exclusions": {
        "under_18": N_("under 18 years old"),
        "not_told": N_("nobody has told me it is a herniated disc"),
        "pregnant": N_("expecting a child"),
        "operated": N_("operated on the back (in the last twelve weeks, or not yet allowed to exercise)"),
        "fracture": N_("recent fracture in the back"),
        "cancer": N_("cancer in the spine"),
        "infection": N_("infection in the spine"),
        "inflammatory": N_("inflammatory back disease"),
    },
    "sensitivities": {
        "flex": N_("bending forward makes it worse"),
        "ext": N_("arching back makes it worse"),
        "balance": N_("poor balance"),
        "kneeling": N_("kneeling or leaning on the hands hurts"),
        "standing": N_("worse standing, better bent forward"),
        "blood_thinners": N_("blood thinners"),
    },
}


def unknown_or_skip() -> str:
    """Name the choice of saying nothing."""
    return _(UNKNOWN_OR_SKIP)


def kind_name(kind: str) -> str:
    """Name a kind of entry by its ``kind``: “Innsjekk”, “Check-in”; an unknown kind names itself."""
    return _(_KINDS.get(kind, kind))


def short_kind_name(kind: str) -> str:
    """Name a kind of entry in at most ten characters, for a column: “Trygghet”, “Safety”."""
    return _(_SHORT_KINDS[kind]) if kind in _SHORT_KINDS else kind_name(kind)


def field_name(field: str) -> str:
    """Name a field of an entry: “Bein nå”, “Leg pain now”; an unknown field names itself."""
    return _(_FIELDS.get(field, field))


def has_choices(field: str) -> bool:
    """Tell whether the values of ``field`` have names of their own."""
    return field in _CHOICES or field in SORTS


def choice_name(field: str, value: object) -> str:
    """Name one value of a field with choices, as it reads in a sentence; any other value is written out."""
    if value is None:
        return _("unknown")
    if field in SORTS and value in PLACES:
        return place_name(value)
    name = _CHOICES.get(field, {}).get(value)
    return _(name) if name else str(value)
