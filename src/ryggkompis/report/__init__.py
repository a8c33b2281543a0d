"""What comes out: the log and the page for the therapist, from one set of facts."""

from ryggkompis.report.choices import part_name
from ryggkompis.report.facts import Facts
from ryggkompis.report.gather import facts_of
from ryggkompis.report.omit import PARTS, Options, parts
from ryggkompis.report.private import private
from ryggkompis.report.rendering import FORMATS, format_of, render

__all__ = [
    "FORMATS",
    "PARTS",
    "Facts",
    "Options",
    "facts_of",
    "format_of",
    "part_name",
    "parts",
    "private",
    "render",
]
