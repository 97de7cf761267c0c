"""The table of resources: what there is, with its columns, filters and reservations."""

from dataclasses import dataclass
from functools import cache

from samspil.present.api import columns, more_columns
from samspil.present.api.columns import Column
from samspil.present.citation import EVIDENCE
from samspil.present.i18n import Translator

MOST = 10_000
"""Rows of one answer at most, and where nothing is asked; the longest of a build has 50,000."""

FARTHEST = 1_000_000
"""Rows that may be passed over at most."""

ENDINGS = {"json": "application/json", "csv": "text/csv"}
"""The forms in which a resource is given, by how its address ends."""

PATH = "/api/v1"

LONG = ("limit", "offset")
COMMON = ("release", "lang")
"""Filters that every resource takes."""


@dataclass(frozen=True)
class Resource:
    """One thing that machines may ask for.

    name: in the address. title: what it is. row: what one row is. notice: what whoever uses it has
    to know. columns: of every row. filters: what it takes beside COMMON. sources: the snapshots
    that it rests on, whose terms and publishers are named along with it.
    """

    name: str
    title: str
    row: str
    notice: str
    columns: tuple[Column, ...]
    filters: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def parameters(self) -> tuple[str, ...]:
        """All that its address may name."""
        return (*self.filters, *COMMON)

    def path(self, ending: str) -> str:
        """Its address without what is asked of it."""
        return f"{PATH}/{self.name}.{ending}"


@cache
def resources(t: Translator) -> dict[str, Resource]:
    """Every resource by its name, in the order in which it is told of."""
    unknown = t("Ukendt er ikke nul: det, offentlige kilder ikke viser, kan være der alligevel.")
    found = (
        Resource(
            "municipalities",
            t("Kommunerne"),
            t("Én række er en af de 98 kommuner."),
            t("Nogle arealer og hjemmesider er usikre; sources siger hvilke."),
            tuple(columns.municipalities(t)),
            ("code",),
            ("municipalities.csv", "population.csv", "area.csv"),
        ),
        Resource(
            "scores",
            t("Point, trin og placeringer"),
            t("Én række er en kommune i et år i en dimension eller i alt (total)."),
            t("Nævn aldrig et tal uden, hvor meget der er kendt (coverage), og aldrig en placering "
              "uden dens spænd.") + " " + unknown,
            tuple(columns.scores(t)),
            ("code", "year", "dimension", "horizon", *LONG),
            (EVIDENCE,),
        ),
        Resource(
            "assessments",
            t("Vurderinger"),
            t("Én række er en kommune i et år på et kriterium, kendt eller ukendt."),
            t("En række uden level er ukendt.") + " " + unknown,
            tuple(columns.assessments(t)),
            ("code", "year", "dimension", "criterion", "horizon", *LONG),
            (EVIDENCE,),
        ),
        Resource(
            "evidence",
            t("Oplysninger"),
            t("Én række er, hvad én kilde, læst én dag, viser om ét kriterium i én kommune."),
            t("En oplysning er, hvad en offentlig side viser, og ikke altid det, der gælder; "
              "counts siger, om en vurdering i det nyeste år hviler på den."),
            tuple(columns.evidence(t)),
            ("code", "year", "dimension", "criterion", *LONG),
            (EVIDENCE,),
        ),
        Resource(
            "criteria",
            t("Kriterier"),
            t("Én række er et kriterium med dets ordlyd eller et baggrundstal, der aldrig tæller."),
            t("Kriterierne bygger på anbefalingerne fra 2007; origin siger, hvad der går videre."),
            tuple(more_columns.criteria(t)),
            ("dimension", "criterion"),
            (EVIDENCE,),
        ),
        Resource(
            "indicators",
            t("Statistik om kommunerne"),
            t("Én række er et tal om en kommune i et år."),
            t("Tallene er baggrund og tæller ikke med i point eller placeringer."),
            tuple(more_columns.indicators(t)),
            ("code", "year", *LONG),
            ("population.csv", "accounts.csv", "s18_accounts.csv"),
        ),
        Resource(
            "national-series",
            t("Offentliggjorte landstal"),
            t("Én række er et tal, som en offentlig side har nævnt for landet."),
            t("Tal fra forskellige kilder kan ikke altid sammenlignes: se enheden, hvem tallet "
              "gælder for, og noten."),
            tuple(more_columns.national_series(t)),
            ("year",),
            ("national_series.csv",),
        ),
        Resource(
            "sources",
            t("Kilder"),
            t("Én række er en fil, som data bygger på, med udgiver og vilkår."),
            t("Hver fil har sine egne vilkår og forbehold."),
            tuple(more_columns.sources(t)),
            (),
            (EVIDENCE,),
        ),
        Resource(
            "changes",
            t("Hvad er ændret"),
            t("Én række er en vurdering, der er en anden i den nyeste dataversion end i en ældre."),
            t("Sammenlignet er med den forrige dataversion eller, med release, med den udgave. Et "
              "tal kan ændre sig, uden at samarbejdet har ændret sig; reason siger hvorfor."),
            tuple(more_columns.changes(t)),
            ("code", "criterion", *LONG),
            (EVIDENCE,),
        ),
    )  # fmt: skip
    return {resource.name: resource for resource in found}
