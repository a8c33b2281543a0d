"""The words of the review, from ``words.yaml``, in the language that is spoken."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ryggkompis.i18n.language import current


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """Read all of them."""
    found: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    )
    return found


def say(name: str, **values: Any) -> str:  # noqa: ANN401 - whatever can be written out
    """Say one of them in the language that is spoken."""
    return all_words()[name][current()].format(**values)
