"""What was taken: in words or once more by its name; first asked about where it passes their limits."""

from collections.abc import Callable, Sequence
from functools import partial

from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.journal.medicines import Counted, Told, counted, name_of
from ryggkompis.i18n.language import _
from ryggkompis.services.medicine import noting
from ryggkompis.services.questions import medicine as asked
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.shell import Shell
from ryggkompis.words.saved import saved
from ryggkompis.words.today.medicine import counts_in_words


async def medicine(app: Shell) -> None:
    """Write down what was taken; or tell something about a medicine that is counted."""
    known = counted(app.whole.diary.entries)
    name = f"Medicine {app.state.day}"
    draft = app.drafts.setdefault(name, {})
    questions = partial(asked.medicine, known, draft)
    answers = await app.push_screen_wait(Asking(_title, questions, draft))
    if answers is None:
        return
    if answers.get("which") == asked.ABOUT:
        app.drafts.pop(name, None)
        await _about(app, known)
    elif await keep_dose(app, partial(noting.taken, app.companion.diary, known, answers)):
        app.drafts.pop(name, None)


async def again(app: Shell) -> None:
    """Note the medicine that was taken latest once more; where none is counted, ask what was taken."""
    known = counted(app.whole.diary.entries)
    if not known:
        await medicine(app)
        return
    diary = app.companion.diary
    await keep_dose(app, lambda: (noting.dose_of(diary, noting.latest(known)),))


async def keep_dose(app: Shell, draft: Callable[[], tuple[Told, ...]]) -> bool:
    """Keep what was taken, and say how often it is noted; tell whether that was answered to its end.

    Where it passes the patient's own limits, that is asked about first.
    """
    made: list[Told] = []
    if not app.do(lambda: made.extend(draft())):
        return False
    found = noting.passed(app.companion.today, counted(app.whole.diary.entries), made)
    if found is not None:
        questions = partial(asked.passing, found)
        answers = await app.push_screen_wait(Asking(lambda: _("Your own limits"), questions, {}))
        if not answers or answers["sure"] is not True:
            return answers is not None
    if not app.do(partial(app.companion.diary.add, *made)):
        return False
    one = noting.called(counted(app.whole.diary.entries), name_of(made[0]))
    counts = counts_in_words(one, made[0].day, app.companion.today.real) if one else ""
    app.notify(f"{saved()} {counts}".rstrip(), markup=False)
    return True


def _title() -> str:
    return _("Medicine")


async def _about(app: Shell, known: Sequence[Counted]) -> None:
    """Tell the limits of a medicine, or that it was begun or stopped."""
    which = await app.push_screen_wait(Asking(_title, partial(asked.which_one, known), {}))
    one = noting.called(known, str(which["about"])) if which else None
    if one is None:
        return
    draft = asked.known_about(one, app.state.day)
    name = shown_name(one.name)
    answers = await app.push_screen_wait(Asking(lambda: name, partial(asked.about, draft), draft))
    if answers is not None:
        diary = app.companion.diary
        app.do(lambda: diary.add(noting.told_about(diary, one, answers)), saved())
