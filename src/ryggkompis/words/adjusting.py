"""Less and more than planned, in kind words: less is always fine, and more does not raise tomorrow."""

from ryggkompis.i18n.language import _


def left_out_today() -> str:
    """Say of an exercise that it is left out today."""
    return _("left out today")


def as_little_as_fits() -> str:
    """Say of an exercise without a lower level how much is enough."""
    return _("as little as feels fine")


def easier_today() -> str:
    """Say of an exercise that it is a level lower than planned."""
    return _("easier today")


def bad_day() -> str:
    """Say what is enough on a bad day."""
    return _("A bad day. One walk and one position for rest are enough, and they count.")


def more_is_fine() -> str:
    """Say of more than planned that it does not raise tomorrow."""
    return _("It is more than planned, and that is fine. Tomorrow's plan does not rise because of it.")
