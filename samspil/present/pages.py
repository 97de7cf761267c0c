"""The dashboard's pages: their names, where they live and what the menu calls them."""

from dataclasses import dataclass

from samspil.present.i18n import Translator, translator

FRONT = "overview"
"""The page that lives at "/"; its own path leads there."""


@dataclass(frozen=True)
class Page:
    """A page: its name (its file in pages/), its path in the address without slashes, its title."""

    name: str
    path: str
    title: str


def menu(t: Translator) -> list[Page]:
    """The pages in the order of the menu, with titles in the language of `t`."""
    return [
        Page("overview", "overblik", t("Overblik")),
        Page("municipality", "kommunen", t("Kommunen")),
        Page("rankings", "ranglisten", t("Ranglisten")),
        Page("trends", "udvikling", t("Udvikling")),
        Page("criteria", "kriterier", t("Kriterier")),
        Page("evidence", "dokumentation", t("Dokumentation")),
        Page("compare", "sammenlign", t("Sammenlign")),
        Page("changes", "aendret", t("Hvad er ændret")),
        Page("method", "metode", t("Metode")),
    ]


PATHS = {page.name: page.path for page in menu(translator("da"))}
"""Path of each page by its name."""
