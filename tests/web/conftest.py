"""What the tests of HTTP share: one request at a time, read as it comes over the wire."""

import http.client
from collections import namedtuple

import pytest

Answer = namedtuple("Answer", "status headers body")


@pytest.fixture
def ask(address):
    """A function that asks the dashboard: ask("/metode", "HEAD", accept="text/html")."""

    def request(path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, names, response.read())
        connection.close()
        return answer

    return request
