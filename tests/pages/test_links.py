"""What became of an address marks its record and leads the questions; no score moves by it."""

import shutil

import pandas as pd
import pytest
from frozen import DATA
from visiting import html_words, visit, words_of

from samspil.analysis import asking
from samspil.present.i18n import translator
from samspil.present.letter.compose import ASSOCIATION, compose
from samspil.present.links import said, state_name
from samspil.warehouse import queries
from samspil.warehouse.builds import newest_build, open_warehouse

HEAD = "address,state,moved_to,checked_on,reachable_on,why"


@pytest.fixture(scope="module")
def told(frozen):
    """A municipality with two older sources: its code, and the criterion asked about second."""
    year = frozen.build.newest_year
    for code in queries.municipalities(frozen)["code"]:
        rows = asking.questions(frozen, code, year)
        older = rows[(rows["kind"] == asking.OLDER) & rows["told_url"].notna()]
        last = older.tail(1)
        if len(older) > 1 and not older["told_url"].iloc[:-1].isin(last["told_url"]).any():
            return code, last["criterion"].iloc[0], last["told_url"].iloc[0]
    raise AssertionError("the frozen data have no such municipality")


@pytest.fixture(scope="module")
def lost_folder(tmp_path_factory, told, frozen, building):
    """A build that knows of one address that is gone, one that moved and one that answers."""
    folder = tmp_path_factory.mktemp("lost")
    data = shutil.copytree(DATA, folder / "data")
    others = queries.records(frozen)["source_url"].dropna()
    moved, fine = [each for each in dict.fromkeys(others) if each != told[2]][:2]
    rows = [
        f"{told[2]},gone,,2026-11-20,,404",
        f"{moved},moved,https://example.org/nu,2026-11-20,2026-11-20,",
        f"{fine},reachable,,2026-11-20,2026-11-20,",
    ]
    (data / "links.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return building(folder, data)


@pytest.fixture(scope="module")
def lost(lost_folder):
    house = open_warehouse(newest_build(lost_folder))
    yield house
    house.close()


def test_no_score_moves(lost, frozen):
    for table in ("assessment", "score", "rank_band"):
        rows = [house.query(f"FROM {table} ORDER BY ALL") for house in (lost, frozen)]
        assert len(rows[0]) > 0
        assert rows[0].equals(rows[1])


def test_a_gone_address_leads_the_questions_of_its_kind(lost, frozen, told):
    code, criterion, url = told
    before, after = (asking.questions(house, code, house.build.newest_year)
                     for house in (frozen, lost))  # fmt: skip
    assert after["criterion"].iloc[0] == criterion != before["criterion"].iloc[0]
    assert after["address_state"].iloc[0] == "gone"
    assert sorted(after["criterion"]) == sorted(before["criterion"])
    names = {"official": "X Kommune", "release": "2026.1"}
    [first, *_] = compose(after.head(1), names, ASSOCIATION, translator("da"), "").parts
    assert f"{url} Siden fandtes ikke mere 20. november 2026. Gælder" in first.questions[0].told


def test_the_day_on_which_somebody_found_a_page_gone_goes_before_that_of_a_machine(lost, told):
    asked = asking.questions(lost, told[0], lost.build.newest_year).head(1)
    asked["told_gone_on"] = pd.Timestamp("2026-11-22")
    names = {"official": "X Kommune", "release": "2026.1"}
    [first, *_] = compose(asked, names, ASSOCIATION, translator("en"), "").parts
    assert "The page was gone on 22 November 2026." in first.questions[0].told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "vores kontrol kunne ikke åbne siden 20. november 2026"),
        ("en", "our check could not open the page on 20 November 2026"),
    ],
)
def test_a_check_that_could_not_open_a_page_does_not_blame_it(language, words):
    row = {"link_state": "no_answer", "checked_on": pd.Timestamp("2026-11-20")}
    assert said(row, translator(language)) == [words]


def test_pages_say_what_became_of_an_address(lost_folder, told, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(lost_folder))
    code, criterion, _ = told
    cell = visit("evidence", celle_kommune=code, celle_kriterium=criterion)
    assert "siden fandtes ikke mere 20. november 2026" in html_words(cell)
    words = words_of(cell)
    assert "Adresser, der ikke længere fører til kilden" in words


def test_nothing_is_said_where_no_address_was_ever_asked(told):
    page = visit("evidence", celle_kommune=told[0], celle_kriterium=told[1])
    assert "Adresser, der ikke længere fører til kilden" not in words_of(page)
    assert state_name(None, translator("da")) == "ikke spurgt"
