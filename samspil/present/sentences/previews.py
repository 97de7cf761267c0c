"""What a shared link says of the page that it leads to."""

from datetime import date

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.sentences.municipality import known_of, nothing_known
from samspil.present.wording import band


def of_pages(t: Translator) -> dict[str, tuple[str, str]]:
    """Title and description of every page, by its name."""
    return {
        "overview": (
            t("Hvor godt samarbejder kommunerne med de frivillige sociale foreninger?"),
            t("Kort over de 98 kommuner: hvor meget af et godt samarbejde offentlige kilder "
              "dokumenterer, og hvad der endnu er ukendt."),
        ),
        "municipality": (
            t("Find din kommune"),
            t("Hvad der er dokumenteret om kommunens samarbejde med de frivillige sociale "
              "foreninger, hvad der er ukendt, og hvad næste skridt er."),
        ),
        "rankings": (
            t("Kommunernes placering med spænd"),
            t("Hvilke kommuner er kendt godt nok til en placering, hvor sikker er den, og hvad "
              "flytter den? Prøv med dine egne vægte."),
        ),
        "compare": (
            t("Sammenlign kommuner"),
            t("To til seks kommuner side om side: hvor de er forskellige, hvor de er ens, og hvad "
              "der er ukendt."),
        ),
        "trends": (
            t("Hvad har flyttet sig?"),
            t("De samme vurderinger dengang og nu, kriterium for kriterium og region for region, "
              "og hvor data ikke kan afgøre det."),
        ),
        "criteria": (
            t("Hvor mange kommuner opfylder hvert kriterium?"),
            t("Alle kriterier for et formelt, reelt og gennemskueligt samarbejde, og hvem der "
              "opfylder dem."),
        ),
        "evidence": (
            t("Oplysningerne bag hvert tal"),
            t("Hver oplysning med sin kilde og sit år, hvad der ikke er kendt, og hvor kilder er "
              "uenige."),
        ),
        "method": (
            t("Sådan måles samarbejdet"),
            t("Hvad der spørges om, hvordan et tal bliver til, hvor data kommer fra, og hvad de "
              "ikke kan sige."),
        ),
        "changes": (
            t("Hvad er ændret?"),
            t("Hvad der har flyttet sig fra en udgave til den næste, og hvorfor."),
        ),
    }  # fmt: skip


def of_municipality(place: Row, total: Row, known: int, all_: int, t: Translator) -> str:
    """How a municipality stands, in two or three sentences.

    Args:
        place: as `queries.municipalities` gives it.
        total: its row of `queries.scores` on the total.
        known: how many criteria are known of it.
        all_: how many there are.
        t: the translator.
    """
    if not total["coverage"]:
        return nothing_known(place["name"], t)
    said = [
        t("Offentlige kilder dokumenterer {low} af 100 point; højst {high}, hvis alt ukendt er "
          "opfyldt.").format(low=t.number(total["documented"]), high=t.number(total["possible"])),
        known_of(known, all_, t),
    ]  # fmt: skip
    if pd.notna(total["rank"]):
        low, high = band(total["band_low"], total["band_high"])
        placed = t("Nr. {rank} af {all}, kan være nr. {low}–{high}").format(
            rank=int(total["rank"]), all=int(total["ranked"]), low=low, high=high
        )
        said.append(f"{placed}.")
    return " ".join(said)


def figures(year: int, until: date, t: Translator) -> str:
    """Which figures a picture shows: their year, and how far the records reach."""
    return t("Tal for {year}, oplysninger til og med {day}").format(year=year, day=t.date(until))


def interval_key(t: Translator) -> str:
    """What the bars of a picture say."""
    return t(
        "Fyldt: dokumenteret. Skraveret: ukendt. Streg: midtpunktet, hvor ukendt tæller halvt."
    )
