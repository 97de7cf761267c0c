"""A build of the embedded data holds what it should, and becomes the newest in one step."""

import csv
import json
import os
import shutil
import tomllib

import pytest
import shapely
from frozen import ROWS, YEAR

from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import map_shapes, scores

DATA = PROJECT / "data"


def rows(name):
    with (DATA / "snapshots" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_municipality_has_an_outline_and_every_record_is_there(embedded):
    counts = embedded.query(
        "SELECT (SELECT count(*) FROM municipality) AS municipalities,"
        " (SELECT count(*) FROM boundary) AS outlines, (SELECT count(*) FROM evidence) AS records"
    ).iloc[0]
    accepted = json.loads((DATA / "accepted.json").read_text(encoding="utf-8"))["rows"]
    assert counts.to_dict() == {
        "municipalities": accepted["municipalities.csv"],
        "outlines": accepted["boundaries.geojson"],
        "records": accepted["evidence.csv"],
    }


def test_every_year_since_the_reform_is_scored_for_everybody(embedded):
    release = tomllib.loads((DATA / "release.toml").read_text(encoding="utf-8"))
    found = embedded.query(
        "SELECT min(year) AS first, max(year) AS last, count(*) AS rows FROM score"
    ).iloc[0]
    years = release["year"] - 2007 + 1
    assert found.to_dict() == {"first": 2007, "last": release["year"], "rows": 98 * years * 4}


def test_borders_go_both_ways_and_islands_have_their_three_nearest(embedded):
    pairs = {tuple(sorted(row.values())) for row in rows("neighbours.csv")}
    border = embedded.query("SELECT code, other FROM neighbour WHERE kind = 'border'")
    found = set(zip(border["code"], border["other"], strict=True))
    assert found == {(a, b) for a, b in pairs} | {(b, a) for a, b in pairs}
    nearest = embedded.query("SELECT code FROM neighbour WHERE kind = 'nearest'")["code"]
    assert nearest.value_counts().to_dict() == dict.fromkeys(nearest.unique(), 3)
    assert nearest.nunique() == 7
    assert "400" in set(nearest)  # Bornholm


def test_every_other_municipality_has_a_place_in_the_order_of_similarity(embedded):
    found = embedded.query(
        'SELECT code, count(DISTINCT other) AS others, max(position) AS last FROM "similar"'
        " WHERE other <> code GROUP BY code"
    )
    assert len(found) == 98
    assert set(found["others"]) == set(found["last"]) == {97}


def test_outlines_turn_clockwise_and_hold_their_hatch(embedded):
    for row in map_shapes(embedded).itertuples():
        outline = shapely.geometry.shape(row.outline)
        for part in shapely.get_parts(outline):
            assert not part.exterior.is_ccw, row.name
        for hatch in map(shapely.MultiLineString, (row.hatch, row.fine_hatch)):
            assert outline.buffer(0.01).contains(hatch), row.name
        assert len(row.fine_hatch) > len(row.hatch) > 0, row.name


def test_the_outlines_that_maps_fetch_are_those_of_the_build(embedded):
    """Where they differ: python -m scripts.write_outlines."""
    fetched = json.loads((PROJECT / "static" / "municipalities.json").read_text(encoding="utf-8"))
    drawn = map_shapes(embedded).set_index("code")["outline"].to_dict()
    assert {feature["id"]: feature["geometry"] for feature in fetched["features"]} == drawn


def test_neighbouring_outlines_do_not_overlap(embedded):
    wkb = embedded.query("SELECT geometry FROM boundary")["geometry"]
    outlines = [shapely.from_wkb(bytes(geometry)) for geometry in wkb]
    assert shapely.coverage_is_valid(outlines)


def test_names_sort_in_danish_order(embedded):
    names = embedded.query("SELECT name FROM municipality ORDER BY name COLLATE da")["name"]
    assert names.iloc[0] == "Albertslund"
    assert names.iloc[-1] == "Aarhus"
    assert list(names).index("Ærø") > list(names).index("Viborg")


def test_the_last_three_builds_are_kept_and_the_pointer_names_the_newest(run, standing):
    names = [newest_build(standing).name]
    oldest = standing / "samspil-oldest.duckdb"
    shutil.copyfile(newest_build(standing), oldest)
    os.utime(oldest, (0, 0))
    for _ in range(2):
        assert run("build")[0] == 0
        names.append(newest_build(standing).name)
    assert {path.name for path in standing.iterdir()} == {*names, "newest.json"}
    assert json.loads((standing / "newest.json").read_text())["file"] == names[-1]


def test_one_explicit_file_leaves_the_builds_alone(run, builds, tmp_path):
    target = tmp_path / "one.duckdb"
    status, output, _ = run("build", "--database", str(target))
    assert status == 0
    assert "evidence" in output
    assert open_warehouse(target).build.newest_year == YEAR
    assert not builds.exists()


@pytest.mark.parametrize("command", ["build", "accept"])
def test_a_second_run_on_the_same_data_changes_no_file_of_it(run, data, command):
    before = (data / "snapshots" / "evidence.csv").read_bytes()
    assert run(command)[0] == 0
    assert (data / "snapshots" / "evidence.csv").read_bytes() == before


def test_status_says_what_the_newest_build_holds(run, standing):
    status, output, _ = run("status")
    assert status == 0
    assert "evidence.csv" in output
    assert f"{ROWS}" in output


def test_status_tells_known_cells_from_the_mean_of_the_dimensions(run, standing, frozen):
    output = run("status")[1]
    total = scores(frozen, YEAR).query("dimension == 'total'")
    marks = frozen.query(
        "SELECT * FROM assessment JOIN criterion ON criterion.id = criterion"
        f" WHERE year = {YEAR} AND dimension <> 'context'"
    )
    assert f"Known cells in {YEAR}: {len(marks)} of {98 * 24}" in output
    median = f"{100 * total['coverage'].median():.1f} %"
    assert f"Median coverage: {median} on average of the three dimensions" in output
    assert f"Ranked municipalities: {total['rank'].count()}" in output


def test_status_without_a_build_is_one_sentence(run):
    status, _, message = run("status")
    assert status == 1
    assert message == "samspil: nothing has been built yet\n"
