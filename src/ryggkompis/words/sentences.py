"""The reasons that one sentence says, with their own numbers as they are."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.plan import reasons as why
from ryggkompis.domain.plan.reasons import Reason

WithOneSentence: TypeAlias = (
    why.PainMovedUp
    | why.MustBeChecked
    | why.UnreadAndHeld
    | why.UnreadAndOpen
    | why.UnreadAndAnswered
    | why.ClockDisagrees
    | why.Closed
    | why.LongFlare
    | why.TooMuchYesterday
    | why.OnTheEdge
    | why.TryDirections
    | why.SoftFlag
    | why.ProfileMissing
    | why.SeveralBadMornings
    | why.TwoHardDays
    | why.FollowsWhatIsDone
    | why.ReachesFurther
    | why.SmallerPlan
    | why.NotBeforeTomorrow
    | why.EasedByThePast
    | why.TherapistsCeiling
)
SENTENCES: Final[Mapping[type[Reason], str]] = {
    why.PainMovedUp: N_("The pain has moved up. That is often a good sign, even if the back hurts more."),
    why.MustBeChecked: N_("This needs checking before we go on."),
    why.NeedsOwnPlan: N_(
        "You need a plan from somebody who knows you and your back. The diary is yours to use."
    ),
    why.Closed: N_("This episode is closed. Nothing is planned, and nothing is asked."),
    why.UnreadAndHeld: N_(
        "Not all of your diary can be read, and the plan was held back when it was last shown. "
        "So it still is."
    ),
    why.UnreadAndOpen: N_(
        "Not all of your diary can be read, so we do not know whether the plan is held back. "
        "Until you have answered the whole safety list today, there are no exercises and no longer walks."
    ),
    why.UnreadAndAnswered: N_(
        "Not all of your diary can be read. You have answered the list today, so here is your plan. "
        "Nothing in it rises."
    ),
    why.ClockDisagrees: N_(
        "Your diary has days that lie ahead of this machine's clock, so nothing rises today. Check the date."
    ),
    why.LongFlare: N_("This has lasted more than a week. Talk to your therapist or your doctor."),
    why.TooMuchYesterday: N_(
        "Yesterday was a bit too much for the leg. Today and tomorrow are a little easier."
    ),
    why.OnTheEdge: N_("Yesterday was on the edge. We hold."),
    why.TryDirections: N_(
        "You may try which way your back likes, later in the day: eight slow press-ups on your "
        "front, and another time one knee to the chest. Log each under Exercises. "
        "What goes down the leg rests a week."
    ),
    why.SoftFlag: N_("What you answered is worth talking to somebody about. Nothing rises today."),
    why.ProfileMissing: N_("The first questions are waiting. They make the plan fit you."),
    why.SeveralBadMornings: N_("{mornings} tougher mornings this week. We go down a little, to {walks}."),
    why.TwoHardDays: N_("{days} days in a week were too hard. We go down a little, to {walks}."),
    why.FollowsWhatIsDone: N_("The plan follows what you have walked lately: {walks}."),
    why.TherapistsCeiling: N_("Your therapist's programme keeps walking at {walks}."),
    why.ReachesFurther: N_(
        "The pain has come to reach further down the leg, twice in four weeks. "
        "We go down a little, to {walks}."
    ),
    why.SmallerPlan: N_("You chose less, so the plan is smaller now: {walks}. Less is always fine."),
    why.NotBeforeTomorrow: N_(
        "What is told about earlier days counts from tomorrow, so today does not rise because of it. "
        "One check-in on the day itself frees it."
    ),
    why.EasedByThePast: N_("What is told now about earlier days makes today a little easier."),
}
"""For each reason that needs one sentence, with its own numbers as they are."""
UNTIL: Final[Mapping[type[Reason], str]] = {
    why.OnTheEdgeAgain: N_("Several days on the edge. We hold until {day}."),
    why.StillEased: N_("We stay a little easier until {day}, then back to where you were."),
    why.Heals: N_(
        "Your operation is less than twelve weeks ago. Until {day} no exercise here goes far into a bend "
        "or a twist, unless your therapist's programme asks for it."
    ),
}
"""For each reason that stands until a day."""
AFTER_OPERATION: Final = N_(
    "After an operation, whoever operated decides what you do. The plan waits until they say that you "
    "may exercise."
)
"""What is waited for where nothing else stops the plan."""
