"""Where a figure or table comes from: the words that go along with it, and how to cite it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from samspil.present.i18n import Translator
from samspil.warehouse.builds import Build
from samspil.warehouse.edition import Edition

EVIDENCE, BOUNDARIES = "evidence.csv", "boundaries.geojson"
"""The snapshots that a source line names."""


AREA = re.compile(r"\bByen [\w-]+|\b[\w-]+s omegn\b")
"""How landsdele are called that bear the name of a municipality."""


@dataclass(frozen=True)
class Words:
    """The words of a figure: what it shows, with which reservation, and from where.

    hint: what can be done with it on its page; it does not go along with what is taken from there.
    others: whether it rests on what others published, not on the evidence. outlines: the credit of
    what is drawn, which is no source of the numbers. dated: whether sources with a year alone
    count.
    """

    title: str
    subtitle: str
    source: str
    hint: str = ""
    others: bool = False
    outlines: str = ""
    dated: bool = False

    @property
    def sources(self) -> str:
        """Of the numbers and of the drawing."""
        return " ".join(filter(None, (self.source, self.outlines)))


@dataclass(frozen=True)
class Citation:
    """Where a figure or table comes from; travels with every download.

    title: as it stands alone. build: its id. address: opens it. edition: which release or draft the
    build is, where known. reservation: what a reader must know of this figure, empty where that is
    nothing. coverage: how much of what it rests on is known. about: what Samspil measures, where it
    measured this. outlines: the credit of what is drawn.
    """

    title: str
    source: str
    licence: str
    build: str
    address: str
    edition: Edition | None = None
    reservation: str = ""
    coverage: str = ""
    about: str = ""
    outlines: str = ""

    @property
    def caveat(self) -> str:
        """All that a reader must know before the numbers are used."""
        return " ".join(filter(None, (self.reservation, self.coverage)))

    def version(self, t: Translator) -> str:
        """The release by its name; of a draft the build that it is too."""
        return version(self.edition, self.build, t)

    def terms(self, t: Translator) -> str:
        """Under which licence, and of which release or build, in one line."""
        return t("Licens: {licence}. {version}.").format(
            licence=self.licence, version=_capital(self.version(t))
        )

    @property
    def sources(self) -> str:
        """Of the numbers and of the drawing."""
        return " ".join(filter(None, (self.source, self.outlines)))

    def of_table(self) -> "Citation":
        """Of the numbers alone, which have no outlines."""
        return replace(self, outlines="")

    def footer(self, t: Translator) -> tuple[str, ...]:
        """What stands under the source in a picture, a line each: as few as there can be."""
        last = f"{self.terms(t)} {self.address}".strip()
        return tuple(filter(None, (self.about, self.coverage, last)))

    def text(self, t: Translator) -> str:
        """One line to quote."""
        title = self.title.rstrip(".")
        return t("{title}. Kilde: {source}. Licens: {licence}. {version}. {address}").format(
            title=f"{title}. {self.about.rstrip('.')}" if self.about else title,
            source=self.sources.rstrip("."),
            licence=self.licence,
            version=_capital(self.version(t)),
            address=self.address,
        )

    def rows(self, t: Translator) -> list[tuple[str, str]]:
        """The same as a small table."""
        about = [(t("Hvad Samspil måler"), self.about)] if self.about else []
        return [
            (t("Titel"), self.title),
            *about,
            (t("Kilde"), self.source),
            (t("Licens"), self.licence),
            (t("Udgave"), self.version(t)),
            (t("Webadresse"), self.address),
            (t("Forbehold"), self.caveat),
            (t("Sådan citerer du"), self.text(t)),
        ]

    def columns(self, t: Translator) -> dict[str, str]:
        """What stands in every row of a table that has no other place for it, by its heading."""
        about = {t("Om filen: hvad Samspil måler"): self.about} if self.about else {}
        return {
            t("Om filen: titel"): self.title,
            **about,
            t("Om filen: kilde"): self.source,
            t("Om filen: licens"): self.licence,
            t("Om filen: udgave"): self.version(t),
            t("Om filen: webadresse"): self.address,
            t("Om filen: forbehold"): self.caveat,
        }


def edition_name(edition: Edition, t: Translator) -> str:
    """What a build is: "udgave 2026.1", or a draft that leads up to it or comes after it."""
    if not edition.draft:
        return t("udgave {name}").format(name=edition.name)
    after = t("kladde efter udgave {name}") if edition.frozen else t("kladde til udgave {name}")
    return after.format(name=edition.name)


def version(edition: Edition | None, build: str, t: Translator) -> str:
    """What a figure is quoted by: a release alone, of all else the id of the build too."""
    numbered = t("dataversion {build}").format(build=build)
    if edition is None:
        return numbered
    named = edition_name(edition, t)
    return f"{named}, {numbered}" if edition.draft else named


def measured(words: Words, t: Translator) -> str:
    """What Samspil measures, for whoever sees nothing but a title; nothing of others' figures."""
    if words.others:
        return ""
    return t(
        "Samspil måler, hvor meget af kommunernes samarbejde med frivillige sociale foreninger der "
        "kan dokumenteres."
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def standalone(title: str, place: str, period: str) -> str:
    """The title as it stands alone in a file: with place and period, where it lacks them.

    Args:
        title: what is shown.
        place: where; empty where the title names it.
        period: the year or years; left out where the title names a year.
    """
    missing = [place] if place and place not in title else []
    missing += [] if re.search(r"\b(19|20)\d\d\b", title) else [period]
    if not missing:
        return title
    title, said = title.rstrip("."), ", ".join(missing)
    return f"{title[:-1]}, {said})" if title.endswith(")") else f"{title} ({said})"


def named_in(title: str, names: Iterable[str]) -> set[str]:
    """Which of these municipalities a title names, in the genitive too.

    "Byen København" and "Københavns omegn" are areas of several municipalities.
    """
    said = set(re.findall(r"[\w-]+", AREA.sub("", title)))
    return {name for name in names if {name, f"{name}s"} & said}


def alone(
    title: str, data: pd.DataFrame, names: Iterable[str], newest: int, t: Translator
) -> tuple[str, str]:
    """The title of a figure as it stands alone, and the place that was missing in it.

    Args:
        title: of the figure.
        data: its table; the years of its rows are the period.
        names: of the municipalities; a title that names one says by itself where it is about.
        newest: the year of a table without years.
        t: the translator.
    """
    place = "" if named_in(title, names) else t("Danmark")
    return standalone(title, place, period(data, newest, t)), place


def period(rows: pd.DataFrame, newest: int, t: Translator) -> str:
    """The years that a table is about: those of its rows, else the newest."""
    years = rows.get(t("År"))
    if years is None or not pd.api.types.is_numeric_dtype(years) or years.isna().all():
        return str(newest)
    first, last = int(years.min()), int(years.max())
    return str(first) if first == last else f"{first}–{last}"


def read_on(snapshots: pd.DataFrame, t: Translator) -> str:
    """The day on which the evidence was read, in words.

    Args:
        snapshots: as `queries.snapshots` gives them.
        t: the translator.
    """
    return t.date(_snapshot(snapshots, EVIDENCE, "retrieved_at").date())


def source_line(build: Build, snapshots: pd.DataFrame, t: Translator) -> str:
    """The source of what rests on the evidence.

    Args:
        build: that the figures were read from.
        snapshots: as `queries.snapshots` gives them.
        t: the translator.
    """
    return t(
        "Samspil, oplysninger fra offentlige hjemmesider, læst {day}, metode {method}."
    ).format(day=read_on(snapshots, t), method=build.codebook_version)


def outlines_line(snapshots: pd.DataFrame, t: Translator) -> str:
    """The credit of the outlines of the municipalities, where they are drawn."""
    credit = _snapshot(snapshots, BOUNDARIES, "attribution")
    return t("Kommunegrænser: {credit}.").format(credit=credit)


def other_source(source: str, t: Translator) -> str:
    """The source of what rests on something else, such as the pages that a table names."""
    return t("Samspil på grundlag af {source}").format(source=source)


def cite(
    words: Words,
    build: Build,
    snapshots: pd.DataFrame,
    address: str,
    edition: Edition | None = None,
    *,
    coverage: str = "",
    about: str = "",
) -> Citation:
    """The citation of a figure or table.

    Args:
        words: its title, reservation and source.
        build: that it was read from.
        snapshots: as `queries.snapshots` gives them; the licence is that of the evidence.
        address: opens it.
        edition: which release or draft the build is.
        coverage: how much is known, in a sentence.
        about: as `measured` gives it.
    """
    return Citation(
        title=words.title,
        source=words.source,
        licence=_snapshot(snapshots, EVIDENCE, "licence"),
        build=build.id,
        address=address,
        edition=edition,
        reservation=words.subtitle,
        coverage=coverage,
        about=about,
        outlines=words.outlines,
    )


def _snapshot(snapshots: pd.DataFrame, name: str, column: str) -> Any:
    return snapshots.loc[snapshots["name"] == name, column].iloc[0]
