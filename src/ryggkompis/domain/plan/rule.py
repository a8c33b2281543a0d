"""What a row of the decision table is."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.standing import Standing

Ground: TypeAlias = Literal["convention", "safety", "pain_monitoring", "flares", "growth", "stay_active"]
"""What a rule rests on: *safety* is usual care; the others lend a thought, and the numbers are ours."""
SOURCES: Final[dict[Ground, str]] = {
    "safety": "https://www.nice.org.uk/guidance/ng59/chapter/Recommendations",
    "pain_monitoring": "https://bim.physio/the-pain-monitoring-model/",
    "flares": "https://research.monash.edu/en/publications/"
    "low-back-pain-flares-how-do-they-differ-from-an-increase-in-pain",
    "growth": "https://bjsm.bmj.com/content/43/2/155",
    "stay_active": "https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD007612.pub2//th",
}
"""Where to read about each ground; a convention of ours has no source."""


class Verdict(Value):
    """What a rule says: why, and where the patient stands after it."""

    reason: Reason
    standing: Standing


Decide: TypeAlias = Callable[[Standing, Facts], Verdict | None]


class Rule(Value):
    """One row of the table."""

    id: str
    decide: Decide
    """Answers with a verdict when its condition is met, else with None."""
    ground: Ground = "convention"
