"""Who holds an answer already gets no second copy; files come whole, in parts, and as they were."""

import asyncio
import gzip
import hashlib
import io
import json
import shutil
import zipfile

import duckdb
import pytest
from coroutines import finish
from frozen import LEJRE
from machines import LATER, RELEASE, Machines

from samspil.warehouse.builds import newest_build

SCORES = f"/api/v1/scores.json?code={LEJRE}"
IMMUTABLE = "public, max-age=31536000, immutable"
READ = [SCORES, "/api/v1/scores.csv?year=2026", "/api/v1/openapi.json", "/feed/danmark.atom",
        "/feed/350.atom?lang=en", "/api", "/data/samspil.duckdb", "/data/samspil.zip"]  # fmt: skip
"""One address of each kind."""


@pytest.mark.parametrize("address", READ)
def test_who_holds_the_answer_gets_no_second_copy(address, machines):
    whole, head = machines.ask(address), machines.ask(address, "HEAD")
    tag = whole.headers["etag"]
    assert (whole.status, head.status, head.body) == (200, 200, b"")
    assert head.headers == whole.headers
    assert whole.headers["content-length"] == str(len(whole.body))
    assert whole.headers["cache-control"] == "no-cache"
    assert whole.headers["access-control-allow-origin"] == "*"
    for held in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = machines.ask(address, if_none_match=held)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["access-control-allow-origin"] == "*"
    assert machines.ask(address, if_none_match='"other"').status == 200


def test_an_answer_comes_compressed_to_who_can_read_it_under_a_tag_of_its_own(machines):
    plain = machines.ask(SCORES)
    packed = machines.ask(SCORES, accept_encoding="br, gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4
    assert packed.headers["etag"] != plain.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in machines.ask("/healthz", accept_encoding="gzip").headers


def test_another_build_has_another_tag_and_is_followed(tmp_path, shelved_folder, monkeypatch):
    folder = tmp_path / "warehouse"
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(folder))
    shutil.copytree(shelved_folder / "warehouse", folder)
    machines, builds = Machines(tmp_path / "made"), sorted(folder.glob("samspil-2*.duckdb"))
    tags = {}
    for path in (builds[0], folder / f"samspil-{LATER}.duckdb"):
        (folder / "newest.json").write_text(json.dumps({"file": path.name}))
        for address in (SCORES, "/data/samspil.duckdb", "/data/samspil.zip"):
            tags.setdefault(address, []).append(machines.ask(address).headers["etag"])
        assert machines.ask("/data/samspil.duckdb").body == path.read_bytes()
    assert [len(set(found)) for found in tags.values()] == [2, 2, 2]
    assert machines.json("/healthz")["build"] == LATER
    assert machines.json("/healthz")["frozen"] == []


def test_the_database_is_the_file_of_the_build_also_in_parts(machines, frozen_folder, frozen):
    content = newest_build(frozen_folder).read_bytes()
    whole = machines.ask("/data/samspil.duckdb")
    assert whole.body == content
    assert whole.headers["etag"] == f'"{frozen.build.id}"'
    part = machines.ask("/data/samspil.duckdb", range="bytes=100-199")
    assert (part.status, part.body) == (206, content[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(content)}"
    last = machines.ask("/data/samspil.duckdb", range="bytes=-10")
    assert last.body == content[-10:]
    other = machines.ask("/data/samspil.duckdb", range="bytes=0-9", if_range='"another build"')
    assert (other.status, len(other.body)) == (200, len(content))
    assert machines.ask("/data/samspil.duckdb", range="bytes=999999999-").status == 416


def test_the_package_holds_every_table_and_is_made_once(machines, frozen):
    answer = machines.ask("/data/samspil.zip")
    assert answer.headers["content-type"] == "application/zip"
    assert frozen.build.id in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
        assert {"datapackage.json", "score.csv", "evidence.csv"} <= set(package.namelist())
    assert machines.ask("/data/samspil.zip").headers == answer.headers


def test_the_files_of_a_release_are_the_frozen_ones_and_stay(shelved, shelved_folder):
    folder = shelved_folder / "releases" / RELEASE
    sums = shelved.ask(f"/data/{RELEASE}/SHA256SUMS")
    assert sums.body == (folder / "SHA256SUMS").read_bytes()
    for line in sums.body.decode().splitlines():
        expected, _, name = line.partition("  ")
        answer = shelved.ask(f"/data/{RELEASE}/{name}")
        assert hashlib.sha256(answer.body).hexdigest() == expected
        assert answer.headers["cache-control"] == IMMUTABLE
        assert name.rpartition("/")[2] in answer.headers["content-disposition"]
    assert "  embeds/" in sums.body.decode()  # what lies in folders is there too
    for ending in ("duckdb", "zip"):
        own = shelved.ask(f"/data/{RELEASE}/samspil.{ending}")
        assert own.body == (folder / f"samspil-{RELEASE}.{ending}").read_bytes()
        tag = own.headers["etag"]
        assert shelved.ask(f"/data/{RELEASE}/samspil.{ending}", if_none_match=tag).status == 304


@pytest.mark.parametrize(
    "address", [f"{SCORES}&release={RELEASE}", f"/data/{RELEASE}/corrections.json"]
)
def test_what_else_is_of_a_release_is_asked_for_again_within_an_hour(address, shelved):
    answer = shelved.ask(address)
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert shelved.ask(address, if_none_match=answer.headers["etag"]).status == 304


def test_a_release_that_was_tampered_with_answers_nothing(shelved_folder, tmp_path, monkeypatch):
    shutil.copytree(shelved_folder, tmp_path / "shelved")
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path / "shelved" / "warehouse"))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "shelved" / "releases"))
    machines = Machines(tmp_path / "made")
    path = tmp_path / "shelved" / "releases" / RELEASE / "codebook.toml"
    path.chmod(0o644)
    path.write_text("spoilt")
    for address in (f"{SCORES}&release={RELEASE}", f"/data/{RELEASE}/samspil.duckdb"):
        answer = machines.ask(address)
        assert answer.status == 503
        assert "codebook.toml" in json.loads(answer.body)["detail"]
        assert str(tmp_path) not in answer.body.decode()
    assert machines.ask(SCORES).status == 200


def test_one_explicit_file_is_given_as_it_was_when_it_was_opened(
    tmp_path, shelved_folder, monkeypatch
):
    named = tmp_path / "one.duckdb"
    monkeypatch.setenv("SAMSPIL_DATABASE", str(named))
    machines, builds = Machines(tmp_path / "made"), shelved_folder / "warehouse"
    for path in (builds / f"samspil-{LATER}.duckdb", next(builds.glob("samspil-2*.duckdb"))):
        shutil.copyfile(path, tmp_path / "draft")
        (tmp_path / "draft").replace(named)
        answer = machines.ask("/data/samspil.duckdb")
        assert answer.body == path.read_bytes()
        assert str(tmp_path) not in str(answer.headers)
        taken = tmp_path / "taken.duckdb"
        taken.write_bytes(answer.body)
        with duckdb.connect(str(taken), read_only=True) as connection:
            (build,) = connection.execute("SELECT id FROM build").fetchone()
        assert answer.headers["etag"] == f'"{build}"'
        taken.unlink()


def test_files_are_made_elsewhere_where_the_folder_cannot_be_written(
    tmp_path, frozen_folder, monkeypatch, caplog
):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    (tmp_path / "no-folder").write_text("")
    machines = Machines(tmp_path / "no-folder" / "made")
    assert machines.ask("/data/samspil.zip").status == 200
    assert "temporary folder" in caplog.text


def test_many_at_once_get_answers_of_one_whole_build_each(tmp_path, shelved_folder, monkeypatch):
    folder = shutil.copytree(shelved_folder / "warehouse", tmp_path / "warehouse")
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(folder))
    machines = Machines(tmp_path / "made")
    address = f"/api/v1/evidence.json?code={LEJRE}"
    names = [next(folder.glob("samspil-2*.duckdb")).name, f"samspil-{LATER}.duckdb"]

    async def crowd():
        answers = []
        for name in names * 2:
            (folder / "newest.json").write_text(json.dumps({"file": name}))
            # A parameter that changes nothing, so that what is kept does not answer.
            asked = [machines.asked(f"{address}&limit={100 + number}") for number in range(15)]
            answers += await asyncio.gather(*asked)
        return answers

    given = [json.loads(answer.body) for answer in finish(crowd())]
    rows = {}
    for answer in given:
        rows.setdefault(answer["build"], []).append(answer["rows"])
    assert len(given) == 60
    assert len(rows) == 2
    assert all(each == found[0] for found in rows.values() for each in found)
    assert len({json.dumps(found[0]) for found in rows.values()}) == 2
