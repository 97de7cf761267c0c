"""A release is opened only as long as it is what was frozen, and says what was corrected since."""

import os
from datetime import date

import duckdb
import pytest
from released import put_together

from samspil.warehouse import frozen, releases
from samspil.warehouse.builds import OutdatedBuildError, Warehouse
from samspil.warehouse.releases import (
    TamperedReleaseError,
    UnknownReleaseError,
    corrected_since,
    find,
    frozen_file,
    open_release,
)

DAY, LATER = date(2026, 11, 20), date(2026, 12, 1)


@pytest.fixture
def release(folder, build):
    """Release 2026.1 of that build."""
    put_together(folder, "2026.1", build, **{"codebook.toml": "version = 1", "changes.txt": "x"})
    return find("2026.1")


def correct(path, id_, evidence_id, day, *, field="level", outcome="accepted"):
    """Put a settled objection into the file of a build."""
    criterion = {"a": "policy", "b": "charter", "c": "heard"}.get(evidence_id, "page")
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO correction VALUES (?, ?, '101', ?, ?, '1', '2', 'kommune', 'Forkert', ?,"
            " 'Set efter', NULL, ?)",
            [id_, evidence_id, criterion, field, outcome, day],
        )


def read_again(path, id_, day):
    """Another reading of a claim, on that day."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "INSERT INTO evidence BY NAME SELECT * REPLACE (? AS retrieved_on) FROM evidence"
            " WHERE id = ? LIMIT 1",
            [day, id_],
        )


def since(release, path):
    """What was corrected since: pairs of the id of the correction and the day of the reading."""
    newest = Warehouse(path)
    rows = corrected_since(release, newest)
    newest.close()
    return [
        (row.id, row.evidence_id, row.retrieved_on.date().isoformat(), row.outcome)
        for row in rows.itertuples()
    ]


def test_where_nothing_was_frozen_there_is_no_release(folder):
    assert releases.releases() == []
    with pytest.raises(UnknownReleaseError):
        open_release("2026.1")


@pytest.mark.parametrize(
    "name", ["..", "2026.1/../2026.1", "/etc", "2026", "2026.1\n", "", "x" * 999]
)
def test_a_name_that_is_none_leads_nowhere(name, release):
    with pytest.raises(UnknownReleaseError) as told:
        find(name)
    assert len(str(told.value)) < 80


def test_releases_come_newest_first_by_number_and_not_by_letter(folder, build):
    for name in ("2026.9", "2027.1", "2026.10"):
        put_together(folder, name, build)
    (folder / "2026.2.unfinished-1").mkdir()
    (folder / "notes").mkdir()
    assert [found.name for found in releases.releases()] == ["2027.1", "2026.10", "2026.9"]


def test_a_release_is_opened_once_for_all_readers(release):
    assert open_release("2026.1") is open_release("2026.1")
    assert open_release("2026.1").build.release == "test"


def test_only_so_many_stay_open(folder, build):
    names = [f"2026.{number}" for number in range(1, releases.OPEN_AT_ONCE + 2)]
    for name in names:
        put_together(folder, name, build)
    first = open_release(names[0])
    for name in names[1:]:
        open_release(name)
    assert len(releases._OPENED) == releases.OPEN_AT_ONCE
    assert open_release(names[0]) is not first
    assert first.query("SELECT 1 AS one")["one"].tolist() == [1]


def test_one_changed_byte_in_any_frozen_file_is_refused_with_its_name(release):
    open_release("2026.1")
    names = [path.name for path in sorted(release.folder.iterdir())]
    assert len(names) == 5
    for name in names:
        path = release.folder / name
        before = path.read_bytes()
        content = bytearray(before)
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
        with pytest.raises(TamperedReleaseError) as told:
            open_release("2026.1")
        assert name in str(told.value)
        path.write_bytes(before)
        open_release("2026.1")


def test_a_file_that_is_gone_is_refused_with_its_name_and_what_is_not_frozen_is_not(release):
    (release.folder / "corrections.json").write_text("{}")
    (release.folder / "notes.txt").write_text("not frozen")
    open_release("2026.1")
    assert frozen_file(release, "codebook.toml").read_text() == "version = 1"
    assert frozen_file(release, "notes.txt") is frozen_file(release, "../2026.1/x") is None
    (release.folder / "codebook.toml").unlink()
    with pytest.raises(TamperedReleaseError, match=r"codebook\.toml is gone"):
        open_release("2026.1")


@pytest.mark.parametrize("line", ["00  ../build.duckdb\n", "00  /etc/passwd\n", "no checksum\n"])
def test_a_list_of_checksums_that_leads_elsewhere_is_refused(line, release):
    path = release.folder / "SHA256SUMS"
    path.write_text(path.read_text() + line)
    with pytest.raises(TamperedReleaseError, match="SHA256SUMS"):
        open_release("2026.1")


def test_a_list_that_leaves_out_the_tables_is_refused(release):
    path = release.folder / "SHA256SUMS"
    path.write_text("".join(row for row in path.open() if ".duckdb" not in row))
    with pytest.raises(TamperedReleaseError, match="SHA256SUMS"):
        open_release("2026.1")


def test_checksums_are_compared_once_and_again_when_a_file_was_touched(release, monkeypatch):
    summed, checksum = [], frozen.checksum
    monkeypatch.setattr(frozen, "checksum", lambda path: summed.append(path.name) or checksum(path))
    for _ in range(3):
        open_release("2026.1")
    assert sorted(summed) == ["changes.txt", "codebook.toml", "release.json", release.database.name]
    os.utime(release.folder / "changes.txt", (1, 1))
    open_release("2026.1")
    assert len(summed) == 8


def test_what_was_settled_since_is_told_of_the_reading_that_it_touched(release, build):
    correct(build, "k1", "a", LATER)
    correct(build, "k2", "b", LATER, outcome="rejected")
    correct(build, "k3", "c", LATER, outcome="open")
    correct(build, "k4", None, LATER)
    assert since(release, build) == [
        ("k1", "a", "2026-11-20", "accepted"),
        ("k2", "b", "2026-11-20", "rejected"),
    ]


def test_a_withdrawn_claim_is_told_of_all_its_readings(release, build):
    correct(build, "k1", "a", LATER, field="withdraw")
    with duckdb.connect(str(build)) as connection:
        connection.execute("DELETE FROM evidence WHERE id = 'a'")
    assert since(release, build) == [
        ("k1", "a", "2026-10-01", "accepted"),
        ("k1", "a", "2026-11-20", "accepted"),
    ]


def test_a_correction_of_a_reading_that_came_after_the_release_is_none_of_the_release(
    release, build
):
    read_again(build, "b", date(2026, 11, 30))
    correct(build, "k1", "b", LATER)
    assert since(release, build) == []


def test_a_correction_dated_before_the_reading_that_came_later_is_one_of_the_release(
    release, build
):
    read_again(build, "b", date(2026, 11, 30))
    correct(build, "k1", "b", date(2026, 11, 25))
    assert since(release, build) == [("k1", "b", "2026-11-20", "accepted")]


def test_what_the_release_had_settled_is_not_told_again_but_what_it_left_open_is(folder, build):
    correct(build, "k1", "a", DAY)
    correct(build, "k2", "b", DAY, outcome="open")
    put_together(folder, "2026.1", build)
    with duckdb.connect(str(build)) as connection:
        connection.execute("UPDATE correction SET outcome = 'rejected' WHERE id = 'k2'")
    assert since(find("2026.1"), build) == [("k2", "b", "2026-11-20", "rejected")]


def test_a_release_of_an_older_schema_keeps_its_files_and_is_told_what_was_corrected(folder, build):
    newer = build.with_name("newer.duckdb")
    newer.write_bytes(build.read_bytes())
    with duckdb.connect(str(build)) as connection:
        connection.execute("UPDATE build SET schema_version = schema_version - 1")
        connection.execute("ALTER TABLE national_series DROP COLUMN note_da")
    put_together(folder, "2026.1", build)
    with pytest.raises(OutdatedBuildError):
        open_release("2026.1")
    assert frozen_file(find("2026.1"), "samspil-2026.1.duckdb").read_bytes() == build.read_bytes()
    correct(newer, "k1", "a", LATER)
    assert since(find("2026.1"), newer) == [("k1", "a", "2026-11-20", "accepted")]


def test_a_release_that_was_scored_by_other_rules_is_of_another_program(folder, named):
    with duckdb.connect(str(named)) as connection:
        connection.execute("UPDATE score SET documented = 99 WHERE dimension = 'total'")
    put_together(folder, "2026.1", named)
    with pytest.raises(OutdatedBuildError, match=r"release 2026\.1: was scored by other rules"):
        open_release("2026.1")
