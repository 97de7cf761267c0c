"""A municipality against others: its groups, the reader's own choice, criterion by criterion."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.state import ask, translate, vocabulary, warehouse
from components.text import facts, plain
from samspil.analysis import benchmark
from samspil.present.address import PARAMETERS
from samspil.present.export import file_stem
from samspil.present.groups import group_title
from samspil.present.i18n import Translator
from samspil.present.sentences import municipality as sentences
from samspil.present.tables import standing as tables
from samspil.warehouse import queries

SIMILAR, CHOSEN, AGAINST = "lignende", "egne", "mod"
HOW_MANY = PARAMETERS[SIMILAR].allowed
SIMILAR_GROUP = PARAMETERS[AGAINST].default


def _stem(name: str, what: str) -> str:
    return file_stem(name, what, warehouse().build.built_at.date())


def _choices(code: str, t: Translator) -> tuple[int, tuple[str, ...]]:
    """How many similar municipalities, and which others, the reader wants to compare with."""
    places = ask(queries.municipalities)
    names = dict(zip(places["code"], places["name"], strict=True))
    counts = {n: t("de {n} kommuner, der ligner mest").format(n=n) for n in HOW_MANY}
    similar = int(address.choice(t("Lignende kommuner"), counts, SIMILAR))
    address.follow(CHOSEN, names)
    del names[code]
    st.session_state[CHOSEN] = [c for c in st.session_state[CHOSEN] if c != code]
    placeholder = t("Vælg mindst fem for at få en median")
    chosen = address.several(t("Dit eget valg af kommuner"), names, CHOSEN, placeholder)
    return similar, tuple(chosen)


def standing(name: str, code: str, t: Translator) -> None:
    """Against every group, then criterion by criterion against one of them."""
    similar, chosen = _choices(code, t)
    year = warehouse().build.newest_year
    rows = ask(benchmark.standing, code, year, similar, chosen)
    groups = {group.id: group for group in ask(benchmark.groups, code, similar, chosen)}
    titles = {id_: group_title(group, vocabulary(), t) for id_, group in groups.items()}
    _against_groups(name, rows[rows["dimension"] == "total"], titles, t)
    offered = {SIMILAR_GROUP: titles[SIMILAR_GROUP]} | titles
    against = groups[address.choice(t("Kriterium for kriterium mod"), offered, AGAINST)]
    _best(titles[against.id], against.members, t)
    _gaps(name, code, titles[against.id], against.members)


def _against_groups(name: str, rows: pd.DataFrame, titles: dict[str, str], t: Translator) -> None:
    title = t("{name} og andre: dokumenterede point i alt").format(name=name)
    shown = tables.against_groups(name, rows, titles, t)
    table(shown, words(title, ""), key="stilling", stem=_stem(name, "sammenlignet"))
    st.caption(sentences.standing_rules(warehouse().build.minimum_coverage, t))


def _best(group: str, members: tuple[str, ...], t: Translator) -> None:
    """Of whom in the group most is documented."""
    rows = ask(benchmark.best_documented, warehouse().build.newest_year, members)
    if rows.empty:
        st.markdown(t("Der er intet kendt om nogen af dem."))
        return
    st.markdown(t("Mest dokumenteret blandt {group}:").format(group=plain(group.lower())))
    facts(sentences.best_documented(rows, t))


def _gaps(name: str, code: str, group: str, members: tuple[str, ...]) -> None:
    """What the others in the group do that this municipality does not."""
    t = translate()
    rows = ask(benchmark.gaps, code, warehouse().build.newest_year, members)
    title = t("{name} og {group}, kriterium for kriterium").format(name=name, group=group.lower())
    stem = _stem(name, "kriterier-mod-gruppen")
    table(tables.gaps(name, rows, t), words(title, ""), key="mod_gruppen", stem=stem)
