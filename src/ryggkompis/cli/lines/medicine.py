"""What was taken, as lines: in words or once more by its name; the window asks the same."""

from collections.abc import Sequence

from ryggkompis.cli.errors import NotConfirmed
from ryggkompis.cli.lines.ask import Answers, ask_all
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import keep
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.medicine import OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Told, counted, name_of
from ryggkompis.services.medicine import noting
from ryggkompis.services.questions import medicine as asked
from ryggkompis.words.today.medicine import counts_in_words


def tell_medicine(here: Surroundings) -> None:
    """Write down what was taken; or tell something about a medicine that is counted."""
    every, answers = _told(here), Answers()
    known = counted(every)
    ask_all(lambda: asked.medicine(known, answers), answers)
    if answers.get("which") == asked.ABOUT:
        _about(here, known)
    else:
        keep_dose(here, every, noting.taken(here.diary, known, answers))


def tell_again(here: Surroundings) -> None:
    """Note the medicine that was taken latest once more; where none is counted, ask what was taken."""
    every = _told(here)
    if known := counted(every):
        keep_dose(here, every, (noting.dose_of(here.diary, noting.latest(known)),))
    else:
        tell_medicine(here)


def keep_dose(
    here: Surroundings, every: Sequence[Told], made: Sequence[Told], *, may_ask: bool = True
) -> int:
    """Keep what was taken, and say how often it is noted; ask first where it passes the patient's own limits.

    Args:
        here: keeps it.
        every: all that was told about medicines before.
        made: the dose, and after it what is told about the medicine at once.
        may_ask: whether somebody is asked.

    Raises:
        NotConfirmed: when it is not meant.

    """
    about = [one for one in made if isinstance(one, OwnMedicine)]
    found = noting.passed(here.today, counted([*every, *about]), made) if may_ask else None
    if found is not None and ask_all(lambda: asked.passing(found), {})["sure"] is not True:
        raise NotConfirmed
    status = keep(here, *made)
    # Counted anew: with a name, what was noted before in the very same words counts too.
    one = noting.called(counted([*every, *made]), name_of(made[0]))
    if one is not None:
        told(counts_in_words(one, made[0].day, here.today.real))
    return status


def _about(here: Surroundings, known: Sequence[Counted]) -> None:
    which = ask_all(lambda: asked.which_one(known), {})
    one = noting.called(known, str(which["about"]))
    if one is None:
        return
    answers = asked.known_about(one, here.today.day)
    ask_all(lambda: asked.about(answers), answers, here.today.real)
    keep(here, noting.told_about(here.diary, one, answers))


def _told(here: Surroundings) -> list[Told]:
    return [one for one in here.companion.state().whole.diary.entries if isinstance(one, Told)]
