"""How many clinicians have reviewed it: said where the program says what it is, and under a report."""

import pytest

from ryggkompis.content.reviewed import reviewers
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import speaking
from ryggkompis.report.layout import one_page
from ryggkompis.words.about import about_the_program, reviewed_in_words
from tests.report.journals import report_of
from tests.report.test_formats import a_patient


@pytest.mark.parametrize(
    ("n", "language", "says"),
    [
        (0, "nb", "Ingen fagperson har gått gjennom reglene og tekstene."),
        (1, "nb", "1 fagperson har gått gjennom reglene og tekstene. Det er ingen godkjenning."),
        (4, "nb", "4 fagpersoner har gått gjennom reglene og tekstene. Det er ingen godkjenning."),
        (0, "en", "No clinician has reviewed the rules and texts."),
        (1, "en", "1 clinician has reviewed the rules and texts, which is no approval."),
        (4, "en", "4 clinicians have reviewed the rules and texts, which is no approval."),
    ],
)
def test_it_is_said_in_one_sentence(n: int, language: Language, says: str) -> None:
    with speaking(language):
        assert reviewed_in_words(n) == says


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_stands_where_somebody_looks_for_it(language: Language) -> None:
    with speaking(language):
        said = reviewed_in_words(reviewers())
        assert said in " ".join(line.text for line in about_the_program())
        assert said in " ".join(one_page(report_of(a_patient(), last=29)).footer)
