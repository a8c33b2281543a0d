"""The pictures of the review: the last four weeks before a decision, and twelve half years."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from ryggkompis.i18n import formats
from tools.courses import STORIES, WEEKS, Story, Written
from tools.review.cases import Case
from tools.review.picture import Column, picture
from tools.review.words import say
from tools.simulate.kinds import DAYS, WEEK
from tools.simulate.patient import Patient

SHOWN: Final = 28
"""Days before a decision that are drawn, today the last."""


def weeks_before(case: Case) -> str:
    """Draw the last weeks before a decision, with what was planned and done; of today only the morning."""
    columns = [*[Column(None, None, None, None)] * SHOWN, *_days(case)]
    marks = [(SHOWN - 1 - ago, f"−{ago}" if ago else "0") for ago in (21, 14, 7, 0)]
    return picture(columns[-SHOWN:], marks)


def weeks_in_words(case: Case) -> str:
    """Say what that picture shows, to whoever hears it."""
    columns = _days(case)
    return in_words(columns, say("picture_days", n=len(columns)), "picture_flare_days")


def _days(case: Case) -> list[Column]:
    columns = []
    for told, step in zip(case.situation.days, case.steps, strict=True):
        is_today = step is case.steps[-1]
        planned = None if is_today or step.standing.is_stopped else step.standing.planned[-1]
        walked = None if is_today else sum(minutes for minutes, _peak in told.walks)
        columns.append(Column(told.leg, told.back, walked, planned, told.flare))
    return columns[-SHOWN:]


def half_year(number: int) -> str:
    """Draw one of the twelve courses by its number, from 1: a column is a week."""
    return picture(_weeks(number), [(week - 1, str(week)) for week in (1, 6, 12, 18, WEEKS)])


def half_year_in_words(number: int) -> str:
    """Say what that picture shows, to whoever hears it."""
    return in_words(_weeks(number), say("picture_weeks", n=WEEKS), "picture_flare_weeks")


@cache
def _weeks(number: int) -> list[Column]:
    story = STORIES[number - 1]
    patient, walked = Patient(story.kind, Written(story)), list[float]()
    for day in range(1, DAYS + 1):
        patient.live(day)
        walked.append(patient.walked)
    planned = [float(step.standing.planned[-1]) for step in patient.steps]
    flares = [step.standing.mode == "flare" for step in patient.steps]
    weeks = [*pairwise(range(0, DAYS + 1, WEEK))]
    return [
        Column(_mean(patient.legs[a:b]), None, _mean(walked[a:b]), _mean(planned[a:b]), any(flares[a:b]))
        for a, b in weeks
    ]


def in_words(columns: Sequence[Column], over: str, flares: str) -> str:
    """Say how leg and back began, ended and varied, and what was walked and planned."""
    told = [over]
    for name in ("leg", "back", "walked", "planned"):
        values = [value for one in columns if (value := getattr(one, name)) is not None]
        if values:
            first, last, low, high = map(formats.number, (values[0], values[-1], min(values), max(values)))
            told.append(say(f"picture_{name}", first=first, last=last, low=low, high=high))
    bad = sum(one.is_flare for one in columns)
    return " ".join((*told, *([say(flares, n=bad)] if bad else [])))


def stories() -> Sequence[Story]:
    """Give those twelve."""
    return STORIES


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
