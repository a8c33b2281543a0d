"""How a safety conversation begins, and what it takes in of lists that were begun and not finished."""

from collections.abc import Sequence

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.plan.safety import GateDay, is_red
from ryggkompis.services.questions.safety import Answers, FirstStep, SafetyTalk


def begun(
    flags: RedFlags, gate: GateDay, profile: Profile | None, step: FirstStep, drawn: tuple[str, ...] = ()
) -> SafetyTalk:
    """Begin with the one line, strength, the list, or a drawing; what was marked before is so again."""
    never = profile is not None and profile.had_cancer is False
    held = gate.lock.flags if gate.lock else ()
    # What holds the plan back already is not asked again before somebody has looked at it.
    asked = tuple(
        flag
        for flag in flags.flags
        if flag.id not in held
        and not (flag.unless_never and never)
        and not (flag.only_when and gate.wound is None)
    )
    drawn = tuple(flag.id for flag in asked if flag.id in drawn)
    marked, open_ = _of_drafts(gate.drafts)
    talk = SafetyTalk(
        flags=flags,
        asked=asked,
        drawn=drawn,
        red=frozenset(flag.id for flag in asked if is_red(flag.id, flags, profile)),
        examined=frozenset(gate.examined),
        is_operated=gate.wound is not None,
        step="over" if step == "lead" else step,
        marked=marked,
        unanswered=open_,
        confirmed={
            id_: said
            for draft in gate.drafts
            for id_, said in draft.answers.items()
            if id_ not in {DAILY_LINE, *held} and said != "no"
        },
    )
    # A question that a drawing leads to is open from the moment the drawing is kept.
    return talk.asking(drawn) if drawn else talk


def joined(talk: SafetyTalk, drafts: Sequence[Gate]) -> SafetyTalk:
    """Take in what was marked, or left open, in other lists meanwhile; it is asked about before the end."""
    marked, open_ = _of_drafts(drafts)
    new = {id_: said for id_, said in marked.items() if id_ not in talk.confirmed}
    if not new:
        return talk
    return replace(talk, marked={**talk.marked, **new}, unanswered=talk.unanswered | open_).after_page()


def _of_drafts(drafts: Sequence[Gate]) -> tuple[Answers, frozenset[str]]:
    """Give what is marked in lists that were begun, and what of it nobody has answered."""
    marked = {id_: said for draft in drafts for id_, said in (draft.marked or {}).items()}
    return marked, frozenset(id_ for draft in drafts for id_ in draft.unanswered or ())
