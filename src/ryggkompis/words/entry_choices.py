"""What the choices of the fields of entries are called, in the words of a patient."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_

CHOICES: Final[Mapping[str, Mapping[object, str]]] = {
    "site": {
        "none": N_("no leg pain"),
        "buttock": N_("down to the buttock"),
        "thigh": N_("down to the thigh"),
        "calf": N_("down to the calf"),
        "foot": N_("down to the foot"),
    },
    "numb": {
        "none": N_("no numbness"),
        "same": N_("numb as before"),
        "less": N_("less numb"),
        "more": N_("more numb"),
    },
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
    "turn": {"started": N_("began taking it"), "stopped": N_("stopped taking it")},
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
    "days": {
        "mon": N_("Monday"),
        "tue": N_("Tuesday"),
        "wed": N_("Wednesday"),
        "thu": N_("Thursday"),
        "fri": N_("Friday"),
        "sat": N_("Saturday"),
        "sun": N_("Sunday"),
    },
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
