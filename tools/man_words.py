"""What the man pages say beside the commands, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Language

Said = Mapping[Language, str]
Rows = Mapping[Language, Sequence[tuple[str, str]]]

HEADS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "manual": "User Commands", "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION",
        "examples": "EXAMPLES", "options": "OPTIONS", "files": "FILES", "environment": "ENVIRONMENT",
        "exit": "EXIT STATUS", "see": "SEE ALSO", "command": "command", "its_options": "options",
        "for_example": "For example",
    },
    "nb": {
        "manual": "Brukerkommandoer", "name": "NAVN", "synopsis": "OVERSIKT", "description": "BESKRIVELSE",
        "examples": "EKSEMPLER", "options": "VALG", "files": "FILER", "environment": "MILJØ",
        "exit": "SLUTTSTATUS", "see": "SE OGSÅ", "command": "kommando", "its_options": "valg",
        "for_example": "For eksempel",
    },
}  # fmt: skip
NAME: Final[Said] = {
    "en": "a diary and a daily plan for people recovering from a lumbar disc herniation",
    "nb": "dagbok og dagsplan for deg som kommer deg etter prolaps i korsryggen",
}
DESCRIPTION: Final[Said] = {
    "en": "Without a command it opens the window, or with --plain asks in plain lines. A number is a "
    "check-in. Every command is called in Norwegian, too, and what it takes may be said in either language.",
    "nb": "Uten kommando åpnes vinduet, eller med --plain spørsmål i enkle linjer. Et tall er en innsjekk. "
    "Kommandoene har norske navn også, og det de tar imot, kan sies på begge språk.",
}
ALSO_CALLED: Final[Said] = {"en": "In Norwegian", "nb": "På norsk"}
FILES: Final[Rows] = {
    "en": (
        ("~/.local/share/ryggkompis/journal/", "The diary, one file a month."),
        ("~/.local/state/ryggkompis/backups/", "Copies of earlier days."),
        ("~/.local/share/ryggkompis/settings.json", "The settings of this machine."),
        ("~/.local/share/ryggkompis/keys.toml", "Your own keys, where you want others."),
    ),
    "nb": (
        ("~/.local/share/ryggkompis/journal/", "Dagboken, én fil for hver måned."),
        ("~/.local/state/ryggkompis/backups/", "Kopier av tidligere dager."),
        ("~/.local/share/ryggkompis/settings.json", "Innstillingene på denne maskinen."),
        ("~/.local/share/ryggkompis/keys.toml", "Egne taster, der du vil ha andre."),
    ),
}
ENVIRONMENT: Final[Rows] = {
    "en": (
        ("RYGGKOMPIS_HOME", "The folder of your data."),
        ("RYGGKOMPIS_PLAIN", "Plain lines instead of the window, where it is set to anything but 0."),
        ("RYGGKOMPIS_PASSPHRASE_FILE", "A file with the passphrase of a locked diary, for scripts."),
        ("LC_ALL, LC_MESSAGES, LANG, LANGUAGE", "The language, where the settings name none."),
        ("NO_COLOR", "No colours."),
    ),
    "nb": (
        ("RYGGKOMPIS_HOME", "Mappen med dine data."),
        ("RYGGKOMPIS_PLAIN", "Enkle linjer i stedet for vinduet, når den er satt til noe annet enn 0."),
        ("RYGGKOMPIS_PASSPHRASE_FILE", "En fil med passordfrasen til en låst dagbok, for skript."),
        ("LC_ALL, LC_MESSAGES, LANG, LANGUAGE", "Språket, når innstillingene ikke nevner noe."),
        ("NO_COLOR", "Ingen farger."),
    ),
}
EXIT: Final[Rows] = {
    "en": (
        ("0", "Done. What only writes something down ends so when it is saved."),
        (
            "1",
            "The day's plan was shown, and a safety answer holds it or may stand in what cannot be read.",
        ),
        ("2", "Something that you can mend."),
        ("3", "The disk or the diary cannot be used, or not all of it be read."),
        ("130", "Interrupted."),
    ),
    "nb": (
        ("0", "Ferdig. Det som bare noterer noe, slutter slik når det er lagret."),
        (
            "1",
            "Dagens plan ble vist, og et trygghetssvar holder den, eller kan stå i det som ikke kan leses.",
        ),
        ("2", "Noe du kan rette selv."),
        ("3", "Disken eller dagboken kan ikke brukes, eller ikke alt kan leses."),
        ("130", "Avbrutt."),
    ),
}
SEE: Final[Said] = {
    "en": "“ryggkompis help COMMAND” explains one command. The guide, the keys and what every file holds are "
    "in the folder docs of the source.",
    "nb": "«ryggkompis help KOMMANDO» forklarer én kommando. Veiledningen, tastene og hva filene inneholder, "
    "ligger i mappen docs i kildekoden.",
}
