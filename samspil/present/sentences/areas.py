"""A region or landsdel in sentences that a newsroom can print as they stand."""

from collections.abc import Collection

from samspil.analysis.areas import FEWEST_RANKED, REGION, Area
from samspil.present.i18n import Translator
from samspil.present.wording import rank_text

LISTED = 6
"""So many municipalities are named in a sentence; more are counted."""


def title(t: Translator) -> str:
    """What the table of all areas is called."""
    return t("Regioner og landsdele: hvad der er kendt, og hvem der er spurgt")


def rule(t: Translator) -> str:
    """What the table counts, and when its sentences tell of ranks."""
    return t(
        "En vurdering er én kommune og ét kriterium. At noget ikke er kendt, betyder ikke, at "
        "samarbejdet mangler. Sætningen nævner kun placeringer, hvor mindst {n} af kommunerne har "
        "en."
    ).format(n=FEWEST_RANKED)


def area_title(area: Area, t: Translator) -> str:
    """The name of an area over its sentences."""
    return t("Region {name}").format(name=area.name) if area.kind == REGION else area.name


def ready(area: Area, edition: str, t: Translator, *, address: str = "") -> str:
    """What is documented in an area, of whom least is known, who was asked, and from where.

    Args:
        area: as `analysis.areas.areas` gives it.
        edition: what the build is called, as `citation.edition_name` gives it; may be empty.
        t: the translator.
        address: where the sentences stand; may be empty.

    Returns:
        a few sentences that stand alone; ranks are told only where at least FEWEST_RANKED of the
        municipalities have one.
    """
    named = ", ".join(filter(None, ("Samspil", edition, address)))
    source = t("Kilde: {source}").format(source=named)
    said = (
        _known(area, t),
        _most(area, t),
        _least(area, t),
        _asked(area, t),
        _ranked(area, t),
        t("At noget ikke er kendt, betyder ikke, at samarbejdet mangler."),
        source if address else f"{source}.",  # a full stop would be taken for a part of the address
    )
    return " ".join(filter(None, said))


def _known(area: Area, t: Translator) -> str:
    if len(area.places) == 1:
        said = t(
            "I {area}, som er én kommune, er {known} af {cells} vurderinger af samarbejdet med "
            "frivillige sociale foreninger kendt ({share}), én for hvert kriterium."
        )
    else:
        said = t(
            "I {area} er {known} af {cells} vurderinger af kommunernes samarbejde med frivillige "
            "sociale foreninger kendt ({share}): {criteria} kriterier i hver af {n} kommuner."
        )
    named = t("Region {name}") if area.kind == REGION else t("landsdelen {name}")
    return said.format(
        area=named.format(name=area.name),
        known=t.number(area.known),
        cells=t.number(area.cells),
        share=t.percent(area.known / area.cells),
        criteria=area.criteria,
        n=len(area.places),
    )


def _most(area: Area, t: Translator) -> str:
    """Where most points are documented, and how much is known there; nothing without points."""
    if not area.most:
        return ""
    if len(area.places) == 1:
        said = t("Dokumenteret er {points} af 100 point.")
    elif len(area.most) == 1:
        said = t(
            "Flest point er dokumenteret i {names}: {points} af 100, hvor {known} af {criteria} "
            "kriterier er kendt."
        )
    else:
        said = t(
            "Flest point er dokumenteret i {names}: {points} af 100 i hver, hvor mindst {known} af "
            "{criteria} kriterier er kendt."
        )
    return said.format(
        names=_named(area.most, t),
        points=t.number(area.points),
        known=area.most_known,
        criteria=area.criteria,
    )


def _least(area: Area, t: Translator) -> str:
    """Of which municipalities nothing, or least, is known; nothing where that is true of all."""
    if not area.uneven:
        return ""
    if area.fewest == 0:
        said = t("Om {names} er intet kendt.")
    elif len(area.least) == 1:
        said = t("Færrest kriterier er kendt om {names}: {fewest} af {criteria}.")
    else:
        said = t("Færrest kriterier er kendt om {names}: {fewest} af {criteria} i hver.")
    return said.format(
        names=_named(area.least, t), fewest=t.number(area.fewest), criteria=area.criteria
    )


def _asked(area: Area, t: Translator) -> str:
    """Who was asked in a hearing, and how many answered."""
    if len(area.places) == 1:
        return _one_asked(area, t)
    if not area.asked:
        said = t("Samspil har endnu ikke spurgt nogen af de {n} kommuner.")
    elif area.unasked:
        said = t("Samspil har spurgt {asked} af de {n} kommuner; {answered} har svaret. Endnu ikke "
                 "spurgt: {names}.")  # fmt: skip
    else:
        said = t("Samspil har spurgt alle {n} kommuner; {answered} har svaret.")
    return said.format(
        n=len(area.places),
        asked=area.asked,
        answered=t.number(area.answered) if area.answered else t("ingen"),
        names=_named(area.unasked, t),
    )


def _one_asked(area: Area, t: Translator) -> str:
    if area.unasked:
        return t("Samspil har endnu ikke spurgt kommunen.")
    if area.answered:
        return t("Samspil har spurgt kommunen, og den har svaret.")
    return t("Samspil har spurgt kommunen, og den har ikke svaret.")


def _ranked(area: Area, t: Translator) -> str:
    """How many have a rank, and the highest with its band; nothing where too few have one."""
    if area.ranked < FEWEST_RANKED:
        return ""
    said = t("Af kommunerne er {n} kendt godt nok til en placering i landet.")
    if area.first:
        said = t("Af kommunerne er {n} kendt godt nok til en placering i landet; den højeste har "
                 "{name}: {rank}.")  # fmt: skip
    first = area.first or {}
    return said.format(
        n=area.ranked, name=first.get("name"), rank=rank_text(first, t) if first else ""
    )


def _named(names: Collection[str], t: Translator) -> str:
    if len(names) > LISTED:
        return t("{n} kommuner").format(n=len(names))
    return t.listing(names)
