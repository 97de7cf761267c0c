"""A release survives over HTTP: new evidence moves no byte, a correction adds its notice alone."""

import csv
import io
import json
import re
import shutil

import duckdb
import pytest
from frozen import LEJRE, VEJLE
from machines import RELEASE, Machines, chosen, with_a_correction

from samspil.present.embeds import embed_address
from samspil.warehouse.builds import newest_build
from web.site import routes

PAGE = '<html lang="en"><head><title>Streamlit</title></head></html>'
NOTED = re.compile(r'<p class="notice">.*?</p>\n|<p class="small"><strong>rettet den.*?</p>\n')
"""The notice over a figure, and the one at a criterion."""

MARKED = ("corrected_on", "correction")

TOLD = {
    "profil": {"kommune": LEJRE},
    "kommunens-kriterier": {"kommune": LEJRE},
    "egne-aar": {"kommune": LEJRE},
    "sammenligning": {"kommune": VEJLE, "mod": "country"},
    "mod-gruppen": {"kommune": VEJLE, "mod": "country"},
    "side-om-side": {"med": f"{VEJLE},{LEJRE}"},
    "rangliste": {},
    "kort": {"lag": "formal"},
    "fordeling": {},
    "udvikling": {},
}
"""Figures that rest on the corrected record."""

UNTOLD = {
    "profil": {"kommune": VEJLE},
    "kommunens-kriterier": {"kommune": VEJLE},
    "side-om-side": {"med": f"{VEJLE},101"},
    "kort": {"lag": "spurgt"},
    "landstal": {},
}
"""Figures that do not."""

MARKS = ["evidence", "assessments", "scores"]
OTHERS = ["municipalities", "criteria", "indicators", "national-series", "sources"]


def address_of(figure):
    name, query = figure
    return embed_address(name, **query, udgave=RELEASE)


def data_of(name, ending):
    year = "&year=2026" if name in ("assessments", "scores") else ""
    return f"/api/v1/{name}.{ending}?release={RELEASE}{year}"


FIGURES = [address_of(figure) for figure in TOLD.items()]
SAME = [address_of(figure) for figure in UNTOLD.items()]
SAME += [data_of(name, ending) for name in OTHERS for ending in ("json", "csv")]
TABLES = [data_of(name, ending) for name in MARKS for ending in ("json", "csv")]


@pytest.fixture(scope="module")
def told(frozen_folder, released, tmp_path_factory):
    """The answer of every address: as frozen, after new evidence, and after a correction."""
    folder = tmp_path_factory.mktemp("survives")
    site = Machines(folder, routes(PAGE, "/upload", folder))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder))
        patch.setenv("SAMSPIL_RELEASES", str(released))
        stages = []
        for number, change in enumerate((nothing_new, with_evidence, with_a_correction)):
            path = folder / f"samspil-{number}.duckdb"
            shutil.copyfile(newest_build(frozen_folder), path)
            with duckdb.connect(str(path)) as connection:
                connection.execute("UPDATE build SET id = ?", [str(number)])
                change(connection)
            (folder / "newest.json").write_text(json.dumps({"file": path.name}))
            stages.append({address: site.ask(address) for address in [*FIGURES, *SAME, *TABLES]})
    return stages


def nothing_new(_):
    pass


def with_evidence(connection):
    """More was read of the record's municipality, and its score moved."""
    connection.execute("UPDATE score SET documented = 77.7, possible = 99 WHERE code = ?", [LEJRE])
    connection.execute(
        "INSERT INTO evidence BY NAME SELECT * REPLACE ('new' AS id, 'Noget nyt' AS note_da)"
        " FROM evidence WHERE id = ? LIMIT 1",
        [chosen(connection)],
    )


@pytest.mark.parametrize("address", [*FIGURES, *SAME, *TABLES])
def test_new_evidence_moves_no_byte(address, told):
    before, after, _ = (stage[address] for stage in told)
    assert before.status == 200
    assert after.body == before.body
    assert after.headers["etag"] == before.headers["etag"]


@pytest.mark.parametrize("address", FIGURES)
def test_a_correction_is_a_notice_over_the_figure_alone(address, told):
    before, _, after = (stage[address].body.decode() for stage in told)
    assert after.count('<p class="notice">') == 1
    assert "rettet den 28. november 2026" in after
    assert NOTED.sub("", after) == before


@pytest.mark.parametrize("address", SAME)
def test_what_does_not_rest_on_the_record_says_nothing_of_it(address, told):
    before, _, after = (stage[address] for stage in told)
    assert after.body == before.body


@pytest.mark.parametrize("address", TABLES)
def test_a_correction_is_marked_in_the_data_alone(address, told):
    before, _, after = (stage[address].body for stage in told)
    assert after != before
    assert unmarked(after) == unmarked(before)


def unmarked(body):
    """An answer without what tells of a correction."""
    text = body.decode()
    if not text.startswith("{"):
        rows = list(csv.DictReader(io.StringIO(text)))
        return [{name: row[name] for name in row if name not in MARKED} for row in rows]
    content = json.loads(text)
    for row in content["rows"]:
        for name in MARKED:
            row.pop(name, None)
    content["notice"] = content["notice"].partition(" Siden udgaven blev frosset")[0]
    return content
