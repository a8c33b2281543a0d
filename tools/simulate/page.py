"""What the simulation writes down: one row a kind, the bar, and where a clinician should look."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import median, quantiles

from tools.simulate.bar import BARS, low_days
from tools.simulate.kinds import DAYS, KINDS, WEEK, Kind
from tools.simulate.patient import Course

WEEKS = (6, 12, 26)
LEVELS = range(-2, 13)
HEAD = """# Simulation of the rules

Written by `make simulate`; do not edit it by hand.

Made-up patients live with the plan in a closed loop: they wake, answer, see the plan, and do of it what their
kind does. Every day of every life is checked against the invariants, which judge what was said by themselves.
**It says how the rules behave, not how people recover.** The patients are dice; how they fall is our choice,
stands in `tools/simulate/kinds.py`, and is held by a test. `make prove` tries 20,000 arbitrary lives instead,
with edits, gaps, travel, locks and programmes. `docs/courses.md` shows twelve courses one by one.
"""
LOOK = """## Where a clinician should look

- **Ordinary days hold nobody back any more; is anybody carried too far?** *A point a week*, *half a point*,
  *relapse*, *down the leg*, *red walks*, *red from L5* and *paid from L5* must be held. The bar speaks of the
  middle one of them, or of nine of ten; look at the others too.
- **The level is not the pain.** In *relapse* the leg is at 7 and stays there. The plan comes down, and R1
  speaks to everybody. Is where it comes down to still too much, or too little?
- **Flares are two things here**: mostly one day in *suri*, weeks in *relapse*. A short one costs nothing now.
- **What is not said is not known.** *Three*, *two days* and *weekdays* climb on a few words a week.
  *Down, told seldom* is the price: what is told on one day in three is seen late.
- **Nothing here is evidence.** The ladder, the shares and the days are conventions of ours.
"""


def bars(levels: Sequence[int]) -> str:
    """Draw how many stand on each level, from -2 to 12, as one bar a level."""
    counts = Counter(levels)
    most = max(counts.values())
    return "".join(" ▁▂▃▄▅▆▇█"[-(-8 * counts[level] // most)] for level in LEVELS)


def spread(values: Sequence[int]) -> str:
    """Give the median, and the quartiles where there are enough people for them."""
    if len(values) < 2:  # noqa: PLR2004 - one has no quartiles
        return str(values[0])
    low, middle, high = quantiles(values, n=4)
    return f"{middle:g} ({low:g}–{high:g})"


def row(kind: Kind, courses: Sequence[Course]) -> str:
    """One line of the table of levels."""
    cells = []
    for week in WEEKS:
        levels = [course.levels[WEEK * week - 1] for course in courses]
        cells.append(f"{spread(levels)} `{bars(levels)}`")
    low, days = low_days(courses), DAYS * len(courses)
    flares = sum(course.flares for course in courses) / days
    return f"| {kind.name} | {' | '.join(cells)} | {100 * low:.1f} % | {100 * flares:.1f} % |"


def met(courses: Sequence[Course], name: str) -> str:
    """One line of what a kind meets: its commonest reasons to hold or lower, and what it is advised."""
    days = DAYS * len(courses)
    rules = Counter(rule for course in courses for day in course.rules for rule in day if rule != "D17")
    often = ", ".join(f"{rule} {100 * n / days:.1f} %" for rule, n in rules.most_common(6))
    given = Counter(rule for course in courses for rule in course.advice)
    advice = ", ".join(
        f"{rule} {100 * n / len(courses):.0f} % (day {first_day(courses, rule):.0f})"
        for rule, n in sorted(given.items())
    )
    return f"| {name} | {often} | {advice or '–'} |"


def first_day(courses: Sequence[Course], rule: str) -> float:
    """Median first day on which those who got an advice got it."""
    return median(course.advised_on[rule] for course in courses if rule in course.advised_on)


def bar_rows(everybody: Mapping[str, Sequence[Course]]) -> Iterator[str]:
    """The bar, one line for each thing that is asked."""
    for name, courses in everybody.items():
        for bar in BARS.get(name, ()):
            verdict = "met" if bar.is_met(courses) else "**missed**"
            yield f"| {name} | {bar.asks} | {bar.measure(courses):.3g} | {verdict} |"


def page(everybody: Mapping[str, Sequence[Course]], misses: Sequence[str]) -> str:
    """Write the whole page."""
    people = sum(map(len, everybody.values()))
    found = [fault for courses in everybody.values() for course in courses for fault in course.broken]
    kinds = [kind for kind in KINDS if kind.name in everybody]
    return "\n".join([
        HEAD,
        f"{len(kinds)} kinds, {people} patients, {people * DAYS} days.\n",
        f"Invariants broken: {len(found)}. Missed of the bar: {len(misses)}.\n",
        "## The kinds\n\n| kind | who |\n|---|---|",
        *(f"| {kind.name} | {kind.who} |" for kind in kinds),
        "\n## The walking level\n\nMedian (quartiles), and how many stand on each level from -2 to 12.\n",
        "| kind | week 6 | week 12 | week 26 | days at ≤ L0 | in a flare |\n|---|---|---|---|---|---|",
        *(row(kind, everybody[kind.name]) for kind in kinds),
        "\n## The bar\n\n| kind | asked | measured | |\n|---|---|---|---|",
        *bar_rows(everybody),
        "\n## What each kind meets\n\nShare of all days on which a row of the table spoke (without D17),",
        "and what was advised to how many, with the median first day.\n",
        "| kind | rows of the table | advice |\n|---|---|---|",
        *(met(everybody[kind.name], kind.name) for kind in kinds),
        "",
        LOOK,
    ])  # fmt: skip
