"""What of a safety conversation must be on the disk before anything more is asked."""

from collections.abc import Mapping

from ryggkompis.domain.base.scales import DAILY_LINE, Scope
from ryggkompis.domain.base.value import Value
from ryggkompis.services.questions.safety import Answers, SafetyTalk


class Kept(Value):
    """What one safety entry must hold now."""

    scope: Scope
    answers: Answers
    marked: Answers | None = None
    unanswered: tuple[str, ...] | None = None


def kept(talk: SafetyTalk) -> Mapping[str, Kept]:
    """Tell what must be on the disk: the one line, and the list as far as it was answered."""
    found: dict[str, Kept] = {}
    denied = _denied(talk)
    if talk.daily is not None:
        found["daily"] = Kept("daily", {DAILY_LINE: talk.daily})
    if talk.is_finished:
        # What was marked by another version of the program is not asked here, and so not answered no.
        listed = {flag.id: talk.confirmed.get(flag.id, "no") for flag in talk.asked}
        found["list"] = Kept("full", {**listed, **talk.marked})
    elif talk.is_locked:
        # Once only a clearance opens it, nothing of the entry is ever revised.
        said = {**denied, **talk.marked, **talk.confirmed}
        found["list"] = Kept("daily", said, unanswered=talk.left_open)
    elif talk.marked or talk.confirmed:
        # Every version of the program holds on the one line, until a whole list is answered.
        said = {DAILY_LINE: "unsure", **denied, **talk.confirmed}
        found["list"] = Kept("daily", said, talk.marked, talk.left_open)
    elif denied:
        found["list"] = Kept("daily", denied)
    return found


def _denied(talk: SafetyTalk) -> Answers:
    """Give what a drawing led to and was answered no, as long as the list itself is not asked."""
    left = set(talk.drawn) - talk.marked.keys() - talk.confirmed.keys() if not talk.end else ()
    return {id_: "no" for id_ in talk.drawn if id_ in left}
