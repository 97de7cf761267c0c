"""The pages take no files, so the server takes none; its limits are near what the pages need."""

import re

import pytest
from browser.served import PROJECT, served
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

BODY = (
    b'--edge\r\ncontent-disposition: form-data; name="f"; filename="f.bin"\r\n\r\n'
    + b"x" * 1_000_000
    + b"\r\n--edge--\r\n"
)


@pytest.fixture
def address(frozen_folder):
    """A server of its own, because a server keeps for some seconds what it says of its memory."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(frozen_folder)) as address:
        yield address


@pytest.fixture
def session(address):
    """The id of an open session, as Streamlit's own page gets it."""
    stream = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], origin=address, max_size=None) as socket:
        begin = BackMsg()
        begin.rerun_script.query_string = ""
        socket.send(begin.SerializeToString())
        message = ForwardMsg()
        while message.WhichOneof("type") != "new_session":
            message.ParseFromString(socket.recv())
        yield message.new_session.initialize.session_id


def test_a_file_is_refused_and_not_kept(ask, session):
    cookie = ask("/_stcore/health").headers["set-cookie"].partition(";")[0]
    headers = {
        "cookie": cookie,
        "x_xsrftoken": cookie.partition("=")[2],
        "content_type": "multipart/form-data; boundary=edge",
    }
    for method in ("PUT", "POST", "DELETE", "OPTIONS"):
        answer = ask(f"/_stcore/upload_file/{session}/{method}", method, BODY, **headers)
        assert answer.status == 403, method
    metrics = ask("/_stcore/metrics").body.decode()
    assert "session_events_total" in metrics
    assert re.findall(r"cache_memory_bytes\{[^}]*UploadedFile.*", metrics) == []


def test_a_file_that_came_past_the_refusal_would_be_too_large():
    assert config.get_option("server.maxUploadSize") == 0
