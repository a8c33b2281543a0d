"""Other words for what can be done, in both languages, so that a search finds it however it is called."""

from collections.abc import Mapping
from typing import Final

OTHER_WORDS: Final[Mapping[str, str]] = {
    "app.urgent": "help now doctor emergency 113 116117 lege legevakt nød ambulanse hjelp red flags",
    "app.help": "keys shortcuts manual taster snarveier",
    "app.learn": "read cards article les artikkel fakta facts what is hva er",
    "app.undo": "take back regret wrong angre feil tilbake",
    "app.redo": "again redo restore hent tilbake igjen gjenopprett angret",
    "app.settings": "language theme colours dark light språk tema farger mørk lys innstillinger preferences",
    "app.report": "pdf print export therapist skriv ut eksport behandler fysio doctor lege",
    "app.progress": "chart graph curve pain graf kurve smerte diagram statistics",
    "app.exercises": "stretch train catalogue figures strekk trening figurer",
    "app.log": "journal history entries dagbok historikk oppføringer",
    "app.today": "plan home start hjem dagen",
    "app.moved": "stand up position sat reist meg stilling satt",
    "app.leave": "exit close leave avslutt lukk",
    "today.check_in": "morning pain sjekk inn morgen smerte start day",
    "today.session": "exercise train workout øvelser trening økt begin",
    "today.medicine": "pills tablets painkillers piller tabletter smertestillende",
    "today.again": "pills tablets dose piller tabletter igjen en gang til",
    "today.note": "write remark diary skriv merknad",
    "today.event": "happened mark skjedde merk",
    "today.evening": "whole day kveld hele dagen",
    "today.operation": "surgery surgeon operated cleared kirurg operert klarert sår wound",
    "today.review": "week look back uke tilbakeblikk",
    "today.visit": "appointment physiotherapist doctor time hos fysioterapeut lege avtale",
    "today.programme": "programme physiotherapist exercises limit program behandler øvelser grense råd",
    "today.episode": "end close finish well back again new round avslutt ferdig frisk slutt tilbake igjen ny",
    "today.walk": "walked steps outside tur gåtur gått ute",
    "today.bad_day": "minimum less flare rest mindre oppblussing hvile",
    "today.why": "reasons rules explain grunn regler forklar",
    "today.clear": "unlock doctor lock lås åpne lege",
    "today.first": "profile about me profil om meg spørsmål",
    "log.bring_in": "import apple health fitbit garmin google fit daylio csv steps importer skritt",
    "log.delete": "remove slett fjern",
    "log.edit": "change correct endre rett",
    "report.wall": "print plan sheet wall skriv ut plan vegg ark",
    "settings.limits": "thresholds rules terskler grenser",
    "settings.profile": "about me goals om meg mål",
}
"""The id of a key to words that are looked for; never shown."""
