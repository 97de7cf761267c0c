"""What has changed as an Atom feed (RFC 4287), for the country or for one municipality."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree import ElementTree

import pandas as pd

from samspil.analysis.changes import Difference
from samspil.present.address import link
from samspil.present.figures.moves import signed
from samspil.present.html import render
from samspil.present.i18n import LANGUAGES, Row, Translator
from samspil.present.pages import PATHS
from samspil.present.sentences.changes import assessments, in_words, reasons
from samspil.present.wording import level_name

ATOM = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
COUNTRY = "danmark"
"""What stands in the address of the feed for the country."""

NAMESPACE = UUID("7d0fae4b-4a34-5a2c-9a3d-0c5f7f0c2a11")
"""What the ids of feeds and entries are made under: the same ones wherever the site stands."""

LONGEST_LIST = 30
"""Lines of one entry at most; the page that it leads to has all."""


@dataclass(frozen=True)
class Step:
    """One build, or release, that followed another: what moved, and when.

    release, before: the names of the releases, empty of builds.
    """

    difference: Difference
    at: datetime
    release: str = ""
    before: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry: what names it for good, when it was, and its words (HTML)."""

    id: str
    title: str
    at: datetime
    address: str
    content: str


def feed_address(place: str, t: Translator) -> str:
    """Where the feed of a municipality (its code) or of COUNTRY is."""
    query = "" if t.language == LANGUAGES[0] else f"?lang={t.language}"
    return f"/feed/{place}.atom{query}"  # no link: it is the same feed in every release


def feed(
    steps: Sequence[Step], place: Row | None, since: datetime, site: str, t: Translator
) -> bytes:
    """The feed as bytes of XML.

    Args:
        steps: what followed what, the newest first.
        place: code and name of a municipality, or None for the country.
        since: when there is no step, the time that the feed says it was updated.
        site: where the site is, such as https://www.example.org.
        t: the translator.
    """
    code = str(place["code"]) if place else COUNTRY
    found = [entry for step in steps if (entry := _entry(step, place, site, t))]
    said = t("Samspil: hvad er ændret i {place}").format(
        place=place["name"] if place else t("Danmark")
    )
    home = link(f"/{PATHS['municipality']}", kommune=code, lang=t.language)
    if not place:
        home = link(f"/{PATHS['changes']}", lang=t.language)
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {XML_LANGUAGE: t.language})
    _text(root, "id", _id("feed", code, t.language))
    _text(root, "title", said)
    _text(root, "subtitle", t("Hvilke vurderinger der er blevet andre, og hvorfor."))
    _text(root, "updated", _time(max((entry.at for entry in found), default=since)))
    author = ElementTree.SubElement(root, f"{{{ATOM}}}author")
    _text(author, "name", "Samspil")
    _text(root, "rights", "CC BY 4.0")
    _link(root, "self", site + feed_address(code, t), "application/atom+xml")
    _link(root, "alternate", site + home, "text/html")
    for entry in found:
        _add(root, entry)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(step: Step, place: Row | None, site: str, t: Translator) -> Entry | None:
    """What one step says of a place; None where nothing moved there."""
    found = step.difference
    cells = found.cells if place is None else found.cells[found.cells["code"] == place["code"]]
    scores = found.scores if place is None else found.scores[found.scores["code"] == place["code"]]
    if cells.empty and scores.empty:
        return None
    whose = place["name"] if place else t("Danmark")
    what = assessments(len(cells), t) if len(cells) else t("pointene")
    title = t("{place}: {what} er ændret").format(place=whose, what=what)
    if step.release:
        title = t("Udgave {release}").format(release=step.release) + ", " + title
    known = reasons(t)
    content = render(
        "feed_entry",
        lead=in_words(found, t) if place is None else _moved(scores, cells, t),
        lines=[_line(row, place is None, t) for row in cells.head(LONGEST_LIST).to_dict("records")],
        more=len(cells) > LONGEST_LIST and t("… og flere, som siden har."),
        causes=[f"{fact.term}: {fact.says}" for reason, fact in known.items()
                if reason in set(cells["reason"])],
        builds=t("Dataversion {new}, sammenlignet med {old}.").format(new=found.new, old=found.old),
    )  # fmt: skip
    code = str(place["code"]) if place else COUNTRY
    address = (link(f"/{PATHS['municipality']}", kommune=code, lang=t.language) if place
               else link(f"/{PATHS['changes']}", ny=step.release or found.new,
                         gammel=step.before or found.old, lang=t.language))  # fmt: skip
    names = (found.old, found.new, step.release, code, t.language)
    return Entry(_id("entry", *names), title, step.at, site + address, content)


def _moved(scores: pd.DataFrame, cells: pd.DataFrame, t: Translator) -> str:
    """How the points of one municipality moved, and from which causes."""
    said = _points(scores.to_dict("records"), t)
    causes = [fact.term for cause, fact in reasons(t).items() if cause in set(cells["reason"])]
    if scores.empty or not causes:
        return said
    because = t("Årsag: {causes}. Et tal kan ændre sig, uden at samarbejdet har ændret sig.")
    return f"{said} {because.format(causes=t.listing(causes))}"


def _points(scores: list[dict], t: Translator) -> str:
    """How the documented points of one municipality moved."""
    if not scores:
        return t("Pointene er de samme.")
    (row,) = scores
    return t(
        "Dokumenteret gik fra {before} til {after} point af 100 ({change}), og det højst mulige "
        "fra {low} til {high}."
    ).format(
        before=t.number(row["before"], 1),
        after=t.number(row["after"], 1),
        change=signed(row["after"] - row["before"], t),
        low=t.number(row["before_possible"], 1),
        high=t.number(row["after_possible"], 1),
    )


def _line(row: Row, named: bool, t: Translator) -> str:
    where = f"{row['name']}, " if named else ""
    before, after = level_name(row["before"], t), level_name(row["after"], t)
    why = reasons(t)[row["reason"]].term
    return f"{where}{t.pick(row, 'criterion')}: {before} → {after} ({why})"


def _id(*parts: str) -> str:
    return uuid5(NAMESPACE, "|".join(parts)).urn


def _time(at: datetime) -> str:
    """A time as RFC 3339 has it; builds say theirs in UTC."""
    return at.replace(tzinfo=UTC, microsecond=0).isoformat().replace("+00:00", "Z")


def _add(root: ElementTree.Element, entry: Entry) -> None:
    element = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _time(entry.at))
    _link(element, "alternate", entry.address, "text/html")
    _text(element, "content", entry.content).set("type", "html")


def _text(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    """An element with a text; what XML cannot hold is left out."""
    element = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = "".join(c for c in text if c.isprintable() or c in "\t\n")
    return element


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(
        parent, f"{{{ATOM}}}link", {"rel": relation, "href": address, "type": media_type}
    )
