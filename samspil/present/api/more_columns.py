"""The columns of what stands around the assessments: criteria, statistics, sources and changes."""

from samspil.present.api import columns
from samspil.present.api.columns import DAY, NUMBER, TEXT, WHOLE, Column
from samspil.present.i18n import Translator


def criteria(t: Translator) -> list[Column]:
    """Of the resource `criteria`."""
    met = {0: t("Hvornår kriteriet ikke er opfyldt, på {language}."),
           1: t("Hvornår kriteriet er delvist opfyldt, på {language}."),
           2: t("Hvornår kriteriet er opfyldt, på {language}.")}  # fmt: skip
    languages = {"da": t("dansk"), "en": t("engelsk")}

    def both(name: str, meaning: str) -> list[Column]:
        return [Column(f"{name}_{code}", TEXT, meaning.format(language=language))
                for code, language in languages.items()]  # fmt: skip

    levels = [
        Column(f"level{level}_{code}", TEXT, meaning.format(language=language))
        for code, language in languages.items()
        for level, meaning in met.items()
    ]
    return [
        Column("id", TEXT, t("Kriteriets navn i data.")),
        Column("dimension", TEXT, t("formal, real eller transparent; context er baggrund, som "
                                    "aldrig tæller.")),
        Column("facet", TEXT, t("influence eller support, kun i dimensionen real."), empty=True),
        Column("version", WHOLE, t("Ordlydens version; den ændres kun, når en vurdering kunne "
                                   "blive en anden.")),
        *both("name", t("Kriteriets navn på {language}.")),
        *both("question", t("Hvad der spørges om, på {language}.")),
        *levels,
        Column("weight", NUMBER, t("Hvor meget kriteriet tæller i sin dimension; kun forholdet "
                                   "mellem vægtene betyder noget.")),
        Column("origin", TEXT, t("Hvor kriteriet kommer fra, for eksempel recommendation_2007.")),
        Column("observed_by", TEXT, t("Hvordan det kan ses: desk, scan, survey eller derived, med "
                                      "komma mellem.")),
        Column("fresh_years", WHOLE, t("I hvor mange år en kilde genbekræfter en vurdering."),
               t("år")),
        Column("requires", TEXT, t("Det kriterium, der skal være opfyldt først."), empty=True),
        *both("advice", t("Råd til en kommune, der mangler det, på {language}.")),
        *both("publish", t("Hvilken side der ville vise det, på {language}.")),
    ]  # fmt: skip


def indicators(t: Translator) -> list[Column]:
    """Of the resource `indicators`."""
    return [
        Column(
            "code", TEXT, t("Kommunens nummer på tre cifre, som Danmarks Statistik bruger det.")
        ),
        Column("name", TEXT, t("Kommunens navn.")),
        Column("year", WHOLE, t("Det år, tallet er fra.")),
        Column("indicator", TEXT, t("Hvad der er talt, for eksempel population.")),
        Column("value", NUMBER, t("Tallet, i den enhed, der står ved siden af.")),
        Column("unit", TEXT, t("Enheden, for eksempel inhabitants.")),
        Column(
            "source", TEXT, t("Den fil, tallet kommer fra; sources siger, hvem der udgiver den.")
        ),
    ]


def national_series(t: Translator) -> list[Column]:
    """Of the resource `national-series`."""
    said_da, said_en = t("Det samme på dansk."), t("Det samme på engelsk.")
    return [
        Column("year", WHOLE, t("Det år, tallet er fra; tomt, hvor kilden intet viser."),
               empty=True),
        Column("measure", TEXT, t("Hvad der er talt eller spurgt om.")),
        Column("measure_da", TEXT, said_da, empty=True),
        Column("measure_en", TEXT, said_en, empty=True),
        Column("value", NUMBER, t("Tallet, i den enhed, der står ved siden af.")),
        Column("unit", TEXT, t("Hvad tallet er i, for eksempel procent.")),
        Column("unit_da", TEXT, said_da, empty=True),
        Column("unit_en", TEXT, said_en, empty=True),
        Column("population", TEXT, t("Hvem tallet gælder for.")),
        Column("population_da", TEXT, said_da, empty=True),
        Column("population_en", TEXT, said_en, empty=True),
        Column("source_url", TEXT, t("Den offentlige side.")),
        Column("note", TEXT, t("Hvad man skal vide om tallet, på engelsk.")),
        Column("note_da", TEXT, t("Hvad man skal vide om tallet, på dansk.")),
    ]  # fmt: skip


def sources(t: Translator) -> list[Column]:
    """Of the resource `sources`."""
    return [
        Column("name", TEXT, t("Filens navn blandt data.")),
        Column("source", TEXT, t("Hvem der udgiver den.")),
        Column("address", TEXT, t("Hvor den er hentet; tomt, hvor hver række nævner sin side."),
               empty=True),
        Column("retrieved_at", DAY, t("Den dag, filen blev hentet.")),
        Column("sha256", TEXT, t("Filens kontrolsum, SHA-256.")),
        Column("rows", WHOLE, t("Hvor mange rækker filen har.")),
        Column("licence", TEXT, t("Hvad man må bruge den til.")),
        Column("attribution", TEXT, t("Hvem der skal nævnes, når man bruger den.")),
        Column("caveat_da", TEXT, t("Hvad den ikke kan sige, på dansk.")),
        Column("caveat_en", TEXT, t("Hvad den ikke kan sige, på engelsk.")),
    ]  # fmt: skip


def changes(t: Translator) -> list[Column]:
    """Of the resource `changes`."""
    return [
        *columns.municipality(t),
        columns.criterion(t),
        Column("criterion_da", TEXT, t("Kriteriets navn på {language}.").format(
            language=t("dansk"))),
        Column("criterion_en", TEXT, t("Kriteriets navn på {language}.").format(
            language=t("engelsk"))),
        Column("before", WHOLE, t("Vurderingen i den ældre dataversion; tomt er ukendt."),
               empty=True),
        Column("after", WHOLE, t("Vurderingen i den nyere dataversion; tomt er ukendt."),
               empty=True),
        Column("reason", TEXT, t("Hvorfor: corrected, new, ended, expired, aged eller method.")),
        Column("evidence_id", TEXT, t("Nummeret på den oplysning, som vurderingen hviler på eller "
                                      "hvilede på."), empty=True),
        Column("old_build", TEXT, t("Den ældre dataversion.")),
        Column("new_build", TEXT, t("Den nyere dataversion.")),
    ]  # fmt: skip
