"""A figure with all that a reader takes along: title, drawing, source, table, downloads."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import address
from components.downloads import Shown, downloads
from components.state import Opened, ask, opened, reading, translate, warehouse
from components.text import plain, show
from samspil.present.citation import (
    Citation,
    Words,
    cite,
    other_source,
    source_line,
    standalone,
)
from samspil.present.export import whole_stem
from samspil.present.plot.template import page_config
from samspil.warehouse.queries import municipalities, snapshots

SHOWN_ROWS = 30
"""A table of at most so many rows is shown whole, a longer one scrolls."""

FINEST = 3
"""Decimals that a table shows at most."""


def words(title: str, subtitle: str, *, outlines: bool = False, source: str | None = None) -> Words:
    """The words of a figure on evidence, with the sources and their date.

    Args:
        title: what the figure shows.
        subtitle: the reservation a reader must know.
        outlines: whether the outlines of the municipalities are drawn and must be credited.
        source: another source than the evidence, such as the pages that a table names.
    """
    t = translate()
    if source:
        return Words(title, subtitle, other_source(source, t))
    line = source_line(warehouse().build, ask(snapshots), t, outlines=outlines)
    return Words(title, subtitle, line)


def figure(
    drawing: go.Figure,
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    alt: str,
) -> None:
    """Draw a figure: its words, the drawing alone, then source, table and what to take along.

    Args:
        drawing: the figure, as the modules of samspil.present.plot give it.
        words: its title, subtitle and source.
        data: the numbers behind it, with the headings that readers see.
        key: identifies the figure on its page.
        stem: the file name of downloads, without ending.
        alt: what a reader who does not see the figure needs to know.
    """
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        canvas(drawing, key=key, alt=alt)
        footer(words, data, key=key, stem=stem, drawn=lambda: drawing, alt=alt)


def markup(
    template: str,
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    drawn: Callable[[], go.Figure],
    **values: object,
) -> None:
    """Draw a figure whose marks are HTML: its words, the template, then as `figure`.

    Args:
        template: of samspil.present.html; it has the text that a screen reader needs.
        words: its title, subtitle and source.
        data: the numbers behind it, with the headings that readers see.
        key: identifies the figure on its page.
        stem: the file name of downloads, without ending.
        drawn: gives the same figure for its picture, only when a reader asks for that.
        values: what the template is filled with.
    """
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        show(template, **values)
        footer(words, data, key=key, stem=stem, drawn=drawn)


def canvas(
    drawing: go.Figure,
    *,
    key: str,
    alt: str,
    on_select: Callable[[], None] | None = None,
    height: Literal["content", "stretch"] = "content",
) -> None:
    """Show the drawing alone; `on_select` is called when a mark is clicked, if it is given.

    Its height is its own, or that of its place where it is to "stretch".
    """
    st.plotly_chart(
        drawing,
        height=height,
        key=key,
        theme=None,
        config=page_config(),
        alt=alt,
        on_select=on_select or "ignore",
        selection_mode="points",
    )


def table(data: pd.DataFrame, words: Words, *, key: str, stem: str, **columns: object) -> None:
    """Show a table under its words, with source and what to take along."""
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        _rows(data, words.title, columns)
        footer(words, data, key=key, stem=stem)


def footer(
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    drawn: Callable[[], go.Figure] | None = None,
    alt: str = "",
) -> None:
    """The line under a figure: source, a switch to the table, and all there is to take along.

    `drawn` gives the figure for its picture; it is called only when a reader asks for that. `alt`
    says what it shows, for those who do not see it.
    """
    t, year = translate(), warehouse().build.newest_year
    place = "" if _names_a_municipality(words.title) else t("Danmark")
    title = standalone(words.title, place, _period(data, year))
    cited = cite(
        replace(words, title=title),
        warehouse().build,
        ask(snapshots),
        address.lasting(),
        opened().edition,
    )
    shown = Shown(drawn, alt or words.subtitle) if drawn else None
    stem = whole_stem(stem, "danmark" if place else "", year)
    _footer(words, data, cited, opened(), key=key, stem=stem, shown=shown)


def _names_a_municipality(title: str) -> bool:
    """Whether a title says by itself where it is about."""
    said = set(re.findall(r"[\w-]+", title))
    return any({name, f"{name}s"} & said for name in ask(municipalities)["name"])


def _period(data: pd.DataFrame, newest: int) -> str:
    """The years that a table is about: those of its rows, else the newest."""
    years = data.get(translate()("År"))
    if years is None or not pd.api.types.is_numeric_dtype(years) or years.isna().all():
        return str(newest)
    first, last = int(years.min()), int(years.max())
    return str(first) if first == last else f"{first}–{last}"


@st.fragment
def _footer(
    words: Words,
    data: pd.DataFrame,
    cited: Citation,
    read: Opened,
    *,
    key: str,
    stem: str,
    shown: Shown | None,
) -> None:
    """As `footer`; a fragment, so that opening the table or the downloads redraws nothing else.

    It runs again without the script around it, and so is given what it reads.
    """
    t = translate()
    with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="center"):
        show("source", source=t("Kilde: {source}").format(source=words.source))
        as_table = shown is not None and st.toggle(t("Vis tabel"), key=f"{key}_table")
        asked = st.button(t("Del og hent"), key=f"{key}_share", type="tertiary")
    if as_table:
        _rows(_sorted(data, key), words.title, {})
    if asked:
        with reading(read):
            st.dialog(plain(words.title), width="medium")(downloads)(data, cited, key, stem, shown)


def _sorted(data: pd.DataFrame, key: str) -> pd.DataFrame:
    """A long table in the order that the reader chooses, the highest first.

    A click on a heading sorts too, but no key does: headings cannot be reached by keyboard.
    """
    t = translate()
    numbers = [name for name in data.columns if pd.api.types.is_numeric_dtype(data[name])]
    if len(data) <= SHOWN_ROWS or not numbers:
        return data
    own = t("Tabellens egen rækkefølge")
    by = st.selectbox(t("Sortér efter"), [own, *numbers], key=f"{key}_sort", width=360)
    return data if by == own else data.sort_values(by, ascending=False, kind="stable")


def _rows(data: pd.DataFrame, title: str, columns: dict) -> None:
    """The rows: decimal numbers as the reader's browser writes them, nothing where nothing is.

    Whole numbers are years and counts, which take no separators.
    """
    floats = {name: decimals(data[name]) for name in data.columns
              if pd.api.types.is_float_dtype(data[name])}  # fmt: skip
    st.dataframe(
        data,
        hide_index=True,
        height="content" if len(data) <= SHOWN_ROWS else "auto",
        column_config=floats | columns,
        placeholder="",
        alt=title,
    )


def decimals(values: pd.Series) -> Any:
    """A column of decimal numbers, all with as many decimals as the one that has the most.

    The browser shows the decimals of the step, and drops those that are zero without one.
    """
    most = max((len(f"{value:.{FINEST}f}".rstrip("0").partition(".")[2])
                for value in values.dropna()), default=0)  # fmt: skip
    return st.column_config.NumberColumn(format="localized", step=round(0.1**most, FINEST))
