"""What groups are called: those a municipality is compared with, and the parts of the country."""

from dataclasses import dataclass

import pandas as pd

from samspil.analysis.benchmark import NEAREST, Group
from samspil.present.i18n import Translator
from samspil.present.vocabulary import Vocabulary

COUNTRY = "landet"
"""The whole country, as the address says it."""

PARTED_BY = ("kommunegruppe", "region", "landsdel")
"""The columns of `municipality` that part the country."""


@dataclass(frozen=True)
class Part:
    """The whole country or a part of it: what readers call it, and the codes of its members."""

    name: str
    members: tuple[str, ...]


def parts_of_country(places: pd.DataFrame, words: Vocabulary, t: Translator) -> dict[str, Part]:
    """The country, then its parts, by what stands in the address.

    Args:
        places: as `queries.municipalities` gives them.
        words: name the parts.
        t: the translator.
    """
    found = {COUNTRY: Part(t("Hele landet"), tuple(places["code"]))}
    for field in PARTED_BY:
        for name, rows in places.groupby(field):
            found[str(name)] = Part(words.group(str(name)), tuple(rows["code"]))
    return found


def group_title(group: Group, words: Vocabulary, t: Translator) -> str:
    """The name of a group, beginning with a capital."""
    if group.id in ("landsdel", "kommunegruppe"):
        return words.group(group.term)
    if group.id == "neighbours":
        nearest = group.term == NEAREST
        return t("De tre nærmeste (ingen nabokommuner over land)") if nearest else t("Nabokommuner")
    titles = {
        "country": t("Hele landet"),
        "region": t("Region {name}").format(name=group.term),
        "similar": t("De {n} kommuner, der ligner mest").format(n=len(group.members)),
        "chosen": t("Dit eget valg"),
    }
    return titles[group.id]


def group_name(group: Group, words: Vocabulary, t: Translator) -> str:
    """The others of the group inside a sentence: "medianen blandt …"."""
    title = group_title(group, words, t)
    if group.id in ("region", "landsdel"):
        return t("de andre i {place}").format(place=title)
    if group.id == "kommunegruppe":
        return t("de andre {kind}").format(kind=title[:1].lower() + title[1:])
    named = {"country": t("alle andre kommuner"), "chosen": t("dem, du har valgt")}
    return named.get(group.id) or title[:1].lower() + title[1:]
