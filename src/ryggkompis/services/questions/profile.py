"""What is asked once, worded when it is asked, and how the answers become a profile."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.scales import EXCLUSIONS, SENSITIVITIES, SIDES
from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.services.limits import USUAL
from ryggkompis.services.questions.kinds import (
    Choice,
    Number,
    OneOf,
    Question,
    Some,
    Told,
    a_day,
    most,
    named,
    number,
    text,
    yes_or_no,
)
from ryggkompis.words.limits import limit_name

LANGUAGES: Final = (Choice("nb", "Norsk (bokmål)"), Choice("en", "English"))
WEEKS_AGO: Final = (0, 1, 2, 3, 4, 6, 8, 12)
EXACT: Final = "exact"
GOALS: Final = most(Profile, "goals")


def language() -> tuple[Question, ...]:
    """Ask for the language, in both."""
    return (Question(key="language", words="Språk / Language", answer=OneOf(LANGUAGES, can_skip=False)),)


def about(telling: str) -> tuple[Question, ...]:
    """Tell what this is, in the words of ``telling``, and ask what the plan must know."""
    return (
        Question(
            key="about",
            words=_("What Ryggkompis is, and is not"),
            hint=telling,
            answer=Told(),
        ),
        Question(
            key="exclusions",
            words=_("Does any of this fit you?"),
            hint=_("Then the plan must come from somebody who knows you. Nothing fits? Press 0."),
            answer=Some(named("exclusions", EXCLUSIONS), can_skip=False),
        ),
        Question(
            key="sensitivities",
            words=_("What should the plan be careful with?"),
            hint=_("It leaves out what does not suit you. Unsteady from medicine counts as poor balance."),
            answer=Some(named("sensitivities", SENSITIVITIES), can_skip=False),
        ),
    )


def you(answers: dict[str, object]) -> tuple[Question, ...]:
    """Ask where the patient starts and what matters; the exact day only of someone who wants to give it."""
    exact = Question(
        key="onset",
        words=_("Which day did it begin?"),
        answer=a_day("onset", has_been=True, example="02.03.2026"),
    )
    return (
        Question(key="since", words=_("When did it begin?"), answer=OneOf(_since())),
        *([exact] if answers.get("since") == EXACT else []),
        Question(key="side", words=_("Which leg is it?"), answer=OneOf(named("side", SIDES))),
        Question(
            key="walk_tolerance",
            words=_("How many minutes can you walk before the leg says stop?"),
            hint=_(
                "Until it is 2 worse on the scale, or the pain goes further down. A guess will do; "
                "leave it blank and we start gently."
            ),
            answer=number(Profile, "walk_tolerance"),
        ),
        Question(
            key="walks_now",
            words=_("How many minutes do you walk on an ordinary day now?"),
            hint=_("All of it together, also indoors to the shop or the bus."),
            answer=number(Profile, "walks_now"),
        ),
        *(_goal(n) for n in range(GOALS)),
        Question(
            key="had_cancer",
            words=_("Have you ever had cancer?"),
            hint=_("Asked this once: then pain that never lets go is looked at sooner."),
            answer=OneOf(named("had_cancer", (True, False))),
        ),
        *([_cancer_seen()] if answers.get("had_cancer") is True else []),
    )


def _cancer_seen() -> Question:
    return Question(
        key="cancer_seen",
        words=_("Has anybody looked at your back with that in mind? Who, and when?"),
        hint=_("For example: my GP, in March. Blank is fine."),
        answer=text(Profile, "cancer_seen"),
    )


def _goal(n: int) -> Question:
    examples = (_("tie my shoes"), _("sit in a car for half an hour"), _("carry the shopping home"))
    return Question(
        key=f"goal {n}",
        words=_("Something that matters to you and is hard now ({n} of {all})").format(n=n + 1, all=GOALS),
        hint=_("Once a week you can tell how it goes. Blank is fine."),
        answer=text(Profile, "goals", example=examples[n]),
    )


def _since() -> tuple[Choice, ...]:
    weeks = [Choice(n, ngettext("{n} week ago", "{n} weeks ago", n).format(n=n)) for n in WEEKS_AGO if n]
    return (Choice(0, _("less than a week ago")), *weeks, Choice(EXACT, _("I can tell the day")))


def limit(name: str) -> Question:
    """Ask what a limit of the plan shall be."""
    low, high = BOUNDS[name]
    told = _("From {low} to {high}. The convention is {usual}.")
    return Question(
        key="limit",
        words=limit_name(name),
        hint=told.format(low=low, high=high, usual=USUAL[name]),
        answer=Number(label=limit_name(name), is_needed=True, low=low, high=high),
    )


def limit_warning() -> Question:
    """Ask whether a limit of the plan shall be changed, and tell what that means."""
    return Question(
        key="sure",
        words=_("Change a limit of the plan?"),
        hint=_(
            "The limits are careful conventions that keep the plan from going too fast. "
            "They are best changed together with a therapist. You can always go back."
        ),
        answer=OneOf(yes_or_no(_("yes, go on"), _("no, leave it"), no_first=True), can_skip=False),
    )


def limits_reset() -> tuple[Question, ...]:
    """Ask whether every limit shall be the convention again."""
    answer = OneOf(yes_or_no(_("yes, all of them"), _("no, leave them"), no_first=True), can_skip=False)
    return (Question(key="sure", words=_("Back to the conventions?"), answer=answer),)


def answers_of(profile: Profile) -> dict[str, object]:
    """Give the answers that ``profile`` came from."""
    goals = {f"goal {n}": goal for n, goal in enumerate(profile.goals)}
    return {
        "exclusions": profile.exclusions,
        "sensitivities": profile.sensitivities,
        "since": EXACT if profile.onset else None,
        "onset": profile.onset,
        "side": profile.side,
        "walk_tolerance": profile.walk_tolerance,
        "walks_now": profile.walks_now,
        "pain_goal": profile.pain_goal,
        "had_cancer": profile.had_cancer,
        "cancer_seen": profile.cancer_seen,
        **goals,
    }


def profile_of(answers: dict[str, object], day: date) -> dict[str, object]:
    """Give the fields of the profile; ``day`` is what “weeks ago” counts from."""
    since = answers.get("since")
    onset = answers.get("onset") if since == EXACT else None
    if isinstance(since, int):
        onset = day - timedelta(weeks=since)
    plain = ("side", "walk_tolerance", "walks_now", "pain_goal", "had_cancer", "cancer_seen")
    return {
        "onset": onset,
        **{name: answers.get(name) for name in plain},
        "exclusions": answers.get("exclusions") or (),
        "sensitivities": answers.get("sensitivities") or (),
        "goals": tuple(goal for n in range(GOALS) if (goal := answers.get(f"goal {n}"))),
    }
