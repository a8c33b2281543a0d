"""What could not be read of the journal, named beside what could."""

from collections.abc import Iterable

from ryggkompis.cli import status
from ryggkompis.cli.output import told
from ryggkompis.domain.journal.problems import Problem


def tell_problems(problems: Iterable[Problem]) -> int:
    """Name each problem that may hide something; the status says whether there was one."""
    hiding = [problem for problem in problems if problem.hides]
    for problem in hiding:
        from ryggkompis.words.problems import problem_in_words

        told(problem_in_words(problem))
    return status.of_reading(hiding)
