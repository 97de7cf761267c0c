"""The entry point: navigation, the municipality picker, the language and the footer; no logic."""

import streamlit as st
from streamlit.navigation.page import Page

from components import address
from components.header import header
from components.page_language import set_page_language
from components.state import (
    LANGUAGE,
    NEWEST,
    OPEN,
    ask,
    chosen_municipality,
    language,
    reading,
    translate,
    warehouse,
)
from samspil.paths import PROJECT
from samspil.present.address import PARAMETERS, Reading
from samspil.present.citation import read_on
from samspil.present.html import STYLE
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.pages import FRONT, menu
from samspil.present.palette import css
from samspil.warehouse.builds import (
    NoBuildError,
    OutdatedBuildError,
    PointerError,
    WarehouseError,
    explicit_database,
)
from samspil.warehouse.queries import municipalities, snapshots

ICON = str(PROJECT / "static" / "favicon.svg")


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
    return shown | {"open": st.navigation(list(shown.values()), position="hidden")}


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
    current = next(n for n, page in pages.items() if n != "open" and page == pages["open"])
    own = {name: page for name, page in pages.items() if name != "open"}
    header(own, current, t, opens=False)
    st.set_page_config(page_title=document_title(pages["open"].title), page_icon=ICON)
    set_page_language(language())
    with st.container(key="page"):
        pages["open"].run()
        footer(t)


def document_title(title: str) -> str:
    """What a browser calls the page: municipality, page and name."""
    chosen = chosen_municipality()
    names = ask(municipalities).set_index("code")["name"]
    named = [names[chosen]] if chosen else []
    return " · ".join([*named, title, "Samspil"])


def main() -> None:
    """Draw the page that the address asks for."""
    st.set_page_config(page_title="Samspil", page_icon=ICON, layout="wide")
    st.html(f"<style>{css()}{STYLE.read_text(encoding='utf-8')}</style>")
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
