"""Ranglisten: who has a rank on the reader's own terms, always with its band, and who has none."""

from functools import partial

import pandas as pd
import streamlit as st

from components import address
from components.figure import markup, table, words
from components.state import ask, chosen_municipality, translate, vocabulary, warehouse
from components.text import plain, show
from components.weighing import set_terms, terms_of
from samspil.analysis.lacking import lacking
from samspil.model.ranking import (
    TOTAL,
    Terms,
    default_terms,
    ranked_codes,
    ranking,
    ranking_drivers,
    with_default_weights,
)
from samspil.model.scoring import WeightError
from samspil.present import ranking as shown
from samspil.present.address import ANY, PARAMETERS, text_of
from samspil.present.answers import best_reason, best_title
from samspil.present.export import file_stem
from samspil.present.figures import ranking as figures
from samspil.present.i18n import Translator
from samspil.present.plot import ranking as plot
from samspil.present.sentences import rankings as sentences
from samspil.present.tables import rankings as tables
from samspil.present.whole import Whole
from samspil.warehouse import queries

SIZES = {"under-30": (0, 30_000), "30-60": (30_000, 60_000), "60-100": (60_000, 100_000),
         "over-100": (100_000, 10**9)}  # fmt: skip
SHARES = PARAMETERS["kendt"].allowed[1:]
LONGEST_STEM = 60
"""Characters of the reader's weights in a file name."""


def kept(total: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The rows that the reader's filters keep; ranks stay those of the whole country."""
    places = ask(queries.municipalities).set_index("code")
    rows = total.join(places[["region", "landsdel", "kommunegruppe", "population"]], on="code")
    everything, named = {ANY: t("Alle")}, vocabulary()
    for field, label in (
        ("region", t("Region")),
        ("landsdel", t("Landsdel")),
        ("kommunegruppe", t("Kommunegruppe")),
    ):
        values = {value: named.group(value) for value in sorted(places[field].unique())}
        chosen = address.choice(label, everything | values, field)
        if chosen != ANY:
            rows = rows[rows[field] == chosen]
    sizes = {
        "under-30": t("under 30.000 indbyggere"),
        "30-60": t("30.000–60.000 indbyggere"),
        "60-100": t("60.000–100.000 indbyggere"),
        "over-100": t("over 100.000 indbyggere"),
    }
    size = address.choice(t("Størrelse"), everything | sizes, "indbyggere")
    if size != ANY:
        low, high = SIZES[size]
        rows = rows[(rows["population"] >= low) & (rows["population"] < high)]
    stages = ask(queries.stages)
    steps = {str(s["stage"]): t("mindst trin {n}: {name}").format(
        n=s["stage"], name=t.pick(s, "name")) for s in stages.to_dict("records")[1:]}  # fmt: skip
    step = address.choice(t("Modenhedstrin"), everything | steps, "trin")
    if step != ANY:
        rows = rows[rows["stage_low"] >= int(step)]
    shares = {share: t("mindst {share} kendt").format(share=t.percent(float(share)))
              for share in SHARES}  # fmt: skip
    share = address.choice(t("Kendt"), everything | shares, "kendt")
    if share != ANY:
        rows = rows[rows["coverage"].round(9) >= float(share)]
    return rows


def ordered(rows: pd.DataFrame, scores: pd.DataFrame, t: Translator) -> tuple[pd.DataFrame, str]:
    """The rows in the order that the reader chose, and what it is called where it is not ranks."""
    dimensions = ask(queries.dimensions)
    orders = {
        "placering": t("Placering"),
        "dokumenteret": t("Mest dokumenteret (ikke en placering)"),
        **{d["id"]: t("Dokumenteret: {name}").format(name=t.pick(d, "name").lower())
           for d in dimensions.to_dict("records")},
        "kendt_andel": t("Hvor meget der er kendt"),
        "navn": t("Navn"),
    }  # fmt: skip
    order = address.choice(t("Sortér efter"), orders, "sorter")
    if order in set(dimensions["id"]):
        part = scores[scores["dimension"] == order].set_index("code")["documented"]
        rows = rows.assign(key=rows["code"].map(part))
        return rows.sort_values("key", ascending=False, kind="stable"), orders[order]
    by = {"placering": ["rank", "documented"], "dokumenteret": ["documented"],
          "kendt_andel": ["coverage"], "navn": []}[order]  # fmt: skip
    if by:
        rows = rows.sort_values(by, ascending=[name == "rank" for name in by], kind="stable")
    return rows, "" if order == "placering" else orders[order]


def changes(terms: Terms, t: Translator) -> list[sentences.Change]:
    """What the reader's terms change."""
    names = {
        row["id"]: t.pick(row, "name")
        for rows in (ask(queries.dimensions), ask(queries.criteria))
        for row in rows.to_dict("records")
    }
    return sentences.changes(terms, ask(default_terms), names, t)


def stem(what: str, terms: Terms) -> str:
    """A file name that tells the year and what the reader changed."""
    default = ask(default_terms)
    usual = dict(default.dimensions) | dict(default.criteria)
    weights = dict(terms.dimensions) | dict(terms.criteria)
    said = []
    if weights != usual:
        text = text_of(PARAMETERS["vaegt"], weights, usual)
        said.append(f"egne-vaegte-{text if len(text) <= LONGEST_STEM else ''}")
    if terms.horizon != default.horizon:
        said.append(f"horisont-{terms.horizon or ANY}")
    return file_stem("danmark", what, str(terms.year), *said, warehouse().build.built_at.date())


def banner(own: str, t: Translator) -> None:
    """Over the list: what was changed, and one click back."""
    with st.container(key="own_terms", horizontal=True, vertical_alignment="center"):
        show("changed", term=t("Egne valg."), says=own)
        usual = partial(set_terms, ask(default_terms))
        st.button(t("Tilbage til standard"), on_click=usual, key="usual_terms")


def show_ranked(
    rows: pd.DataFrame, order: str, scores: pd.DataFrame, terms: Terms, t: Translator
) -> None:
    """The ranked ones as a figure; its table holds those without a rank, too."""
    total = scores[scores["dimension"] == TOTAL]
    equal = ask(ranking, ask(with_default_weights, terms)).query("dimension == @TOTAL")
    found = changes(terms, t)
    headed = partial(
        tables.ranking, scores=scores, equal=equal, t=t, dimensions=ask(queries.dimensions),
        stages=ask(queries.stages), own_terms=sentences.own_terms(found, t),
    )  # fmt: skip
    before = equal.set_index("code")["rank"].to_dict()
    figure = figures.ranked(rows, before, chosen_municipality())
    if not figure.rows:
        st.info(sentences.nobody(t))
        return
    minimum = warehouse().build.minimum_coverage
    said = sentences.subtitle(figure, equal["code"].nunique(), minimum, order, t)
    title = t("Kommunernes placering {year}").format(year=terms.year)
    wording = words(sentences.title(title, found, t), said)
    markup(
        "ranking",
        wording,
        headed(rows),
        key="rangliste",
        stem=stem("rangliste", terms),
        drawn=lambda: plot.bands(figure, wording, t),
        whole=Whole(
            stem("rangliste-alle", terms),
            sentences.title(
                t("Alle kommuner på ranglisten {year}").format(year=terms.year), found, t
            ),
            lambda _: headed(total),
            (terms,),
        ),
        embedded=terms == ask(default_terms) and len(rows) == len(total) and not order,
        **shown.markup(figure, wording.title, t),
    )


def show_own(rows: pd.DataFrame, terms: Terms, t: Translator) -> None:
    """Why the reader's municipality has no rank, where it has none."""
    own = rows[rows["rank"].isna() & rows["code"].eq(chosen_municipality())]
    for row in own.to_dict("records"):
        few, minimum = ask(lacking, terms)[row["code"]], warehouse().build.minimum_coverage
        show("said", term=row["name"], says=sentences.own_without_rank(row, few, minimum, t))


def show_unranked(rows: pd.DataFrame, terms: Terms, t: Translator) -> None:
    """Those without a rank, folded; the list is no ranking."""
    count = int(rows["rank"].isna().sum())
    if not count:
        return
    fold = st.expander(
        sentences.unranked_title(count, t),
        expanded=count == len(rows),
        key="uden_placering_fold",
        on_change="rerun",
    )
    show(
        "paper_list",
        title=sentences.unranked_title(count, t),
        lines=sentences.unranked_lines(rows, t),
    )
    if not fold.open:
        return
    minimum = warehouse().build.minimum_coverage
    title = t("Uden placering {year}, efter hvor meget der er dokumenteret")
    said = t(
        "Ingen rangliste: for lidt er kendt. En placering kræver, at mindst {share} er kendt i "
        "gennemsnit af de tre dimensioner. Den sidste talkolonne er, hvor få kriterier mere det "
        "kan nås med."
    ).format(share=t.percent(minimum))
    with fold:
        table(
            tables.unranked(rows, ask(lacking, terms), minimum, t),
            words(sentences.title(title.format(year=terms.year), changes(terms, t), t), said),
            key="uden_placering",
            stem=stem("uden-placering", terms),
        )


def show_drivers(terms: Terms, ranked: tuple[str, ...], t: Translator) -> None:
    """What moves the ranks most."""
    rows, criteria = ask(ranking_drivers, terms, ranked), ask(queries.criteria)
    if rows.empty:
        return
    found = figures.drivers(rows, criteria, t)
    names = {d["id"]: t.pick(d, "name") for d in ask(queries.dimensions).to_dict("records")}
    title = sentences.title(t("Hvad der flytter placeringerne"), changes(terms, t), t)
    wording = words(title, sentences.drivers(rows, criteria, t))
    markup(
        "drivers",
        wording,
        tables.drivers(found, t),
        key="drivere",
        stem=stem("placering-drivere", terms),
        drawn=lambda: plot.driver_bars(found, wording, t),
        rows=shown.driver_markup(found, names, t),
    )


def answers(terms: Terms, t: Translator) -> pd.DataFrame | None:
    """The scores on these terms; None, with a sentence, where all weights are zero."""
    try:
        scores = ask(ranking, terms)
    except WeightError:
        scores = pd.DataFrame({"dimension": []})
    if (scores["dimension"] == TOTAL).any():
        return scores
    st.title(t("Ranglisten"), anchor=False)
    st.warning(t("Mindst én dimension og ét kriterium i den skal have en vægt over 0."))
    return None


def main() -> None:
    """The page: the controls stand beside the list, and are read before what lies over it."""
    t = translate()
    head = st.container(key="ranking_head")
    with st.container(key="ranking"), st.container(key="split", horizontal=True):
        main_column, side = st.container(key="split_main"), st.container(key="split_side")
    with side:
        show("fold", label=t("Dine egne vægte"))
        with st.container(key="terms"):
            st.header(t("Dine egne vægte"), anchor=False)
            terms = terms_of(t)
    with head:
        scores = answers(terms, t)
        if scores is None:
            return
        total = scores[scores["dimension"] == TOTAL]
        st.title(plain(best_title(total, t)), anchor=False)
        st.markdown(plain(best_reason(t)))
        if own := sentences.own_terms(changes(terms, t), t):
            banner(own, t)
    with main_column:
        with st.expander(t("Vis kun nogle kommuner, eller sortér anderledes")):
            rows, order = ordered(kept(total, t), scores, t)
        if rows.empty:
            st.info(t("Ingen kommuner passer til dine valg. Fjern et af dem."))
        else:
            show_own(rows, terms, t)
            show_ranked(rows, order, scores, terms, t)
            show_unranked(rows, terms, t)
    show_drivers(terms, ranked_codes(scores), t)


main()
