"""Live twelve written courses with the plan and draw them, for who judges the rules without reading code.

``make courses`` writes docs/courses.md. Nothing here is thrown: each course is written down week by week.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from textwrap import wrap
from typing import Final

from tools.simulate.kinds import DAYS, WEEK, Dice, Kind, always, at, each
from tools.simulate.patient import Course, Patient

PAGE = Path(__file__).resolve().parents[1] / "docs" / "courses.md"
WEEKS = DAYS // WEEK
WOBBLE: Final = (0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, -1, 0, 0)
"""What an ordinary fortnight adds to the leg."""
HEAD = """# Twelve courses

Written by `make courses`; do not edit it by hand.

Twelve people live 26 weeks with the plan, each written down by hand: what the leg does, and what they do
of the plan. A column is a week. *Leg* is the mean morning pain (0–10), *planned* and *walked* are
minutes a day (walked also where nobody said it), *level* is the highest of the week on the walking
ladder (L12 is the top bar; a dot is L0 or below), *flare* counts the days in a flare. The question to a
clinician is the same each time: would you have let this person walk more, or less, and when?
"""


@dataclass(frozen=True)
class Story:
    """One course: who, what to look at, and the body behind it."""

    name: str
    words: str
    kind: Kind
    weeks: tuple[float, ...]
    """Mean leg pain by week; the last one stays."""
    flares: frozenset[int] = frozenset()
    """Days called a flare, three points worse."""
    bust: int | None = None
    """Minutes of a day after which the next morning is three worse."""


class Written(Dice):
    """A body that does as it is written."""

    def __init__(self, story: Story) -> None:
        """Take the place of dice."""
        super().__init__(story.kind, 0)
        self.story = story

    def wake(self, day: int, walked_yesterday: int) -> float:
        """Give this morning's leg, between one week's mean and the next."""
        weeks = self.story.weeks
        here, there = (weeks[min(day // WEEK + n, len(weeks) - 1)] for n in (0, 1))
        self.is_flare = day in self.story.flares
        self.is_bad = self.story.bust is not None and walked_yesterday >= self.story.bust
        leg = here + (there - here) * (day % WEEK) / WEEK + WOBBLE[day % len(WOBBLE)]
        return min(10.0, max(0.0, leg + 3 * (self.is_flare or self.is_bad)))


def person(**differs: object) -> Kind:
    """Somebody who does the plan, says so every day, and differs in this."""
    usual: dict[str, object] = {"does": each(1.0), "silent": 0.0, "answers": 0.0, "tolerance": (10,)}
    return Kind("", "", **{**usual, **differs})  # type: ignore[arg-type]


def boom_and_bust(_: tuple[int, ...], day: int, __: Random) -> tuple[int, ...]:
    """An hour on the good day, and nothing on the two after it."""
    return (60,) if day % 3 == 0 else ()


def little(_: tuple[int, ...], __: int, ___: Random) -> tuple[int, ...]:
    """Eight minutes, twice four."""
    return (4, 4)


STORIES: Final = (
    Story(
        "Typical",
        "Severe leg pain that eases by half in three weeks. Does the plan. One level a week is the "
        "fastest the table allows; look at whether the first weeks, at leg 7 to 5, go too fast.",
        person(), (7, 6, 5, 4, 3.5, 3, 2.5, 2, 2, 1.5, 1.5, 1, 1, 1, 1),
    ),
    Story(
        "Slow",
        "Leg 6 that takes half a year to go to 2. Nothing gets worse, nothing gets well quickly. The "
        "level follows what is tolerated, not how little pain there is.",
        person(), (6, 6, 6, 5.5, 5.5, 5.5, 5, 5, 5, 4.5, 4.5, 4.5, 4, 4, 4, 3.5, 3.5, 3, 3, 3, 2.5, 2.5, 2),
    ),
    Story(
        "Fluctuating",
        "A week of 3 and a week of 5, for ever. In the mean of weeks it goes nowhere, and neither is "
        "it getting worse.",
        person(), (4, 3, 5) * 9,
    ),
    Story(
        "Stable numb foot",
        "The leg is well in six weeks; the pain reaches the foot on every day, and the foot stays as "
        "numb as it was. A finding that is known and stable holds nobody back. The safety list is "
        "answered with no every week.",
        person(site=at("foot")), (5, 4, 3, 2, 2, 1, 1),
    ),
    Story(
        "Boom and bust",
        "Walks an hour every third day whatever the plan says, is three points worse the morning "
        "after, and rests two days. Look at whether the level is held where a steady walk is "
        "possible.",
        person(does=boom_and_bust), (4, 4, 3.5, 3.5, 3, 3), bust=45,
    ),
    Story(
        "Steady over-doer",
        "Walks 35 minutes every day from the first day, and the leg takes it well. What is done "
        "steadily and tolerated counts: the plan comes up to what is walked, a level a week.",
        person(does=always(35)), (4, 4, 3.5, 3, 3, 2.5, 2, 2, 1.5, 1),
    ),
    Story(
        "Fear",
        "Leg 3, and never more than eight minutes a day. The plan asks why once a week, offers a "
        "smaller one, and that is taken. Look at how long the smaller plan stands, and whether "
        "anything leads up again.",
        person(does=little, takes_less=True, tolerance=(5,)), (3,),
    ),
    Story(
        "Sixty-minute walker",
        "Leg 4, and walks an hour a day as before. Begins at the highest entry level.",
        person(does=always(60), tolerance=(60,), walks_now=60), (4, 4, 4, 3.5, 3.5, 3, 3, 3, 2.5, 2),
    ),
    Story(
        "Seventy years, poor balance",
        "Walks ten minutes a day, tolerates eight, and does not stand steadily: exercises that need "
        "balance are left out. Does the plan.",
        person(tolerance=(8,), walks_now=10, sensitivities=("balance",)),
        (5, 5, 4.5, 4.5, 4, 4, 4, 3.5, 3.5, 3, 3, 3, 2.5, 2.5, 2),
    ),
    Story(
        "Flare in week 9",
        "Recovers well, and has a flare of five days in week 9. Look at the way down, the way back, "
        "and whether what stands two weeks later is too careful or too bold.",
        person(), (6, 5, 4, 3, 3, 2.5, 2, 2, 2, 2, 1.5, 1), frozenset(range(58, 63)),
    ),
    Story(
        "Three days a week",
        "A typical recovery, told on Mondays, Wednesdays and Fridays only; the plan is done every "
        "day. Silence is neither good nor bad.",
        person(logs=frozenset({0, 2, 4})), (7, 6, 5, 4, 3.5, 3, 2.5, 2, 2, 1.5, 1.5, 1, 1, 1, 1),
    ),
    Story(
        "Watch only",
        "A typical recovery; mornings are told, walks come from a watch and say nothing of the leg. "
        "The next morning speaks for the walk.",
        person(answers=None), (7, 6, 5, 4, 3.5, 3, 2.5, 2, 2, 1.5, 1.5, 1, 1, 1, 1),
    ),
)  # fmt: skip


def by_week(values: Sequence[float]) -> list[float]:
    """Give the mean of each week."""
    return [sum(values[n : n + WEEK]) / WEEK for n in range(0, DAYS, WEEK)]


def bar(values: Sequence[float], top: float) -> str:
    """Draw one block a week, two columns wide; a dot is nothing."""
    return "".join(("·▁▂▃▄▅▆▇█"[max(0, min(8, round(8 * value / top)))]) * 2 for value in values)


def line(name: str, values: Sequence[float], top: float, unit: str = "") -> str:
    """Draw one row, with its first and last value."""
    return f"{name:<8}{values[0]:>3.0f} {bar(values, top)} {values[-1]:.0f}{unit}"


def picture(patient: Patient, course: Course, walked: Sequence[int]) -> str:
    """Draw leg, minutes and level over 26 weeks."""
    top = max(40, *by_week(walked))
    levels = [max(course.levels[n : n + WEEK]) for n in range(0, DAYS, WEEK)]
    in_flare = [
        sum(p.standing.mode == "flare" for p in patient.steps[n : n + WEEK]) for n in range(0, DAYS, WEEK)
    ]
    weeks = "".join(f"{n:<2}" if n in {1, 6, 12, 18, 26} else "  " for n in range(1, WEEKS + 1))
    flares = "".join(f"{n or '·'} " for n in in_flare)
    return "\n".join(
        [
            f"week        {weeks}",
            line("leg", by_week(course.legs), 10),
            line("planned", by_week(course.minutes), top, " min"),
            line("walked", by_week(walked), top, " min"),
            line("level", levels, top=12),
            f"flare       {flares}".rstrip(),
        ]
    )


def facts(course: Course) -> str:
    """Tell in one line where they stood and what spoke."""
    levels = ", ".join(f"L{course.levels[WEEK * week - 1]}" for week in (1, 6, 12, 26))
    rules = Counter(rule for day in course.rules for rule in day if rule[0] == "D" and rule != "D17")
    spoke = ", ".join(f"{rule} on {n}" for rule, n in rules.most_common(6))
    advice = ", ".join(f"{rule} in week {day // WEEK + 1}" for rule, day in sorted(course.advised_on.items()))
    return f"Levels at the end of weeks 1, 6, 12 and 26: {levels}. Days: {spoke}. Advice: {advice or 'none'}."


def told(number: int, story: Story) -> str:
    """Live one course and write its section."""
    patient = Patient(story.kind, Written(story))
    walked = []
    for day in range(1, DAYS + 1):
        patient.live(day)
        walked.append(patient.walked)
    course = patient.course()
    assert not course.broken, (story.name, course.broken[:3])
    words, drawn = "\n".join(wrap(story.words, 110)), picture(patient, course, walked)
    return f"## {number}. {story.name}\n\n{words}\n\n```\n{drawn}\n```\n\n{facts(course)}\n"


if __name__ == "__main__":
    sections = [told(number, story) for number, story in enumerate(STORIES, start=1)]
    PAGE.write_text("\n".join([HEAD, *sections]), encoding="utf-8")
