"""data/*.yaml, read strictly into the domain's values.

Each name is imported when it is first asked for: what is compiled needs neither YAML nor pydantic.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ryggkompis.content.checking import check
    from ryggkompis.content.errors import ContentError, MissingDataError
    from ryggkompis.content.files import data_file
    from ryggkompis.content.loading import load_catalogue, load_learn_cards, load_red_flags
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

_HOMES = {
    "checking": ("check",),
    "errors": ("ContentError", "MissingDataError"),
    "files": ("data_file",),
    "loading": ("load_catalogue", "load_learn_cards", "load_red_flags"),
    "programme": ("ReadProgramme", "load_programme", "template"),
    "reading": ("Document", "read_yaml"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(name)
