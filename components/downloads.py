"""What a reader takes along of a figure or table: picture, data, link, and the words to cite it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.browser_page import FIGURE
from components.copying import copying
from components.keeping_focus import keeping_focus
from components.picture import picture_choice
from components.state import ask, once, translate, warehouse
from components.text import plain
from samspil.present.citation import Citation, alone
from samspil.present.export import Table, to_csv, to_json, whole_stem
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.references import bibtex, newspaper_line, ris
from samspil.present.tables.columns import explained, named
from samspil.present.whole import Whole
from samspil.present.workbook import to_xlsx
from samspil.warehouse.queries import criteria, municipalities

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Shown:
    """A drawing to be saved: gives the figure, and says in words what it shows."""

    drawn: Callable[[], go.Figure]
    alt: str


@dataclass(frozen=True)
class Along:
    """All that can be taken along of a figure or table.

    Attributes:
        key: identifies it on its page.
        stem: the file name, without ending.
        finding: what it shows, as the page says it.
        rows: the numbers, under the headings that readers see.
        cited: where they come from, with a title that stands alone.
        shown: the drawing, where there is one.
        whole: all that the numbers are a part of, where they are.
        embed: the code that shows it on another page; empty where it cannot be.
        all_known: how much is known of all municipalities, in a sentence; said of `whole`.
    """

    key: str
    stem: str
    finding: str
    rows: pd.DataFrame
    cited: Citation
    shown: Shown | None = None
    whole: Whole | None = None
    embed: str = ""
    all_known: str = ""

    @property
    def link(self) -> str:
        """The address of this figure on its page."""
        return f"{self.cited.address}#{FIGURE}{self.key}" if self.cited.address else ""


def downloads(along: Along) -> None:
    """The menu in four short parts: picture, data, embedding and link, citing."""
    t = translate()
    st.caption(plain(along.finding))
    names = [t("Billede")] if along.shown else []
    names += [t("Data"), t("Indlejr og link"), t("Citér")]
    parts = dict(zip(names, st.tabs(names), strict=True))
    if along.shown is not None:
        with parts[t("Billede")]:
            _picture(along, along.shown, t)
    with parts[t("Indlejr og link")]:
        _link(along, t)
    with parts[t("Citér")]:
        _citations(along, t)
    with parts[t("Data")]:  # last: all that there is takes longest
        _data(along, t)
        keeping_focus(f"{along.key}_focus")


def _picture(along: Along, shown: Shown, t: Translator) -> None:
    cited = along.cited
    picture_choice(
        shown.drawn(),
        t,
        key=f"{along.key}_picture",
        stem=along.stem,
        title=cited.title,
        description=f"{shown.alt.rstrip('.')}. {cited.coverage} {cited.text(t)}",
        footer=cited.footer(t),
    )


def _data(along: Along, t: Translator) -> None:
    """The rows that are shown, and all of them where that is more."""
    columns = _meanings(along.rows, t)
    shown = Table(along.rows, along.finding, columns, along.cited.of_table())
    whole = along.whole and _whole(along.whole, along, t)
    more = whole is not None and (
        len(whole.rows) > len(along.rows) or set(whole.rows.columns) - set(along.rows.columns)
    )
    with st.container(key=f"{along.key}_data"):
        st.markdown(f"**{t('Det viste')}**" if more else f"**{t('Hele tabellen')}**")
        _files(shown, along.stem, f"{along.key}_shown", t)
        if whole is not None and along.whole is not None and more:
            st.markdown(f"**{along.whole.title}**")
            stem = whole_stem(along.whole.stem, "danmark", warehouse().build.newest_year)
            _files(whole, stem, f"{along.key}_whole", t)
    st.caption(
        t("CSV 1,5 har decimalkomma og semikolon, CSV 1.5 punktum og komma. Hver fil fortæller "
          "selv titel, kilde, licens, udgave, adresse og forbehold.")
    )  # fmt: skip


def _whole(whole: Whole, along: Along, t: Translator) -> Table:
    """All that the figure's table is a part of, with words of its own."""
    rows = once(whole.rows, "whole", whole.stem, *whole.terms, t.language)
    names, newest = ask(municipalities)["name"], warehouse().build.newest_year
    title, _ = alone(whole.title, rows, names, newest, t)
    cited = replace(along.cited.of_table(), title=title, reservation="", coverage=along.all_known)
    return Table(rows, whole.title, _meanings(rows, t), cited)


def _files(table: Table, stem: str, key: str, t: Translator) -> None:
    """A button for every kind of file, with the number of its rows."""
    own = t.language
    others = [language for language in LANGUAGES if language != own]
    csv = {"da": "CSV 1,5", "en": "CSV 1.5"}
    kinds = [
        ("Excel", "xlsx", XLSX_TYPE, lambda: to_xlsx(table, t)),
        (csv[own], "csv", "text/csv", lambda: to_csv(table, own, t)),
        *((csv[other], f"{other}.csv", "text/csv", lambda other=other: to_csv(table, other, t))
          for other in others),
        ("JSON", "json", "application/json", lambda: to_json(table, t)),
    ]  # fmt: skip
    count = len(table.rows)
    rows = t("Én række") if count == 1 else t("{n} rækker").format(n=t.number(count))
    with st.container(horizontal=True, gap="xsmall"):
        for name, ending, media_type, made in kinds:
            file = f"{stem}_{ending}" if ending.endswith(".csv") else f"{stem}.{ending}"
            st.download_button(
                f"{name} · {rows}", made, file, media_type, key=f"{key}_{ending}", on_click="ignore"
            )


def _link(along: Along, t: Translator) -> None:
    texts = [(t("Link til figuren"), along.link)] if along.link else []
    if along.embed:
        texts.append((t("Kode, der viser figuren på din egen side"), along.embed))
    if along.shown is None and texts:
        texts[0] = (t("Link til tabellen"), along.link)
    copying(texts, t, key=f"{along.key}_link", code=True)


def _citations(along: Along, t: Translator) -> None:
    cited, released = along.cited, warehouse().build.release_date
    copying(
        [(t("Kildelinje til en avis"), newspaper_line(cited, t)),
         (t("Fuld henvisning"), cited.text(t))],
        t, key=f"{along.key}_cite",
    )  # fmt: skip
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for name, ending, media_type, made in (
            ("RIS", "ris", "application/x-research-info-systems", lambda: ris(cited, released, t)),
            ("BibTeX", "bib", "text/x-bibtex", lambda: bibtex(cited, released, along.stem, t)),
        ):
            st.download_button(
                name, made, f"{along.stem}.{ending}", media_type, key=f"{along.key}_{ending}",
                on_click="ignore",
            )  # fmt: skip
        st.caption(t("Til Zotero, EndNote, Mendeley og LaTeX"))


def _meanings(data: pd.DataFrame, t: Translator) -> dict[str, str]:
    """What every column means."""
    asked = ask(criteria)
    questions = zip(t.texts(asked, "name"), t.texts(asked, "question"), strict=True)
    return explained(data.columns, named(list(questions), ask(municipalities)["name"], t), t)
