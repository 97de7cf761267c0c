"""Answers that are not as documented: one sentence that says where, and the snapshot stays."""

import pytest
from frozen import DATA as DATA_FOLDER
from live.answers import DATA, INFO, page, replaced
from live.contract_server import BOM, ContractServer
from live.refreshing import content, twisted, unfinished, with_body

from etl.errors import DataError
from etl.live.archive import Archive
from etl.live.client import Client
from etl.live.live import Asking, Place
from etl.manifest import read_plans
from etl.release import FILE as RELEASE
from etl.release import read_release
from etl.settings import Settings
from etl.sources import SOURCES, accounts, area, municipalities
from etl.sources.source import Known
from samspil.model.codebook import load_codebook

CASES = [
    pytest.param(function, *case, id=f"{function}: {name}")
    for function, cases in (("tableinfo", INFO), ("data", DATA))
    for name, case in cases.items()
]


REGISTER = municipalities.SOURCE.read(DATA_FOLDER / "snapshots", None)
KNOWN = Known(frozenset(REGISTER["code"]), load_codebook(), read_release(DATA_FOLDER / RELEASE))
PLANS = read_plans(DATA_FOLDER / "sources.toml", tuple(source.name for source in SOURCES))
NOTHING = area.SOURCE.read(DATA_FOLDER / "snapshots", KNOWN)


@pytest.fixture(scope="module")
def running():
    """A server for all answers of this file."""
    with ContractServer() as server:
        yield server


@pytest.fixture(scope="module")
def fetched(running, tmp_path_factory):
    """A function that fetches areas over HTTP, by another plan where one is given."""
    archive = Archive(tmp_path_factory.mktemp("answers") / "archive")
    settings = Settings(
        "drift@example.org", between=0, attempts=1, base_url={"statbank": running.address}
    )
    with Client(settings) as client:

        def fetch(source=area.SOURCE, **plan):
            plan = PLANS[source.name] | plan
            place = Place(source.name, plan, REGISTER, NOTHING, archive, settings.cells)
            kept = len(archive.records())
            try:
                return source.fetch(Asking(place, settings, client, again=True), KNOWN)
            finally:
                if running.asked:
                    assert len(archive.records()) > kept, "archived before it is read"

        yield fetch


@pytest.mark.parametrize(("function", "change", "sentence"), CASES)
def test_another_answer_is_refused_in_a_sentence(running, fetched, function, change, sentence):
    running.twist = twisted(f"/{function}", change)
    with pytest.raises(DataError) as refused:
        fetched()
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "change",
    [
        with_body(lambda text: text.replace("\r\n", "\n")),
        with_body(lambda text: BOM + text),
        with_body(lambda text: text.rstrip("\r\n")),
        with_body(lambda text: text.replace("OMRÅDE;TID", "område;Tid")),
        with_body(lambda text: "\r\n".join(
            ";".join(line.split(";")[i] for i in (1, 0, 2)) for line in text.splitlines()
        )),
    ],
    ids=["LF", "byte order mark", "no last line end", "small letters", "another order"],
)  # fmt: skip
def test_what_the_contract_leaves_open_is_taken(running, fetched, change):
    running.twist = twisted("/data", change)
    found = fetched().set_index("code")["area_km2"]
    assert len(found) == 98
    assert found["101"] == 86.6


PLAN = PLANS["area.csv"]["table"][0]


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"table": []}, "sources.toml: a refresh from StatBank names no"),
        ({"table": [PLAN | {"id": "ARE999"}]}, "ARE999: StatBank does not know the table"),
        (
            {"table": [PLAN | {"units": "Km2"}]},
            "sources.toml: a table has an unknown field 'units'",
        ),
        ({"table": [PLAN | {"time": ""}]}, "sources.toml: a table has '' in 'time'"),
        ({"table": [PLAN | {"choose": {"ENHED": "km2"}}]}, "ARE207: has no variable 'ENHED', but"),
        ({"table": [PLAN | {"choose": {"ENHED": 7}}]}, "the table ARE207 has '7' for 'ENHED'"),
        ({"factor": "much"}, "has 'much' in 'factor', no number from 1 up"),
        ({"format": "PDF"}, "sources.toml: 'PDF' is no format, but BULK or CSV"),
    ],
)
def test_a_wrong_plan_is_named(running, fetched, plan, sentence):
    running.twist = lambda asked, reply: reply
    running.asked.clear()
    with pytest.raises(DataError) as refused:
        fetched(**plan)
    assert sentence in str(refused.value)


OF_ACCOUNTS = PLANS["accounts.csv"]["table"][0]


@pytest.mark.parametrize(
    ("source", "tables", "sentence"),
    [
        (area.SOURCE, [PLAN, PLAN], "sources.toml: a refresh names 2 tables instead of one"),
        (
            accounts.SOURCE,
            [OF_ACCOUNTS | {"each": {}}],
            "sources.toml: the table REGK31 needs one variable under 'each'",
        ),
    ],
)
def test_a_source_of_one_table_is_given_one(fetched, source, tables, sentence):
    with pytest.raises(DataError, match=sentence):
        fetched(source, table=tables)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "Pr. indbygger",
            "Pr. husstand",
            "REGK31: PRISENHED has no values labelled 'Pr. indbygger, løbende priser (kr.)'",
        ),
        (
            "3.38.75 Fritid",
            "3.38.74 Fritid",
            "REGK31: FUNKTION has 2 values labelled '3.38.74 ' (33874 = 3.38.74 Lokaletilskud;",
        ),
    ],
)
def test_labels_that_changed_are_named_with_what_there_is(running, fetched, old, new, sentence):
    running.twist = twisted("/tableinfo", replaced(old, new))
    with pytest.raises(DataError) as refused:
        fetched(accounts.SOURCE)
    assert sentence in str(refused.value)


def test_a_source_that_fails_is_told_in_a_line_and_its_snapshot_stays(
    refresh, data, server, archive
):
    before = content(data)
    server.twist = twisted("/data", page(200))
    status, said, message = refresh("area")
    assert (status, message) == (1, "")
    assert said == (
        "area.csv: failed, and stays as it was: "
        "ARE207: the answer is an HTML page in place of figures\n"
    )
    assert content(data) == before
    assert unfinished(archive) == []
    server.twist = lambda asked, reply: reply
    assert refresh("area")[0] == 0, "what the archive holds of this version cannot be used"
