"""A file is replaced as a whole or not at all."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from samspil.files import UNFINISHED, replace_file, unfinished


def test_a_failed_replacement_leaves_the_file_and_nothing_else(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.json"
    path.write_bytes(b"before")
    monkeypatch.setattr("samspil.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"after")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.json": b"before"}


def test_writers_of_one_process_do_not_share_a_draft(tmp_path):
    path = tmp_path / "a.json"
    drafts = {unfinished(path) for _ in range(8)}
    assert len(drafts) == 8
    assert all(draft.name.startswith(f"a.json{UNFINISHED}") for draft in drafts)
    contents = [bytes([number]) * 100_000 for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda content: replace_file(path, content), contents))
    assert path.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [path]
