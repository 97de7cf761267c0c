"""Files come compressed, compressed once, and whole in every form."""

import gzip
import logging
import os
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest
from coroutines import finish
from starlette.requests import Request

from web import files as web_files
from web.codings import Cache, digest_of
from web.content import IMMUTABLE, best_coding
from web.files import compress, files_in

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
SCRIPT = b"export const answer = 42;\n" * 1000


@pytest.fixture
def folder(tmp_path):
    """A folder as a bundler leaves it."""
    folder = tmp_path / "files"
    (folder / "static" / "js").mkdir(parents=True)
    (folder / "index.html").write_text("<html>")
    (folder / "favicon.png").write_bytes(b"\x89PNG" * 100)
    (folder / "manifest.json").write_bytes(b'{"a": [1, 2]}' * 100)
    (folder / "static" / "js" / "tiny.AAAAAAA-.js").write_bytes(b"1")
    (folder / "static" / "js" / "index.DormvYxC.js").write_bytes(SCRIPT)
    return folder


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def ask(content, method="GET", **headers):
    """The answer of a file: status, headers and body."""
    named = [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()]
    request = Request({"type": "http", "method": method, "headers": named})
    response = finish(content.response(request))
    return response.status_code, dict(response.headers), response.body


def test_a_file_has_its_type_and_its_time_to_live(folder):
    files = files_in(folder, "/x", hashed=True)
    assert {
        address: (f.media_type, f.cache_control == IMMUTABLE) for address, f in files.items()
    } == {
        "/x/favicon.png": ("image/png", False),
        "/x/manifest.json": ("application/json", False),
        "/x/static/js/tiny.AAAAAAA-.js": ("text/javascript", True),
        "/x/static/js/index.DormvYxC.js": ("text/javascript", True),
    }
    assert not any(f.cache_control == IMMUTABLE for f in files_in(folder, "/x").values())


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None), ("identity", None)],
)
def test_a_file_comes_in_the_best_form_that_the_browser_reads(accepted, coding, folder, cache):
    file = files_in(folder, "")["/static/js/index.DormvYxC.js"]
    compress([file], cache)
    status, headers, body = ask(file, accept_encoding=accepted)
    assert status == 200
    assert headers.get("content-encoding") == coding
    assert headers["vary"] == "Accept-Encoding"
    assert headers["content-length"] == str(len(body))
    assert UNPACK[coding](body) == SCRIPT
    assert (len(body) < len(SCRIPT) / 10) == bool(coding)
    assert ask(file, "HEAD", accept_encoding=accepted) == (200, headers, b"")
    assert ask(file, accept_encoding=accepted, if_none_match=headers["etag"])[0] == 304


def test_the_forms_of_a_file_have_tags_of_their_own(folder, cache):
    file = files_in(folder, "")["/manifest.json"]
    compress([file], cache)
    tags = {ask(file, accept_encoding=coding)[1]["etag"] for coding in ("", "gzip", "br")}
    assert len(tags) == 3


def test_pictures_and_what_would_grow_are_sent_plain(folder, cache):
    files = files_in(folder, "")
    compress(files.values(), cache)
    assert files["/favicon.png"].encodings == {}
    assert files["/static/js/tiny.AAAAAAA-.js"].encodings == {}


def test_a_request_compresses_nothing(folder, monkeypatch):
    monkeypatch.setattr(web_files, "pack", None)
    file = files_in(folder, "")["/static/js/index.DormvYxC.js"]
    _, headers, body = ask(file, accept_encoding="br, gzip")
    assert "content-encoding" not in headers
    assert body == SCRIPT


def test_the_next_start_compresses_nothing(folder, cache, monkeypatch):
    compress(files_in(folder, "").values(), cache)
    monkeypatch.setattr(web_files, "pack", None)
    files = files_in(folder, "")
    compress(files.values(), Cache(cache.folder))
    assert set(files["/manifest.json"].encodings) == {"br", "gzip"}


@pytest.mark.parametrize("coding", ["br", "gzip"])
@pytest.mark.parametrize("damage", [lambda body: body[:-9], lambda body: b"", lambda body: b"?"])
def test_a_damaged_copy_is_made_anew(coding, damage, folder, cache):
    compress(files_in(folder, "").values(), cache)
    kept = cache.folder / f"{digest_of(SCRIPT)}.{coding}"
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    file = files_in(folder, "")["/static/js/index.DormvYxC.js"]
    compress([file], cache)
    assert file.encodings[coding] == kept.read_bytes() == whole


def test_a_copy_of_other_content_is_not_taken(folder, cache):
    compress(files_in(folder, "").values(), cache)
    kept = cache.folder / f"{digest_of(SCRIPT)}.br"
    kept.write_bytes(brotli.compress(b"something else"))
    assert cache.get(digest_of(SCRIPT), "br") is None


def test_servers_that_start_at_once_do_not_disturb_each_other(folder, cache):
    starts = [files_in(folder, "") for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        for done in [threads.submit(compress, files.values(), cache) for files in starts]:
            done.result()
    for files in starts:
        assert files["/manifest.json"].encodings == starts[0]["/manifest.json"].encodings
    assert not list(cache.folder.glob("*unfinished*"))
    assert all(cache.get(path.stem, path.suffix[1:]) for path in cache.folder.iterdir())


def test_a_folder_that_cannot_be_written_is_said_once_and_files_are_compressed(
    folder, tmp_path, caplog
):
    (tmp_path / "taken").write_text("a file where the folder should be")
    files = files_in(folder, "")
    with caplog.at_level(logging.WARNING):
        compress(files.values(), Cache(tmp_path / "taken" / "cache"))
    assert set(files["/manifest.json"].encodings) == {"br", "gzip"}
    assert [record.message[:40] for record in caplog.records] == [
        "Compressed files are kept in memory alon"
    ]


def test_what_nobody_needs_any_more_goes_after_a_day(folder, cache):
    compress(files_in(folder, "").values(), cache)
    needed = set(cache.folder.iterdir())
    fresh, old = cache.folder / "a.br.unfinished-1", cache.folder / "b.br"
    for path in (fresh, old):
        path.write_bytes(b"x")
    for path in {*needed, old}:
        os.utime(path, (0, 0))
    compress(files_in(folder, "").values(), cache)
    assert set(cache.folder.iterdir()) == needed | {fresh}


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip;q=1.0", "gzip"),
        ("br; q=0.000, gzip; q=0.0", ""),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", ""),
        ("identity", ""),
        ("bro, xgzip", ""),
        ("br;q=nonsense", "br"),
        (",;,", ""),
    ],
)
def test_what_a_browser_admits(header, coding):
    assert best_coding(header, {"gzip": b"", "br": b""}) == coding
