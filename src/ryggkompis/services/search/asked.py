"""What the diary is narrowed to: asked, understood, and said above it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.base.value import asdict, defaults
from ryggkompis.domain.journal.entries import KINDS
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, Text, a_day
from ryggkompis.services.search.entries import Sought
from ryggkompis.words.entries import kind_name
from ryggkompis.words.imports.names import brought_from, source_name

_ALL: Final = ""
"""The kind that leaves no kind out."""
_LONGEST: Final = 100


def what_to_show(medicines: Sequence[str] = (), sources: Sequence[str] = ()) -> tuple[Question, ...]:
    """Ask for a kind, days, words, and where there are any one of the medicines, or of other programs."""
    from_ = (Choice(_ALL, _("wherever from")), *(Choice(one, source_name(one)) for one in sources))
    source = Question(key="source", words=_("Brought in from"), answer=OneOf(from_, can_skip=False))
    named_ = (Choice(_ALL, _("every medicine")), *(Choice(name, shown_name(name)) for name in medicines))
    one = Question(key="medicine", words=_("Medicine"), answer=OneOf(named_, can_skip=False))
    kinds = sorted((str(defaults(kind)["kind"]) for kind in KINDS), key=kind_name)
    choices = (Choice(_ALL, _("every kind")), *(Choice(kind, kind_name(kind)) for kind in kinds))
    return (
        Question(key="kind", words=_("Kind"), answer=OneOf(choices, can_skip=False)),
        Question(key="first", words=_("From"), answer=a_day()),
        Question(key="last", words=_("Until"), answer=a_day()),
        Question(key="words", words=_("Words"), answer=Text(limit=_LONGEST)),
        *((one,) if medicines else ()),
        *((source,) if sources else ()),
    )


def blank() -> str:
    """Say what a blank field means here."""
    return _("Tab goes to the next field. What is blank leaves nothing out.")


def answered(now: Sought) -> dict[str, object]:
    """Give what stands in the form."""
    known = {"first": now.first, "last": now.last, "words": now.words[:_LONGEST] or None}
    both = {"kind": now.kind or _ALL, "medicine": now.medicine or _ALL, "source": now.source or _ALL}
    return {**both, **{name: value for name, value in known.items() if value is not None}}


def sought_in(now: Sought, changed: Mapping[str, Any]) -> Sought:
    """Understand what was changed in the form; days are taken in whichever order they were given."""
    said = {**asdict(now), **changed}
    first, last = said["first"], said["last"]
    if first and last and first > last:
        first, last = last, first
    named = (said[name] or None for name in ("medicine", "source"))
    return Sought(said["words"] or "", said["kind"] or None, first, last, *named)


def shown_of(count: int, every: int, sought: Sought) -> str:
    """Say how many entries are shown, and which."""
    said = ngettext("{n} of {all} entry", "{n} of {all} entries", every).format(n=count, all=every)
    kind = kind_name(sought.kind) if sought.kind else ""
    words = formats.quoted(shown(sought.words)) if sought.words else ""
    named = (shown_name(sought.medicine or ""), brought_from(sought.source) if sought.source else "")
    return " · ".join(filter(None, (said, kind, *named, _days(sought.first, sought.last), words)))


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{formats.brief_day(first)} – {formats.brief_day(last)}"
    if first:
        return _("from {day}").format(day=formats.brief_day(first))
    return _("until {day}").format(day=formats.brief_day(last)) if last else ""
