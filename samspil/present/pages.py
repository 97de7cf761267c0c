"""The dashboard's pages: their names, where they live and what the menu calls them."""

from dataclasses import dataclass

from samspil.present.i18n import Translator, translator

FRONT = "overview"
"""The page that lives at "/"; its own path leads there."""


@dataclass(frozen=True)
class Page:
    """A page: its name (its file in pages/), its path in the address without slashes, its title.

    group: the entry of the menu under which it stands; none gives it an entry of its own.
    """

    name: str
    path: str
    title: str
    group: str = ""


def menu(t: Translator) -> list[Page]:
    """The pages in the order of the menu, with titles in the language of `t`."""
    compare, country, about = t("Sammenlign"), t("Landet"), t("Om tallene")
    return [
        Page("overview", "overblik", t("Overblik")),
        Page("municipality", "kommunen", t("Kommunen")),
        Page("rankings", "ranglisten", t("Ranglisten"), compare),
        Page("compare", "sammenlign", t("Side om side"), compare),
        Page("trends", "udvikling", t("Udvikling"), country),
        Page("criteria", "kriterier", t("Kriterier"), country),
        Page("evidence", "dokumentation", t("Dokumentation"), country),
        Page("method", "metode", t("Metode"), about),
        Page("changes", "aendret", t("Hvad er ændret"), about),
    ]


PATHS = {page.name: page.path for page in menu(translator("da"))}
"""Path of each page by its name."""
