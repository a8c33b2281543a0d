"""All that lies behind the plan: its reasons, what was looked at, the next step, and the grounds."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.tui.ink import lines
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.concerns import advice_in_words
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.sober import decisions_in_words
from ryggkompis.words.why import ground_in_words, next_step_in_words, seen_in_words

MET, OPEN = "●", "○"


def reasons(state: State) -> Content:
    """Say every reason with its rule, and everything that the rules looked at."""
    parts: list[Content | str] = [*_reasons(state), *_advice(state.plan), *_seen(state.plan)]
    parts += [*_next_step(state.plan), *_grounds(state.plan), *_programme(state.plan)]
    rules = _(
        "Rules: {version}. The doses are conventions on the careful side; no clinician has reviewed them."
    )
    return lines(
        *parts, rules.format(version=state.plan.rules_version), "", state.catalogue.stop_rule.in_(current())
    )


def _heading(words: str) -> Content:
    return Content.assemble((words, "bold $secondary"))


def _reasons(state: State) -> Iterator[Content | str]:
    name_of = partial(exercise_name, catalogue=state.catalogue)
    for rule, said in decisions_in_words(state.plan, name_of):
        yield Content.assemble((f"{rule}  ", "bold $accent"), said)
        yield ""


def _advice(plan: Plan) -> Iterator[Content | str]:
    if plan.advice:
        yield _heading(_("To talk over with your therapist:"))
    for advice in plan.advice:
        said = advice_in_words(advice, plan.day)
        yield Content.assemble((f"{advice.rule}  ", "bold $secondary"), said)
        yield ""


def _seen(plan: Plan) -> Iterator[Content | str]:
    yield _heading(_("What was looked at:"))
    yield from seen_in_words(plan.seen)
    yield ""


def _next_step(plan: Plan) -> Iterator[Content | str]:
    if not plan.next_step:
        return
    yield _heading(_("The next step in walking needs:"))
    for is_met, said in next_step_in_words(plan.next_step):
        mark, style = (MET, "$success") if is_met else (OPEN, MUTED)
        there = _("there") if is_met else _("not yet")
        yield Content.assemble((f"{mark} {there}: ", style), said)
    yield ""


def _grounds(plan: Plan) -> Iterator[Content | str]:
    yield _heading(_("What the rules rest on:"))
    rules = [d.rule for d in plan.decisions] + [a.rule for a in plan.advice]
    for rule in dict.fromkeys(rules):
        yield Content.assemble((f"{rule}  ", "bold $accent"), (ground_in_words(rule), MUTED))
    yield ""


def _programme(plan: Plan) -> Iterator[Content | str]:
    if plan.programme is None:
        return
    yield _heading(_("Therapist's programme"))
    yield _("{name}, in use from {day}.").format(
        name=shown(plan.programme.name), day=formats.numeric_day(plan.programme.day)
    )
    yield Content.assemble((_("The file's mark is {sha}.").format(sha=plan.programme.sha[:8]), MUTED))
    yield ""
