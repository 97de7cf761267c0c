"""The entry point: navigation, the municipality picker, the language and the footer; no logic."""

import streamlit as st
from streamlit.navigation.page import Page

from components import address
from components.page_language import set_page_language
from components.state import (
    LANGUAGE,
    MUNICIPALITY,
    NEWEST,
    OPEN,
    ask,
    language,
    open_municipality,
    reading,
    translate,
    warehouse,
)
from samspil.present.address import PARAMETERS, Reading
from samspil.present.citation import read_on
from samspil.present.html import STYLE
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.pages import FRONT, menu
from samspil.warehouse.builds import (
    NoBuildError,
    OutdatedBuildError,
    PointerError,
    WarehouseError,
    explicit_database,
)
from samspil.warehouse.queries import municipalities, snapshots

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
    address.put(LANGUAGE, LANGUAGES)


def choose_municipality(t: Translator, opens: bool) -> None:
    """The municipality picker; its choice stands in the address as the municipality's code."""
    names = ask(municipalities).set_index("code")["name"]
    address.follow(MUNICIPALITY, names.index)
    st.selectbox(
        t("Vælg kommune"),
        list(names.index),
        format_func=names.to_dict().get,
        placeholder=t("Skriv eller vælg en kommune"),
        key=MUNICIPALITY,
        on_change=open_municipality if opens else None,
        persist_state="session",
    )
    address.put(MUNICIPALITY, names.index)


def footer(t: Translator) -> None:
    """What the numbers on every page rest on."""
    build = warehouse().build
    st.divider()
    facts = t("Data læst {day} · metode {method} · dataversion {build}.").format(
        day=read_on(ask(snapshots), t), method=build.codebook_version, build=build.id
    )
    st.caption(f"{facts} {t('Tallene er det, offentlige sider dokumenterer: ukendt er ikke nul.')}")


def unavailable(t: Translator, error: WarehouseError) -> None:
    """A friendly page while there is no build that can be read: what is wrong, and what helps."""
    if isinstance(error, NoBuildError):
        st.info(t("Der er ingen data endnu. Byg dem med kommandoen:"))
    elif isinstance(error, PointerError):
        st.info(t("Filen newest.json, der peger på de nyeste data, er beskadiget eller kan ikke "
                  "læses. Byg data igen med kommandoen:"))  # fmt: skip
    elif isinstance(error, OutdatedBuildError):
        st.info(t("Data er bygget af en anden udgave af Samspil. Byg dem igen med kommandoen:"))
    else:
        st.info(
            t("Filen med data er beskadiget eller kan ikke læses. Byg dem igen med kommandoen:")
        )
    database = explicit_database()
    file = f" --database {database.name}" if database else ""  # not where it lies: pages are public
    st.code(f"python -m etl build{file}", language=None)


def navigate() -> dict[str, Page]:
    """The navigation in the reader's language: every page, and as "open" the one to be drawn."""
    shown = {
        page.name: st.Page(
            f"pages/{page.name}.py",
            title=page.title,
            url_path=page.path,
            default=page.name == FRONT,
        )
        for page in menu(translate())
    }
    return shown | {"open": st.navigation(list(shown.values()), position="top")}


def settle_address() -> tuple[dict[str, Page], Reading | None]:
    """The pages, and what the address asks of the language; absence means by page what it means."""
    address.begin()
    before, pages = language(), navigate()
    address.arrive(pages["open"].url_path)
    reading = address.take(LANGUAGE, LANGUAGES)
    return (pages if language() == before else navigate()), reading


def draw(pages: dict[str, Page]) -> None:
    """The page, from its header to its footer."""
    t = translate()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_municipality(t, opens=pages["open"] == pages["overview"])
        choose_language()
    set_page_language(language())
    pages["open"].run()
    footer(t)


def main() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="Samspil", layout="wide")
    st.html(STYLE)
    pages, language_asked = settle_address()
    address.explain(PARAMETERS[LANGUAGE], language_asked)
    try:
        house = NEWEST.get()
    except WarehouseError as error:
        st.title("Samspil")
        unavailable(translate(), error)
        return
    if st.session_state.pop(OPEN, False) and pages["open"] != pages["municipality"]:
        st.switch_page(pages["municipality"])
    try:
        with reading(house):
            draw(pages)
    except WarehouseError as error:
        unavailable(translate(), error)
        return
    address.finish()


main()
