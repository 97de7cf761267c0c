"""A figure of a release tells of a correction where it rests on the record, and nowhere else."""

import pandas as pd
import pytest
from framed import page_of
from frozen import LEJRE, VEJLE

from samspil.present.embedded.described import Asking
from samspil.warehouse.edition import Edition
from samspil.warehouse.opened import Opened
from samspil.warehouse.releases import find

OTHER = "101"
"""Neither of the two, nor in their region."""

FORMAL, CONTACT, BACKGROUND = "policy_adopted", "web_contact", "council_meetings"
JOINT = "policy_joint"
"""It requires FORMAL."""

CURRENT, ADOPTED_IN = "policy_current", "policy_year"
"""The one is computed from the other, which is background."""


@pytest.fixture
def noticed(frozen, released, monkeypatch):
    """A function: does a figure tell of this correction?"""
    monkeypatch.setenv("SAMSPIL_RELEASES", str(released))

    def ask(name, code, criterion, **query):
        row = {"id": "k1", "evidence_id": "e", "retrieved_on": pd.Timestamp("2026-11-01"),
               "code": code, "criterion": criterion, "field": "level", "old": "2", "new": "1",
               "outcome": "accepted", "reason": "", "date": pd.Timestamp("2026-12-03")}  # fmt: skip
        edition = Edition("2026.1", draft=False, frozen=True)
        read = Opened(frozen, edition, find("2026.1"), pd.DataFrame([row]))
        html = page_of(Asking(read, "da"), name, **query)
        assert html.count('class="notice"') == html.count("rettet den 3. december 2026")
        return 'class="notice"' in html

    return ask


@pytest.mark.parametrize(
    ("name", "query", "code", "criterion", "expected"),
    [
        ("profil", {}, VEJLE, FORMAL, True),
        ("profil", {}, LEJRE, FORMAL, False),
        ("profil", {}, VEJLE, BACKGROUND, False),
        ("sammenligning", {"mod": "country"}, LEJRE, FORMAL, True),
        ("sammenligning", {"mod": "region"}, OTHER, FORMAL, False),
        ("mod-gruppen", {"mod": "country"}, LEJRE, CONTACT, True),
        ("mod-gruppen", {"mod": "region"}, OTHER, CONTACT, False),
        ("mod-gruppen", {"mod": "chosen", "egne": OTHER}, OTHER, CONTACT, True),
        ("profil", {}, VEJLE, ADOPTED_IN, True),
        ("papir-og-praksis", {}, VEJLE, FORMAL, True),
        ("papir-og-praksis", {}, VEJLE, ADOPTED_IN, True),
        ("papir-og-praksis", {}, VEJLE, CONTACT, False),
        ("side-om-side", {}, LEJRE, FORMAL, True),
        ("side-om-side", {}, OTHER, FORMAL, False),
        ("kort", {}, OTHER, FORMAL, True),
        ("kort", {"lag": "spurgt"}, OTHER, FORMAL, False),
        ("kort", {"lag": "spurgt", "kommune": VEJLE}, VEJLE, FORMAL, True),
        ("kriteriekort", {"kriterium": FORMAL}, OTHER, FORMAL, True),
        ("kriteriekort", {"kriterium": FORMAL}, OTHER, CONTACT, False),
        ("kriteriekort", {"kriterium": CURRENT}, OTHER, ADOPTED_IN, True),
        ("kriteriekort", {"kriterium": CONTACT}, OTHER, ADOPTED_IN, False),
        ("kriteriekort", {"kriterium": JOINT}, OTHER, FORMAL, True),
        ("kriteriekort", {"kriterium": FORMAL}, OTHER, JOINT, False),
        ("udvikling", {}, OTHER, FORMAL, True),
        ("udvikling", {"gruppe": "Hovedstaden"}, VEJLE, FORMAL, False),
        ("kriterium-aar-for-aar", {"kriterium": CONTACT}, OTHER, FORMAL, False),
        ("landstal", {}, OTHER, FORMAL, False),
        ("rangliste", {}, OTHER, FORMAL, True),
        ("rangliste", {}, OTHER, BACKGROUND, False),
    ],
)
def test_the_notice_stands_where_the_record_is_shown(
    name, query, code, criterion, expected, noticed
):
    assert noticed(name, code, criterion, **query) == expected
