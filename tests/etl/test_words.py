"""The words of readers are data: a new term needs no code, and a wrong list is refused."""

import re

import pytest

from etl.errors import DataError
from etl.vocabulary import FILE, read_vocabulary
from samspil.present.vocabulary import KINDS, KOMMUNEGRUPPE
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import vocabulary

NEW = '2024,volunteer_dogs,3,"paws",Denmark,https://www.example.org/,,\n'


def test_every_term_of_the_embedded_data_has_its_words(embedded):
    words = vocabulary(embedded)
    assert set(words["kind"]) == set(KINDS)
    series = embedded.query("FROM national_series")
    places = embedded.query("FROM municipality")
    for kind in KINDS:
        used = (places if kind == KOMMUNEGRUPPE else series)[kind]
        assert set(used) <= set(words.loc[words["kind"] == kind, "term"])


def test_a_new_term_is_said_by_the_build_no_other_is_and_it_stops_nothing(run, data, builds):
    with (data / "snapshots" / "national_series.csv").open("a", encoding="utf-8") as file:
        file.write(NEW)
    assert run("accept", "--note", "dogs")[0] == 0
    status, output, _ = run("build")
    assert status == 0
    said = [line for line in output.splitlines() if line.startswith(FILE)]
    assert said == [
        f"{FILE}: has no word for the measure 'volunteer_dogs'; it is shown as it is",
        f"{FILE}: has no word for the unit 'paws'; it is shown as it is",
    ]
    house = open_warehouse(newest_build(builds))
    terms = house.query("SELECT measure FROM national_series WHERE unit = 'paws'")
    house.close()
    assert list(terms["measure"]) == ["volunteer_dogs"]


def test_changed_words_need_no_acceptance(run, data, builds):
    path = data / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Landkommuner", "Kommuner på landet"), encoding="utf-8")
    assert run("build")[0] == 0
    house = open_warehouse(newest_build(builds))
    words = vocabulary(house)
    house.close()
    assert "Kommuner på landet" in set(words["da"])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("unit,hours,timer,hours", "'unit|hours' stands there already"),
        ("colour,red,rød,red", "'colour' is not one of kommunegruppe, measure"),
        ("unit,days,,days", "column 'da': '' must not be empty"),
        ("unit,days,dage", "has 3 values instead of 4"),
    ],
)
def test_a_wrong_list_is_refused_with_its_place(tmp_path, line, why):
    path = tmp_path / FILE
    path.write_text(f"kind,term,da,en\nunit,hours,timer,hours\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(why)) as caught:
        read_vocabulary(path)
    assert str(caught.value).startswith(f"{FILE}: row 3")
