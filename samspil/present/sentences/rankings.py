"""The ranking in words."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from samspil.model.ranking import UNKNOWNS, WEIGHTS, Terms
from samspil.present.figures.ranking import Ranking
from samspil.present.i18n import Row, Translator
from samspil.present.sentences import Fact
from samspil.present.wording import count_word, share_known


@dataclass(frozen=True)
class Change:
    """What a reader changed in the terms: in full, and in a few words for a title."""

    says: str
    short: str


def changes(terms: Terms, default: Terms, names: Mapping[str, str], t: Translator) -> list[Change]:
    """What these terms change; none where they are the usual ones.

    Args:
        terms: the reader's.
        default: as `ranking.default_terms` gives them.
        names: of dimensions and criteria, by id.
        t: the translator.
    """
    found = _weighed(terms.dimensions, default.dimensions, names, t)
    found += _weighed(terms.criteria, default.criteria, names, t)
    if terms.horizon != default.horizon:
        found.append(_horizon(terms.horizon, default.horizon, t))
    if terms.year != default.year:
        said = t("stillingen er den i {year} (normalt {usual})")
        found.append(Change(said.format(year=terms.year, usual=default.year), ""))
    return found


def _weighed(chosen: tuple, usual: tuple, names: Mapping[str, str], t: Translator) -> list[Change]:
    """One change for each weight that was given; several that got the same are told together."""
    before = dict(usual)
    moved: dict[tuple[float, float], list[str]] = {}
    for id_, weight in chosen:
        if weight != before[id_]:
            moved.setdefault((weight, before[id_]), []).append(names[id_])
    return [_weight(members, weight, old, t) for (weight, old), members in moved.items()]


def _weight(members: list[str], weight: float, usual: float, t: Translator) -> Change:
    said = t("{names} vejer {weight} (normalt {usual})").format(
        names=t.listing(members), weight=weight_text(weight, t), usual=weight_text(usual, t)
    )
    if len(members) == 1:
        short = t("{names} vejer {weight}").format(names=members[0], weight=weight_text(weight, t))
        return Change(said, short)
    short = t("{n} kriterier vejer {weight}") if len(members) > FEW else t("{names} vejer {weight}")
    return Change(said, short.format(n=len(members), names=t.listing(members),
                                     weight=weight_text(weight, t)))  # fmt: skip


FEW = 2
"""So many names stand in a title; more are counted."""


def weight_text(weight: float, t: Translator) -> str:
    """A weight as its slider shows it: "1,5"."""
    return t.number(weight, 1)


def _horizon(years: int | None, usual: int | None, t: Translator) -> Change:
    if years is None:
        said = t("kilder med årstal tæller uanset alder (normalt i {usual} år)")
        return Change(said.format(usual=usual), t("kilder fra alle år"))
    said = t("en kilde med årstal tæller i {n} år (normalt i {usual} år)")
    return Change(said.format(n=years, usual=usual), t("kilder fra {n} år").format(n=years))


def own_terms(found: list[Change], t: Translator) -> str:
    """What was changed, as one sentence; empty where nothing was."""
    if not found:
        return ""
    return t("Du har ændret forudsætningerne: {changes}.").format(
        changes="; ".join(change.says for change in found)
    )


def title(said: str, found: list[Change], t: Translator) -> str:
    """A title that also tells what the reader changed, so that it stands alone in a picture."""
    short = [change.short for change in found if change.short]
    if not short:
        return said
    return t("{title} med egne valg: {changes}").format(title=said, changes="; ".join(short))


def subtitle(figure: Ranking, all_: int, minimum_share: float, order: str, t: Translator) -> str:
    """How the figure is read, how many have a rank, and how many of them are shown in which order.

    Args:
        figure: what is shown.
        all_: how many municipalities there are.
        minimum_share: the coverage that a rank asks for.
        order: what the rows are sorted by, empty for the rank.
        t: the translator.
    """
    said = [
        t(
            "{ranked} af {all} kommuner har en placering: mindst {share} er kendt i gennemsnit af "
            "de tre dimensioner. Punktet er placeringen; bjælken er de pladser, kommunen har i ni "
            "ud af ti tilfælde, når vægtene og det ukendte trækkes tilfældigt."
        ).format(ranked=figure.count, all=all_, share=t.percent(minimum_share))
    ]
    if len(figure.rows) < figure.count:
        said.append(t("{n} af de {ranked} vises.").format(n=len(figure.rows), ranked=figure.count))
    if order:
        said.append(t("Sorteret efter: {order}.").format(order=order))
    return " ".join(said)


def nobody(t: Translator) -> str:
    """That none of those shown has a rank."""
    return t("Ingen af de viste kommuner er kendt nok til en placering.")


def own_without_rank(row: Row, few: int, minimum_share: float, t: Translator) -> str:
    """Why the reader's municipality has no rank.

    Args:
        row: its total.
        few: the fewest criteria that must become known.
        minimum_share: the coverage that a rank asks for.
        t: the translator.
    """
    return t(
        "har ingen placering: {known} er kendt, og en placering kræver {share}. Det kan nås med "
        "{few} af de ukendte kriterier."
    ).format(
        known=share_known(row["coverage"], minimum_share, t),
        share=t.percent(minimum_share),
        few=count_word(few, t),
    )


def unranked_title(count: int, t: Translator) -> str:
    """What the folded list of those without a rank is called."""
    if count == 1:
        return t("1 kommune uden placering")
    return t("{n} kommuner uden placering").format(n=count)


def drivers(rows: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> str:
    """How far the unknown and the weights move a rank, and which criterion does most.

    Args:
        rows: as `ranking.ranking_drivers` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    places = rows.set_index("driver")["places"]
    first = rows[~rows["driver"].isin([WEIGHTS, UNKNOWNS])].iloc[0]
    criterion = criteria[criteria["id"] == first["driver"]].iloc[0]
    return t(
        "Ligger alt ukendt fast, flytter en placering sig i gennemsnit {unknown} pladser; ligger "
        "vægtene fast, {weights}. Blandt kriterierne flytter ”{name}” mest: {n}. Tallene måler "
        "usikkerhed, ikke hvor vigtigt noget er."
    ).format(
        unknown=t.number(places[UNKNOWNS], 1),
        weights=t.number(places[WEIGHTS], 1),
        name=t.pick(criterion, "name"),
        n=t.number(first["places"], 1),
    )


def unranked_lines(rows: pd.DataFrame, t: Translator) -> list[Fact]:
    """Those without a rank as a print lists them, the most documented first.

    Args:
        rows: total rows of `queries.scores`.
        t: the translator.
    """
    unranked = rows[rows["rank"].isna()].sort_values("documented", ascending=False, kind="stable")

    def says(row: Row) -> str:
        if row["coverage"] == 0:
            return t("intet kendt")
        points = t("{n} point").format(n=t.number(row["documented"]))
        return f"{points}, {t('{share} kendt').format(share=t.percent(row['coverage']))}"

    return [Fact(row["name"], says(row)) for row in unranked.to_dict("records")]
