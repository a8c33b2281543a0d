"""What the plain lines say in their own words: which line of the list helps."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.words.adjusting import ENOUGH
from ryggkompis.words.learn import CARDS
from ryggkompis.words.lines import Act
from ryggkompis.words.programme import WHAT_WAS_SAID
from ryggkompis.words.today.hurting import HURTS
from ryggkompis.words.today.tour import TOUR
from ryggkompis.words.urgent import HELP_NOW

CHECK_IN: Final = N_("Check in")
FIRST: Final = N_("The first questions, about you")
CLEAR: Final = N_("Seen by a doctor: open the lock")
WHY_LESS: Final = N_("What came in the way of walking")
MOVED: Final = N_("I have changed position")
SMALLER: Final = N_("Take the smaller plan")
DRAWING: Final = N_("Mark where it hurts, or is numb")
REVIEW: Final = N_("Look back on the week")
OPERATION: Final = N_("After an operation on the back")
EPISODE: Final = N_("This episode: how to go on, or that it is back")
WALK: Final = N_("Take a walk")
VISIT: Final = N_("The next visit")
LOOK: Final = N_("Look over the files of the diary")
UNLOCK: Final = N_("Take the passphrase away")
BACKUP: Final = N_("Write a backup")
RESTORE: Final = N_("Bring a backup or a copy back")
PROGRESS: Final = N_("How it has gone")
UNDO: Final = N_("Take the latest back")
AS_FILE: Final = N_("The programme as a file")
LOCK: Final = N_("Put the diary behind a passphrase")

NAMES: Final[Mapping[Act, str]] = {
    "any_day": CHECK_IN,
    "back": EPISODE,
    "change_later": FIRST,
    "change_profile": FIRST,
    "check_in": CHECK_IN,
    "clear": CLEAR,
    "clear_doubt": CLEAR,
    "doctor": LOOK,
    "enough": ENOUGH,
    "finish": CHECK_IN,
    "finish_lock": LOCK,
    "first_run": FIRST,
    "how_on": EPISODE,
    "hurts": HURTS,
    "moved": MOVED,
    "operation": OPERATION,
    "profile": FIRST,
    "programme": WHAT_WAS_SAID,
    "read": CARDS,
    "review": REVIEW,
    "smaller": SMALLER,
    "tour": TOUR,
    "urgent": HELP_NOW,
    "urgent_now": HELP_NOW,
    "visit": VISIT,
    "walked": WALK,
    "when_113": HELP_NOW,
    "why_less": WHY_LESS,
}
"""What helps with a line of words, by its name in the list."""
