"""A municipality against others: strip by strip, of whom most is documented, and by criterion."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import address
from components.figure import markup, words
from components.state import ask, translate, vocabulary, warehouse
from components.text import show
from samspil.analysis import benchmark
from samspil.analysis.benchmark import Group
from samspil.present import whole
from samspil.present.address import PARAMETERS
from samspil.present.export import file_stem
from samspil.present.figures.gaps import columns
from samspil.present.figures.strip import strips
from samspil.present.groups import group_name, group_title
from samspil.present.i18n import Translator
from samspil.present.leaders import leaders
from samspil.present.plot.gaps import gap_bars
from samspil.present.plot.strip import strip_plot
from samspil.present.sentences import municipality as sentences
from samspil.present.tables import standing as tables
from samspil.warehouse import queries

SIMILAR, CHOSEN, AGAINST = "lignende", "egne", "mod"
HOW_MANY = PARAMETERS[SIMILAR].allowed
SIMILAR_GROUP = PARAMETERS[AGAINST].default


@dataclass(frozen=True)
class Compared:
    """The municipality, the groups it can be compared with, and the one that was chosen.

    rows: as `benchmark.standing` gives them, of all groups. titles: of the groups by id. called:
    the chosen group inside a sentence.
    """

    code: str
    name: str
    group: Group
    called: str
    rows: pd.DataFrame
    titles: dict[str, str]


def standing(name: str, code: str, t: Translator) -> None:
    """Against one group: strips, of whom most is documented, then criterion by criterion."""
    compared = _chosen(name, code, t)
    with st.container(key="split", horizontal=True):
        with st.container(key="split_main"):
            _strips(compared, t)
        with st.container(key="split_side"):
            _leaders(compared, t)
    _gaps(compared, t)


def _stem(name: str, what: str) -> str:
    return file_stem(name, what, warehouse().build.built_at.date())


def _chosen(name: str, code: str, t: Translator) -> Compared:
    """Ask whom to compare with: a group, how many similar ones, the reader's own choice."""
    with st.container(key="against", horizontal=True, vertical_alignment="bottom"):
        group = st.container(width=280)
        with st.container(width=220):
            counts = {n: t("de {n} kommuner, der ligner mest").format(n=n) for n in HOW_MANY}
            similar = int(address.choice(t("Lignende kommuner"), counts, SIMILAR))
        with st.container(width=380):
            own = _own_choice(code, t)
    groups = {group.id: group for group in ask(benchmark.groups, code, similar, own)}
    titles = {id_: group_title(group, vocabulary(), t) for id_, group in groups.items()}
    with group:
        offered = {SIMILAR_GROUP: titles[SIMILAR_GROUP]} | titles
        against = groups[address.choice(t("Sammenlign med"), offered, AGAINST)]
    rows = ask(benchmark.standing, code, warehouse().build.newest_year, similar, own)
    called = group_name(against, vocabulary(), t)
    return Compared(code, name, against, called, rows, titles)


def _own_choice(code: str, t: Translator) -> tuple[str, ...]:
    """The others that the reader chose."""
    places = ask(queries.municipalities)
    names = dict(zip(places["code"], places["name"], strict=True))
    address.follow(CHOSEN, names)
    del names[code]
    st.session_state[CHOSEN] = [c for c in st.session_state[CHOSEN] if c != code]
    placeholder = t("Vælg mindst fem for at få en median")
    return tuple(address.several(t("Dit eget valg af kommuner"), names, CHOSEN, placeholder))


def _strips(compared: Compared, t: Translator) -> None:
    """The municipality among the others of the group, on the total and the dimensions."""
    name, group = compared.name, compared.group
    own = compared.rows[compared.rows["group_id"] == group.id]
    scores, dimensions = ask(queries.scores, warehouse().build.newest_year), ask(queries.dimensions)
    drawn = strips(scores, own, dimensions, t, code=compared.code, members=group.members)
    wording = words(
        sentences.among(name, compared.called, drawn[0], t),
        sentences.above_and_below(drawn[0], t),
    )
    markup(
        "strip",
        wording,
        tables.against_groups(name, compared.rows, compared.titles, dimensions, t),
        key="stilling",
        stem=_stem(name, "sammenlignet"),
        drawn=lambda: strip_plot(drawn, name, compared.titles[group.id], wording, t),
        whole=whole.scores(t),
        strips=drawn,
        key_=sentences.strip_key(name, t),
    )
    st.caption(sentences.standing_rules(warehouse().build.minimum_coverage, t))


def _leaders(compared: Compared, t: Translator) -> None:
    """Of whom in the group most is documented, and by what."""
    year = warehouse().build.newest_year
    best = ask(benchmark.best_documented, year, compared.group.members)
    met = ask(benchmark.met_by, year, tuple(best["code"]))
    marks = ask(queries.marks, compared.code, year)
    show(
        "leaders",
        title=t("Mest dokumenteret blandt {group}").format(group=compared.called),
        nobody=t("Der er intet kendt om nogen af dem."),
        leaders=leaders(best, met, marks, ask(queries.dimensions), t),
        note=t(
            "Opfyldte kriterier. Fed: ikke dokumenteret opfyldt i {name}. Mest dokumenteret er "
            "ikke det samme som bedst: det ukendte tæller ikke med."
        ).format(name=compared.name),
    )


def _gaps(compared: Compared, t: Translator) -> None:
    """What the others in the group do that this municipality does not."""
    t, year, group = translate(), warehouse().build.newest_year, compared.group
    rows = ask(benchmark.gaps, compared.code, year, group.members)
    marks = ask(queries.marks, compared.code, year).to_dict("records")
    parts = columns(rows, marks, ask(queries.dimensions), len(group.members), t)
    wording = words(
        sentences.gaps(compared.name, compared.called, t), sentences.gaps_key(compared.name, t)
    )
    markup(
        "gaps",
        wording,
        tables.gaps(compared.name, rows, t),
        key="mod_gruppen",
        stem=_stem(compared.name, "kriterier-mod-gruppen"),
        drawn=lambda: gap_bars([gap for part in parts for gap in part["gaps"]], wording, t),
        whole=whole.cells(t),
        parts=parts,
    )
