"""A page reads one build from its first line to its last, whatever is built in the meantime."""

import functools
import json
import shutil

import duckdb
import pytest
from visiting import visit, with_tables, words_of

from samspil.analysis import next_step
from samspil.warehouse.builds import newest_build

FIRST, SECOND = "samspil-1.duckdb", "samspil-2.duckdb"
CODE, MOVED = "101", 77.7


def point_at(folder, name):
    (folder / "newest.json").write_text(json.dumps({"file": name}))


@pytest.fixture
def folder(frozen_folder, tmp_path, monkeypatch):
    """Two builds of which the first is the newest; in the second one score is another."""
    for name in (FIRST, SECOND):
        shutil.copy(newest_build(frozen_folder), tmp_path / name)
        with duckdb.connect(str(tmp_path / name)) as connection:
            connection.execute("UPDATE build SET id = ?", [name])
    with duckdb.connect(str(tmp_path / SECOND)) as connection:
        connection.execute(
            "UPDATE score SET documented = ? WHERE code = ? AND dimension = 'total'", [MOVED, CODE]
        )
    point_at(tmp_path, FIRST)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    return tmp_path


def documented(app):
    table = with_tables(app).dataframe[0].value
    return table.set_index("Kode").loc[CODE, "Dokumenteret i alt"]


@pytest.fixture
def finished_meanwhile(folder, monkeypatch):
    """While the front page is drawn, after it asked for the scores, the second build finishes."""
    met_shares = next_step.met_shares

    @functools.wraps(met_shares)
    def built_meanwhile(*arguments):
        point_at(folder, SECOND)
        return met_shares(*arguments)

    monkeypatch.setattr(next_step, "met_shares", built_meanwhile)


def test_a_page_is_drawn_from_one_build(finished_meanwhile):
    app = visit("overview")
    assert not app.exception
    assert FIRST in words_of(app)
    assert SECOND not in words_of(app)
    assert documented(app) != MOVED


def test_what_one_build_answered_is_never_kept_as_the_answer_of_another(finished_meanwhile):
    visit("overview")
    later = visit("overview")
    assert SECOND in words_of(later)
    assert documented(later) == MOVED
