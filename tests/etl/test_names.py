"""Every municipality has its official names, and a wrong list is refused with its place."""

import pytest

from etl.errors import DataError
from etl.names import FILE, read_names
from samspil.paths import PROJECT

BY_HAND = {
    "101": ("Københavns Kommune", "Copenhagen Municipality", "Københavns"),
    "400": ("Bornholms Regionskommune", "Regional Municipality of Bornholm", "Bornholms"),
    "492": ("Ærø Kommune", "Ærø Municipality", "Ærøs"),
    "169": ("Høje-Taastrup Kommune", "Høje-Taastrup Municipality", "Høje-Taastrups"),
    "480": ("Nordfyns Kommune", "Nordfyn Municipality", "Nordfyns"),
    "820": ("Vesthimmerlands Kommune", "Vesthimmerland Municipality", "Vesthimmerlands"),
    "730": ("Randers Kommune", "Randers Municipality", "Randers’"),
    "751": ("Aarhus Kommune", "Aarhus Municipality", "Aarhus’"),
    "580": ("Aabenraa Kommune", "Aabenraa Municipality", "Aabenraas"),
}
GENITIVE_ALREADY = {"480", "820"}
"""Nordfyns and Vesthimmerlands, whose names are genitives."""


def test_all_98_are_named_and_those_by_hand_as_they_should(frozen):
    rows = frozen.query(
        "SELECT code, name, official_da, official_en, genitive_da FROM municipality"
    )
    assert len(rows) == 98
    assert (rows.drop(columns="code").map(len) > 2).all(axis=None)
    named = rows.set_index("code")[["official_da", "official_en", "genitive_da"]]
    assert {code: tuple(named.loc[code]) for code in BY_HAND} == BY_HAND


def test_the_genitive_follows_the_name(frozen):
    rows = frozen.query("SELECT code, name, official_da, genitive_da FROM municipality")
    for row in rows.to_dict("records"):
        ending = "" if row["code"] in GENITIVE_ALREADY else "’" if row["name"][-1] in "sxz" else "s"
        assert row["genitive_da"] == row["name"] + ending
        assert row["official_da"] in {
            f"{row['name']} Kommune",
            f"{row['genitive_da']} Kommune",
            f"{row['genitive_da']} Regionskommune",
        }


def test_the_frozen_names_are_the_embedded_ones():
    frozen = PROJECT / "tests" / "fixtures" / "data" / FILE
    assert frozen.read_bytes() == (PROJECT / "data" / FILE).read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("101,", "999,", "row 2, column 'code': '999' is not known here"),
        ("147,", "101,", "row 3, column 'code': '101' stands there already"),
        ("Københavns Kommune", "", "row 2, column 'official_da': '' must not be empty"),
        (
            "Københavns Kommune",
            "København",
            "'København' does not end in Kommune or Regionskommune",
        ),
        ("Frederiksbergs\n", "Frederiksberg\n", "'Frederiksberg' does not end in s or ’"),
        ("101,Københavns Kommune,Copenhagen Municipality,Københavns\n", "", "no row for København"),
    ],
)
def test_a_wrong_list_is_refused_with_its_place(tmp_path, frozen, old, new, why):
    text = (PROJECT / "data" / FILE).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / FILE
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_names(path, frozen.query("SELECT code, name FROM municipality"))
    assert str(caught.value).startswith(FILE)
    assert why in str(caught.value)
