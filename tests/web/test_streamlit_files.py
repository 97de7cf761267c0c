"""The files of the installed Streamlit and our own, as the server sends them."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from browser.served import wait_until_compressed
from streamlit import file_util
from websockets.sync.client import connect

from samspil.paths import PROJECT
from web.content import IMMUTABLE

STREAMLIT = Path(file_util.get_static_dir())
OWN = PROJECT / "static"
FILES = {f"/{path.relative_to(STREAMLIT)}": path for path in STREAMLIT.rglob("*.*")} | {
    f"/app/static/{path.name}": path for path in OWN.iterdir()
}
FILES.pop("/index.html")
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.mark.parametrize("coding", ["identity", "gzip", "br, gzip"])
def test_every_file_arrives_as_it_is_installed(coding, ask):
    assert len(FILES) > 300
    for address, path in FILES.items():
        answer = ask(address, accept_encoding=coding)
        unpack = UNPACK[answer.headers.get("content-encoding", "")]
        assert answer.status == 200
        assert unpack(answer.body) == path.read_bytes(), address
        named = re.search(r"\.[\w-]{8}\.\w+$", address) and address.startswith("/static/")
        assert answer.headers["cache-control"] == (IMMUTABLE if named else "no-cache"), address


def test_the_scripts_of_a_first_visit_are_a_third_of_what_streamlit_sends(address, ask):
    wait_until_compressed(address)
    page = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r'href="\.(/static/js/[^"]+)"', page)
    assert len(scripts) > 30
    plain = sum(FILES[script].stat().st_size for script in scripts)
    sent = sum(len(ask(script, accept_encoding="br, gzip").body) for script in scripts)
    assert sent < plain / 3


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_file_is_only_read(method, ask):
    assert ask("/favicon.png", method, body=b"x").status == 405


def test_messages_are_compressed(address):
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], origin=address) as socket:
        assert "permessage-deflate" in socket.response.headers["Sec-WebSocket-Extensions"]
