"""The picture of all cells shows what the warehouse assessed, on the page and when downloaded."""

import pytest
from frozen import LEJRE, VEJLE

from samspil.analysis.documentation import ALIKE, ORDERS, cells, ordered, places
from samspil.present.citation import Words
from samspil.present.figures.cells import compact, describe, mark_text, said
from samspil.present.i18n import translator
from samspil.present.plot.cells import EDGE, HATCH, heat_map
from samspil.present.sentences.evidence import finding
from samspil.present.tables import evidence as tables
from samspil.warehouse import queries

DA = translator("da")
VALLENSBAEK = "187"


def drawn(house, order="navn", alike=()):
    rows = ordered(places(house, 2026), order, alike)
    group = "region" if order == "region" else ""
    return describe(cells(house, 2026), rows, queries.criteria(house), DA, group=group)


@pytest.fixture(scope="module")
def figure(frozen):
    return drawn(frozen)


def by_cell(figure):
    return {
        (place.code, criterion.id): mark
        for place, marks in zip(figure.places, figure.marks, strict=True)
        for criterion, mark in zip(figure.criteria, marks, strict=True)
    }


def test_every_cell_is_there_with_the_level_that_the_warehouse_assessed(figure, frozen):
    found = by_cell(figure)
    assert len(found) == 98 * 24
    assessed = frozen.query(
        "SELECT code, criterion, level FROM assessment JOIN criterion ON id = criterion"
        " WHERE year = 2026 AND dimension <> 'context'"
    )
    expected = {(row.code, row.criterion): row.level for row in assessed.itertuples()}
    assert {cell: mark.level for cell, mark in found.items() if mark} == expected
    assert len(expected) == 119


@pytest.mark.parametrize(
    ("code", "criterion", "words"),
    [
        (VEJLE, "council_rules", "opfyldt, 2025"),
        (VEJLE, "policy_goals", "delvist opfyldt, uden årstal"),
        (VEJLE, "consultant", "opfyldt, set i 2020, ikke genbekræftet"),
        (VEJLE, "charter", "ikke kendt"),
        (LEJRE, "web_form", "opfyldt, set i 2022, ikke genbekræftet"),
        (VALLENSBAEK, "policy_adopted", "ikke opfyldt, 2025"),
        (VALLENSBAEK, "policy_joint", "ikke opfyldt, følger af et andet kriterium"),
    ],
)
def test_a_cell_says_level_age_and_what_it_follows_from(figure, code, criterion, words):
    assert mark_text(by_cell(figure)[code, criterion], said(DA)) == words


def test_what_a_browser_is_sent_is_the_same_and_light(figure):
    sent = compact(figure)
    assert len(repr(sent)) < 20_000
    assert sent["groups"] == []
    meanings, found = said(DA), by_cell(figure)
    for (code, _), signs, years in zip(sent["places"], sent["marks"], sent["years"], strict=True):
        dated = iter(years)
        for (id_, *_), sign in zip(sent["criteria"], signs, strict=True):
            year = "" if sign == "-" else str(next(dated))
            expected = mark_text(found[code, id_], meanings)
            assert meanings[sign].replace("{year}", year) == expected
    known = {id_: count for id_, _, _, count in sent["criteria"]}
    assert sum(known.values()) == 119
    assert known["council_rules"] == sum(
        mark is not None for (_, id_), mark in found.items() if id_ == "council_rules"
    )


def test_the_picture_and_the_table_show_the_same_cells(figure):
    image = heat_map(figure, Words("Titel", "", "Kilde"), DA, selected=VEJLE)
    meanings, halves = said(DA), colours_of(image)
    for y, marks in enumerate(figure.marks):
        for x, mark in enumerate(marks):
            upper, lower = {
                None: ("#f4f4f2", "#f4f4f2"),
                0: ("white", "white"),
                1: ("#cfe3ec", "#4f96b8"),
                2: ("#0a3a52", "#0a3a52"),
            }[mark.level if mark else None]
            assert (halves[x, y, "upper"], halves[x, y, "lower"]) == (upper, lower)
    signs = {trace.name: len(trace.x) for trace in image.data if trace.name}
    assert signs["ikke genbekræftet"] == 8 + 19
    assert signs["uden årstal"] == 1 + 16 + 24
    assert signs["følger af et andet kriterium"] == 4
    assert list(image.layout.yaxis.ticktext) == [place.name for place in figure.places]
    (own,) = image.layout.shapes
    assert figure.places[round((own.y0 + own.y1) / 2)].code == VEJLE
    table = tables.cells(figure, DA)
    assert len(table) == 98 * 24
    texts = [mark_text(mark, meanings) for row in figure.marks for mark in row]
    assert list(table["Cellen i ord"]) == texts


def colours_of(image):
    """The colour of the two halves of every cell, by column, row and half."""
    found = {}
    for trace in image.data:
        if trace.fill != "toself" or trace.fillcolor == HATCH:
            continue
        for at in range(0, len(trace.x), 6):  # five corners and a gap
            xs, ys = trace.x[at : at + 5], trace.y[at : at + 5]
            x, y = round(sum(xs[:4]) / 4), round(sum(ys[:4]) / 4 - 0.01)
            for half, inside in (("upper", y - 0.2), ("lower", y + 0.2)):
                if min(ys) < inside < max(ys):
                    assert found.get((x, y, half), EDGE) == EDGE
                    found[x, y, half] = trace.fillcolor
    return found


def test_the_orders_are_those_that_they_say(frozen):
    rows = places(frozen, 2026)
    assert [place.code for place in drawn(frozen, "dokumenteret").places][:3] == [
        VEJLE, "760", "550",
    ]  # fmt: skip
    unknown = ordered(rows, "ukendt")["coverage"]
    assert unknown.is_monotonic_increasing
    by_region = drawn(frozen, "region")
    groups = compact(by_region)["groups"]
    assert [name for name, _ in groups] == sorted(rows["region"].unique())
    assert sum(count for _, count in groups) == 98
    alike = [LEJRE, *queries.most_similar(frozen, LEJRE, 98)]
    assert [place.code for place in drawn(frozen, ALIKE, alike).places] == alike
    for order in set(ORDERS) - {ALIKE}:
        assert sorted(ordered(rows, order)["code"]) == sorted(rows["code"])


def test_the_title_is_the_finding(frozen):
    facts = queries.known_facts(frozen)
    assert (facts["known_cells"], facts["fresh_cells"]) == (119, 51)
    expected = "5 % af vurderingerne er kendt; 2 % er genbekræftet"
    assert finding(facts, DA).replace("\N{NO-BREAK SPACE}", " ") == expected
