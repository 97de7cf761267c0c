"""What tests of refreshing share: settings without waits, and ways to look at what stands."""

import csv

from live.contract_server import Reply

from etl.live.outcomes import FILE as OUTCOMES

SETTINGS = """
contact = "drift@example.org"
between = 0
connect = 2
read = 2
whole = 5
attempts = 3
first_wait = 0.01
longest_wait = 2

[base_url]
statbank = "http://localhost:9/v1"
"""
"""Without --base-url nobody is asked: nothing listens at port 9."""


def content(folder):
    """Every file of a data folder, byte by byte, but for the one that tells of each refresh."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != OUTCOMES]
    return {path.name: path.read_bytes() for path in paths}


def unfinished(folder):
    """What was left unfinished in a folder and below."""
    return [path.name for path in folder.rglob("*") if "unfinished" in path.name]


def put(data, old, new, name="sources.toml"):
    """Another line in a file of the data folder."""
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new), encoding="utf-8")


def rows(data, name, folder="snapshots"):
    """The rows of a CSV file of the data folder."""
    with (data / folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def twisted(function, change):
    """A twist of the replies to one function, tableinfo or data."""

    def twist(asked, reply):
        return change(reply) if asked.path.endswith(function) else reply

    return twist


def with_body(change):
    """A change of the body alone, as text."""
    return lambda reply: Reply(
        reply.status, change(reply.body.decode("utf-8-sig")).encode(), reply.headers
    )
