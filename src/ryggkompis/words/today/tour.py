"""A short tour: what each page is for, in the words of both front ends."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Act, Line

TOUR: Final = N_("A short tour")


class Stop(Value):
    """One place of the tour."""

    page: str
    """The page that is shown beside it."""
    title: str
    says: tuple[tuple[str, Act | None], ...]
    """Each sentence, and what it is about doing."""


_STOPS: Final = (
    Stop(
        "today",
        N_("What today asks"),
        (
            (N_("Short walks and a few exercises, and why. Less is always allowed."), "why"),
            (N_("What is done is ticked. What is not told is unknown, and held against nobody."), None),
        ),
    ),
    Stop(
        "today",
        N_("How you are"),
        (
            (N_("A few questions in the morning: the plan follows what you answer."), "check_in"),
            (N_("When it hurts: a position that helped before, and ten minutes."), "hurts"),
        ),
    ),
    Stop(
        "progress",
        N_("How it goes"),
        ((N_("Leg, back and walking week by week. One bad day says little; weeks say more."), None),),
    ),
    Stop(
        "exercises",
        N_("To read in peace"),
        (
            (N_("Every exercise with its figure, and when to stop."), None),
            (N_("Cards about the back, sleep, work and fear."), "read"),
        ),
    ),
    Stop(
        "log",
        N_("What you have noted"),
        ((N_("Everything stands here. It can be changed, and taken back."), None),),
    ),
    Stop(
        "report",
        N_("Before a visit"),
        ((N_("One page for your therapist. You see it before it is written."), "visit"),),
    ),
    Stop(
        "settings",
        N_("As you like it"),
        ((N_("Larger letters, how often you are asked, and a lock on the diary."), None),),
    ),
    Stop(
        "today",
        N_("And always"),
        ((N_("When to get help now, and whom to call, stands one step away everywhere."), "urgent"),),
    ),
)
STOPS: Final = len(_STOPS)


def page_of(place: int) -> str:
    """Name the page that is shown at a stop."""
    return _STOPS[place].page


def stop(place: int) -> Iterator[Line]:
    """Say what there is at a stop."""
    one = _STOPS[place]
    count = _("{n} of {all}").format(n=place + 1, all=STOPS)
    yield Line(_(one.title), "heading", count)
    for text, act in one.says:
        yield Line(_(text), act=act)
