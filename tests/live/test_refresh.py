"""Refreshing from a server that answers by the contract: what comes in, and what is said."""

import json

import pytest
from live.contract_server import ContractServer
from live.refreshing import content, put, rows
from live.tables import PEOPLE, PLACES, SPENT, TABLES, people


def figures(data):
    return {(r["code"], int(r["year"])): int(r["population"]) for r in rows(data, "population.csv")}


def asked_for(server, function):
    return [asked.question for asked in server.asked if asked.path.endswith(function)]


def test_population_of_every_year_comes_in(refresh, data, server):
    status, said, message = refresh("population")
    assert (status, message) == (0, "")
    assert said.startswith("population.csv: replaced, 196 → 2156 rows, new years 2005, 2006, 2008")
    found = figures(data)
    assert len(found) == 98 * 22
    assert all(found[place] == number for place, number in PEOPLE.items())
    assert found["101", 2024] == people("101", 2024)
    assert {year for code, year in found if code == "101"} == set(range(2005, 2027))
    assert not any(code in ("411", "000", "084") for code, _ in found)
    agents = {asked.headers["user-agent"] for asked in server.asked}
    assert len(agents) == 1
    assert "drift@example.org" in agents.pop()


def test_a_year_that_two_tables_hold_is_asked_of_the_first(refresh, server):
    refresh("population")
    of_quarters, of_years = asked_for(server, "/data")
    times = [each["variables"][-1]["values"] for each in (of_quarters, of_years)]
    assert times[0][0] == "2008K1"
    assert all(time.endswith("K1") for time in times[0])
    assert times[1] == ["2005", "2006", "2007"]


def test_spending_comes_by_function_and_what_is_missing_is_not_zero(refresh, data):
    assert refresh("accounts")[0] == 0
    found = {(r["code"], r["year"], r["function"]): r for r in rows(data, "accounts.csv")}
    main = found["101", "2010", "3.38.73"]
    assert float(main["kr_per_inhabitant"]) == SPENT["101", 2010]
    assert main["label"] == "Frivilligt folkeoplysende foreningsarbejde"
    assert float(found["101", "2010", "3.38.74"]["kr_per_inhabitant"]) == SPENT["101", 2010] / 2
    assert ("825", "2010", "3.38.75") not in found
    assert ("825", "2010", "3.38.74") in found


def test_areas_of_the_newest_year_come_in(refresh, data):
    assert refresh("area")[1] == "area.csv: replaced, 0 → 98 rows, new years 2026\n"
    assert {r["code"]: float(r["area_km2"]) for r in rows(data, "area.csv")} == {
        code: float(place["area_km2"]) for code, place in PLACES.items()
    }


def test_a_search_prints_candidates_and_loads_none(command, data, server):
    before = content(data)
    status, said, _ = command("labels", "FRIVILLIG", "--base-url", server.address)
    assert status == 0
    assert "REGKC  DRANST1  157299005  Drift - 5.72.99" in said
    assert "REGK31  FUNKTION  33873  3.38.73 Frivilligt folkeoplysende foreningsarbejde" in said
    assert content(data) == before
    assert asked_for(server, "/data") == []
    assert command("labels", "xyz", "--base-url", server.address)[0] == 1


def test_more_than_the_limit_is_asked_for_in_parts(refresh, data, server):
    put(data, "between = 0", "between = 0\ncells = 500", "settings.toml")
    assert refresh("population")[0] == 0
    assert figures(data)["860", 2026] == PEOPLE["860", 2026]
    sizes = [
        len(each["variables"][0]["values"]) * len(each["variables"][-1]["values"])
        for each in asked_for(server, "/data")
    ]
    assert len(sizes) == 5
    assert max(sizes) <= 500
    assert sum(sizes) == 98 * 22


def test_where_the_server_gives_fewer_at_once_the_question_is_halved(refresh, data, server):
    def fewer(asked, reply):
        question = asked.question
        if asked.path.endswith("/data") and len(question["variables"][0]["values"]) > 30:
            body = json.dumps({"errorTypeCode": "REQUEST-LIMIT", "message": "For mange"})
            reply.status, reply.body = 400, body.encode()
        return reply

    server.twist = fewer
    assert refresh("area")[0] == 0
    assert len(asked_for(server, "/data")) == 7
    assert len(rows(data, "area.csv")) == 98


def test_csv_and_bulk_give_the_same_snapshot(refresh, data, server):
    refresh("area")
    bulk = (data / "snapshots" / "area.csv").read_bytes()
    put(data, '[refresh."area.csv"]', '[refresh."area.csv"]\nformat = "CSV"')
    status, said, _ = refresh("area")
    assert (status, said) == (0, "area.csv: unchanged, 98 → 98 rows\n")
    assert [each["format"] for each in asked_for(server, "/data")] == ["BULK", "CSV"]
    assert (data / "snapshots" / "area.csv").read_bytes() == bulk


def test_what_the_archive_holds_of_this_version_is_not_asked_for_again(
    refresh, server, monkeypatch
):
    refresh("area")
    refresh("area")
    assert len(asked_for(server, "/data")) == 1
    refresh("area", "--again")
    assert len(asked_for(server, "/data")) == 2
    table = TABLES["ARE207"]
    monkeypatch.setitem(TABLES, "ARE207", type(table)(**vars(table) | {"updated": "2027-01-01"}))
    refresh("area")
    assert len(asked_for(server, "/data")) == 3


def test_an_unchanged_table_is_read_from_the_archive(refresh, server):
    def marked(asked, reply):
        reply.headers["ETag"] = '"1"'
        if asked.headers.get("if-none-match") == '"1"':
            reply.status, reply.body = 304, b""
        return reply

    server.twist = marked
    assert refresh("area")[0] == 0
    assert refresh("area")[1] == "area.csv: unchanged, 98 → 98 rows\n"
    assert refresh("area", "--again")[1] == "area.csv: unchanged, 98 → 98 rows\n"
    marks = [asked.headers.get("if-none-match") for asked in server.asked]
    assert marks == [None, None, '"1"', None, None]


def test_an_unusable_answer_is_asked_for_anew_though_its_server_says_it_has_not_changed(
    refresh, server
):
    def marked(asked, reply):
        reply.headers["ETag"] = '"1"'
        if asked.headers.get("if-none-match") == '"1"':
            reply.status, reply.body = 304, b""
        elif len(server.asked) == 1:
            reply.body = b"<html>"
        return reply

    server.twist = marked
    assert refresh("area")[0] == 1
    assert refresh("area")[1] == "area.csv: replaced, 0 → 98 rows, new years 2026\n"


def test_a_dry_run_says_what_would_change_and_changes_nothing(refresh, data):
    before = content(data)
    status, said, _ = refresh("--dry-run")
    assert status == 0
    assert "population.csv: would be replaced, 196 → 2156 rows" in said
    assert said.endswith(
        "\nNo snapshot was changed: this was a dry run. What was answered is in the archive.\n"
    )
    assert content(data) == before


def test_one_source_can_be_pointed_elsewhere_by_the_environment(
    refresh, data, server, monkeypatch, command
):
    with ContractServer() as other:
        monkeypatch.setenv("SAMSPIL_BASE_URL", f"area={other.address}")
        assert command("refresh", "area")[0] == 0
        assert len(other.asked) == 2
    assert server.asked == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["evidence"], "evidence: cannot be refreshed; municipalities, boundaries, population"),
        (["area", "--base-url", "ftp://x"], "base-url: 'ftp://x' is not an http or https address"),
        (["--from", "x.csv"], "--from: name the one source that the files are for"),
    ],
)
def test_a_wrong_order_is_refused_in_a_sentence(refresh, server, arguments, sentence):
    status, _, message = refresh(*arguments)
    assert status == 1
    assert message.startswith(f"samspil: {sentence}")
    assert server.asked == []


def test_without_a_contact_address_nobody_is_asked(refresh, data, server):
    put(data, "drift@example.org", "", "settings.toml")
    status, _, message = refresh()
    assert status == 1
    assert message.startswith("samspil: settings.toml: contact is not set")
    assert server.asked == []
