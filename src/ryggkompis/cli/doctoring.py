"""``doctor``: what is not as it should be with the journal, and where its copies lie. It changes nothing."""

from collections.abc import Iterator

from ryggkompis.cli import status
from ryggkompis.cli.output import document, paragraphs
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.text import shown
from ryggkompis.i18n import _, formats, ngettext
from ryggkompis.services.problem_words import problem_in_words
from ryggkompis.store import Problem


def doctor_command(parser: Parser) -> Run:
    """Take nothing more."""
    parser.takes_json()
    return _doctor


def _doctor(here: Surroundings) -> int:
    history, problems = here.companion.read()
    if here.is_json:
        document(
            {
                "entries": len(history.entries),
                "problems": [{**one._asdict(), "hides": one.hides} for one in problems],
                "backups": here.places.backups,
            }
        )
    else:
        paragraphs(_in_words(here, len(history.entries), problems), plain=here.is_plain)
    return status.UNUSABLE if any(one.hides for one in problems) else status.DONE


def _in_words(here: Surroundings, count: int, problems: tuple[Problem, ...]) -> Iterator[str]:
    if count:
        yield ngettext("{n} entry can be read.", "{n} entries can be read.", count).format(
            n=formats.number(count, 0)
        )
    else:
        yield _("The journal is empty.")
    if not problems:
        yield _("Nothing is wrong with it.")
        return
    for problem in problems:
        yield f"- {problem_in_words(problem)}"
    if any(one.hides for one in problems):
        yield _("Copies of earlier days are in {path}").format(path=shown(here.places.backups))
        yield _("Nothing has been changed. Copy the whole folder before you mend anything by hand.")
