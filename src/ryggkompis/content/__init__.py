"""data/*.yaml, read strictly into the domain's values."""

from ryggkompis.content.catalogue import load_catalogue, load_learn_cards, load_red_flags
from ryggkompis.content.checking import check
from ryggkompis.content.errors import ContentError, MissingDataError
from ryggkompis.content.files import data_file
from ryggkompis.content.programme import ReadProgramme, load_programme, template
from ryggkompis.content.reading import Document, read_yaml

__all__ = [
    "ContentError",
    "Document",
    "MissingDataError",
    "ReadProgramme",
    "check",
    "data_file",
    "load_catalogue",
    "load_learn_cards",
    "load_programme",
    "load_red_flags",
    "read_yaml",
    "template",
]
