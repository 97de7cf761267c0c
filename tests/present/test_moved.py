"""Page and picture of what has moved show the same rows, and say only what can be told."""

import math

import pandas as pd
import pytest

from samspil.analysis.moved import COUNTRY, CRITERION, moved
from samspil.present.citation import Words
from samspil.present.figures.moved import Moved, criteria_moved, parts_moved, signed
from samspil.present.figures.panels import panel, panels
from samspil.present.html import render
from samspil.present.i18n import translator
from samspil.present.palette import ACCENT
from samspil.present.plot.moved import moved_rows
from samspil.present.plot.panels import small_multiples
from samspil.present.plot.picture import picture
from samspil.present.sentences import trends as sentences
from samspil.present.tables import trends as tables

DA = translator("da")
WORDS = Words("En titel", "Et forbehold", "Samspil, læst i dag")
DIMENSIONS = pd.DataFrame({"id": ["formal"], "name_da": ["Formelt"], "name_en": ["Formal"]})
CRITERIA = pd.DataFrame(
    {
        "id": ["up", "down", "still", "few", "fewer", "policy_current"],
        "name_da": ["Op", "<b>Ned</b>", "Stille", "Få", "Færre", "Alder"],
        "dimension": "formal",
    }
)
ROWS = pd.DataFrame(
    {
        "group": CRITERIA["id"],
        "shared": [40, 31, 50, 29, 3, 0],
        "before": [50.0, 80.0, 70.0, None, None, None],
        "after": [75.0, 75.5, 70.9, None, None, None],
        "change": [25.0, -4.5, 0.9, None, None, None],
        "risen": [20, 1, 1, 0, 0, 0],
        "fallen": [0, 4, 0, 0, 0, 0],
    }
)


@pytest.fixture
def shown() -> Moved:
    return criteria_moved(ROWS, CRITERIA, DIMENSIONS, (2022, 2026), DA)


def test_told_ones_stand_first_by_their_change_and_the_derived_one_last(shown):
    assert [row.name for row in shown.rows] == [
        "Op", "Stille", "<b>Ned</b>", "Få", "Færre", "Alder"
    ]  # fmt: skip
    assert [row.says for row in shown.rows] == [
        "+25,0", "+0,9", "\N{MINUS SIGN}4,5", "kan ikke afgøres, n = 29",
        "kan ikke afgøres, n = 3", "følger af dens alder",
    ]  # fmt: skip


def test_the_axis_reaches_twenty_points_or_as_far_as_it_must(shown):
    assert shown.limit == 40
    assert shown.place(0) == 50
    assert shown.place(25) == pytest.approx(50 + 50 * 25 / 40, abs=0.01)
    assert Moved(2022, 2026, shown.rows[1:]).limit == 20
    assert Moved(2022, 2026, shown.rows[3:]).limit == 20


def test_the_page_and_its_picture_show_the_same(shown):
    page = render("moved", figure=shown, columns=shown.halves, about="Kriterium", change="Ændring",
                  label="x")  # fmt: skip
    drawn = picture(moved_rows(shown, WORDS, DA), DA)
    said = [note.text for note in drawn.layout.annotations]
    labels = "".join(drawn.layout.yaxis.ticktext)
    for row in shown.rows:
        texts = [row.says] if row.change is None else [row.then, row.now, row.says]
        for text in texts:
            assert f">{text}<" in page
            assert text in said
    assert "&lt;b&gt;Ned" in page
    assert "&lt;b&gt;Ned" in labels
    unknown, bars, dots = drawn.data
    assert list(dots.x) == list(bars.x) == [25.0, 0.9, -4.5]
    assert list(unknown.y) == [3, 4, 5]
    assert page.count('class="hatch"') == 3
    places = [shown.place(change) for change in dots.x]
    assert all(f'class="shift-dot" style="left:{place}%"' in page for place in places)


def test_the_table_has_numbers_only_where_it_can_be_told(shown):
    table = tables.moved(shown, "Kriterium", DA)
    assert table["Ændring"].tolist()[:3] == [25.0, 0.9, -4.5]
    assert table["Ændring"].isna().tolist() == [False] * 3 + [True] * 3
    assert table["Bemærk"].tolist()[2:4] == ["", "kan ikke afgøres, n = 29"]


def test_the_title_is_what_was_found(shown):
    assert sentences.criteria_moved(shown, DA) == (
        "Siden 2022 kan tre af 6 kriterier afgøres: "
        "ét er steget, ét er faldet og ét er næsten uændret"
    )
    none = Moved(2015, 2026, shown.rows[3:])
    assert sentences.criteria_moved(none, DA) == "Siden 2015 kan ingen af 3 kriterier afgøres"


def test_one_assessment_more_is_no_movement_however_many_points_it_makes():
    row = {"shared": 12, "before": 50.0, "after": 54.2, "change": 4.2, "risen": 1, "fallen": 0}
    for risen, said in ((1, "A er næsten uændret"), (2, "A er steget")):
        rows = pd.DataFrame([row | {"group": "a", "risen": risen}])
        shown = parts_moved(rows, row, {"a": "A"}, (2015, 2026), DA)
        assert sentences.parts_moved(shown, DA) == f"Sammenlignelige vurderinger siden 2015: {said}"


def test_regions_stand_under_the_country_and_are_named_in_the_title():
    rows = ROWS[ROWS["group"] != "policy_current"]
    names = dict(zip(ROWS["group"], "ABCDEF", strict=True))
    shown = parts_moved(rows, ROWS.iloc[0].to_dict(), names, (2022, 2026), DA)
    assert [row.name for row in shown.rows] == ["Hele landet", "A", "C", "B", "D", "E"]
    assert sentences.parts_moved(shown, DA) == (
        "Sammenlignelige vurderinger siden 2022: A er steget; B er faldet; C er næsten uændret; D "
        "og E kan ikke afgøres"
    )


def test_a_change_has_its_sign_and_zero_has_none():
    assert [signed(points, DA) for points in (2.84, -4.05, 0.0, -0.04)] == [
        "+2,8", "\N{MINUS SIGN}4,1", "0,0", "0,0"
    ]  # fmt: skip


def development(values, drawn, coverage):
    years = list(range(2010, 2010 + len(values)))
    return pd.DataFrame(
        {"year": years, "documented": values, "coverage": coverage, "shared": 0, "drawn": drawn}
    )


GROUP = development([0, 4.0, 12.0, 13.0, 9.0], [False, False, False, True, False],
                    [0, 0.1, 0.2, 0.2, 0.1])  # fmt: skip
OWN = development([0, 0, 50.0, 95.0, 95.0], [False] * 5, [0, 0, 0.5, 1.0, 1.0])


def test_years_with_too_few_cells_are_marked_and_not_joined():
    found = panel("A", GROUP)
    assert found.documented == ((2012, 12.0), (2013, 13.0))
    assert found.loose == ((2011, 4.0), (2014, 9.0))


def test_the_municipality_has_an_axis_of_its_own_and_does_not_flatten_the_groups():
    groups = pd.concat([GROUP.assign(group="a"), GROUP.assign(group="b")])
    shown = panels(groups, GROUP, {"a": "A", "b": "B"}, ("Vejle", OWN, True))
    assert (shown.top, shown.own_top) == (30, 100)
    for columns in (2, 3):
        figure = small_multiples(shown, WORDS, DA, columns=columns)
        axes = [figure.layout[f"yaxis{n}"].range[1] for n in ("", "2", "3")]
        assert axes == [30, 30, 100]
        loose = [trace for trace in figure.data if trace.marker.symbol == "circle-open"]
        assert [list(trace.x) for trace in loose] == [[2011, 2014]] * 2 + [[2012, 2013, 2014]]
        drawn = picture(figure, DA)
        assert drawn.to_plotly_json()["data"] == figure.to_plotly_json()["data"]
        assert not any(trace.showlegend for trace in drawn.data)
        accent = {trace.yaxis for trace in figure.data
                  if ACCENT in (trace.line.color, trace.marker.color)}  # fmt: skip
        assert accent == {"y3"}


def test_every_criterion_of_the_frozen_data_has_a_row(frozen):
    rows = moved(frozen, CRITERION)
    criteria = frozen.query("SELECT * FROM criterion WHERE dimension <> 'context'")
    dimensions = frozen.query("SELECT * FROM dimension")
    for base, of_base in rows.groupby("base"):
        shown = criteria_moved(of_base, criteria, dimensions, (int(base), 2026), DA)
        assert len(shown.rows) == 24
        assert [len(half) for half in shown.halves] == [12, 12]
    assert not any(math.isinf(value) for value in moved(frozen, COUNTRY)["change"].dropna())
