"""Files that are put down by hand: outlines of DAGI and GISCO, classifications of the register."""

import csv
import io

import geopandas as gpd
import pytest
import shapely
from frozen import DATA
from live.refreshing import content, put

from etl.live.archive import Archive

GROUPS = ["Hovedstadskommuner", "Storbykommuner", "Provinsbykommuner", "Oplandskommuner",
          "Landkommuner"]  # fmt: skip
HEADINGS = ["SEKVENS", "KODE", "NIVEAU", "TITEL", "GENERELLE_NOTER"]


@pytest.fixture(scope="module")
def outlines():
    """The outlines as DAGI has them: parts, longer codes, Christiansø, in metres."""
    frame = gpd.read_file(DATA / "snapshots" / "boundaries.geojson").to_crs("EPSG:25832")
    parts = frame[["code", "name", "geometry"]].explode(index_parts=False)
    rock = parts[parts["code"] == "400"].head(1).copy()
    rock["geometry"] = [shapely.box(900_000, 6_150_000, 900_500, 6_150_500)]
    rock["code"] = "411"
    joined = gpd.pd.concat([parts, rock])
    return joined.assign(kommunekode="0" + joined["code"]).drop(columns="code")


@pytest.fixture
def coarse(data):
    """The frozen outlines are coarse, so their areas are measured less strictly."""
    put(data, "factor = 1.5\noverlap", "factor = 2.5\noverlap")


def register():
    with (DATA / "snapshots" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def classification(rows):
    """A classification as Statistics Denmark exports it."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([n, code, level, title, ""] for n, (code, level, title) in enumerate(rows, 1))
    return "\ufeff" + file.getvalue()


def regions(places):
    rows = []
    for region in sorted({(p["region_code"], p["region"]) for p in places}):
        rows.append((region[0][1:], 1, f"Region {region[1]}"))
        mine = [p for p in places if p["region"] == region[1]]
        for number, landsdel in enumerate(sorted({p["landsdel"] for p in mine}), 1):
            rows.append((f"{number:02}", 2, f"Landsdel {landsdel}"))
            rows += [(p["code"], 3, p["name"]) for p in mine if p["landsdel"] == landsdel]
    return classification([*rows, ("411", 3, "Christiansø")])


def groups(places):
    rows = []
    for number, group in enumerate(GROUPS, 1):
        rows.append((str(number), 1, group))
        rows += [(p["code"], 2, p["name"]) for p in places if p["kommunegruppe"] == group.lower()]
    return classification(rows)


@pytest.fixture
def classified(tmp_path):
    """A function that writes both classifications and gives the options that name them."""

    def write(first=None, second=None):
        places = register()
        (tmp_path / "r.csv").write_text(first or regions(places), encoding="utf-8")
        (tmp_path / "g.csv").write_text(second or groups(places), encoding="utf-8")
        return ["--from", tmp_path / "r.csv", "--from", tmp_path / "g.csv"]

    return write


def test_outlines_of_dagi_are_taken(outlines, coarse, tmp_path, refresh, data, archive, server):
    path = tmp_path / "kommuneinddeling.gpkg"
    outlines.to_file(path, driver="GPKG")
    status, said, message = refresh("boundaries", "--from", path)
    assert (status, message) == (0, ""), said
    assert said == "boundaries.geojson: replaced, 98 → 98 rows\n"
    found = gpd.read_file(data / "snapshots" / "boundaries.geojson")
    assert len(found) == 98
    assert "411" not in set(found["code"])
    metric = found.to_crs("EPSG:25832")
    overlap = metric.geometry.area.sum() - shapely.union_all(metric.geometry.to_numpy()).area
    assert overlap / 1e6 < 1, "km² that two municipalities both claim"
    assert [record.method for record in Archive(archive).records()] == ["FILE"]
    assert server.asked == []


def test_outlines_of_gisco_are_taken(outlines, coarse, tmp_path, refresh):
    path = tmp_path / "lau.geojson"
    lau = outlines.rename(columns={"kommunekode": "LAU_ID"}).to_crs("EPSG:4326")
    lau["LAU_ID"] = "DK_" + lau["LAU_ID"].str[1:]
    abroad = lau.head(1).assign(LAU_ID="SE_1280", CNTR_CODE="SE")
    gpd.pd.concat([lau.assign(CNTR_CODE="DK"), abroad]).to_file(path, driver="GeoJSON")
    assert refresh("boundaries", "--from", path)[0] == 0


def test_outlines_that_are_far_from_the_areas_of_the_register_are_held_back(
    outlines, tmp_path, refresh
):
    path = tmp_path / "x.geojson"
    outlines.to_crs("EPSG:4326").to_file(path, driver="GeoJSON")
    status, said, _ = refresh("boundaries", "--from", path)
    assert status == 3
    assert "since it draws 147 with 4 km² instead of 8.7, more than the factor 1.5" in said


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda f: f[f["kommunekode"] != "0350"], "holds 97 municipalities; 350 is missing"),
        (
            lambda f: f.assign(kommunekode=f["kommunekode"].replace("0411", "0861")),
            "holds 99 municipalities; 861 is not in the register",
        ),
        (lambda f: f.rename(columns={"kommunekode": "kode"}), "has no column with the code"),
        (
            lambda f: f.assign(kommunekode=f["kommunekode"].replace("0101", "København")),
            "'København' in 'kommunekode' is no code of a municipality",
        ),
    ],
)
def test_other_outlines_are_refused(outlines, tmp_path, refresh, data, spoil, sentence):
    path = tmp_path / "x.geojson"
    spoil(outlines.to_crs("EPSG:4326")).to_file(path, driver="GeoJSON")
    before = content(data)
    status, said, _ = refresh("boundaries", "--from", path)
    assert status == 1
    assert said.startswith("boundaries.geojson: failed, and stays as it was: x.geojson: ")
    assert sentence in said
    assert content(data) == before


@pytest.mark.parametrize("garbage", [b"", b"hello", b"\x00\x01" * 100, b'{"type": "Feature'])
def test_what_is_no_map_is_refused(tmp_path, refresh, garbage):
    path = tmp_path / "x.gpkg"
    path.write_bytes(garbage)
    status, said, _ = refresh("boundaries", "--from", path)
    assert status == 1
    assert "x.gpkg: " in said


def test_the_same_register_is_unchanged(classified, refresh):
    status, said, _ = refresh("municipalities", *classified())
    assert (status, said) == (0, "municipalities.csv: unchanged, 98 → 98 rows\n")


def test_a_new_name_is_held_back_to_be_looked_at(classified, refresh, data, command):
    text = regions(register()).replace(";Lejre;", ";Gammel Lejre;")
    status, said, _ = refresh("municipalities", *classified(text))
    assert status == 3
    assert "since it gives 350 the name 'Gammel Lejre' instead of 'Lejre'" in said


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("350;", "351;", "350 is missing in a classification"),
        ("411;3;Christiansø", "861;3;Nyborup", "holds 861 ('Nyborup'), which is not in the"),
        ("KODE;", "CODE;", "r.csv: has no column KODE, so it is no classification"),
        (";1;Region Sjælland", ";4;Region Sjælland", "lacks code, level or title"),
    ],
)
def test_another_classification_is_refused(classified, refresh, old, new, sentence):
    text = regions(register())
    assert old in text
    status, said, _ = refresh("municipalities", *classified(text.replace(old, new)))
    assert status == 1
    assert sentence in said


def test_a_fifth_file_is_not_passed_over(tmp_path, refresh):
    (tmp_path / "x.csv").write_text("x")
    status, said, _ = refresh("boundaries", *["--from", tmp_path / "x.csv"] * 5)
    assert status == 1
    assert "boundaries.geojson: failed, and stays as it was: is read from 4 files at most" in said


def test_files_are_needed(refresh):
    assert refresh("boundaries")[1] == (
        "boundaries.geojson: failed, and stays as it was: is read from files; name them with "
        "--from\n"
    )
