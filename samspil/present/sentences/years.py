"""The years of one municipality in words."""

from collections.abc import Sequence

import pandas as pd

from samspil.present.figures.years import Year
from samspil.present.html import Item
from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.sentences.trends import both_ways
from samspil.present.wording import count_word


def headline(name: str, years: Sequence[Year], t: Translator) -> str:
    """Whether anything can be said of the development, and how much is documented now.

    Args:
        name: of the municipality.
        years: as `samspil.present.figures.years` gives them.
        t: the translator.
    """
    now = years[-1]
    comparable = [str(row.year) for row in years if row.comparable]
    if not comparable:
        said = t(
            "{name}: om der er en udvikling, kan ikke afgøres. Kilder med årstal dokumenterer "
            "{n} point i {year}"
        )
    else:
        said = t(
            "{name}: kilder med årstal dokumenterer {n} point i {year}; kun {years} kan "
            "sammenlignes med året før"
        )
    return said.format(
        name=name, n=t.number(now.documented), year=now.year, years=t.listing(comparable)
    )


def reservation(minimum: int, t: Translator) -> str:
    """What the years rest on, and when two of them can be compared."""
    said = t("To år kan sammenlignes, når mindst {n} vurderinger er kendt i begge.")
    return f"{t('Efter kilder med årstal alene.')} {both_ways(t)} {said.format(n=minimum)}"


def adopted_text(row: Row, t: Translator) -> str:
    """When a policy was adopted, in which council term, and how many councils came since.

    Args:
        row: adopted, first, last and councils, as `terms.adoptions` gives them.
        t: the translator.
    """
    if pd.isna(row["first"]):
        return t("vedtaget i {year}, før kommunalreformen i 2007").format(year=row["adopted"])
    said = t("vedtaget i {year}, i valgperioden {first}–{last}").format(
        year=row["adopted"], first=row["first"], last=row["last"]
    )
    if row["councils"] == 0:
        return said
    if row["councils"] == 1:
        return t("{said}. Siden er én ny kommunalbestyrelse tiltrådt").format(said=said)
    return t("{said}. Siden er {n} nye kommunalbestyrelser tiltrådt").format(
        said=said, n=count_word(row["councils"], t)
    )


def adoptions(rows: pd.DataFrame, t: Translator) -> list[Item]:
    """What the sources say of the year of adoption, a line for each.

    Args:
        rows: as `terms.adoptions` gives them.
        t: the translator.
    """
    return [
        Item(t("Frivilligpolitik"), f" {adopted_text(row, t)}.", t.pick(row, "note"),
             source_link(row["source_url"], t))
        for row in rows.to_dict("records")
    ]  # fmt: skip


def by_source_year(marks: pd.DataFrame, t: Translator) -> list[Item]:
    """The known criteria by the year of the source that counts, the newest year first.

    Args:
        marks: the rows of `queries.marks`.
        t: the translator.
    """
    known = marks[marks["level"].notna()]
    said = []
    for year, rows in known.groupby("evidence_year", sort=True):
        said.append(Item(str(year), f": {', '.join(t.texts(rows, 'name'))}"))
    said.reverse()
    undated = known[known["evidence_year"].isna()]
    if len(undated):
        said.append(Item(t("Uden årstal"), f": {', '.join(t.texts(undated, 'name'))}"))
    return said


def key(t: Translator) -> str:
    """What the columns of the years say."""
    return t(
        "Mørk: dokumenteret. Lys: kendt, men ikke opfyldt. Skraveret: ukendt. Tallet under "
        "årstallet: vurderinger, der også var kendt året før."
    )
