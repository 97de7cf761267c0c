"""A municipality against others: its groups, the reader's own choice, criterion by criterion."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.state import ask, translate, warehouse
from components.text import plain
from samspil.analysis import benchmark
from samspil.present.address import PARAMETERS
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.wording import interval_text, level_name, reason_text
from samspil.warehouse import queries

SIMILAR, CHOSEN, AGAINST = "lignende", "egne", "mod"
HOW_MANY = PARAMETERS[SIMILAR].allowed


def _stem(name: str, what: str) -> str:
    return file_stem(name, what, warehouse().build.built_at.date())


def _choices(code: str, t: Translator) -> tuple[int, tuple[str, ...]]:
    """How many similar municipalities, and which others, the reader wants to compare with."""
    places = ask(queries.municipalities)
    names = dict(zip(places["code"], places["name"], strict=True))
    counts = {n: t("de {n} mest lignende").format(n=n) for n in HOW_MANY}
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
    _against_groups(name, rows[rows["dimension"] == "total"], t)
    groups = {g.id: g for g in ask(benchmark.groups, code, similar, chosen)}
    labels = {g.id: g.name_da if t.language == "da" else g.name_en for g in groups.values()}
    first = "similar"
    labels = {first: labels[first]} | labels
    against = groups[address.choice(t("Kriterium for kriterium mod"), labels, AGAINST)]
    _best(labels[against.id], against.members, t)
    _gaps(name, code, labels[against.id], against.members)


def _against_groups(name: str, rows: pd.DataFrame, t: Translator) -> None:
    shown = pd.DataFrame(
        {
            t("Sammenlignet med"): t.texts(rows, "name"),
            t("Kommuner"): rows["members"],
            name: rows["documented"].round(1),
            t("Gruppens median"): rows["median"].astype(float).round(1),
            t("Nederste fjerdedel"): rows["q1"].astype(float).round(1),
            t("Øverste fjerdedel"): rows["q3"].astype(float).round(1),
            t("Kendt i gruppen, pct."): (100 * rows["median_coverage"].astype(float)).round(0),
            t("Percentil"): rows["percentile"].astype(float).round(0),
            t("Bemærk"): [reason_text(reason, t) for reason in rows["reason"]],
        }
    )
    title = t("{name} og andre: dokumenterede point i alt").format(name=name)
    table(shown, words(title, ""), key="stilling", stem=_stem(name, "sammenlignet"))
    st.caption(
        t("Gruppens tal er de andre kommuner. Lignende kommuner er fundet på indbyggertal, "
          "tæthed og befolkningsudvikling siden 2007. Percentilen gives kun, når kommunen og "
          "mindst fem andre har mindst {share} kendt i gennemsnit af de tre dimensioner.").format(
            share=t.percent(warehouse().build.minimum_coverage))
    )  # fmt: skip


def _best(group: str, members: tuple[str, ...], t: Translator) -> None:
    """Of whom in the group most is documented."""
    rows = ask(benchmark.best_documented, warehouse().build.newest_year, members)
    if rows.empty:
        st.markdown(t("Om ingen af dem er noget kendt."))
        return
    listed = [f"- **{plain(row['name'])}**: {plain(interval_text(row, t))}"
              for row in rows.to_dict("records")]  # fmt: skip
    heading = t("Bedst dokumenteret blandt {group}:").format(group=plain(group.lower()))
    st.markdown("\n".join([heading, "", *listed]))


def _gaps(name: str, code: str, group: str, members: tuple[str, ...]) -> None:
    """What the others in the group do that this municipality does not."""
    t = translate()
    rows = ask(benchmark.gaps, code, warehouse().build.newest_year, members)
    few = t("for få belyst")
    shown = pd.DataFrame(
        {
            t("Kriterium"): t.texts(rows, "name"),
            name: [level_name(level, t) for level in rows["level"]],
            t("Opfyldt i gruppen"): [
                few if pd.isna(share) else t.percent(share) for share in rows["share_met"]
            ],
            t("Belyst i gruppen"): rows["known"],
        }
    )
    title = t("{name} og {group}, kriterium for kriterium").format(name=name, group=group.lower())
    table(shown, words(title, ""), key="mod_gruppen", stem=_stem(name, "kriterier-mod-gruppen"))
