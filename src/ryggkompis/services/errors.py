"""What a patient can mend, and how."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class FutureDay(ExpectedError):
    """A day that has not come yet."""

    says = N_("{day} has not come yet. Give today or an earlier day.")


class PastVisit(ExpectedError):
    """A next visit on a day that has passed."""

    says = N_("The next visit cannot be on {day}, which has passed. Give today or a later day.")


class TooLongAgo(ExpectedError):
    """A day that cannot be meant."""

    says = N_("{day} is too long ago to be meant. Check the year.")


class NothingToUndo(ExpectedError):
    """The journal holds nothing to take back."""

    says = N_("There is nothing to take back.")


class NothingToRedo(ExpectedError):
    """Nothing was taken back that could be brought back."""

    says = N_("There is nothing to bring back.")


class ChangedMeanwhile(ExpectedError):
    """What was to be taken back is another by now."""

    says = N_("It was changed in another window just now, so nothing was done. Look again.")


class NoSuchEntry(ExpectedError):
    """An id that no entry has."""

    says = N_("No entry has the id {id}.")


class SafetyAnswerStays(ExpectedError):
    """A safety answer of yes or unsure is not taken back: only a doctor's look opens it."""

    says = N_("A safety answer that was yes or unsure is not taken back.")


class TooManyChosen(ExpectedError):
    """More of a list than there is room for."""

    says = N_("At most {most} of them. Leave one out first.")


class NoSuchCard(ExpectedError):
    """An id that no card to read has."""

    says = N_("There is no card {id}. There are: {known}.")


class NoSuchExercise(ExpectedError):
    """An id that is not in the catalogue."""

    says = N_("“{id}” is no exercise. Their names are such as E01, A1 or W1.")


class NoSuchFlag(ExpectedError):
    """An id that is no red flag."""

    says = N_("“{id}” is no safety question. Use one of: {known}.")


class NotLocked(ExpectedError):
    """There is no lock to open."""

    says = N_("Nothing holds the plan back, so there is nothing to clear.")


class LookedBefore(ExpectedError):
    """A look before the answer that it is to be about."""

    says = N_("You answered yes or unsure on {after}, so a look on {day} was before that. It opens nothing.")


class ListNotFinished(ExpectedError):
    """What holds the plan back is a safety list that was broken off."""

    says = N_("The safety list is not finished. Answer the rest of it first.")


class EmptyText(ExpectedError):
    """A note without words."""

    says = N_("There is nothing written. Write a few words.")


class TooMuchText(ExpectedError):
    """A note that is too long to keep."""

    says = N_("The text has {length} characters. At most {limit} can be kept; shorten it or split it in two.")


class OutOfRange(ExpectedError):
    """A number outside what a field can hold."""

    says = N_("“{value}” does not fit {field}. Use a whole number from {low} to {high}.")


class NotARegion(ExpectedError):
    """Something that names no region of a drawing."""

    says = N_("“{text}” names no region. Write numbers from 1 to {high}, with l, r or b for the side.")


class NotOneOf(ExpectedError):
    """A word that is none of a field's choices."""

    says = N_("“{value}” does not fit {field}. Use one of: {choices}.")


class NeedsAnswer(ExpectedError):
    """A field that an entry cannot do without."""

    says = N_("“{field}” cannot be left blank. Fill it in, or press Esc to leave without saving.")


class NotADay(ExpectedError):
    """What is typed for a day is none."""

    says = N_("“{value}” is not a day. Write it as 2 March, 02.03.2026, yesterday or Friday.")


class NoPlanToday(ExpectedError):
    """There is no plan that could be less."""

    says = N_("There is no plan today, so there is nothing to make less of.")


class NothingToExplain(ExpectedError):
    """What came in the way of walking is told, and the plan asks nothing of it."""

    says = N_("The plan asks nothing about your walking today. You may always do less.")


class NoSmallerPlan(ExpectedError):
    """A smaller plan is taken that is not offered."""

    says = N_("No smaller plan is offered today. You may always do less.")


class NotEnoughYet(ExpectedError):
    """It is said too early that the walking is enough."""

    says = N_("That can be said from level 6 on. Until then you may always do less.")


class NotInPlan(ExpectedError):
    """An exercise that is not planned cannot be left out."""

    says = N_("{id} is not in today's plan, so there is nothing to leave out or make easier.")


class NeedsProfile(ExpectedError):
    """Limits belong to a profile, and there is none yet."""

    says = N_("Answer the first questions first.")


class AllowedBeforeOperation(ExpectedError):
    """A word that allows exercise, from before the operation."""

    says = N_("{day} is before the operation on {operated}. Give the day from which exercise is allowed now.")


class EndsBeforeItBegins(ExpectedError):
    """An episode whose end lies before its beginning."""

    says = N_("It would end on {end}, before it began on {start}. Change one of the two days.")


class NoOperation(ExpectedError):
    """Exercise is allowed after an operation that nobody told of."""

    says = N_("No operation is known yet. Give its day, too.")


class NothingToClose(ExpectedError):
    """An episode is closed in a diary that says nothing yet."""

    says = N_("Nothing is written down up to {day}, so there is no episode to close.")


class EpisodeClosed(ExpectedError):
    """What is asked for needs an episode that goes on."""

    says = N_("This episode was closed on {day}. Let it go on first, or begin a new one.")


class EpisodeOpen(ExpectedError):
    """An episode that was never closed cannot be reopened."""

    says = N_("This episode is not closed, so there is nothing to reopen.")


class BeginsTooEarly(ExpectedError):
    """A new episode before the one that there is, or on the same day."""

    says = N_("An episode that began on {began} is there already; the one after it begins on a later day.")


class WordsBefore(ExpectedError):
    """An onset long after the first word about it is no correction."""

    says = N_(
        "You wrote about this episode from {first}, more than a month before {day}. "
        "If it came back then, it is a new episode."
    )


class RoundOrCorrection(ExpectedError):
    """An onset that is another by more than a month can mean two things."""

    says = N_(
        "{day} is more than a month after {onset}, the day that stands. "
        "Add --new-episode if it came back then, or --correction if the day was wrong."
    )
