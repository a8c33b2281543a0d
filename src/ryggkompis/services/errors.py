"""What a patient can mend, and how."""

from ryggkompis.domain.base.errors import N_, ExpectedError


class FutureDay(ExpectedError):
    """A day that has not come yet."""

    says = N_("{day} has not come yet. Give today or an earlier day.")


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
    """What holds as a yes is not taken back: only a doctor's look opens it."""

    says = N_("A yes, an unsure and a safety question left open are not taken back.")


class TooManyChosen(ExpectedError):
    """More of a list than there is room for."""

    says = N_("At most {most} of them. Leave one out first.")


class NoSuchExercise(ExpectedError):
    """An id that is not in the catalogue."""

    says = N_("“{id}” is no exercise. Their names are such as E01, A1 or W1.")


class NoSuchFlag(ExpectedError):
    """An id that is no red flag."""

    says = N_("“{id}” is no safety question. Use one of: {known}.")


class NotLocked(ExpectedError):
    """There is no lock to open."""

    says = N_("Nothing holds the plan back, so there is nothing to clear.")


class NotLockedThen(ExpectedError):
    """There was no lock to open on an earlier day, and there is one now."""

    says = N_("Nothing held the plan back on {day}, but something does now. Give a later day of being seen.")


class ListNotFinished(ExpectedError):
    """What holds the plan back is a safety list that was broken off."""

    says = N_("The safety list is not finished. Answer the rest of it first.")


class EmptyText(ExpectedError):
    """A note without words."""

    says = N_("There is nothing written. Write a few words.")


class TooMuchText(ExpectedError):
    """A note that is too long to keep."""

    says = N_("The text has {length} characters. At most {limit} can be kept; shorten it or split it in two.")


class NameTooLong(ExpectedError):
    """A name that is too long to keep."""

    says = N_("A name can have {limit} characters at most, and this one has {length}. Write a shorter one.")


class OutOfRange(ExpectedError):
    """A number outside what a field can hold."""

    says = N_("“{value}” does not fit {field}. Use a whole number from {low} to {high}.")


class NotOneOf(ExpectedError):
    """A word that is none of a field's choices."""

    says = N_("“{value}” does not fit {field}. Use one of: {choices}.")


class NoSmallerPlan(ExpectedError):
    """A smaller plan is taken that is not offered."""

    says = N_("No smaller plan is offered today. You may always do less.")


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
