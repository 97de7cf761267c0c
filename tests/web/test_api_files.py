"""The files of the data: of a release only what is whole, of the newest build only what is its."""

import asyncio
import json
from threading import Event

import pytest
from coroutines import finish
from machines import CORRECTION, LATER, RELEASE, Machines
from released import rewrite

from etl.notices import write_notices
from web.api import files
from web.api.endpoint import AT_ONCE


@pytest.fixture
def release(spoilable):
    """The folder of the release, among those that a test may spoil."""
    return spoilable / "releases" / RELEASE


@pytest.fixture
def site(spoilable, tmp_path):
    """What answers machines there."""
    return Machines(tmp_path / "made")


def refused(answer):
    """What an answer that there is nothing to read says."""
    assert answer.status == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    return json.loads(answer.body)["detail"]


def test_checksums_that_are_cut_or_gone_are_refused_and_come_back_whole(release, site):
    address, path = f"/data/{RELEASE}/SHA256SUMS", release / "SHA256SUMS"
    whole = path.read_bytes()
    before = site.ask(address)
    assert (before.status, before.body) == (200, whole)
    rewrite(path, whole[:100])
    assert "SHA256SUMS" in refused(site.ask(address))
    assert "SHA256SUMS" in refused(site.ask(address, if_none_match=before.headers["etag"]))
    path.unlink()
    assert "SHA256SUMS" in refused(site.ask(address))
    path.write_bytes(whole)
    assert site.ask(address).headers["etag"] == before.headers["etag"]


def test_checksums_of_fewer_files_have_another_tag(release, site):
    address, path = f"/data/{RELEASE}/SHA256SUMS", release / "SHA256SUMS"
    before = site.ask(address).headers["etag"]
    lines = path.read_bytes().splitlines(keepends=True)
    rewrite(path, b"".join(line for line in lines if b"changes.txt" not in line))
    assert site.ask(address).headers["etag"] != before


def test_what_another_program_made_of_the_same_build_is_not_handed_out(
    spoilable, tmp_path, monkeypatch
):
    given = []
    for program in (b"of then", b"of now"):
        monkeypatch.setattr(files, "program", program.decode)
        monkeypatch.setattr(
            files, "write_package", lambda house, path, release, own=program: path.write_bytes(own)
        )
        given.append(Machines(tmp_path / "made").ask("/data/samspil.zip"))
    assert [answer.body for answer in given] == [b"of then", b"of now"]
    assert given[0].headers["etag"] != given[1].headers["etag"]


def test_another_program_is_one_whose_source_differs(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ROOM", tmp_path)
    (tmp_path / "inside").mkdir()
    found = [files.program()]
    for name in ("package.py", "inside/schema.sql"):
        (tmp_path / name).write_text("another line")
        found.append(files.program())
    assert len(set(found)) == 3
    assert files.program() == found[-1]


def test_other_bytes_under_one_name_have_another_tag(site, tmp_path):
    before = site.ask("/data/samspil.zip")
    (path,) = (tmp_path / "made").iterdir()
    path.write_bytes(before.body + b"!")
    after = site.ask("/data/samspil.zip", if_none_match=before.headers["etag"])
    assert (after.status, after.body) == (200, before.body + b"!")
    assert after.headers["etag"] != before.headers["etag"]


def test_corrections_that_lie_nowhere_are_what_a_build_would_write(release, site):
    address, path = f"/data/{RELEASE}/corrections.json", release / "corrections.json"
    path.unlink()
    lost = site.ask(address)
    assert (lost.status, lost.headers["cache-control"]) == (200, "public, max-age=3600")
    assert CORRECTION in lost.body.decode()
    write_notices(lambda line: None)
    assert site.ask(address).body == path.read_bytes() == lost.body


def test_files_that_are_not_made_yet_keep_nobody_else_waiting(site, monkeypatch):
    begun, done = Event(), Event()

    def slowly(house, path, **_):
        begun.set()
        assert done.wait(60)
        path.write_bytes(b"made")

    monkeypatch.setattr(files, "write_package", slowly)

    async def crowd():
        held = [asyncio.create_task(site.asked("/data/samspil.zip")) for _ in range(AT_ONCE)]
        try:
            await asyncio.to_thread(begun.wait, 60)
            others = [site.asked("/healthz"), site.asked("/api/v1/sources.json")]
            answered = await asyncio.wait_for(asyncio.gather(*others), 20)
        finally:
            done.set()
        return answered, await asyncio.gather(*held)

    answered, held = finish(crowd())
    assert [answer.status for answer in answered] == [200, 200]
    assert [answer.body for answer in held] == [b"made"] * AT_ONCE


def test_health_waits_for_no_comparison_of_releases(site, monkeypatch):
    monkeypatch.setattr("samspil.present.api.shelf.edition_of", None)
    assert site.json("/healthz")["build"] == LATER
