"""What was reached in an episode, and what to do at the next first sign: a page worth keeping."""

from collections.abc import Iterator

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.course.reached import Reached
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.course import goal_in_words
from ryggkompis.words.entry_names import exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.urgent import in_an_emergency


def reached_in_words(found: Reached, catalogue: Catalogue, *, numbers: bool = True) -> Iterator[Line]:
    """Say what was reached, what helped, and what to do if it begins to come back; no praise, no promise."""
    yield Line(what_was_reached(), "strong")
    yield from map(Line, _reached(found, numbers=numbers))
    helped = list(_helped(found, catalogue))
    if helped:
        yield Line("")
        yield Line(_("What helped you"), "strong")
        yield from map(Line, helped)
    yield Line("")
    yield Line(_("If it begins to come back"), "strong")
    yield from map(Line, _first_sign(found))
    yield in_an_emergency()


def what_was_reached() -> str:
    """Name the page."""
    return _("What you have reached")


def _reached(found: Reached, *, numbers: bool) -> Iterator[str]:
    first, last = map(formats.day_month_year, (found.lasted.first, found.lasted.last))
    weeks = found.lasted.weeks
    yield ngettext(
        "From {first} to {last}: about {n} week.", "From {first} to {last}: about {n} weeks.", weeks
    ).format(first=first, last=last, n=weeks)
    leg = [formats.number(one) for one in found.leg or ()] if numbers else []
    # What is as it was has not been reached.
    if len(set(leg)) > 1:
        told = _("Leg pain: {then} on average at first, {now} over the last four weeks.")
        yield told.format(then=leg[0], now=leg[1])
    walked = [formats.minutes(round(one)) for one in found.walked or ()]
    if len(set(walked)) > 1:
        told = _("On days with a walk: {then} at first, {now} over the last four weeks.")
        yield told.format(then=walked[0], now=walked[1])
    if found.longest:
        yield _("The longest walk: {minutes}.").format(minutes=formats.minutes(found.longest))
    for name, ratings in found.goals:
        yield goal_in_words(name, ratings, numbers=numbers)


def _helped(found: Reached, catalogue: Catalogue) -> Iterator[str]:
    for id_ in found.relief:
        yield f"- {exercise_name(id_, catalogue)}"
    for words in found.eased_by:
        yield "- " + _("“{words}”").format(words=shown(words))


def _first_sign(found: Reached) -> Iterator[str]:
    yield _("- A bad day or two is common, and rarely means new harm.")
    yield _("- Keep moving, but do less: short walks, and nothing that sends pain further down the leg.")
    if found.relief or found.eased_by:
        yield _("- Do what helped you before; it stands above.")
    yield _("- Does it last more than a week, or reach further down the leg? Talk to your therapist or GP.")
