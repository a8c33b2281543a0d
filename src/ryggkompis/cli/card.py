"""The cards: what must be looked at, whom to call and what to say; never a diagnosis."""

from collections.abc import Iterable, Iterator

from ryggkompis.domain.catalogue.catalogue import RedFlag, RedFlags
from ryggkompis.domain.plan.safety import Lock
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current


def card(lock: Lock, flags: RedFlags) -> Iterator[str]:
    """Say what holds the plan back, whom to call, what to say, and what opens it."""
    language = current()
    since = formats.day_month_year(lock.since)
    yield _("This needs checking before we go on. There is no plan and there are no exercises until then.")
    yield ""
    known = [flag for id_ in lock.flags if (flag := flags.flag(id_))]
    for flag in known:
        yield from _one(flag)
    if len(known) < len(lock.flags):
        yield _("You answered that something is new. Answer the whole safety list: “ryggkompis checkin”.")
        yield _("Not sure, or alone with it? Call 116 117 now.")
        yield ""
    yield flags.advice.in_(language)
    yield _("The plan has been held back since {day}. Your diary and your reports stay open.").format(
        day=since
    )
    yield _("When a doctor has seen you and you may go on: “ryggkompis clear --by WHO”.")


def soft_cards(ids: Iterable[str], flags: RedFlags) -> Iterator[str]:
    """Say what is worth a talk with a doctor, while the plan stays."""
    for id_ in ids:
        flag = flags.flag(id_)
        if flag is not None:
            yield from _one(flag)


def _one(flag: RedFlag) -> Iterator[str]:
    yield f"{flag.id}: {flag.question.in_(current())}"
    yield f"  {flag.why.in_(current())}"
    yield f"  {flag.call.in_(current())}"
    yield _say(flag)
    yield ""


def call_lines(flag: RedFlag) -> Iterator[str]:
    """Give one question, whom to call when it fits, and what to say, for a list of them all."""
    yield f"- {flag.question.in_(current())}"
    yield f"  {flag.call.in_(current())}"
    yield _say(flag)


def _say(flag: RedFlag) -> str:
    return "  " + _("You can say: “{words}”").format(words=flag.say.in_(current()))
