"""What this front end says in its own words: which key helps."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import SafetyAnswerStays
from ryggkompis.store.errors import DiskFull, NotAllowed, NotSaved, ReadOnly
from ryggkompis.words.about import intended_use

_THEN: Final[Mapping[type[ExpectedError], str]] = {
    SafetyAnswerStays: N_("When a doctor has looked at it, or you are sure it was a slip, press c on Today."),
}
_BANNERS: Final[Mapping[type[NotSaved], str]] = {
    DiskFull: N_("Nothing can be saved now: the disk is full. Everything can be read."),
    ReadOnly: N_("Nothing can be saved now: the disk is read-only. Everything can be read."),
    NotAllowed: N_("Nothing can be saved now: {path} may not be written. Everything can be read."),
}
_BANNER: Final = N_("Nothing can be saved now: {path} cannot be written. Everything can be read.")


def banner(trouble: NotSaved | None) -> str:
    """Say that nothing can be saved, and what still works; empty when it can."""
    if trouble is None:
        return ""
    return _(_BANNERS.get(type(trouble), _BANNER)).format(path=shown(str(trouble.values["path"])))


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which key to press."""
    then = _THEN.get(type(error))
    return f"{word(error)} {_(then)}" if then else word(error)


def about_the_program() -> str:
    """Say whom the program is for, what it is not, and what to do in an emergency, in paragraphs."""
    emergency = _(
        "In an emergency call 113. Numb between the legs, trouble with bladder or bowels, or a leg that "
        "turns weak: call 116 117 now. The key ! says more, everywhere."
    )
    return "\n\n".join((*intended_use(), emergency))
