"""A figure with all that a reader takes along: title, drawing, source, table, downloads."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import address
from components.downloads import Along, Shown, downloads
from components.embedding import code_of
from components.state import Opened, ask, opened, reading, translate, warehouse
from components.text import show
from samspil.present.citation import (
    Words,
    alone,
    cite,
    measured,
    named_in,
    other_source,
    outlines_line,
    source_line,
)
from samspil.present.export import whole_stem
from samspil.present.plot.template import page_config
from samspil.present.sentences import coverage
from samspil.present.whole import Whole
from samspil.warehouse import queries
from samspil.warehouse.queries import municipalities, snapshots

SHOWN_ROWS = 30
"""A table of at most so many rows is shown whole, a longer one scrolls."""

FINEST = 3
"""Decimals that a table shows at most."""


def words(
    title: str,
    subtitle: str,
    *,
    outlines: bool = False,
    source: str | None = None,
    hint: str = "",
    dated: bool = False,
) -> Words:
    """The words of a figure on evidence, with the sources and their date.

    Args:
        title: what the figure shows.
        subtitle: the reservation a reader must know.
        outlines: whether the outlines of the municipalities are drawn and must be credited.
        source: another source than the evidence, such as the pages that a table names.
        hint: what can be done with the figure on its page.
        dated: whether sources with a year count alone.
    """
    t = translate()
    if source:
        return Words(title, subtitle, other_source(source, t), hint, others=True)
    line = source_line(warehouse().build, ask(snapshots), t)
    credit = outlines_line(ask(snapshots), t) if outlines else ""
    return Words(title, subtitle, line, hint, outlines=credit, dated=dated)


def figure(
    drawing: go.Figure,
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    alt: str,
    whole: Whole | None = None,
    embedded: bool = True,
) -> None:
    """Draw a figure: its words, the drawing alone, then source, table and what to take along.

    Args:
        drawing: the figure, as the modules of samspil.present.plot give it.
        words: its title, subtitle and source.
        data: the numbers behind it, with the headings that readers see.
        key: identifies the figure on its page.
        stem: the file name of downloads, without ending.
        alt: what a reader who does not see the figure needs to know.
        whole: all that the numbers are a part of, where they are.
        embedded: as `footer` takes it.
    """
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        canvas(drawing, key=key, alt=alt)
        footer(words, data, key=key, stem=stem, drawn=lambda: drawing, alt=alt, whole=whole,
               embedded=embedded)  # fmt: skip


def markup(
    template: str,
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    drawn: Callable[[], go.Figure],
    whole: Whole | None = None,
    embedded: bool = True,
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
        whole: all that the numbers are a part of, where they are.
        embedded: as `footer` takes it.
        values: what the template is filled with.
    """
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        show(template, **values)
        footer(words, data, key=key, stem=stem, drawn=drawn, whole=whole, embedded=embedded)


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


def table(
    data: pd.DataFrame,
    words: Words,
    *,
    key: str,
    stem: str,
    whole: Whole | None = None,
    **columns: object,
) -> None:
    """Show a table under its words, with source and what to take along.

    `whole` is all that it is a part of; `columns` say how Streamlit shows some of its columns.
    """
    with st.container(key=f"figure_{key}", gap="small"):
        show("card", words=words)
        _rows(data, words.title, columns)
        footer(words, data, key=key, stem=stem, whole=whole)


def footer(
    words: Words,
    data: pd.DataFrame,
    *,
    key: str,
    stem: str,
    drawn: Callable[[], go.Figure] | None = None,
    alt: str = "",
    whole: Whole | None = None,
    embedded: bool = True,
) -> None:
    """The line under a figure: source, a switch to the table, and all there is to take along.

    Args:
        words: its title, subtitle and source.
        data: the numbers behind it, with the headings that readers see.
        key: identifies the figure on its page.
        stem: the file name of downloads, without ending.
        drawn: gives the figure for its picture; called only when a reader asks for that.
        alt: what it shows, for those who do not see it.
        whole: all that the numbers are a part of, where they are.
        embedded: whether other sites can show just this, if they can show the figure at all.
    """
    t, build, places = translate(), warehouse().build, ask(municipalities)
    title, place = alone(words.title, data, places["name"], build.newest_year, t)
    cited = cite(
        replace(words, title=title),
        build,
        ask(snapshots),
        address.lasting(),
        opened().edition,
        coverage=_coverage(words, _named(words.title)),
        about=measured(words, t),
    )
    along = Along(
        key=key,
        stem=whole_stem(stem, "danmark" if place else "", build.newest_year),
        finding=words.title,
        rows=data,
        cited=cited,
        shown=Shown(drawn, alt or words.subtitle) if drawn else None,
        whole=whole,
        embed=code_of(key, title) if embedded else "",
        all_known=_coverage(words, {}) if whole else "",
    )
    _footer(words, along, opened())


def _named(title: str) -> dict[str, str]:
    """The codes of the municipalities that a title names, by their names."""
    places = ask(municipalities)
    codes = dict(zip(places["name"], places["code"], strict=True))
    named = named_in(title, codes)
    return {name: code for name, code in codes.items() if name in named}


def _coverage(words: Words, named: dict[str, str]) -> str:
    """How much is known of these municipalities, and of the country where there are none."""
    t, year = translate(), warehouse().build.newest_year
    if words.others:
        return coverage.of_published(t)
    levels = {name: ask(queries.marks, code, year)["level"] for name, code in named.items()}
    said = (
        coverage.of_municipalities(levels, t)
        if named
        else coverage.of_country(ask(queries.known_facts), t)
    )
    return coverage.besides_dated(said, t) if words.dated else said


@st.fragment
def _footer(words: Words, along: Along, read: Opened) -> None:
    """As `footer`; a fragment, so that opening the table or the downloads redraws nothing else.

    It runs again without the script around it, and so is given what it reads.
    """
    t, key = translate(), along.key
    with st.container(key=f"foot_{key}", horizontal=True, vertical_alignment="center"):
        show("source", source=t("Kilde: {source}").format(source=words.sources))
        as_table = along.shown is not None and st.toggle(t("Vis tabel"), key=f"{key}_table")
        asked = st.button(t("Del og hent"), key=f"{key}_share", type="tertiary")
    if as_table:
        _rows(_sorted(along.rows, key), words.title, {})
    if asked:
        with reading(read):
            st.dialog(t("Del og hent"), width="medium")(downloads)(along)


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
