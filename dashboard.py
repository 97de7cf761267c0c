"""The entry point: navigation, the municipality picker, the language and the footer; no logic."""

import streamlit as st

from components import address
from components.page_language import set_page_language
from components.state import (
    LANGUAGE,
    MUNICIPALITY,
    OPEN,
    ask,
    language,
    open_municipality,
    translate,
    warehouse,
)
from samspil.i18n import LANGUAGES, Translator
from samspil.present.html import STYLE
from samspil.queries import municipalities, snapshots
from samspil.warehouse import NoBuildError, WarehouseError

LANGUAGE_NAMES = {"da": "Dansk", "en": "English"}


def choose_language() -> None:
    """The language switch; its choice stands in the address."""
    st.segmented_control(
        "Sprog / Language",
        LANGUAGES,
        format_func=LANGUAGE_NAMES.get,
        required=True,
        key=LANGUAGE,
        label_visibility="collapsed",
        persist_state="session",
    )
    address.put(LANGUAGE, LANGUAGES[0])


def choose_municipality(t: Translator, opens: bool) -> None:
    """The municipality picker; its choice stands in the address as the municipality's code."""
    names = ask(municipalities).set_index("code")["name"]
    if not address.take(MUNICIPALITY, names.index):
        st.info(t("Adressen nævner en kommune, der ikke findes. Vælg en på listen."))
    st.selectbox(
        t("Vælg kommune"),
        list(names.index),
        format_func=names.to_dict().get,
        placeholder=t("Skriv eller vælg en kommune"),
        key=MUNICIPALITY,
        on_change=open_municipality if opens else None,
        persist_state="session",
    )
    address.put(MUNICIPALITY)


def footer(t: Translator) -> None:
    """What the numbers on every page rest on."""
    build = warehouse().build
    read_on = ask(snapshots).set_index("name").loc["evidence.csv", "retrieved_at"]
    st.divider()
    facts = t("Data læst {day} · metode {method} · bygning {build}.").format(
        day=t.date(read_on.date()), method=build.codebook_version, build=build.id
    )
    st.caption(f"{facts} {t('Tallene er det, offentlige sider dokumenterer: ukendt er ikke nul.')}")


def unavailable(t: Translator, error: WarehouseError) -> None:
    """A friendly page while there is no build that can be read."""
    st.title("Samspil")
    if isinstance(error, NoBuildError):
        st.info(t("Der er ingen data endnu. Byg dem med kommandoen:"))
    else:
        st.info(t("Data er bygget af en anden udgave af Samspil. Byg dem igen med kommandoen:"))
    st.code("python -m etl build", language=None)


def main() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="Samspil", layout="wide")
    st.html(STYLE)
    address.begin()
    address.take(LANGUAGE, LANGUAGES, LANGUAGES[0])
    t = translate()
    pages = {
        "overview": st.Page(
            "pages/overview.py", title=t("Overblik"), url_path="overblik", default=True
        ),
        "municipality": st.Page("pages/municipality.py", title=t("Kommunen"), url_path="kommunen"),
        "rankings": st.Page("pages/rankings.py", title=t("Ranglisten"), url_path="ranglisten"),
        "trends": st.Page("pages/trends.py", title=t("Udvikling"), url_path="udvikling"),
        "criteria": st.Page("pages/criteria.py", title=t("Kriterier"), url_path="kriterier"),
        "evidence": st.Page(
            "pages/evidence.py", title=t("Dokumentation"), url_path="dokumentation"
        ),
        "compare": st.Page("pages/compare.py", title=t("Sammenlign"), url_path="sammenlign"),
        "changes": st.Page("pages/changes.py", title=t("Hvad er ændret"), url_path="aendret"),
        "method": st.Page("pages/method.py", title=t("Metode"), url_path="metode"),
    }
    page = st.navigation(list(pages.values()), position="top")
    try:
        warehouse()
    except WarehouseError as error:
        unavailable(t, error)
        return
    if st.session_state.pop(OPEN, False) and page != pages["municipality"]:
        st.switch_page(pages["municipality"])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_municipality(t, opens=page == pages["overview"])
        choose_language()
    set_page_language(language())
    page.run()
    footer(t)


main()
