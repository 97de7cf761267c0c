"""An embedded figure as a page of its own: words, figure, reservation, table, release, way home."""

import re
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from samspil.present.address import PARAMETERS, RELEASE, keeping, link, text_of
from samspil.present.citation import alone, cite, measured
from samspil.present.embedded import kept
from samspil.present.embedded.described import MAP, Asking, Drawn, Records, Values
from samspil.present.embeds import Embed, page_address
from samspil.present.html import render, source_link, style_alone
from samspil.present.i18n import Translator
from samspil.present.made import Made, drawing_key
from samspil.present.pages import FRONT, PATHS
from samspil.present.sentences import embeds as sentences
from samspil.warehouse import queries

EVERY = "all"
"""The language of a drawing without words."""

WEB = ("http://", "https://")

PLACE = re.compile(r'<path data-code="(\d+)"[^>]*>')
"""A municipality in a made-ahead map."""


def embed_page(
    embed: Embed, values: Values, ask: Asking, origin: str, made: Made, *, to_keep: bool = False
) -> str:
    """The page as HTML.

    Args:
        embed: the figure.
        values: what it shows, as `embeds.read_values` gives it.
        ask: the build and the language.
        origin: where this site stands, such as https://samspil.example, without a slash.
        made: what was made ahead for the build.
        to_keep: whether it is frozen, with a place for the notice in place of one.
    """
    t, read = ask.t, ask.read
    shown = embed.describe(ask, values)
    drawn = _drawn(embed, values, shown.drawn, made, t) if shown.drawn else None
    instead = sentences.not_made(t) if shown.drawn and not drawn else ""
    title, _ = alone(shown.words.title, shown.table, ask.names().values(), ask.year, t)
    frozen = read.edition.name if read.edition and not read.edition.draft else None
    with keeping(**{RELEASE: frozen}):  # the address that is quoted names a release, if it is one
        lasting = origin + page_address(embed, values, t.language)
    records = shown.records.within(ask(queries.criteria)["id"])
    cited = cite(
        shown.words, ask.house.build, ask(queries.snapshots), lasting, read.edition,
        about=measured(shown.words, t),
    )  # fmt: skip
    path = "" if embed.page == FRONT else PATHS[embed.page]
    return render(
        "embed",
        language=t.language,
        title=title,
        subtitle=shown.words.subtitle,
        base=f"/{path}",
        style=style_alone(*shown.sheets, "embed"),
        notice=kept.place(records) if to_keep else _notice(embed, values, records, ask),
        drawn=drawn,
        body=Markup("") if instead else shown.body,
        instead=instead,
        caveat=" ".join(filter(None, (cited.about, sentences.caveat(t)))),
        table=table_of(shown.table, t),
        source=t("Kilde: {source}").format(source=shown.words.sources),
        terms=cited.terms(t),
        home={"address": cited.address, "leads": sentences.home(cited.address, t)},
    )


def _notice(embed: Embed, values: Values, records: Records, ask: Asking) -> Markup:
    """What was corrected since of the records of a frozen figure; nothing where nothing was."""
    read, t = ask.read, ask.t
    if read.release is None or read.corrected.empty:
        return Markup("")
    with keeping():
        newest = page_address(embed, values, t.language)
    return kept.notice(records, read.corrected, read.release.name, newest, ask)


def drawing_keys(embed: Embed, values: Values, drawn: Drawn, language: str) -> dict[str, str]:
    """What the list of what was made ahead calls each part of a drawing."""
    texts = {name: text_of(PARAMETERS[name], values[name]) for name in embed.drawn_for or ()}
    spoken = language if embed.spoken else EVERY
    return {part: drawing_key(embed.name, texts, part, spoken) for part in drawn.parts}


def _drawn(
    embed: Embed, values: Values, drawn: Drawn, made: Made, t: Translator
) -> dict[str, Any] | None:
    """The drawing as the template shows it; None where a part of it was not made ahead."""
    keys = drawing_keys(embed, values, drawn, t.language)
    texts = {part: made.text(key) for part, key in keys.items()}
    if None in texts.values():
        return None
    shown = {part: _spoken(text or "", drawn, t) for part, text in texts.items()}
    return {
        "alt": drawn.alt,
        "map": drawn.layout == MAP,
        "parts": shown,
        "capital": t("Hovedstadsområdet, forstørret"),
    }


def _spoken(svg: str, drawn: Drawn, t: Translator) -> Markup:
    """The drawing with what each municipality says and where it leads, the chosen one outlined."""
    if drawn.layout != MAP:
        return Markup(svg)  # noqa: S704 - drawn by us, and named by our list
    chosen: list[str] = []

    def place(found: re.Match) -> str:
        code, shape = found[1], found[0]
        if code == drawn.chosen:
            chosen.append(shape)
        says, leads = escape(drawn.labels[code]), escape(_municipality(code, t))
        return f'<a href="{leads}" tabindex="-1"><title>{says}</title>{shape}</a>'

    spoken = PLACE.sub(place, svg)
    outlines = "".join(
        shape.replace("<path", f'<path class="{kind}"', 1)
        for kind in ("around", "chosen")
        for shape in chosen
    )
    return Markup(spoken.replace("</svg>", f"{outlines}</svg>"))  # noqa: S704 - as above


def _municipality(code: str, t: Translator) -> str:
    return link(f"/{PATHS['municipality']}", kommune=code, lang=t.language)


def table_of(frame: pd.DataFrame, t: Translator) -> dict[str, Any]:
    """A table as the template shows it: numbers as the language writes them, sources as links."""
    numeric = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
    columns = [
        _column(frame[name], number, name == t("År"), t)
        for name, number in zip(frame.columns, numeric, strict=True)
    ]
    heads = [{"name": name, "number": number}
             for name, number in zip(frame.columns, numeric, strict=True)]  # fmt: skip
    return {"label": t("Vis tabel"), "heads": heads, "rows": list(zip(*columns, strict=True))}


def _column(values: pd.Series, number: bool, year: bool, t: Translator) -> list[dict[str, Any]]:
    """The cells of a column; numbers of one column have the same decimals, at most three."""
    digits = 0
    if number and not year:
        told = values.dropna().astype(float)
        digits = next((n for n in range(3) if (told.round(n) == told.round(3)).all()), 3)
    return [_cell(value, number, year, digits, t) for value in values]


def _cell(value: Any, number: bool, year: bool, digits: int, t: Translator) -> dict[str, Any]:
    source = None
    if pd.isna(value):
        says = ""
    elif number:
        says = str(int(value)) if year else t.number(value, digits)
    else:
        says = str(value)
        source = source_link(says, t("kilde")) if says.startswith(WEB) else None
    return {"says": says, "number": number, "source": source}
