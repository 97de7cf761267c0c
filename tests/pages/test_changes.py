"""Hvad er ændret: what moved is told by cause, and the largest moves are drawn as they are."""

import re

import duckdb
import pytest
from visiting import html_words, table_with, visit, with_tables, words_of

from samspil.analysis.changes import compare
from samspil.present.citation import Words
from samspil.present.figures.moves import MOST, moves
from samspil.present.i18n import translator
from samspil.present.plot.moves import moves_plot
from samspil.present.sentences.changes import causes
from samspil.warehouse.builds import newest_build, open_warehouse

DA = translator("da")


@pytest.fixture
def two(run, data, standing):
    """An older build and that of the frozen data, which holds every fourth record more."""
    newest = (standing / "newest.json").read_bytes()
    path = data / "snapshots" / "evidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for n, line in enumerate(lines) if n % 4 != 1), "utf-8")
    assert run("accept", "--note", "fewer")[0] == run("build")[0] == 0
    fewer = newest_build(standing)
    with duckdb.connect(str(fewer)) as connection:
        connection.execute("UPDATE build SET built_at = '2026-01-01'")
    (standing / "newest.json").write_bytes(newest)
    old, new = open_warehouse(fewer), open_warehouse(newest_build(standing))
    yield old, new
    old.close()
    new.close()


def test_the_page_and_the_picture_show_what_moved_and_why(two):
    found = compare(*two)
    rows = moves(found.scores, DA)
    assert 0 < len(rows) <= MOST
    app = visit("changes")
    assert not app.exception
    words = words_of(app)
    assert f"{len(found.cells)} vurderinger og {len(found.scores)} kommuners tal" in words
    assert f"fra {rows[0].numbers.replace(' → ', ' til ')}" in words.replace("\\", "")
    drawn = html_words(app)
    assert all(move.name in drawn and move.numbers in drawn and move.change in drawn
               for move in rows)  # fmt: skip
    assert str(len(table_with(with_tables(app), "Dokumenteret før"))) in words
    figure = moves_plot(rows, Words("Titel", "", "Samspil"), DA)
    before, after = (list(trace.x) for trace in figure.data[-2:])
    assert (before, after) == ([m.before for m in rows], [m.after for m in rows])
    assert [
        f"{DA.number(a, 1)} → {DA.number(b, 1)}" for a, b in zip(before, after, strict=True)
    ] == [move.numbers for move in rows]
    told = causes(found.cells, DA)
    assert sum(int(cause.count) for cause in told) == len(found.cells)
    assert all(cause.title in drawn and cause.means in drawn for cause in told)
    for cause in told:
        assert len(re.findall("→", "".join(line.says for line in cause.first + cause.rest))) == int(
            cause.count
        )
