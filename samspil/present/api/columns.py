"""What every column that machines are given holds, in which unit, and whether it may be empty."""

from dataclasses import dataclass
from enum import Enum

from samspil.present.i18n import Translator


class Kind(Enum):
    """What the values of a column are."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    DAY = "day (YYYY-MM-DD)"


JSON_TYPES = {
    Kind.TEXT: "string",
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.TRUTH: "boolean",
    Kind.DAY: "string",
}


@dataclass(frozen=True)
class Column:
    """A column: its name, what it holds, its unit, and whether a row may have nothing in it."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    empty: bool = False


TEXT, WHOLE, NUMBER, TRUTH, DAY = Kind


def municipality(t: Translator) -> list[Column]:
    """Which municipality a row is about."""
    return [
        Column(
            "code", TEXT, t("Kommunens nummer på tre cifre, som Danmarks Statistik bruger det.")
        ),
        Column("name", TEXT, t("Kommunens navn.")),
    ]


def criterion(t: Translator) -> Column:
    """Which criterion a row is about."""
    return Column("criterion", TEXT, t("Kriteriets navn i data; criteria siger, hvad det er."))


def _cell(t: Translator) -> list[Column]:
    return [
        Column("dimension", TEXT, t("Den dimension, som kriteriet hører til.")),
        criterion(t),
    ]


CORRECTED_ON = "corrected_on"
"""The column that marks what a later correction touches; other resources rest on no record."""


def _corrected(t: Translator) -> list[Column]:
    return [
        Column(CORRECTED_ON, DAY, t("Den dag, oplysningen blev rettet, hvis det skete, efter at "
                                      "udgaven blev frosset."), empty=True),
        Column("correction", TEXT, t("Nummeret på den rettelse."), empty=True),
    ]  # fmt: skip


def municipalities(t: Translator) -> list[Column]:
    """Of the resource `municipalities`."""
    return [
        *municipality(t),
        Column("official_da", TEXT, t("Kommunens officielle navn på dansk.")),
        Column("official_en", TEXT, t("Kommunens officielle navn på engelsk.")),
        Column("region_code", TEXT, t("Regionens nummer.")),
        Column("region", TEXT, t("Navnet på regionen.")),
        Column("landsdel", TEXT, t("Navnet på landsdelen, en af Danmarks Statistiks elleve.")),
        Column("nuts3", TEXT, t("Landsdelens nummer i EU’s inddeling, NUTS 3.")),
        Column("kommunegruppe", TEXT, t("Danmarks Statistiks gruppe af kommuner.")),
        Column("area_km2", NUMBER, t("Kommunens areal."), "km²"),
        Column("website", TEXT, t("Adressen på kommunens hjemmeside.")),
        Column("population", WHOLE, t("Det nyeste indbyggertal."), t("indbyggere"), empty=True),
        Column("population_year", WHOLE, t("Det år, indbyggertallet er fra."), empty=True),
    ]


def scores(t: Translator) -> list[Column]:
    """Of the resource `scores`."""
    points, share = t("point (0–100)"), t("andel (0–1)")
    return [
        *municipality(t),
        Column("year", WHOLE, t("Det år, der er gjort op.")),
        Column("dimension", TEXT, t("formal, real eller transparent; total er de tre tilsammen.")),
        Column("documented", NUMBER, t("Hvad offentlige kilder dokumenterer; det ukendte regnes "
                                       "som ikke dokumenteret."), points),
        Column("possible", NUMBER, t("Hvad det ville være, hvis alt ukendt var opfyldt."), points),
        Column("midpoint", NUMBER, t("Hvad det ville være, hvis alt ukendt var halvt opfyldt; det "
                                     "er det, placeringen følger."), points),
        Column("assessed", NUMBER, t("Kun af det kendte; tomt, hvor intet er kendt, og i total."),
               points, empty=True),
        Column("coverage", NUMBER, t("Hvor meget der er kendt; i total som gennemsnit af de tre "
                                     "dimensioner."), share),
        Column("undated_share", NUMBER, t("Hvor meget af det kendte der hviler på kilder uden "
                                          "årstal; i total som gennemsnit af de tre dimensioner, "
                                          "hvor en dimension uden noget kendt tæller som 0."),
               share),
        Column("fresh_share", NUMBER, t("Hvor meget af det kendte der er genbekræftet af en ny "
                                        "kilde; i total ligeså."), share),
        Column("stage_low", WHOLE, t("Det laveste modenhedstrin, det kan være; kun i total, og "
                                     "altid efter de sædvanlige år."), empty=True),
        Column("stage_high", WHOLE, t("Det højeste modenhedstrin, det kan være; ligeså."),
               empty=True),
        Column("rank", WHOLE, t("Placeringen; kun i total, og kun hvor nok er kendt."), empty=True),
        Column("ranked", WHOLE, t("Hvor mange kommuner der har en placering det år; kun i total."),
               empty=True),
        Column("band_low", NUMBER, t("Den bedste placering i spændet: ni ud af ti beregninger med "
                                     "andre vægte og svar ligger i det."), empty=True),
        Column("band_high", NUMBER, t("Den dårligste placering i spændet."), empty=True),
        Column("p_top", NUMBER, t("Hvor mange af beregningerne der giver en placering i den "
                                  "øverste fjerdedel."), share, empty=True),
        Column("p_bottom", NUMBER, t("Hvor mange af beregningerne der giver en placering i den "
                                     "nederste fjerdedel."), share, empty=True),
        Column("caveat", TEXT, t("Det forbehold, som tallet skal nævnes med.")),
        Column(CORRECTED_ON, DAY, t("Den dag, en oplysning om kommunen sidst blev rettet, hvis det "
                                    "skete, efter at udgaven blev frosset."), empty=True),
    ]  # fmt: skip


def assessments(t: Translator) -> list[Column]:
    """Of the resource `assessments`."""
    return [
        *municipality(t),
        Column("year", WHOLE, t("Det år, der er gjort op.")),
        *_cell(t),
        Column("level", WHOLE, t("2 opfyldt, 1 delvist opfyldt, 0 ikke opfyldt; tomt er ukendt, "
                                 "ikke nul."), empty=True),
        Column("undated", TRUTH, t("Om kilden er uden årstal."), empty=True),
        Column("implied", TRUTH, t("Om vurderingen følger af et andet kriterium, som ikke er "
                                   "opfyldt."), empty=True),
        Column("fresh", TRUTH, t("Om kilden er ny nok til at genbekræfte vurderingen."),
               empty=True),
        Column("evidence_id", TEXT, t("Nummeret på den oplysning, som vurderingen hviler på."),
               empty=True),
        Column("retrieved_on", DAY, t("Den dag, kilden blev læst."), empty=True),
        Column("source_year", WHOLE, t("Det år, kilden taler om; tomt, hvor den intet viser."),
               empty=True),
        Column("source_url", TEXT, t("Den offentlige side."), empty=True),
        Column("source_ref", TEXT, t("Hvem der svarede, hvor der ingen side er."), empty=True),
        Column("source_kind", TEXT, t("Hvad for en kilde det er, for eksempel municipality_site "
                                      "eller municipality_statement."), empty=True),
        *_corrected(t),
    ]  # fmt: skip


def evidence(t: Translator) -> list[Column]:
    """Of the resource `evidence`."""
    return [
        Column("id", TEXT, t("Oplysningens nummer; det bliver det samme, når kilden læses igen.")),
        Column("retrieved_on", DAY, t("Den dag, kilden blev læst; sammen med id er det nøglen.")),
        *municipality(t),
        *_cell(t),
        Column("criterion_version", WHOLE, t("Den version af kriteriets ordlyd, der blev læst "
                                             "efter.")),
        Column("level", WHOLE, t("2 opfyldt, 1 delvist opfyldt, 0 ikke opfyldt; tomt for "
                                 "baggrundstal."), empty=True),
        Column("value", NUMBER, t("Tallet, kun for baggrundstal: et årstal, kroner eller et "
                                  "antal."), empty=True),
        Column("year", WHOLE, t("Det år, kilden taler om; tomt, hvor den intet viser."),
               empty=True),
        Column("source_url", TEXT, t("Den offentlige side; tomt for kommunens eget svar."),
               empty=True),
        Column("source_ref", TEXT, t("Hvem der svarede, hvor der ingen side er."), empty=True),
        Column("source_kind", TEXT, t("Hvad for en kilde det er, for eksempel municipality_site "
                                      "eller municipality_statement.")),
        Column("method", TEXT, t("Hvordan den blev læst: desk, scan, survey eller objection.")),
        Column("note", TEXT, t("Hvad kilden siger, i vores ord, på engelsk.")),
        Column("note_da", TEXT, t("Hvad kilden siger, i vores ord, på dansk.")),
        Column("caveat", TEXT, t("Hvad der er usikkert ved oplysningen, på engelsk; den tæller, "
                                 "som den står."), empty=True),
        Column("caveat_da", TEXT, t("Hvad der er usikkert ved oplysningen, på dansk."),
               empty=True),
        Column("counts", TRUTH, t("Om en vurdering i det nyeste år hviler på oplysningen.")),
        *_corrected(t),
    ]  # fmt: skip
