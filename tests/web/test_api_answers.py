"""What machines are given is what the warehouse holds, row by row, with nothing filled in."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from frozen import BROENDBY, GENTOFTE, LEJRE, VEJLE, YEAR
from machines import CORRECTION, EARLIER, LATER, RELEASE, Machines

from samspil.model.ranking import default_terms, ranking
from samspil.model.scoring import assess
from samspil.present.api.resources import resources
from samspil.present.i18n import translator

RESOURCES = list(resources(translator("da")))


def plain(frame):
    """The rows of a frame as JSON has them."""
    frame = frame.astype(object).where(frame.notna(), None)
    return [
        {name: str(value)[:10] if isinstance(value, date) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def by_key(rows, *names):
    """The rows by what names them, so that their order does not matter."""
    found = {tuple(row[name] for name in names): row for row in rows}
    assert len(found) == len(rows)
    return found


def as_csv(machines, address):
    answer = machines.ask(address)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8"), newline="")))


def test_scores_are_those_of_the_build_with_every_decimal_and_null_for_unknown(machines, frozen):
    given = machines.json("/api/v1/scores.json")
    held = plain(frozen.query("FROM score"))
    found = by_key(given["rows"], "code", "year", "dimension")
    assert given["total"] == len(held) == len(found)
    for key, row in by_key(held, "code", "year", "dimension").items():
        assert {name: found[key][name] for name in row} == row
    assert found[BROENDBY, YEAR, "formal"]["assessed"] is None
    assert found[BROENDBY, YEAR, "total"]["rank"] is None


def test_a_score_carries_its_band_and_how_much_is_known(machines, frozen):
    rows = machines.json(f"/api/v1/scores.json?year={YEAR}&dimension=total")["rows"]
    bands = by_key(plain(frozen.query(f"FROM rank_band WHERE year = {YEAR}")), "code")
    ranked = [row for row in rows if row["rank"] is not None]
    assert len(ranked) == len(bands) > 0
    for row in ranked:
        band = bands[row["code"],]
        assert (row["band_low"], row["band_high"]) == (band["low"], band["high"])
        assert row["ranked"] == len(ranked)
    caveats = {row["code"]: row["caveat"] for row in rows}
    assert caveats[BROENDBY] == "Intet er kendt, så tallet siger intet om samarbejdet."
    assert caveats[GENTOFTE].endswith("ukendte er ikke nul. For lidt belyst til en placering.")
    assert "% kendt i gennemsnit af de tre dimensioner" in caveats[VEJLE]
    assert "For lidt" not in caveats[VEJLE]


def test_every_cell_has_an_assessment_or_none(machines, frozen):
    rows = machines.json(f"/api/v1/assessments.json?year={YEAR}")["rows"]
    held = plain(
        frozen.query(
            f"SELECT assessment.* FROM assessment JOIN criterion ON id = criterion"
            f" WHERE year = {YEAR} AND dimension <> 'context'"
        )
    )
    assert len(rows) == 98 * 24
    known = by_key([row for row in rows if row["level"] is not None], "code", "criterion")
    assert known.keys() == by_key(held, "code", "criterion").keys()
    for key, row in by_key(held, "code", "criterion").items():
        assert {name: known[key][name] for name in row} == row
    unknown = next(row for row in rows if row["level"] is None)
    assert unknown["evidence_id"] is unknown["fresh"] is unknown["source_url"] is None


def test_evidence_is_given_letter_by_letter(machines, frozen):
    rows = machines.json("/api/v1/evidence.json")["rows"]
    context = set(frozen.query("SELECT id FROM criterion WHERE dimension = 'context'")["id"])
    held = by_key(plain(frozen.query("SELECT * EXCLUDE (snapshot) FROM evidence")), "id",
                  "retrieved_on")  # fmt: skip
    found = by_key(rows, "id", "retrieved_on")
    assert found.keys() == held.keys()
    for key, row in held.items():
        expected = row | ({"level": None} if row["criterion"] in context else {})
        assert {name: found[key][name] for name in row} == expected
    assert {row["criterion"] for row in rows} & context


@pytest.mark.parametrize(
    ("name", "table", "key"),
    [
        ("municipalities", "municipality", ["code"]),
        ("criteria", "criterion", ["id"]),
        ("indicators", "indicator", ["code", "year", "indicator"]),
        ("national-series", "national_series", ["measure", "year", "source_url", "value"]),
        ("sources", "snapshot", ["name"]),
    ],
)
def test_a_table_is_given_whole(name, table, key, machines, frozen):
    found = by_key(machines.json(f"/api/v1/{name}.json")["rows"], *key)
    held = by_key(plain(frozen.query(f"FROM {table}")), *key)
    assert found.keys() == held.keys()
    for row_key, row in held.items():
        shared = row.keys() & found[row_key].keys()
        assert len(shared) > 5
        held_as = {column: None if row[column] == "" else row[column] for column in shared}
        assert {column: found[row_key][column] for column in shared} == held_as


@pytest.mark.parametrize("name", RESOURCES)
def test_csv_has_the_same_columns_and_values(name, machines):
    query = f"?code={LEJRE}" if name in ("scores", "assessments", "evidence") else ""
    query += f"&year={YEAR}" if name == "assessments" else ""
    given = machines.json(f"/api/v1/{name}.json{query}")["rows"]
    rows = as_csv(machines, f"/api/v1/{name}.csv{query}")
    assert len(rows) == len(given)
    columns = [column.name for column in resources(translator("da"))[name].columns]
    header = machines.ask(f"/api/v1/{name}.csv{query}").body.partition(b"\r\n")[0]
    assert header.decode() == ",".join(columns)
    for row, other in zip(rows, given, strict=True):
        said = {key: "" if value is None else str(value) for key, value in other.items()}
        said |= {key: str(value).lower() for key, value in other.items() if value in (True, False)
                 and isinstance(value, bool)}  # fmt: skip
        assert {key: value.removeprefix("'") for key, value in row.items()} == said


def test_filters_give_the_rows_that_they_name(machines):
    every = machines.json("/api/v1/evidence.json")["rows"]
    year = next(row["year"] for row in every if row["year"])
    for name, value in (("code", LEJRE), ("dimension", "formal"), ("year", year),
                        ("criterion", "policy_adopted")):  # fmt: skip
        found = machines.json(f"/api/v1/evidence.json?{name}={value}")["rows"]
        assert found == [row for row in every if row[name] == value] != []


def test_a_long_answer_comes_in_pages_that_make_the_whole(machines):
    address, pages = "/api/v1/evidence.json?limit=50", []
    while address:
        given = machines.json(address)
        link = machines.ask(address).headers.get("link")
        assert link == (given["next"] and f'<{given["next"]}>; rel="next"')
        pages.append(given["rows"])
        address = given["next"]
    whole = machines.json("/api/v1/evidence.json")
    assert [row for page in pages for row in page] == whole["rows"]
    assert [len(page) for page in pages[:-1]] == [50] * (len(pages) - 1)
    beyond = machines.json("/api/v1/evidence.json?offset=100000")
    assert (beyond["rows"], beyond["next"], beyond["total"]) == ([], None, whole["total"])


def test_an_answer_without_a_limit_is_bounded(machines):
    given = machines.json("/api/v1/assessments.json")
    assert (len(given["rows"]), given["total"]) == (10_000, 98 * 24 * 20)
    assert given["next"] == "/api/v1/assessments.json?offset=10000"


@pytest.mark.parametrize(("asked", "horizon"), [("4", 4), ("all", None)])
def test_another_horizon_goes_through_the_same_sql(asked, horizon, machines, frozen):
    year = YEAR - 2
    rows = machines.json(f"/api/v1/scores.json?year={year}&horizon={asked}")["rows"]
    terms = default_terms(frozen)
    own = ranking(frozen, type(terms)(terms.dimensions, terms.criteria, horizon, year))
    expected = by_key(plain(own.drop(columns=["ranked", "name"])), "code", "dimension")
    for key, row in by_key(rows, "code", "dimension").items():
        assert {name: row[name] for name in expected[key]} == expected[key]
    one = machines.json(f"/api/v1/scores.json?year={year}&horizon={asked}&code={LEJRE}")["rows"]
    assert one == [row for row in rows if row["code"] == LEJRE] != []
    cells = machines.json(f"/api/v1/assessments.json?year={year}&horizon={asked}")["rows"]
    known = by_key([row for row in cells if row["level"] is not None], "code", "criterion")
    held = assess(frozen, horizon, year)
    scored = {row["criterion"] for row in cells}
    expected = by_key(plain(held[held["criterion"].isin(scored)]), "code", "criterion")
    assert {key: row["level"] for key, row in known.items()} == {
        key: row["level"] for key, row in expected.items()
    }


def test_the_usual_horizon_is_the_table(machines):
    usual = machines.json(f"/api/v1/scores.json?code={LEJRE}&year={YEAR}")
    named = machines.json(f"/api/v1/scores.json?code={LEJRE}&year={YEAR}&horizon=8")
    assert usual["rows"] == named["rows"]


def test_an_answer_says_what_it_is_and_on_which_terms(machines, frozen):
    given = machines.json(f"/api/v1/scores.json?code={LEJRE}&lang=en")
    assert given["build"] == frozen.build.id
    assert (given["release"], given["licence"]) == (RELEASE, "CC BY 4.0")
    assert given["frozen"] is False
    assert given["draft"] is True
    assert "Unknown is not zero" in given["notice"]
    assert f"https://www.example.org/api/v1/scores.json?code={LEJRE}&lang=en" in given["citation"]
    assert given["build"] in given["citation"]
    danish = machines.json(f"/api/v1/scores.json?code={LEJRE}")
    assert "Ukendt er ikke nul" in danish["notice"]
    assert danish["rows"][0]["caveat"] != given["rows"][0]["caveat"]


def test_indicators_name_the_publishers_of_their_files(machines):
    given = machines.json("/api/v1/indicators.json?limit=1")
    assert "Danmarks Statistik" in given["citation"]
    assert given["licence"] == "CC BY 4.0"


def test_text_that_a_spreadsheet_would_run_is_made_harmless_in_csv_alone(machines, monkeypatch):
    from samspil.present.api import rows as module

    hostile = '=HYPERLINK("https://evil.example")'
    monkeypatch.setattr(
        module.queries, "rows",
        lambda *_: module.Rows(pd.DataFrame([{"name": hostile, "source": "x", "address": None,
            "retrieved_at": pd.Timestamp(2026, 1, 1), "sha256": "x", "rows": 1, "licence": "x",
            "attribution": "x", "caveat_da": "x", "caveat_en": "x"}]), 1),
    )  # fmt: skip
    # Another language, since what was asked before is kept.
    assert machines.json("/api/v1/sources.json?lang=en")["rows"][0]["name"] == hostile
    assert as_csv(machines, "/api/v1/sources.csv?lang=en")[0]["name"] == "'" + hostile


def test_a_release_answers_as_it_was_frozen_and_marks_what_was_corrected_since(shelved):
    frozen = shelved.json(f"/api/v1/evidence.json?code={LEJRE}&release={RELEASE}")
    newest = shelved.json(f"/api/v1/evidence.json?code={LEJRE}")
    assert (frozen["frozen"], frozen["draft"], newest["frozen"]) == (True, False, False)
    assert newest["build"] == LATER != frozen["build"]
    (marked,) = [row for row in frozen["rows"] if row["correction"]]
    assert (marked["level"], marked["corrected_on"]) == (2, "2026-11-28")
    assert marked["correction"] == CORRECTION
    (now,) = [row for row in newest["rows"] if row["id"] == marked["id"]]
    assert (now["level"], now["correction"]) == (1, None)
    assert "én rettelse; correction i evidence siger hvor" in frozen["notice"]
    assert "rettelse" not in newest["notice"]
    cells = shelved.json(f"/api/v1/assessments.json?code={LEJRE}&year={YEAR}&release={RELEASE}")
    assert [row["evidence_id"] for row in cells["rows"] if row["correction"]] == [marked["id"]]
    assert "Udgave 2026.1" in frozen["citation"]
    assert shelved.json("/healthz")["frozen"] == [RELEASE]
    assert f"code={LEJRE}&release={RELEASE}" in frozen["citation"]


def test_the_newest_answer_of_a_release_is_cited_by_an_address_that_stays(
    machines, tmp_path, released, monkeypatch
):
    monkeypatch.setenv("SAMSPIL_RELEASES", str(released))
    fresh = Machines(tmp_path)
    asked = f"code={LEJRE}&year={YEAR}"
    given = fresh.json(f"/api/v1/scores.json?{asked}")
    assert (given["draft"], given["frozen"]) == (False, False)
    assert f"{asked}&release={RELEASE}" in given["citation"]
    assert fresh.json(f"/api/v1/scores.json?{asked}&release={RELEASE}")["rows"] == given["rows"]
    assert "release=" not in fresh.json("/api/v1/changes.json")["citation"]


def test_scores_of_a_release_are_marked_by_municipality_and_nothing_else_is_told_of_it(shelved):
    scores = shelved.json(f"/api/v1/scores.json?year={YEAR}&release={RELEASE}")
    assert "én rettelse; correction i evidence siger hvor" in scores["notice"]
    marked = {row["code"]: row["corrected_on"] for row in scores["rows"] if row["corrected_on"]}
    assert marked == {LEJRE: "2026-11-28"}
    table = as_csv(shelved, f"/api/v1/scores.csv?year={YEAR}&release={RELEASE}")
    assert {row["code"]: row["corrected_on"] for row in table if row["corrected_on"]} == marked
    own = shelved.json(f"/api/v1/scores.json?year={YEAR}&horizon=4&release={RELEASE}")
    assert {row["code"] for row in own["rows"] if row["corrected_on"]} == {LEJRE}
    for name in ("municipalities", "criteria", "indicators", "national-series", "sources"):
        assert "rettelse" not in shelved.json(f"/api/v1/{name}.json?release={RELEASE}")["notice"]
    newest = shelved.json(f"/api/v1/scores.json?year={YEAR}")
    assert {row["corrected_on"] for row in newest["rows"]} == {None}


def test_a_language_written_with_percent_signs_is_that_language(machines):
    answers = [machines.json(f"/api/v1/scores.json?limit=1{said}")["notice"]
               for said in ("", "&lang=en", "&lang=%65n")]  # fmt: skip
    assert answers[0] != answers[1] == answers[2]


def test_changes_are_those_since_the_build_before_or_since_a_release(shelved):
    since = shelved.json(f"/api/v1/changes.json?release={RELEASE}")
    (row,) = since["rows"]
    assert (row["code"], row["before"], row["after"], row["reason"]) == (LEJRE, 2, 1, "corrected")
    assert (row["new_build"], since["build"], since["frozen"]) == (LATER, LATER, False)
    last = shelved.json("/api/v1/changes.json")
    assert last["rows"] == [row]  # the build before the newest is the one that was frozen
    assert shelved.json(f"/api/v1/changes.json?code={VEJLE}")["rows"] == []
    assert EARLIER not in str(last)
