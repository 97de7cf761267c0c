"""Releases in words: how one is quoted, and what became of a record."""

import pandas as pd
import pytest

from samspil.present.address import keeping, link
from samspil.present.citation import Citation
from samspil.present.corrected import NOTICE, noted
from samspil.present.i18n import translator
from samspil.present.items import examples
from samspil.present.sentences.releases import how_many_corrected
from samspil.warehouse.edition import Edition

DA, EN = translator("da"), translator("en")
DAY, READ = pd.Timestamp("2026-12-03"), pd.Timestamp("2026-11-20")


@pytest.mark.parametrize(
    ("edition", "danish", "english"),
    [
        (Edition("2026.1", False, True), "Udgave 2026.1.", "Release 2026.1."),
        (
            Edition("2026.1", True, True),
            "Kladde efter udgave 2026.1, dataversion b1.",
            "Draft after release 2026.1, data version b1.",
        ),
        (
            Edition("2026.1", True, False),
            "Kladde til udgave 2026.1, dataversion b1.",
            "Draft of release 2026.1, data version b1.",
        ),
    ],
)
def test_a_citation_names_the_release_and_of_a_draft_the_build(edition, danish, english):
    cited = Citation("Kort", "Kilden", "CC BY 4.0", "b1", "http://a.dk/?udgave=2026.1", edition)
    assert cited.text(DA).endswith(f"CC BY 4.0. {danish} http://a.dk/?udgave=2026.1")
    assert cited.terms(EN) == f"Licence: CC BY 4.0. {english}"
    assert (DA("Udgave"), cited.version(DA)) in cited.rows(DA)


def settled(field, old=None, new=None, outcome="accepted", evidence="a"):
    """A row of `corrected_since`."""
    return {"id": "k", "evidence_id": evidence, "retrieved_on": READ, "field": field, "old": old,
            "new": new, "outcome": outcome, "date": DAY}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (settled("level", "2", "0"), "vurderingen er nu ikke opfyldt, før opfyldt"),
        (settled("year", None, "2024"), "årstallet er nu 2024, før ikke angivet"),
        (settled("value", "12.5", "13"), "tallet er nu 13, før 12.5"),
        (
            settled("source_kind", "press", "report"),
            "kildetypen er nu rapport, før presseomtale",
        ),
        (settled("source_url", "http://a", "http://b"), "kildens adresse er ændret"),
        (settled("note_da", "x", "<b>y</b>"), "teksten er ændret"),
        (settled("withdraw"), "oplysningen er trukket tilbage"),
    ],
)
def test_a_corrected_record_says_what_became_of_it(row, said):
    rows = pd.DataFrame({"evidence_id": ["a", "b", "a"], "retrieved_on": [READ, READ, DAY]})
    found = noted(rows, pd.DataFrame([row]), DA)[NOTICE].tolist()
    assert found == [f"rettet den 3. december 2026: {said}", "", ""]


def test_an_example_that_was_corrected_says_so():
    row = {"name": "Vejle", "level": 2, "evidence_year": 2024, "fresh": True, "note": "n",
           "note_da": "n", "source_url": None, "copy_da": None, "copy_en": None,
           "evidence_id": "a", "retrieved_on": READ}  # fmt: skip
    rows = noted(pd.DataFrame([row]), pd.DataFrame([settled("withdraw")]), EN)
    (item,) = examples(rows, EN)
    assert (
        item.says
        == " (2024) · corrected on 3 December 2026: the record was withdrawn, found to be met:"
    )


def test_records_are_counted_once_and_a_rejected_objection_corrects_none():
    rows = [
        settled("level", "2", "1"),
        settled("year", "1", "2"),
        settled("level", "0", "1", "rejected", "b"),
    ]
    assert how_many_corrected(pd.DataFrame(rows), DA) == "Én af dens oplysninger er rettet siden."
    rows.append(settled("withdraw", evidence="c"))
    assert how_many_corrected(pd.DataFrame(rows), DA) == "2 af dens oplysninger er rettet siden."
    assert how_many_corrected(pd.DataFrame(), DA) == ""


def test_every_link_made_while_a_release_is_shown_leads_to_it():
    with keeping(udgave="2026.1"):
        assert link("/kommunen", kommune="630") == "/kommunen?kommune=630&udgave=2026.1"
        assert link("/kommunen", kommune="630", udgave=None) == "/kommunen?kommune=630"
    assert link("/kommunen", kommune="630") == "/kommunen?kommune=630"
