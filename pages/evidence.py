"""Dokumentation: every cell as one picture, the records behind each, and where they disagree."""

import pandas as pd
import streamlit as st

from components import address, cells
from components.figure import figure, footer, table, words
from components.newsroom import newsroom
from components.part import part
from components.release import with_notices
from components.state import ask, chosen_municipality, once, opened, translate, warehouse
from components.text import show
from samspil.analysis import documentation
from samspil.model.codebook import SOURCE_KINDS
from samspil.present import whole
from samspil.present.address import ANY
from samspil.present.cell import cell, legend
from samspil.present.export import file_stem
from samspil.present.figures.cells import Cells, compact, describe, said
from samspil.present.i18n import Translator
from samspil.present.links import lost
from samspil.present.plot.bars import bars
from samspil.present.plot.cells import heat_map
from samspil.present.sentences import evidence as sentences
from samspil.present.tables import evidence as tables
from samspil.present.wording import level_name, source_kind_name, year_name
from samspil.warehouse import queries

UNDATED, SEARCH = "udateret", "tekst"
ORDER, CELL_PLACE, CELL_CRITERION = "orden", "celle_kommune", "celle_kriterium"


def stem(what: str) -> str:
    """A file name with the date of the build."""
    return file_stem("dokumentation", what, warehouse().build.built_at.date())


def order_of(t: Translator) -> str:
    """In which order the reader wants the municipalities; similarity needs a chosen one."""
    names = {
        "dokumenteret": t("mest dokumenteret"),
        "region": t("region"),
        "navn": t("navn"),
        "ukendt": t("mest ukendt"),
    }
    if own := chosen_municipality():
        name = ask(documentation.places, warehouse().build.newest_year).set_index("code")["name"]
        names[documentation.ALIKE] = t("ligner {name}").format(name=name[own])
    return address.choice(t("Sortér kommuner efter"), names, ORDER)


def described(order: str, t: Translator) -> tuple[Cells, dict, pd.DataFrame]:
    """The picture in that order: as it is described, as a browser is sent it, and as a table."""
    year, own = warehouse().build.newest_year, chosen_municipality()
    alike: list[str] = []
    if order == documentation.ALIKE and own:
        alike = [own, *ask(queries.most_similar, own, len(ask(queries.municipalities)))]
    places = documentation.ordered(ask(documentation.places, year), order, alike)
    rows, criteria = ask(documentation.cells, year), ask(queries.criteria)
    group = "region" if order == "region" else ""
    key = ("cells", order, own if alike else "", t.language)

    def make(_: object) -> tuple[Cells, dict, pd.DataFrame]:
        drawn = describe(rows, places, criteria, t, group=group)
        return drawn, compact(drawn) | {"said": said(t)}, tables.cells(drawn, t)

    return once(make, *key)


def picture(opened: str | None, t: Translator) -> None:
    """All cells, above everything else: the finding, the order, the signs, the picture.

    `opened` is the cell whose records are shown, as code.criterion.
    """
    facts, own = ask(queries.known_facts), chosen_municipality()
    with st.container(key="cells_head", horizontal=True):
        with st.container(key="cells_title", gap="xxsmall"):
            st.title(sentences.finding(facts, t))
            many = len(ask(queries.municipalities))
            show("small", says=sentences.what_a_cell_is(facts, many, t))
        with st.container(width=220):
            order = order_of(t)
    drawn, sent, data = described(order, t)
    show("cells_legend", rows=legend(t))
    cells.picture(sent, t, key="celler", chosen=own, opened=opened, on_open=open_cell)
    wording = words(sentences.finding(facts, t), sentences.what_is_drawn(t))
    footer(wording, data, key="celler", stem=stem("celler"),
           drawn=lambda: heat_map(drawn, wording, t, selected=own))  # fmt: skip


def open_cell(place: str, criterion: str) -> None:
    """Show the records of the cell that was clicked; the address then names it."""
    st.session_state[CELL_PLACE], st.session_state[CELL_CRITERION] = place, criterion


def records_of_cell(t: Translator) -> str | None:
    """The records of one cell, chosen in the picture or by name; which it is, if any."""
    criteria = ask(queries.criteria)
    places = ask(queries.municipalities).set_index("code")["name"].to_dict()
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    with st.container(key="cells_pick", horizontal=True):
        code = address.choice(t("Se kilden: kommune"), {ANY: t("Vælg")} | places, CELL_PLACE)
        id_ = address.choice(t("og kriterium"), {ANY: t("Vælg")} | names, CELL_CRITERION)
    if ANY in (code, id_):
        return None
    marks = ask(queries.marks, code, warehouse().build.newest_year)
    (mark,) = marks[marks["criterion"] == id_].to_dict("records")
    rows = with_notices(ask(queries.records, code), "id")
    found = cell(mark, code, places[code], rows[rows["criterion"] == id_].to_dict("records"), t)
    show("cell", cell=f"{code}.{id_}", **found)
    return f"{code}.{id_}"


def searched(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that hold the text that the reader looks for; the text stands in the address."""
    t = translate()
    text = address.search(t("Søg i noter, navne og adresser"), SEARCH)
    return rows[documentation.found_in(rows, text)] if text else rows


def filtered(records: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The records that the reader's choices keep."""
    rows, everything = searched(records), {ANY: t("Alle")}
    if own := chosen_municipality():
        name = records.loc[records["code"] == own, "name"].head(1).tolist()
        options = {ANY: t("Hele landet"), "valgte": name[0] if name else t("Den valgte kommune")}
        if address.choice(t("Kommune"), options, "hvem") != ANY:
            rows = rows[rows["code"] == own]
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    levels = {str(level): level_name(level, t) for level in (2, 1, 0)}
    kinds = {kind: source_kind_name(kind, t) for kind in SOURCE_KINDS}
    years = sorted(records["year"].dropna().unique(), reverse=True)
    dated = {UNDATED: t("uden årstal")} | {str(year): str(year) for year in years}
    with st.container(horizontal=True):
        for field, label, options in (
            ("criterion", t("Kriterium"), names),
            ("level", t("Vurdering"), levels),
            ("source_kind", t("Kildetype"), kinds),
            ("year", t("År"), dated),
        ):
            chosen = address.choice(label, everything | options, f"kun_{field}")
            if chosen == UNDATED:
                rows = rows[rows["year"].isna()]
            elif chosen != ANY:
                rows = rows[rows[field].astype("string") == chosen]
    return rows


def unknown(t: Translator) -> None:
    """Municipality by criterion as a table."""
    cells = ask(documentation.matrix, warehouse().build.newest_year)
    title = t("Kommune for kommune, kriterium for kriterium")
    table(once(lambda _: tables.matrix(cells, ask(queries.criteria), t), "matrix", t.language),
          words(title, sentences.signs(t)), key="vurderinger", stem=stem("vurderinger"))  # fmt: skip


def age(t: Translator) -> None:
    """How old the evidence is."""
    rows = ask(documentation.ages)
    labels = [year_name(year, t) for year in rows["year"]]
    wording = words(
        t("Hvor gammel er dokumentationen?"),
        t(
            "Oplysninger efter det år, kilden handler om. Kilder uden årstal tæller kun i det nyeste "
            "år."
        ),
    )
    figure(
        once(lambda _: bars(labels, rows["records"], t("oplysninger"), wording, t),
             "ages", t.language),
        wording,
        tables.ages(rows, t),
        key="alder",
        stem=stem("alder"),
        alt=t("Søjlediagram over oplysninger år for år."),
    )  # fmt: skip


def disagreements(t: Translator) -> None:
    """Cells whose sources disagree, and what the rules made of it."""
    rows = ask(documentation.conflicts)
    wording = words(t("Hvor kilderne ikke er enige"), sentences.conflicts(rows, t))
    table(once(lambda _: tables.conflicts(rows, t), "conflicts", t.language), wording,
          key="uenighed", stem=stem("uenighed"))  # fmt: skip


def addresses(t: Translator) -> None:
    """Records whose address no longer leads to what was read there, once addresses were asked."""
    rows = documentation.lost(ask(queries.records))
    if rows.empty:
        return
    wording = words(t("Adresser, der ikke længere fører til kilden"), sentences.lost(rows, t))
    link = {t(name): st.column_config.LinkColumn(t(name)) for name in ("Kilde", "Fører nu til")}
    table(lost(rows, t), wording, key="adresser", stem=stem("adresser"), **link)


def find(t: Translator) -> None:
    """Every record, by search and filter; all of them only where the reader asks for that."""
    st.header(t("Find en oplysning"))
    records = ask(queries.records)
    rows = filtered(records, t)
    st.markdown(sentences.how_many(len(rows), len(records), t))
    if rows.empty:
        st.info(t("Ingen oplysninger passer til dine valg. Fjern et af dem."))
        return
    narrowed = len(rows) < len(records)
    if not narrowed and not st.toggle(t("Vis dem alle i en tabel"), key="alle_oplysninger"):
        return
    link = {t("Kilde"): st.column_config.LinkColumn(t("Kilde"))}
    table(tables.records(with_notices(rows, "id"), t), words(t("Oplysningerne bag vurderingerne"), ""),
          key="oplysninger", stem=stem("oplysninger"), whole=whole.records(opened().corrected, t), **link)  # fmt: skip


def main() -> None:
    """The page."""
    t = translate()
    above, below = st.container(), st.container()
    with below:  # first, since the picture marks the cell that the address names
        opened = records_of_cell(t)
    with above:
        picture(opened, t)
    find(t)
    part(lambda: newsroom(t))
    unknown(t)
    age(t)
    addresses(t)
    disagreements(t)


main()
