"""Figures draw what they are given, and carry title, reservation and source inside them."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from samspil.present.citation import Words
from samspil.present.i18n import translator
from samspil.present.plot.distribution import distribution
from samspil.present.plot.interval import interval_bars
from samspil.present.plot.map import choropleth
from samspil.present.plot.profile import dimension_profile
from samspil.present.plot.template import CLASSES

DA = translator("da")
WORDS = Words("En titel", "Et forbehold", "Samspil, læst i dag")
HOSTILE = "<a href='https://evil.example'>A</a> & <b>B</b>"


def square(x):
    """A small clockwise square at (x, 55) as GeoJSON."""
    ring = [[x, 55.0], [x, 55.1], [x + 0.1, 55.1], [x + 0.1, 55.0], [x, 55.0]]
    return {"type": "Polygon", "coordinates": [ring]}


SHAPES = pd.DataFrame(
    {
        "code": ["101", "400", "153"],
        "name": ["Et", "Bornholm", HOSTILE],
        "outline": [square(9.0), square(10.0), square(11.0)],
        "hatch": [[[[x, 55.0], [x + 0.1, 55.1]]] for x in (9.0, 10.0, 11.0)],
    }
)
VALUES = pd.DataFrame(
    {"code": ["101", "400", "153"], "value": [20.0, 79.9, None], "label": ["20", "80", "intet"]}
)
NAMES = [(0.0, "0-20"), (20.0, "20-40"), (40.0, "40-60"), (60.0, "60-80"), (80.0, "80-100")]
ROWS = pd.DataFrame(
    {
        "label": ["I alt", "Formelt"],
        "name": ["A", "A"],
        "dimension": ["I alt", "Formelt"],
        "documented": [25.0, 50.0],
        "possible": [75.0, 50.0],
        "midpoint": [50.0, 50.0],
        "coverage": [0.5, 1.0],
    }
)
SPREAD = pd.DataFrame({"code": ["1", "2", "3"], "name": ["A", "B", "C"],
                       "documented": [0.0, 4.9, 100.0]})  # fmt: skip


def draw_map(selected=None):
    return choropleth(
        SHAPES, VALUES, WORDS, DA, classes=NAMES, unknown="intet kendt", selected=selected
    )


FIGURES = {
    "map": draw_map,
    "interval": lambda: interval_bars(ROWS, WORDS, DA),
    "profile": lambda: dimension_profile(ROWS, WORDS, DA),
    "distribution": lambda: distribution(SPREAD, WORDS, DA, selected="2"),
}


@pytest.mark.parametrize("name", FIGURES)
def test_title_reservation_and_source_are_in_the_picture(name):
    figure = FIGURES[name]()
    assert "En titel" in figure.layout.title.text
    assert "Et forbehold" in figure.layout.title.text
    assert figure.layout.annotations[-1].text == "Kilde: Samspil, læst i dag"
    assert figure.layout.separators == ",."


def traces(figure, kind):
    return [trace for trace in figure.data if isinstance(trace, kind)]


def test_a_value_on_a_bound_belongs_to_the_higher_class():
    areas = {trace.name: trace for trace in traces(draw_map(), go.Choropleth)}
    assert list(areas["20-40"].locations) == ["101"]
    assert list(areas["60-80"].locations) == ["400"]


def test_the_unknown_is_hatched_and_outside_the_scale():
    figure = draw_map()
    areas = {trace.name: trace for trace in traces(figure, go.Choropleth)}
    unknown = areas["intet kendt"]
    assert list(unknown.locations) == ["153"]
    assert unknown.colorscale[0][1] not in CLASSES
    hatch = [t for t in traces(figure, go.Scattergeo) if t.mode == "lines"]
    assert list(hatch[0].lon)[:2] == [11.0, 11.1]


def test_the_chosen_municipality_is_outlined():
    before, after = traces(draw_map(), go.Scattergeo), traces(draw_map("101"), go.Scattergeo)
    assert len(after) == len(before) + 1


def test_names_from_data_are_not_read_as_markup():
    text = "".join(t.text[0] for t in traces(draw_map(), go.Choropleth) if t.locations)
    assert "<a" not in text
    assert "&lt;a" in text


def test_an_interval_goes_from_documented_to_possible_with_its_midpoint():
    documented, unknown, midpoint = interval_bars(ROWS, WORDS, DA).data
    assert list(documented.x) == [25, 50]
    assert list(unknown.x) == [50, 0]
    assert list(midpoint.x) == [50, 50]
    assert "50\N{NO-BREAK SPACE}% kendt" in documented.y[0]


def test_a_profile_draws_every_municipality_under_every_dimension():
    figure = dimension_profile(ROWS, WORDS, DA)
    assert [list(trace.x) for trace in figure.data] == [[25, 75], [50, 50]]
    assert list(figure.layout.yaxis.ticktext) == ["<b>I alt</b>", "A", "<b>Formelt</b>", "A"]


def test_everybody_is_counted_once_in_the_distribution():
    bars = distribution(SPREAD, WORDS, DA).data[0]
    assert sum(bars.y) == 3
    assert bars.y[0] == 2
    assert bars.y[-1] == 1
