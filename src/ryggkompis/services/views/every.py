"""Every way to look at the course. A new one is one small module and its name here."""

from typing import Final

from ryggkompis.services.views.calendar import CALENDAR
from ryggkompis.services.views.daily import EXERCISES, POSITIONS, SLEEP, STEPS
from ryggkompis.services.views.drawing import DRAWING_VIEW
from ryggkompis.services.views.goals import GOALS
from ryggkompis.services.views.meaning import MEANING
from ryggkompis.services.views.pain import PAIN
from ryggkompis.services.views.reach import REACH
from ryggkompis.services.views.view import View
from ryggkompis.services.views.walking import WALKING
from ryggkompis.services.views.week import SEVEN_DAYS

VIEWS: Final[tuple[View, ...]] = (
    PAIN,
    SEVEN_DAYS,
    WALKING,
    REACH,
    DRAWING_VIEW,
    CALENDAR,
    GOALS,
    SLEEP,
    POSITIONS,
    EXERCISES,
    STEPS,
    MEANING,
)
"""In the order in which they are shown."""
