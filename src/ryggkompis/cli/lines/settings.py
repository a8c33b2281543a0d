"""The settings as lines: what each is now, and what it can be."""

from ryggkompis.cli.lines.ask import choose
from ryggkompis.cli.output import told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.value import asdict
from ryggkompis.i18n.language import _, current, use
from ryggkompis.services.preferences import SETTINGS, Setting
from ryggkompis.store.settings import change_settings, read_settings
from ryggkompis.words.saved import saved


def ask_settings(here: Surroundings) -> None:
    """Ask which setting, and what it shall be; it holds from the next thing on that is done."""
    values = {**asdict(read_settings(here.places)[0]), "language": current()}
    named = [(setting, f"{_(setting.words)}: {_said(setting, values[setting.name])}") for setting in SETTINGS]
    setting = choose(_("Which setting?"), named)
    if setting is None:
        return
    chosen = choose(_(setting.words), setting.choices())
    if chosen is None:
        return
    change_settings(here.places, **{setting.name: chosen})
    if setting.name == "language":
        use("nb" if chosen == "nb" else "en")
    told(saved())


def _said(setting: Setting, value: object) -> str:
    return next((label for one, label in setting.choices() if one == value), _("as usual"))
