"""What is damaged of a release is told, and forgotten as soon as it is whole again."""

import json

import duckdb
import pytest
from machines import LATER, RELEASE, Machines
from released import put_together, rewrite

from samspil.warehouse.builds import POINTER
from web.site import routes

PAGE = '<html lang="en"><head><title>Streamlit</title></head></html>'
CODES = "/api/v1/municipalities.json"


@pytest.fixture
def release(spoilable):
    """The folder of the release, among those that a test may spoil."""
    return spoilable / "releases" / RELEASE


@pytest.fixture
def site(spoilable, tmp_path):
    """All that answers there without Streamlit."""
    return Machines(tmp_path, routes(PAGE, "/upload", tmp_path / "made"))


@pytest.mark.parametrize("name", ["SHA256SUMS", "codebook.toml"])
def test_a_release_that_is_whole_again_is_a_release_again(name, release, spoilable, site):
    """The newest build is another one of the same contents: the two are compared to know it."""
    renamed(spoilable / "warehouse")
    whole = (release / name).read_bytes()
    rewrite(release / name, whole[:100])
    assert site.json(CODES)["draft"] is True
    rewrite(release / name, whole)
    assert site.json(CODES)["draft"] is False


def test_a_feed_tells_of_a_release_that_is_whole_again(release, spoilable, site):
    put_together(release.parent, "2026.2", spoilable / "warehouse" / f"samspil-{LATER}.duckdb")
    whole = (release / "codebook.toml").read_bytes()
    rewrite(release / "codebook.toml", b"spoilt")
    assert "Udgave 2026.2" not in site.ask("/feed/danmark.atom").body.decode()
    rewrite(release / "codebook.toml", whole)
    assert "Udgave 2026.2" in site.ask("/feed/danmark.atom").body.decode()


def renamed(builds):
    """Make the build that was frozen the newest one, under another id."""
    (path,) = builds.glob("samspil-2*.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE build SET id = 'again'")
    (builds / POINTER).write_text(json.dumps({"file": path.name}))


@pytest.mark.parametrize("facts", [b"{", b"[]", None])
def test_a_release_that_does_not_say_what_it_is_is_damaged_and_not_absent(facts, release, site):
    path = release / "release.json"
    rewrite(path, facts or b"")
    if facts is None:
        path.unlink()
    for address in (
        f"{CODES}?release={RELEASE}",
        f"/embed/fordeling?udgave={RELEASE}",
        f"/data/{RELEASE}/samspil.zip",
    ):
        answer = site.ask(address)
        assert (answer.status, "release.json" in answer.body.decode()) == (503, True), address
    assert site.ask(CODES).status == 200


def test_the_log_tells_of_it_once_and_again_where_it_was_whole_in_between(release, site, caplog):
    path = release / "release.json"
    whole = path.read_bytes()
    for times in (1, 2):
        rewrite(path, b"{")
        for _ in range(3):
            assert site.ask(CODES).status == 200
        assert caplog.text.count("release.json cannot be read") == times
        rewrite(path, whole)
        assert site.ask(CODES).status == 200
