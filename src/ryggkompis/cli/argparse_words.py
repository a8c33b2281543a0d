"""argparse's own words, so that help and faults speak the chosen language.

argparse asks its module for ``_`` and ``ngettext``; it gets ours. What a later Python adds stays English.
"""

import argparse
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _, ngettext

WORDS: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What a parser of ours can say, word for word as argparse has it."""


def translate_argparse() -> None:
    """Let argparse speak the current language from now on."""
    vars(argparse).update(_=_, ngettext=ngettext)
