"""`python -m etl release`: frozen whole or not at all, never twice, and only what was accepted."""

import csv
import hashlib
import io
import json
import shutil
import zipfile
from datetime import date

import duckdb
import pytest
from etl_data import GOOD, append
from frictionless import Package
from frozen import DATA, ROWS
from released import DRAWN, sum_lines

from etl import freeze as module
from etl.errors import DataError
from etl.snapshots import read_snapshots
from samspil.harmless import original
from samspil.present.embedded import kept
from samspil.present.embedded.described import WIDTHS
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.package import package
from samspil.warehouse.releases import open_release

MADE = {"embeds", "figures"}
FILES = MADE | {"SHA256SUMS", "aendret.txt", "changes.txt", "codebook.toml", "corrections.json",
         "release.json", "samspil-2026.1.duckdb", "samspil-2026.1.zip"}  # fmt: skip


@pytest.fixture
def releases(tmp_path, monkeypatch):
    """Where releases lie, not yet there."""
    folder = tmp_path / "releases"
    monkeypatch.setenv("SAMSPIL_RELEASES", str(folder))
    return folder


@pytest.fixture
def built(frozen_folder, builds, monkeypatch):
    """The newest build is that of the frozen data; whoever writes builds must not ask for it."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    return newest_build(frozen_folder)


@pytest.fixture(scope="module")
def content():
    """The frozen data, read once."""
    return read_snapshots(DATA)


@pytest.fixture
def first(released, frozen_folder, builds, releases):
    """The folder of the first release, among builds and releases that a test may add to."""
    shutil.copytree(frozen_folder, builds)
    shutil.copytree(released, releases)
    return releases / "2026.1"


def content_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release_holds_the_build_and_says_of_itself_what_it_is(released, frozen_folder):
    folder = released / "2026.1"
    assert {path.name for path in folder.iterdir()} == FILES
    newest = newest_build(frozen_folder)
    assert (folder / "samspil-2026.1.duckdb").read_bytes() == newest.read_bytes()
    assert (folder / "codebook.toml").read_bytes() == (DATA / "codebook.toml").read_bytes()
    facts = json.loads((folder / "release.json").read_text())
    assert facts["frozen_on"] == "2026-11-25"
    assert facts["date"] == "2026-11-24"
    assert facts["build"] == newest.stem.removeprefix("samspil-")
    assert json.loads((folder / "corrections.json").read_text()) == {
        "release": "2026.1",
        "corrections": [],
    }
    assert "den første udgave" in (folder / "aendret.txt").read_text(encoding="utf-8")
    assert "the first release" in (folder / "changes.txt").read_text(encoding="utf-8")


def test_sha256sum_can_check_every_frozen_file(released):
    folder = released / "2026.1"
    sums = dict(
        reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )
    nested = {name for name in sums if "/" in name}
    assert sums.keys() - nested == FILES - MADE - {"SHA256SUMS", "corrections.json"}
    assert {name.partition("/")[0] for name in nested} == MADE
    for name, expected in sums.items():
        path = folder / name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == expected
        assert path.stat().st_mode & 0o222 == 0


def test_the_data_package_is_what_frictionless_asks_for_and_holds_every_record(released):
    path = released / "2026.1" / "samspil-2026.1.zip"
    described = Package(str(path))
    report = described.validate()
    assert report.flatten(["message"]) == []
    assert (described.name, described.version) == ("samspil-2026.1", "2026.1")
    assert {licence["name"] for licence in described.licenses if "name" in licence} == {
        "CC-BY-4.0",
        "MIT",
    }
    rows = next(task.stats["rows"] for task in report.tasks if task.name == "evidence")
    assert rows == ROWS
    schema = described.get_resource("evidence").schema
    assert schema.primary_key == ["id", "retrieved_on"]
    assert schema.get_field("level").description == "2 met, 1 partly met, 0 not met"


def test_the_same_build_gives_the_same_package_and_the_tables_cell_for_cell(frozen, released):
    made = package(frozen, release=True)
    assert made == (released / "2026.1" / "samspil-2026.1.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read("evidence.csv").decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    held = frozen.rows("SELECT id, note_da, year FROM evidence ORDER BY ALL")
    assert sorted((row["id"], original(row["note_da"]), row["year"]) for row in rows) == sorted(
        (id_, note, "" if year is None else str(year)) for id_, note, year in held
    )
    draft = json.loads(zipfile.ZipFile(io.BytesIO(package(frozen))).read("datapackage.json"))
    assert draft["title"].startswith("Samspil, draft of ")
    assert draft["version"] == frozen.build.id


def test_a_release_is_never_overwritten(first, run):
    before = content_of(first)
    status, _, message = run("release")
    assert status == 1
    assert message.startswith("samspil: release 2026.1: is frozen already")
    assert message.count("\n") == 1
    assert content_of(first) == before


def rename(data):
    path = data / "release.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026.1", "First"), encoding="utf-8")


def move(data):
    path = data / "release.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026.1", "2026.2"), encoding="utf-8")


def code_more(data):
    append("evidence.csv", GOOD)(data)


@pytest.mark.parametrize(
    ("change", "accepted", "said"),
    [
        (code_more, False, "evidence.csv: has "),
        (code_more, True, "evidence.csv: is not what the newest build was made of; run"),
        (move, True, "release.toml: says 2026.2 of 2026-11-24, but the newest build is of 2026.1"),
        (rename, False, "release.toml: has 'First' in 'name', not a year and a number such as"),
    ],
)
def test_only_the_build_of_what_was_accepted_is_frozen(
    change, accepted, said, run, data, built, releases, monkeypatch
):
    change(data)
    if accepted:
        monkeypatch.setattr(module, "check_accepted", lambda content: None)
    status, _, message = run("release")
    assert status == 1
    assert message.startswith(f"samspil: {said}")
    assert message.count("\n") == 1
    assert not (releases.exists() and list(releases.iterdir()))


def test_a_build_that_was_changed_after_it_was_written_is_not_frozen(run, first, builds):
    shutil.rmtree(first)
    path = newest_build(builds)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE score SET documented = 99 WHERE code = '350'")
    status, _, message = run("release")
    assert status == 1
    assert message.startswith("samspil: the newest build is not what was written")
    assert message.count("\n") == 1
    assert not list(first.parent.iterdir())


def test_without_a_build_nothing_is_frozen(run, releases, builds):
    status, _, message = run("release")
    assert (status, message) == (1, "samspil: nothing has been built yet\n")


def test_what_fails_or_is_killed_in_the_middle_leaves_no_half_release(
    built, content, releases, monkeypatch
):
    left = releases / "2026.1.unfinished-1"
    left.mkdir(parents=True)
    (left / "samspil-2026.1.duckdb").write_bytes(b"half")

    def full(_build, folder):
        assert (folder / "codebook.toml").exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "read_snapshots", lambda data: content)
    monkeypatch.setattr(module, "PARTS", (full,))
    with pytest.raises(DataError, match=r"^release 2026\.1: cannot be written .*No space left"):
        module.freeze(DATA, print, date(2026, 11, 25))
    assert list(releases.iterdir()) == []


def test_what_is_made_ahead_is_frozen_too(built, content, releases, monkeypatch):
    def made(build, folder):
        (folder / "embeds").mkdir()
        (folder / "embeds" / "630.html").write_text(build.build.release)

    monkeypatch.setattr(module, "read_snapshots", lambda data: content)
    monkeypatch.setattr(module, "PARTS", (made,))
    folder = module.freeze(DATA, lambda line: None, date(2026, 11, 25))
    assert "  embeds/630.html\n" in (folder / "SHA256SUMS").read_text()
    open_release("2026.1")
    (folder / "embeds" / "630.html").chmod(0o644)
    (folder / "embeds" / "630.html").write_text("2026.2")
    with pytest.raises(Exception, match=r"embeds/630\.html"):
        open_release("2026.1")


def test_the_page_of_what_was_drawn_ahead_is_frozen_in_both_languages_without_site_or_notice(
    released,
):
    pages = {path.name: path.read_text("utf-8") for path in (released / "2026.1/embeds").iterdir()}
    assert pages.keys() == {f"{DRAWN}_{language}.html" for language in ("da", "en")}
    for name, page in pages.items():
        assert f'<html lang="{name[-7:-5]}">' in page
        assert page.count("<svg") == len(WIDTHS)
        assert "2026.1" in page and "ladde" not in page and "draft" not in page
        assert "localhost" not in page and kept.SITE in page
        assert kept.records_of(page).codes is None
        assert "policy_adopted" in kept.records_of(page).criteria


def test_a_correction_is_told_beside_the_frozen_files_and_the_next_release_says_what_changed(
    first, run, data, builds, releases
):
    """Frozen, corrected, moved, built, frozen again."""
    before = sum_lines(first)
    code, claim, level = claim_of(builds)
    fields = {"code": code, "criterion": "policy_adopted", "evidence-id": claim, "field": "level",
              "old": level, "new": "0", "by-role": "kommune", "objection": "Den findes ikke",
              "outcome": "accepted", "reason": "Set efter", "date": "2026-11-24"}  # fmt: skip
    options = [part for name, value in fields.items() for part in (f"--{name}", str(value))]
    assert run("object", *options)[0] == 0
    move(data)
    assert run("accept", "--note", "the next release")[0] == 0
    status, output, _ = run("build")
    assert status == 0
    assert "Release 2026.1: 1 corrected since, in corrections.json" in output
    said = json.loads((first / "corrections.json").read_text(encoding="utf-8"))["corrections"]
    assert [(row["evidence_id"], row["outcome"], row["date"], row["new"]) for row in said] == [
        (claim, "accepted", "2026-11-24", "0")
    ]
    assert run("release", "--notices")[1] == ""
    assert run("release")[0] == 0
    after = sum_lines(first).splitlines()
    changed = set(before.splitlines()) ^ set(after)
    assert {line.split("  ")[1] for line in changed} == {"corrections.json"}
    text = (releases / "2026.2" / "aendret.txt").read_text(encoding="utf-8")
    assert text.startswith("Samspil, udgave 2026.2: ændret siden udgave 2026.1\n")
    assert "opfyldt → ikke opfyldt (rettet oplysning)" in text
    assert "(corrected record)" in (releases / "2026.2" / "changes.txt").read_text()


def claim_of(builds):
    """A municipality whose policy is documented by one claim alone: code, claim and level."""
    house = open_warehouse(newest_build(builds))
    row = house.rows(
        "SELECT code, any_value(id), any_value(level) FROM evidence"
        " WHERE criterion = 'policy_adopted' GROUP BY code"
        " HAVING count(*) = 1 AND any_value(level) = 2 AND any_value(year) > 2019 ORDER BY code"
    )[0]
    house.close()
    return row


def test_a_release_that_was_changed_is_told_and_stops_no_build(first, run):
    path = first / "codebook.toml"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b"\n")
    status, output, message = run("release", "--notices")
    assert (status, message) == (0, "")
    assert "release 2026.1: codebook.toml has not the checksum" in output
