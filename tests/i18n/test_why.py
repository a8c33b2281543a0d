"""What lies behind a plan, in words."""

import re
from typing import get_args

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.plan.next_step import Condition, Wanted
from ryggkompis.i18n.language import speaking
from ryggkompis.words.today.behind import next_step_in_words

DENIAL = re.compile(r"\b(no|not|none|never|ingen|ikke|aldri|inget)\b", re.IGNORECASE)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("wanted", get_args(Wanted))
def test_what_the_next_step_needs_denies_nothing(wanted: Wanted, language: Language) -> None:
    """It stands after “not yet:”, and two denials must be read twice."""
    with speaking(language):
        ((is_met, said),) = next_step_in_words((Condition(wanted, is_met=False, have=2, need=7),))
    assert not is_met
    assert not DENIAL.search(said)
    assert "{" not in said
