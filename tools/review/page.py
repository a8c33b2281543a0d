"""The review as one HTML file that needs no network: it is read, answered and saved in the browser."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import speaking
from tools.review.answers import OPINIONS, ROLES
from tools.review.cases import Case, cases
from tools.review.content import LANGUAGES, PARTS, Item, Sort, Text, items
from tools.review.drawn import weeks_before, weeks_in_words
from tools.review.morning import facts_in_words, plan_in_words
from tools.review.words import all_words, say

HERE: Final = Path(__file__).parent
HEADINGS: Final[dict[Sort, str]] = {
    "question": "questions", "exercise": "exercises", "rest": "rests", "card": "cards",
}  # fmt: skip
SURE: Final = ("1", "2", "3")


def page() -> str:
    """Write the page, in both languages; the reader chooses."""
    return "\n".join(_document()) + "\n"


def _document() -> Iterator[str]:
    style, script = ((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; base-uri 'none'"
    title = all_words()["ask_plan"]
    names = " ".join(f'data-{language}="{escape(title[language])}"' for language in LANGUAGES)
    yield f'<!DOCTYPE html>\n<html lang="nb" data-parts="{PARTS}" {names}>\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}; form-action \'none\'">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title['nb'])}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>"
    yield f'<div class="top"><h1>{_said("ask_plan")}</h1>{_languages()}</div>'
    yield f'<p class="intro">{_said("intro", n=len(cases()))}</p>'
    yield f'<noscript><p class="note">{_said("no_scripts")}</p></noscript>\n</header>'
    yield from _steps()
    yield '<main>\n<section id="plans">'
    yield from map(_case, cases())
    yield "</section>"
    yield from _texts()
    yield from _courses()
    yield from _end()
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>"


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _in_both(tell: Callable[[], str], tag: str = "span") -> str:
    """Tell something in both languages, of which one is shown."""
    parts = []
    for language in LANGUAGES:
        with speaking(language):
            parts.append(f'<{tag} lang="{language}">{tell()}</{tag}>')
    return "".join(parts)


def _said(name: str, **values: object) -> str:
    return _in_both(lambda: escape(say(name, **values)))


def _languages() -> str:
    return (
        '<div class="needs-script" hidden><button type="button" data-language="en" lang="nb">English</button>'
        '<button type="button" data-language="nb" lang="en">Norsk</button></div>'
    )


def _steps() -> Iterator[str]:
    yield '<nav class="steps needs-script" hidden>'
    for name in ("plans", "texts", "courses", "end"):
        yield f'<button type="button" data-step="{name}">{_said(f"step_{name}")}<small></small></button>'
    yield "</nav>"


def _choices(key: str, field: str, named: Iterable[tuple[str, str]]) -> str:
    """Offer one of several answers, each large enough for a thumb."""
    each = [
        f'<label><input type="radio" name="{field}-{key}" data-field="{field}" value="{value}">'
        f"<span>{_said(word)}</span></label>"
        for value, word in named
    ]
    return f'<div class="choices{" three" if len(each) == len(SURE) else ""}">{"".join(each)}</div>'


def _named(svg: str, tell: Callable[[Language], str]) -> str:
    """Give a picture its words, of which the script shows the language that is read."""
    told = {}
    for language in LANGUAGES:
        with speaking(language):
            told[language] = escape(tell(language))
    both = " ".join(f'data-label-{language}="{words}"' for language, words in told.items())
    return svg.replace("<svg ", f'<svg role="img" aria-label="{told["nb"]}" {both} ', 1)


def _line(word: str) -> str:
    return f'<label class="line">{_said(word)}<input type="text" maxlength="300" autocomplete="off"></label>'


def _case(case: Case) -> str:
    def told(lines: Callable[[Case], tuple[str, ...]]) -> str:
        return _in_both(lambda: "".join(f"<li>{escape(line)}</li>" for line in lines(case)), "ul")

    drawing = _named(weeks_before(case), lambda _: weeks_in_words(case))
    asked = _said(case.asked.question)
    verdicts = _choices(case.id, "answer", case.asked.answers.items())
    sure = _choices(case.id, "sure", ((value, f"sure_{value}") for value in SURE))
    return (
        f'<article class="case" data-key="{case.id}" data-nb="{case.digest}" data-en="{case.digest}">'
        f'<h2 tabindex="-1">{_said("of", n=case.number, all=len(cases()))}</h2>'
        f'<div class="side"><figure>{drawing}<figcaption>{_said("legend")}</figcaption></figure>'
        f"<h3>{_said('morning')}</h3>{told(facts_in_words)}</div>"
        f'<div class="side"><div class="plan"><h3>{_said("plan")}</h3>{told(plan_in_words)}</div>'
        f'<fieldset class="verdict"><legend>{asked}</legend>{verdicts}</fieldset>{_line("why")}'
        f'<fieldset class="sure"><legend>{_said("ask_sure")}</legend>{sure}</fieldset></div>'
        f'<div class="walk needs-script" hidden><button type="button" class="back">{_said("back")}</button>'
        f'<button type="button" class="next"><span class="skip">{_said("skip")}</span>'
        f'<span class="on">{_said("next")}</span></button>'
        f'<button type="button" data-to="end">{_said("later")}</button></div></article>'
    )


def _texts() -> Iterator[str]:
    mine = '<span class="mine needs-script" hidden></span>'
    yield f'<section id="texts">\n<p>{_said("texts_intro", parts=PARTS)} {mine}.</p>'
    for sort, heading in HEADINGS.items():
        yield f"<h2>{_said(heading)}</h2>"
        yield from (_item(one) for one in items() if one.sort == sort)
    yield f'<button type="button" id="more" class="needs-script" hidden>{_said("other_part")}</button>'
    yield _onward("courses")


def _courses() -> Iterator[str]:
    legend = f"<p><small>{_said('course_legend')}</small></p>"
    yield f'<section id="courses">\n<p>{_said("courses_intro")}</p>{legend}'
    yield from (_item(one) for one in items() if one.sort == "course")
    yield _onward("end")


def _onward(to: str) -> str:
    button = f'<button type="button" data-to="{to}">{_said("next")}</button>'
    return f'<div class="walk needs-script" hidden>{button}</div>\n</section>'


def _item(item: Item) -> str:
    is_course = item.sort == "course"
    shown = "".join(f'<div lang="{language}">{_text(item.texts[language])}</div>' for language in LANGUAGES)
    digests = " ".join(f'data-{language}="{item.texts[language].digest}"' for language in LANGUAGES)
    opinions = ((name, f"course_{name}" if is_course else name) for name in OPINIONS)
    figure = item.texts["nb"].figure
    named = _named(figure, lambda language: item.texts[language].shows)
    drawn = f"<figure>{named}</figure>" if figure else ""
    kind = "item course" if is_course else "item"
    return (
        f'<article class="{kind}" data-part="{item.part}" data-key="{item.key}" {digests}>'
        f"{drawn}{shown}<fieldset>{_choices(item.key, 'answer', opinions)}</fieldset>"
        f"{_line('what')}</article>"
    )


def _text(text: Text) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.lines)
    source = f'<p class="source">{escape(text.source)}</p>' if text.source else ""
    return f"<h3>{escape(text.title)}</h3>{lines}{source}"


def _end() -> Iterator[str]:
    roles = {role: all_words()[role] for role in ROLES}
    yield f'<section id="end">\n<p>{_said("end_intro")}</p>'
    yield f'<label class="line">{_said("name")}<input type="text" class="name" maxlength="80"></label>'
    for language in LANGUAGES:
        options = "".join(
            f'<option value="{role}">{escape(word[language])}</option>' for role, word in roles.items()
        )
        yield (
            f'<label class="line" lang="{language}">{escape(all_words()["role"][language])}'
            f'<select class="role"><option value=""></option>{options}</select></label>'
        )
    idea = '<textarea class="idea" rows="4" maxlength="4000"></textarea>'
    yield f'<label class="line">{_said("idea")}{idea}</label>'
    yield f"<p>{_said('consent')}</p>"
    yield f'<button type="button" id="save" class="save needs-script" hidden>{_said("save")}</button>'
    yield f'<p class="need note" hidden>{_said("need_role")}</p>'
    yield f'<p class="told" hidden>{_said("saved")} <span class="file"></span></p>\n</section>'
