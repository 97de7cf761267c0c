"""What is odd waits beside the snapshots until somebody accepts it, and why."""

import json
import re

import pytest
from live.refreshing import content, put, twisted, with_body

from etl.accepted import checksum, read_accepted
from etl.live import replace
from etl.live.replace import Fetched, put_in_place
from etl.snapshots import check_accepted, read_snapshots


def in_hectares(text):
    """The same figures in another unit."""
    return re.sub(r"(?<=;)(\d+)(,\d+)?(?=\r?$)", r"\g<1>00", text, flags=re.MULTILINE)


def text_of(data, name):
    return (data / "snapshots" / name).read_text(encoding="utf-8")


@pytest.fixture
def held_back(refresh, data, server):
    """What was said of areas in another unit."""
    server.twist = twisted("/data", with_body(in_hectares))
    status, said, _ = refresh("area")
    assert status == 3
    return said


def test_other_units_are_held_back_with_what_is_odd(held_back, data):
    assert held_back == (
        "area.csv: held back, since it gives 101 8600 km² instead of 86.6, more than the factor "
        "1.1 (and 97 more). To take it all the same: python -m etl accept area.csv --note …\n"
    )
    assert text_of(data, "area.csv") == "code,year,area_km2\n"
    assert (data / "candidates" / "area.csv").read_text().startswith("code,year,area_km2\n101,")
    told = json.loads((data / "candidates" / "area.csv.json").read_text())
    assert told["odd"][0].startswith("gives 101 8600 km²")


def test_a_candidate_is_accepted_by_name_and_with_a_reason_only(held_back, data, command):
    before = content(data)
    assert command("accept", "area.csv")[2] == (
        "samspil: a candidate is accepted with --note and the reason only\n"
    )
    assert command("accept", "population.csv", "--note", "x")[2] == (
        "samspil: population.csv: no candidate waits in candidates/\n"
    )
    assert content(data) == before
    status, said, _ = command("accept", "area.csv", "--note", "hectares are meant")
    assert status == 0
    assert said.startswith("area.csv: accepted, 98 rows, although it gives 101 8600 km²")
    assert "101,2026,8600" in text_of(data, "area.csv")
    assert not (data / "candidates").exists()
    accepted = read_accepted(data / "accepted.json")
    assert accepted.retrieved["area.csv"]["note"] == "hectares are meant"
    check_accepted(read_snapshots(data))  # what a build does first


def test_a_candidate_that_was_changed_is_refused(held_back, data, command):
    path = data / "candidates" / "area.csv"
    path.write_bytes(path.read_bytes() + b"999,2026,1\n")
    status, _, message = command("accept", "area.csv", "--note", "x")
    assert status == 1
    assert message == (
        "samspil: area.csv: the candidate was changed since it was fetched; refresh again\n"
    )


def test_a_dry_run_ends_as_the_refresh_would(refresh, data, server):
    server.twist = twisted("/data", with_body(in_hectares))
    status, said, _ = refresh("area", "--dry-run")
    assert status == 3
    assert said.startswith("area.csv: would be held back, since it gives 101 8600 km²")


def fifty_each(data):
    """Areas that another refresh has fetched: 50 km² for each."""
    lines = text_of(data, "municipalities.csv").splitlines()[1:]
    areas = "".join(f"{line.split(',')[0]},2026,50\n" for line in lines)
    how = {"at": "2026-11-24T12:00:00+00:00", "answers": []}
    standing = checksum(data / "snapshots" / "area.csv")
    return Fetched("area.csv", f"code,year,area_km2\n{areas}".encode(), 98, how, standing)


def test_a_snapshot_that_was_replaced_while_its_server_was_asked_stays(refresh, data, server):
    def meanwhile(asked, reply):
        if len(server.asked) == 2:
            put_in_place(data, fifty_each(data))
        return reply

    server.twist = meanwhile
    assert refresh("area")[:2] == (
        1,
        "area.csv: failed, and stays as it was: was replaced since the new one was compared with "
        "it; refresh again\n",
    )
    assert "101,2026,50\n" in text_of(data, "area.csv")


def test_a_candidate_replaces_only_what_it_was_compared_with(held_back, data, command):
    put_in_place(data, fifty_each(data))
    assert command("accept", "area.csv", "--note", "hectares are meant")[2] == (
        "samspil: area.csv: was replaced since the new one was compared with it; refresh again\n"
    )
    assert "101,2026,50\n" in text_of(data, "area.csv")


def test_a_better_answer_takes_the_place_of_a_candidate(held_back, refresh, data, server):
    server.twist = lambda asked, reply: reply
    status, said, _ = refresh("area", "--again")
    assert (status, said) == (0, "area.csv: replaced, 0 → 98 rows, new years 2026\n")
    assert not (data / "candidates").exists()


def test_a_unit_that_is_not_the_expected_one_is_odd(refresh, server):
    server.twist = twisted("/tableinfo", with_body(lambda text: text.replace("Km2", "Ha")))
    status, said, _ = refresh("area")
    assert status == 3
    assert "since it has figures of ARE207 in 'Ha' instead of 'Km2'" in said


def test_a_unit_that_is_not_that_of_the_last_time_is_odd(refresh, server):
    assert refresh("accounts")[0] == 0
    server.twist = twisted(
        "/tableinfo", with_body(lambda text: text.replace('"unit": "-"', '"unit": "1.000 kr."'))
    )
    status, said, _ = refresh("accounts")
    assert status == 3
    assert "has figures of REGK31 in '1.000 kr.' instead of '-'" in said


def test_a_snapshot_changed_by_hand_is_not_written_over(refresh, data):
    put(data, "2007", "2008", "snapshots/population.csv")
    before = content(data)
    status, said, _ = refresh("population")
    assert status == 1
    assert "population.csv: failed, and stays as it was: was changed since it was accepted" in said
    assert content(data) == before


def test_accepting_by_hand_keeps_how_files_came_and_forgets_it_of_those_that_were_changed(
    refresh, data, command, server
):
    assert refresh("area", "population")[0] == 0
    assert set(read_accepted(data / "accepted.json").retrieved) == {"area.csv", "population.csv"}
    put(data, "101,2026,86.6", "101,2026,86.7", "snapshots/area.csv")
    server.twist = twisted("/data", with_body(in_hectares))
    assert refresh("accounts")[0] == 3
    assert command("accept", "--note", "by hand")[0] == 0
    assert set(read_accepted(data / "accepted.json").retrieved) == {"population.csv"}
    assert (data / "candidates" / "accounts.csv.json").is_file(), "taken by its name only"


@pytest.mark.parametrize("calls", range(3))
def test_wherever_a_replacement_stops_the_snapshot_is_an_accepted_one(data, monkeypatch, calls):
    count, write = [], replace.replace_file

    def stops(path, written):
        count.append(path)
        if len(count) > calls:
            raise KeyboardInterrupt
        write(path, written)

    monkeypatch.setattr(replace, "replace_file", stops)
    new = fifty_each(data)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(data, new)
    monkeypatch.undo()
    replaced = calls == 2
    assert (text_of(data, "area.csv").count("\n") == 99) == replaced
    found = checksum(data / "snapshots" / "area.csv")
    accepted = read_accepted(data / "accepted.json").settled({"area.csv": found})
    assert accepted.files["area.csv"] == found
    assert accepted.rows["area.csv"] == (98 if replaced else 0)
    put_in_place(data, new)
    assert read_accepted(data / "accepted.json").coming == {}
