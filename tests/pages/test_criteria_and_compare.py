"""Kriterier tells all criteria and one of them; Sammenlign tells differences before the rest."""

import re

import pytest
from visiting import html_words, table_with, visit, with_tables, words_of

from samspil.analysis.criteria import counts, levels_of
from samspil.warehouse import queries

VEJLE, LEJRE, BROENDBY, OTHER = "630", "350", "153", "151"


def body_with(app, mark):
    """The HTML of the template whose outermost class is `mark`."""
    return next(
        e.proto.body for e in app.main.get("html") if f'class="samspil {mark}' in e.proto.body
    )


def rows_of(app):
    """The criteria of the first figure in their order."""
    return re.findall(r'data-pick="(\w+)"', body_with(app, "crit-bars"))


def test_all_criteria_stand_first_with_the_numbers_of_the_warehouse(frozen):
    app = visit("criteria")
    rows = counts(frozen, 2026)
    assert rows_of(app) == list(rows["id"])
    table = table_with(with_tables(app), "Ikke kendt")
    columns = ["Opfyldt", "Delvist opfyldt", "Ikke opfyldt", "Ikke kendt"]
    expected = rows[["met", "partly", "not_met", "unknown"]]
    assert table[columns].to_numpy().tolist() == expected.to_numpy().tolist()
    names = queries.criteria(frozen).set_index("id")["name_da"]
    title = words_of(app).split("Flest kommuner opfylder ")[1].splitlines()[0]
    assert title.endswith(f": {rows['met'].max()} af 98")
    for id_ in rows.loc[rows["met"] == rows["met"].max(), "id"]:
        assert names[id_] in title


def test_a_published_count_stands_beside_what_was_found_and_only_where_there_is_one(frozen):
    met = counts(frozen, 2026).set_index("id").loc["council_exists", "met"]
    text = html_words(visit("criteria", kriterium="council_exists"))
    said = "I 2012 svarede 43 af 78 kommuner, at de har et frivilligråd; vi har fundet det opfyldt"
    assert f"{said} i {met} af 98." in text
    assert "https://abcdocz.com/doc/3139960" in text
    assert " svarede " not in html_words(visit("criteria", kriterium="charter"))


@pytest.mark.parametrize(("order", "column"), [("opfyldt", "met"), ("ukendt", "unknown")])
def test_the_order_of_the_criteria_stands_in_the_address(order, column, frozen):
    found = counts(frozen, 2026)
    expected = list(found.sort_values(column, ascending=False, kind="stable")["id"])
    app = visit("criteria", kriterieorden=order, kommune=VEJLE, lang="en")
    assert rows_of(app) == expected
    assert app.query_params["kriterieorden"] == order
    href = f"?kommune={VEJLE}&amp;lang=en&amp;kriterium={expected[0]}&amp;kriterieorden={order}"
    assert f'href="{href}"' in body_with(app, "crit-bars")


def test_one_criterion_shows_every_level_with_its_count_and_every_municipality(frozen):
    app = visit("criteria", kriterium="council_exists", kommune=BROENDBY)
    row = queries.criteria(frozen).set_index("id").loc["council_exists"]
    levels = levels_of(frozen, "council_exists", 2026)
    shown = html_words(app)
    for level in (0, 1, 2):
        assert row[f"level{level}_da"] in shown
    assert f"{levels['level'].eq(2).sum()} kommuner" in shown
    assert row["question_da"] in shown
    assert "Brøndby: ? ikke kendt" in shown
    assert len(table_with(with_tables(app), "Vurdering")) == 98
    first = levels[levels["level"].eq(2)].iloc[0]
    assert first["name"] in shown
    assert re.search(r'<a href="[^"]*kriterium=council_exists" data-pick="council_exists" aria-cur',
                     body_with(app, "crit-bars"))  # fmt: skip


def test_groups_are_computed_when_they_are_opened():
    app = visit("criteria", kriterium="council_exists")
    assert not any("Gruppe" in frame.value.columns for frame in app.dataframe)
    app.session_state["grupper_open"] = True
    assert len(table_with(app.run(), "Gruppe")) > 20


def blocks_of(app):
    """The criteria under each heading of the comparison."""
    parts = re.split(r"<h3>([^<]+) <span", body_with(app, "compare n"))
    names = [re.findall(r"</b> ([^<]+)</span>\n", part) for part in parts[2::2]]
    return dict(zip(parts[1::2], names, strict=True))


def test_differences_come_first_and_nothing_is_claimed_of_the_unknown(frozen):
    app = visit("compare", med=f"{VEJLE},{OTHER}")
    a, b = (queries.marks(frozen, code, 2026) for code in (VEJLE, OTHER))
    x, y, names = a["level"], b["level"], a["name_da"]
    both, one = x.notna() & y.notna(), x.notna() ^ y.notna()
    blocks = blocks_of(app)
    assert list(blocks) == ["Her er de forskellige", "Kun kendt hos den ene", "Ens"]
    assert blocks["Her er de forskellige"] == list(names[both & (x != y).fillna(False)])
    assert blocks["Kun kendt hos den ene"] == list(names[one])
    assert blocks["Ens"] == list(names[both & (x == y).fillna(False)])
    unknown = html_words(app).split("Ukendt hos alle")[1]
    for name in names[x.isna() & y.isna()]:
        assert name in unknown
    table = table_with(with_tables(app), "Forskel")
    said = {True: "forskel", False: "ens"}
    for row, known, differs in zip(table["Forskel"], both, (x != y).fillna(False), strict=True):
        assert (
            (row == said[bool(differs)]) if known else row in ("ikke alle kendt", "ukendt hos alle")
        )


def test_a_mark_leads_to_its_note_and_its_source(frozen):
    shown = html_words(visit("compare", med=f"{VEJLE},{BROENDBY}"))
    marks = queries.marks(frozen, VEJLE, 2026).dropna(subset="level")
    assert len(marks)
    for mark in marks.to_dict("records"):
        assert mark["note_da"][:40] in shown
        assert mark["source_url"] in shown
    assert "Ingen kendte forskelle mellem Vejle og Brøndby" in shown
    assert (
        "Ingen: 0\N{NO-BREAK SPACE}% er kendt" in shown
    )  # how little is known of Brøndby, which is why it has no rank


def test_the_switch_leaves_only_what_differs():
    app = visit("compare", med=f"{VEJLE},{OTHER}", forskel="true")
    assert list(blocks_of(app)) == ["Her er de forskellige"]
    assert "Ukendt hos alle" not in html_words(app)
    assert set(table_with(with_tables(app), "Forskel")["Forskel"]) <= {"forskel"}


def test_the_chosen_municipality_alone_is_marked():
    head = body_with(
        visit("compare", med=f"{VEJLE},{LEJRE},{OTHER}", kommune=LEJRE), "compare heads"
    )
    assert head.count("own-column") == 1
    assert "kommune=350" in head.split("own-column")[1].split("</h3>")[0]
    assert "own-column" not in body_with(
        visit("compare", med=f"{VEJLE},{OTHER}", kommune=LEJRE), "compare heads"
    )


def test_six_can_stand_side_by_side_and_one_alone_asks_for_another():
    app = visit("compare", med="630,350,157,153,151,101")
    assert not app.exception
    assert "Kun kendt hos nogle" in blocks_of(app)
    alone = visit("compare", med=VEJLE)
    assert any("mindst to" in info.value for info in alone.info)
