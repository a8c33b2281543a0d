"""Words, numbers and dates in the patient's language.

English is the source text; bokmål stands in ``locale/nb``. Which language is spoken is read when a word
is shown, so the language can change while the program runs.
"""

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import UnknownLanguage, _, current, detect, ngettext, parse, speaking, use

__all__ = ["N_", "UnknownLanguage", "_", "current", "detect", "ngettext", "parse", "speaking", "use", "word"]
