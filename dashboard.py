"""The entry point: navigation, the municipality picker, the language and the footer; no logic."""

import streamlit as st
from streamlit.navigation.page import Page

from components import address, release
from components.browser_page import set_up_page
from components.header import header, here
from components.paper import paper
from components.state import (
    LANGUAGE,
    NEWEST,
    OPEN,
    RELEASE,
    ask,
    chosen_municipality,
    language,
    opened,
    reading,
    translate,
    warehouse,
)
from samspil.paths import PROJECT
from samspil.present.address import PARAMETERS, Reading, link
from samspil.present.api.page import ADDRESS, in_language
from samspil.present.citation import edition_name, read_on
from samspil.present.html import style
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.pages import FRONT, PATHS, menu
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
    edition = opened().edition
    facts = t("Data læst {day} · metode {method} · {edition} · dataversion {build}.").format(
        day=read_on(ask(snapshots), t),
        method=build.codebook_version,
        edition=edition_name(edition, t) if edition else build.release,
        build=build.id,
    )
    terms = link(f"/{PATHS['method']}", lang=language(), kommune=chosen_municipality())
    with st.container(key="colophon"):
        paper()
        st.divider()
        st.caption(
            f"{facts} {t('Tallene er det, offentlige sider dokumenterer: ukendt er ikke nul.')} "
            f"[{t('Hvad ordene betyder')}]({terms}#ord) · [{t('Data til dine egne programmer')}]"
            f"({in_language(ADDRESS, t)})"
        )


def unavailable(t: Translator, error: WarehouseError) -> None:
    """A friendly page while there is no build that can be read: what is wrong, and what helps."""
    if isinstance(error, NoBuildError):
        st.info(t("Der er ingen data endnu. Dan dem med kommandoen:"))
    elif isinstance(error, PointerError):
        st.info(t("Filen newest.json, der peger på de nyeste data, er beskadiget eller kan ikke "
                  "læses. Dan data igen med kommandoen:"))  # fmt: skip
    elif isinstance(error, OutdatedBuildError):
        st.info(t("Data er dannet med en anden version af Samspil. Dan dem igen med kommandoen:"))
    else:
        st.info(
            t("Filen med data er beskadiget eller kan ikke læses. Dan dem igen med kommandoen:")
        )
    database = explicit_database()
    file = f" --database {database.name}" if database else ""  # not where it lies: pages are public
    st.code(f"python -m etl build{file}", language=None)


def navigate() -> tuple[dict[str, Page], Page]:
    """The pages by name in the reader's language, and the one to be drawn."""
    shown = {
        page.name: st.Page(
            f"pages/{page.name}.py",
            title=page.title,
            url_path=page.path,
            default=page.name == FRONT,
        )
        for page in menu(translate())
    }
    return shown, st.navigation(list(shown.values()), position="hidden")


def settle_address() -> tuple[dict[str, Page], Page, Reading | None, Reading | None]:
    """The pages, the open one, and what the address asks of the language and of the release.

    What absence means is settled by the page on which something is absent.
    """
    address.begin()
    before, (pages, page) = language(), navigate()
    address.arrive(page.url_path)
    asked = address.take(LANGUAGE, LANGUAGES)
    return *((pages, page) if language() == before else navigate()), asked, release.take()


def draw(pages: dict[str, Page], page: Page) -> None:
    """The page, from its header to its footer."""
    t = translate()
    current = next(name for name, other in pages.items() if other == page)
    header(pages, current, t)
    st.set_page_config(page_title=document_title(page.title), page_icon=ICON)
    set_up_page(t)
    with st.container(key="page"):
        here(current, t)
        release.banner(page.url_path)
        page.run()
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
    st.html(style())
    pages, page, language_asked, release_asked = settle_address()
    address.explain(PARAMETERS[LANGUAGE], language_asked)
    release.explain(release_asked)
    try:
        newest = NEWEST.get()
    except WarehouseError as error:
        st.title("Samspil", anchor=False)
        unavailable(translate(), error)
        return
    if st.session_state.pop(OPEN, False) and page != pages["municipality"]:
        st.switch_page(pages["municipality"])
    try:
        with reading(release.read(newest)):
            draw(pages, page)
    except WarehouseError as error:
        if st.session_state[RELEASE]:
            release.refused(error)
        else:
            unavailable(translate(), error)
        return
    address.finish()


main()
