"""What has changed as a feed: valid Atom, with ids that stay."""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pandas as pd
import pytest
from frozen import LEJRE, VEJLE
from machines import EARLIER, LATER, Machines
from released import put_together

from samspil.analysis.changes import compare
from samspil.present.feed import Step, feed
from samspil.present.i18n import translator

DAY = datetime(2026, 1, 1, tzinfo=UTC)
NAME = "{http://www.w3.org/2005/Atom}"
COUNTRY, OWN, OTHER = "/feed/danmark.atom", f"/feed/{LEJRE}.atom", f"/feed/{VEJLE}.atom"


def read(machines, address):
    """The feed at an address, held against RFC 4287."""
    answer = machines.ask(address)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/atom+xml"
    root = ElementTree.fromstring(answer.body)
    assert root.tag == f"{NAME}feed"
    check(root, {"id", "title", "updated"})
    assert root.find(f"{NAME}author/{NAME}name").text
    links = {link.get("rel"): link for link in root.findall(f"{NAME}link")}
    assert links["self"].get("href") == f"https://www.example.org{address}"
    assert links["self"].get("type") == "application/atom+xml"
    entries = root.findall(f"{NAME}entry")
    for entry in entries:
        check(entry, {"id", "title", "updated"})
        (content,) = entry.findall(f"{NAME}content")
        assert content.get("type") == "html"
        (link,) = entry.findall(f"{NAME}link")
        assert link.get("rel") == "alternate"
        assert urlsplit(link.get("href")).scheme == "https"
        assert time_of(entry) <= time_of(root)
    ids = [element.text for element in root.iter(f"{NAME}id")]
    assert len(ids) == len(set(ids)) == len(entries) + 1
    return root, entries


def check(element, once):
    """What an element must hold exactly once, and how it is written."""
    for name in once:
        (found,) = element.findall(f"{NAME}{name}")
        assert found.text.strip()
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", element.find(f"{NAME}id").text)
    assert time_of(element).tzinfo is not None


def time_of(element):
    return datetime.fromisoformat(element.find(f"{NAME}updated").text)


def texts(entries, name):
    return [entry.find(f"{NAME}{name}").text for entry in entries]


def test_a_feed_without_changes_is_valid_and_empty(machines):
    for address in (COUNTRY, OWN, f"{OWN}?lang=en"):
        _, entries = read(machines, address)
        assert entries == []


def test_a_municipality_reads_what_moved_there_and_why(shelved):
    root, (last, before) = read(shelved, OWN)
    assert root.find(f"{NAME}title").text == "Samspil: hvad er ændret i Lejre"
    assert texts([last], "title") == ["Lejre: én vurdering er ændret"]
    corrected, new = texts([last, before], "content")
    assert "opfyldt → delvist opfyldt (rettet oplysning)" in corrected
    assert "ikke kendt → opfyldt (ny kilde)" in new
    assert "Årsag: rettet oplysning. Et tal kan ændre sig" in corrected
    assert "Årsag: ny kilde. Et tal kan ændre sig" in new
    assert LATER in corrected
    assert EARLIER in new
    assert f"kommune={LEJRE}" in last.find(f"{NAME}link").get("href")
    assert time_of(last) > time_of(before)


def test_another_municipality_reads_nothing_of_it(shelved):
    _, entries = read(shelved, OTHER)
    assert entries == []


def test_the_country_reads_of_whom_and_how_many(shelved):
    _, entries = read(shelved, COUNTRY)
    assert len(entries) == 2
    content = texts(entries, "content")[0]
    assert "Én vurdering og én kommunes tal har ændret sig." in content
    assert "Lejre, " in content
    assert f"ny={LATER}" in entries[0].find(f"{NAME}link").get("href")


def test_english_is_another_feed_of_the_same_events(shelved):
    danish, english = read(shelved, OWN), read(shelved, f"{OWN}?lang=en")
    assert texts(english[1], "title")[0] == "Lejre: one assessment changed"
    assert "(corrected record)" in texts(english[1], "content")[0]
    assert texts(danish[1], "updated") == texts(english[1], "updated")
    assert not set(texts(danish[1], "id")) & set(texts(english[1], "id"))
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [root.get(language) for root, _ in (danish, english)] == ["da", "en"]


def test_ids_stay_when_an_older_build_goes_and_elsewhere_too(
    shelved, shelved_folder, tmp_path, monkeypatch
):
    _, entries = read(shelved, OWN)
    shutil.copytree(shelved_folder / "warehouse", tmp_path / "warehouse")
    (tmp_path / "warehouse" / f"samspil-{EARLIER}.duckdb").unlink()
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path / "warehouse"))
    answer = Machines(tmp_path / "made").ask(OWN, host="other.example")
    assert b"https://other.example/" in answer.body
    left = ElementTree.fromstring(answer.body).findall(f"{NAME}entry")
    assert texts(left, "id") == texts(entries, "id")[:1]


@pytest.fixture
def two_releases(shelved_folder, tmp_path, monkeypatch):
    """What answers where a second release, with the tables of the newest build, is frozen."""
    folder = shutil.copytree(shelved_folder, tmp_path / "shelved")
    builds, releases = folder / "warehouse", folder / "releases"
    put_together(releases, "2026.2", builds / f"samspil-{LATER}.duckdb")
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(builds))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(releases))
    return Machines(tmp_path / "made")


def test_a_release_is_told_beside_the_release_before(two_releases):
    _, entries = read(two_releases, OWN)
    said = dict(zip(texts(entries, "title"), texts(entries, "updated"), strict=True))
    assert said["Udgave 2026.2, Lejre: én vurdering er ændret"] == "2026-11-25T00:00:00Z"
    assert len(said) == 2
    _, entries = read(two_releases, COUNTRY)
    links = [entry.find(f"{NAME}link").get("href") for entry in entries]
    assert sum("ny=2026.2&gammel=2026.1" in link for link in links) == 1


def test_text_is_escaped_and_holds_nothing_that_xml_cannot(frozen):
    place = {"code": LEJRE, "name": "<b>Lejre\x0b & ]]>"}
    cell = {"criterion": "x", "criterion_da": "<i>\x00", "criterion_en": "x"}
    cell |= {"before": 0, "after": 2, "reason": "new", "evidence_id": "1"}
    found = replace(compare(frozen, frozen), cells=pd.DataFrame([place | cell]))
    body = feed([Step(found, DAY)], place, DAY, "", translator("da"))
    (entry,) = ElementTree.fromstring(body).findall(f"{NAME}entry")
    assert entry.find(f"{NAME}title").text == "<b>Lejre & ]]>: én vurdering er ændret"
    content = entry.find(f"{NAME}content").text
    assert "&lt;i&gt;" in content
    assert "<i>" not in content
