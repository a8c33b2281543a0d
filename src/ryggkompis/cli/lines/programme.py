"""What the therapist said, as lines; of what is followed already, what is new, or that it is over."""

from functools import partial

from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.output import print_json, told
from ryggkompis.cli.saved import as_stored
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.services.programme import keeping
from ryggkompis.services.questions import programme as asked
from ryggkompis.words.lines import texts
from ryggkompis.words.programme import is_kept


def tell_programme(here: Surroundings) -> None:
    """Ask what was said, and keep it when the last question is answered."""
    kept = _asked(here)
    for line in texts(is_kept(kept)):
        told(line)
    if here.is_json:
        print_json({"saved": as_stored(here, kept) if kept else []})


def _asked(here: Surroundings) -> Programme | None:
    companion, what = here.companion, None
    now = keeping.stands(companion)
    if now is not None:
        what = ask_all(partial(asked.in_use, now, here.today.day), {})["what"]
    if what == asked.END:
        return keeping.end(companion)
    if what == asked.GO_ON:
        answers = ask_all(asked.until, {}, here.today.real)
        return keeping.go_on(companion, keeping.last_day(answers))
    before = keeping.before(companion, what)
    known: Answers = keeping.known(companion, before)
    answers = ask_all(partial(asked.programme, before, known), known, here.today.real)
    return keeping.tell(companion, before, answers)
