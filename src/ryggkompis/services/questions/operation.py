"""What is asked of somebody who was operated on: when, and whether exercise is allowed; worded when asked."""

from collections.abc import Mapping
from datetime import date

from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import OneOf, Question, a_day, text, yes_or_no


def operation(answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Ask when it was, and whether, from when and by whom exercise is allowed."""
    when = Question(
        key="operated",
        words=_("When were you operated on the back?"),
        hint=_("The latest time, if there were more. Blank is fine; you can tell it later."),
        answer=a_day("operated", has_been=True),
    )
    if answers.get("operated") is None:
        return (when,)
    may = Question(
        key="allowed",
        words=_("Has whoever operated, or the hospital's physiotherapist, said that you may exercise?"),
        hint=_("Until they do, nothing is planned here. What they say is what counts."),
        answer=OneOf(yes_or_no(_("yes"), _("no, not yet")), can_skip=False),
    )
    return (when, may, *(_allowed() if answers.get("allowed") is True else ()))


def _allowed() -> tuple[Question, ...]:
    return (
        Question(
            key="cleared",
            words=_("From which day?"),
            hint=_("A day to come is fine: then the plan begins on that day, gently."),
            answer=a_day("cleared", is_needed=True),
        ),
        Question(
            key="cleared_by",
            words=_("Who said it?"),
            hint=_("For example: the surgeon, or the hospital's physiotherapist. Blank is fine."),
            answer=text(EpisodeMark, "cleared_by"),
        ),
    )


def answers_of(known: Operation | None) -> dict[str, object]:
    """Give the answers that are known already."""
    if known is None:
        return {}
    return {
        "operated": known.day,
        "allowed": True if known.cleared else None,
        "cleared": known.cleared,
        "cleared_by": known.by,
    }


def told_in(answers: Mapping[str, object]) -> tuple[date | None, date | None, str | None]:
    """Give the day of the operation, and from when and by whom exercise is allowed."""
    operated, cleared, by = (answers.get(key) for key in ("operated", "cleared", "cleared_by"))
    is_allowed = answers.get("allowed") is True
    return (
        operated if isinstance(operated, date) else None,
        cleared if is_allowed and isinstance(cleared, date) else None,
        by if is_allowed and isinstance(by, str) else None,
    )


def is_asked(before: Profile | None, after: Profile | None, known: Operation | None) -> bool:
    """Tell whether the profile's “operated” needs its day: it was said, or taken back without any."""
    said = {one for profile in (before, after) if profile for one in profile.exclusions}
    is_said_now = after is not None and "operated" in after.exclusions
    return "operated" in said and (is_said_now or known is None)
