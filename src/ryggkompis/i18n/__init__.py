"""Words, numbers and dates in the patient's language.

English is the source text; bokmål stands in ``locale/nb``. Which language is spoken is read when a word
is shown, so the language can change while the program runs.
"""
