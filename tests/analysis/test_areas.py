"""The regions and landsdele: by hand for a few municipalities, and against all of a build."""

import duckdb
import pytest
from small import make_warehouse, record

from samspil.analysis.areas import FEWEST_RANKED, KINDS, LANDSDEL, REGION, areas
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

YEAR = 2026


@pytest.fixture
def house(tmp_path):
    """Three municipalities of Fyn; of 103 nothing is known, 101 was asked, 102 answered."""
    evidence = [
        record("policy", 2),
        record("charter", 1),
        record("page", 2, code="102"),
    ]
    path = tmp_path / "w.duckdb"
    make_warehouse(path, evidence, ("101", "102", "103")).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO hearing VALUES"
            " ('2025-1', '101', DATE '2025-10-01', 'heard', DATE '2025-10-09', 'answered'),"
            " ('2026-1', '101', DATE '2026-10-01', 'heard', NULL, 'no_answer'),"
            " ('2026-1', '102', DATE '2026-10-01', 'heard', DATE '2026-10-09', 'answered')"
        )
    house = Warehouse(path)
    yield house
    house.close()


def test_one_area_by_hand(house):
    region, landsdel = areas(house)
    assert [(region.kind, region.name), (landsdel.kind, landsdel.name)] == [
        (REGION, "Hovedstaden"), (LANDSDEL, "Fyn")
    ]  # fmt: skip
    assert (region.places, region.criteria, region.cells) == (
        ("Kommune 101", "Kommune 102", "Kommune 103"), 6, 18
    )  # fmt: skip
    assert (region.known, region.fewest, region.least) == (3, 0, ("Kommune 103",))
    assert (region.full, region.nothing, region.uneven) == (0, 1, True)
    assert region.points == pytest.approx((2 / 4 + 1 / 4 + 0) / 3 * 100)
    assert region.most == ("Kommune 101",)


def test_the_newest_round_tells_who_answered(house):
    region, _ = areas(house)
    assert (region.asked, region.unasked, region.answered) == (2, ("Kommune 103",), 1)


def test_where_nothing_is_documented_nobody_has_most(tmp_path):
    house = make_warehouse(tmp_path / "w.duckdb", [record("policy", 0)], ("101", "102"))
    region, _ = areas(house)
    assert (region.points, region.most, region.first) == (0, (), None)
    house.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_municipality_belongs_to_one_area(kind, frozen):
    names = [name for area in areas(frozen) if area.kind == kind for name in area.places]
    assert sorted(names) == sorted(queries.municipalities(frozen)["name"])


def test_the_areas_are_those_of_statistics_denmark(frozen):
    found = [area.name for area in areas(frozen)]
    assert found[:5] == ["Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland"]
    assert len(found) == 5 + 11
    assert found[5:9] == ["Byen København", "Københavns omegn", "Nordsjælland", "Bornholm"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_areas_add_up_to_the_country(kind, frozen):
    own, facts = [a for a in areas(frozen) if a.kind == kind], queries.known_facts(frozen)
    assert sum(area.known for area in own) == facts["known_cells"]
    assert sum(area.cells for area in own) == facts["cells"]
    assert sum(area.ranked for area in own) == facts["ranked"]
    assert sum(area.nothing for area in own) == facts["nothing"]


def test_most_least_and_first_are_found_anew_in_the_tables(frozen):
    """Straight from the tables: the points, the cells that are known, the ranks."""
    for area in areas(frozen):
        rows = frozen.query(
            f"""
            SELECT name, round(documented, 9) AS points, rank, (
                SELECT count(*) FROM assessment JOIN criterion ON id = criterion
                WHERE code = place.code AND year = $year AND dimension <> 'context'
            ) AS known
            FROM municipality AS place JOIN score USING (code)
            WHERE year = $year AND dimension = 'total' AND {area.kind} = $name
            """,
            {"year": YEAR, "name": area.name},
        )
        most = rows.loc[rows["points"] == rows["points"].max(), "name"]
        assert set(area.most) == (set(most) if area.points else set())
        assert set(area.least) == set(rows.loc[rows["known"] == rows["known"].min(), "name"])
        assert (area.fewest, area.known) == (rows["known"].min(), rows["known"].sum())
        assert area.ranked == rows["rank"].count()
        if area.first:
            assert area.ranked >= FEWEST_RANKED
            assert area.first["rank"] == rows["rank"].min()
