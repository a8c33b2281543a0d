"""What comes in: our own reports and months, and other programs' diaries."""

from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import TARGETS, parse_mapping
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.reading import IMPORTERS, read_file
from ryggkompis.importers.wording import in_words

__all__ = ["IMPORTERS", "TARGETS", "Found", "Here", "Notice", "in_words", "parse_mapping", "read_file"]
