"""Figures draw what they are given, and carry title, reservation and source inside them."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from samspil.present.citation import Words
from samspil.present.i18n import translator
from samspil.present.layers import CLASS_BOUNDS, classed
from samspil.present.layers import CLASSES as BOUNDS
from samspil.present.palette import ACCENT, CLASSES
from samspil.present.plot.distribution import distribution
from samspil.present.plot.interval import interval_bars
from samspil.present.plot.lines import series_line
from samspil.present.plot.map import SMALL_HEIGHT, choropleth, outlined
from samspil.present.plot.picture import picture

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
        "nuts3": ["DK011", "DK014", "DK032"],
        "outline": [square(9.0), square(10.0), square(11.0)],
        "hatch": [[[[x, 55.0], [x + 0.1, 55.1]]] for x in (9.0, 10.0, 11.0)],
        "fine_hatch": [[[[x, 55.0], [x + 0.1, 55.1]]] * 3 for x in (9.0, 10.0, 11.0)],
    }
)
VALUES = pd.DataFrame(
    {"code": ["101", "400", "153"], "value": [20.0, 79.4, None], "label": ["20", "80", "intet"]}
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


def draw_map(part=None):
    return choropleth(SHAPES, VALUES, WORDS, DA, classes=NAMES, unknown="intet kendt", part=part)


FIGURES = {
    "map": draw_map,
    "interval": lambda: interval_bars(ROWS, WORDS, DA),
    "distribution": lambda: distribution(SPREAD, WORDS, DA, selected="2"),
}


@pytest.mark.parametrize("name", FIGURES)
def test_the_picture_holds_the_marks_of_the_page_and_the_words_around_them(name):
    figure = FIGURES[name]()
    drawn = picture(figure, DA, footer=("CC BY 4.0", "https://samspil.example/?kommune=350"))
    assert drawn.to_plotly_json()["data"] == figure.to_plotly_json()["data"]
    title, subtitle, source = drawn.layout.annotations[-3:]
    assert title.text == "<b>En titel</b>"
    assert subtitle.text == "Et forbehold"
    assert source.text == (
        "Kilde: Samspil, læst i dag<br>CC BY 4.0<br>https://samspil.example/?kommune=350"
    )
    assert drawn.layout.width == 960
    assert drawn.layout.height > figure.layout.height
    assert figure.layout.title.text is None
    assert figure.layout.separators == ",."


def test_a_long_legend_has_room_above_the_drawing():
    long = [
        (bound, f"mindst trin {number}: et langt navn") for number, (bound, _) in enumerate(NAMES)
    ]
    figure = choropleth(SHAPES, VALUES, WORDS, DA, classes=long, unknown="kan ikke afgøres endnu")
    tops = [picture(one, DA).layout.margin.t for one in (draw_map(), figure)]
    assert tops[1] > tops[0]


def traces(figure, kind):
    return [trace for trace in figure.data if isinstance(trace, kind)]


def test_a_value_on_a_bound_belongs_to_the_higher_class():
    areas = {trace.name: trace for trace in traces(draw_map("country"), go.Choropleth)}
    assert list(areas["20-40"].locations) == ["101"]
    areas = {trace.name: trace for trace in traces(draw_map("bornholm"), go.Choropleth)}
    assert list(areas["60-80"].locations) == ["400"]


def test_the_country_leaves_bornholm_to_its_inset_and_the_capital_is_drawn_twice():
    drawn = {part: {code for t in traces(draw_map(part), go.Choropleth) for code in t.locations}
             for part in ("country", "capital", "bornholm")}  # fmt: skip
    assert drawn == {"country": {"101", "153"}, "capital": {"101"}, "bornholm": {"400"}}
    whole = {t.geo: set() for t in traces(draw_map(), go.Choropleth)}
    assert set(whole) == {"geo", "geo2", "geo3"}


@pytest.mark.parametrize(
    ("t", "name"),
    [(DA, "Hovedstadsområdet, forstørret"), (translator("en"), "The capital area, enlarged")],
)
def test_an_inset_of_a_map_that_stands_alone_is_framed_and_says_what_it_is(t, name):
    shared = {"classes": NAMES, "unknown": "intet kendt"}
    figure = choropleth(SHAPES, VALUES, WORDS, t, **shared)
    says = [text.text.replace("<br>", " ") for text in figure.layout.annotations]
    assert says == [name, "Bornholm"]
    for geo, frame, text in zip(("geo2", "geo3"), figure.layout.shapes, figure.layout.annotations,
                                strict=True):  # fmt: skip
        domain = figure.layout[geo].domain
        assert frame.x0 <= domain.x[0] < domain.x[1] <= frame.x1
        assert frame.y0 <= domain.y[0] < domain.y[1] < frame.y1
        assert (text.x, text.y) == (frame.x0, frame.y1)
    capital, bornholm = figure.layout.shapes
    assert bornholm.y1 < capital.y0
    part = choropleth(SHAPES, VALUES, WORDS, t, part="capital", **shared)
    assert not part.layout.annotations  # a page says it outside the drawing
    assert not part.layout.shapes


def test_the_unknown_is_hatched_and_outside_the_scale():
    figure = draw_map("country")
    areas = {trace.name: trace for trace in traces(figure, go.Choropleth)}
    unknown = areas["intet kendt"]
    assert list(unknown.locations) == ["153"]
    assert unknown.colorscale[0][1] not in CLASSES
    assert list(hatches(figure)[0].lon)[:2] == [11.0, 11.1]
    signs = [t.marker.symbol for t in traces(figure, go.Scattergeo) if t.name == "intet kendt"]
    assert signs == ["line-ne-open"]  # its entry in the legend
    assert unknown.showlegend is False


def hatches(figure):
    """The lines over the unknown."""
    return [trace for trace in traces(figure, go.Scattergeo) if trace.mode == "lines"]


def test_the_hatch_is_finer_where_the_map_is_enlarged_and_coarse_on_a_small_map():
    unknown = VALUES.assign(value=float("nan"))
    shared = {"classes": NAMES, "unknown": "intet kendt"}
    whole = choropleth(SHAPES, unknown, WORDS, DA, **shared)
    lines = {trace.geo: list(trace.lon).count(None) for trace in hatches(whole)}
    assert lines == {"geo": 2, "geo2": 3, "geo3": 3}
    small = choropleth(SHAPES, unknown, WORDS, DA, height=SMALL_HEIGHT, **shared)
    lines = {trace.geo: list(trace.lon).count(None) for trace in hatches(small)}
    assert lines == {"geo": 2, "geo2": 1, "geo3": 1}


def test_a_map_names_municipalities_and_leaves_their_outlines_to_one_file():
    for trace in traces(draw_map(), go.Choropleth):
        assert trace.geojson == "/app/static/municipalities.json"


@pytest.mark.parametrize(
    ("value", "number"),
    [(0, 0), (19.49, 0), (19.5, 1), (20, 1), (39.4, 1), (39.5, 2), (59.9, 3), (79.5, 4), (100, 4)],
)
def test_a_value_falls_into_the_class_that_names_it_as_it_is_shown(value, number):
    points = list(zip(CLASS_BOUNDS, BOUNDS, strict=True))
    found = int(classed(pd.Series([value]), points).iloc[0])
    low, high = BOUNDS[found]
    assert found == number
    assert low <= int(DA.number(value)) <= high
    assert not {low for low, _ in BOUNDS} & {high for _, high in BOUNDS}


def test_the_chosen_municipality_is_outlined():
    before = traces(draw_map(), go.Scattergeo)
    after = traces(outlined(draw_map(), "101", square(9.0)), go.Scattergeo)
    assert [line.geo for line in after[len(before) :]] == ["geo", "geo", "geo2", "geo2"]
    strokes = [(line.line.color, line.line.width) for line in after[len(before) :]]
    assert strokes == [("white", 5), (ACCENT, 3)] * 2
    assert traces(outlined(draw_map(), None, None), go.Scattergeo) == before


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


def test_everybody_is_counted_once_in_the_distribution():
    bars = distribution(SPREAD, WORDS, DA).data[0]
    assert sum(bars.y) == 3
    assert list(bars.y[:2]) == [1, 1]  # 4.9 is told as 5
    assert bars.y[-1] == 1
    assert bars.text[0] == "1 kommuner med 0–4 point"
    assert bars.text[-1] == "1 kommuner med 95–100 point"


def test_a_derived_figure_is_called_in_the_legend_what_its_table_calls_it():
    rows = pd.DataFrame(
        {"year": [2010, 2011], "value": [1.0, 2.0], "disputed": False, "derived": [False, True]}
    )
    names = [trace.name for trace in series_line(rows, WORDS, DA).data if trace.name]
    assert names == ["offentliggjort", "afledt"]


@pytest.mark.parametrize(("last", "step"), [(2012, 1), (2026, None)])
def test_an_axis_names_every_year_of_few_and_never_half_ones(last, step):
    rows = pd.DataFrame({"year": [2009, last], "value": [1.0, 2.0], "disputed": False,
                         "derived": False})  # fmt: skip
    assert series_line(rows, WORDS, DA).layout.xaxis.dtick == step
