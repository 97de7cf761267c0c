"""A picture is laid out for the form it is saved in, with type that can be read there."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.present.citation import Words
from samspil.present.i18n import translator
from samspil.present.plot.bars import bars
from samspil.present.plot.picture import picture
from samspil.present.plot.shapes import (
    ARTICLE,
    PRINT,
    SHAPES,
    SLIDE,
    SQUARE,
    TEXT,
    TITLE,
    set_lines,
)
from samspil.present.plot.template import ROWS, Stretch, framed

DA = translator("da")
LONG = Words(
    "En titel, der er så lang, at den ikke kan stå på én linje i nogen af billederne",
    "Et forbehold, som læseren skal kende, før tallene bliver brugt til noget. " * 2,
    "Samspil, oplysninger fra offentlige hjemmesider, læst 24. november 2026, metode 1.2.",
)
FOOTER = ("787 af 2.352 vurderinger er kendt (33 %).", "Licens: CC BY 4.0. Udgave 2026.1.",
          "https://samspil.example/kommunen?kommune=350&mod=region&udgave=2026.1")  # fmt: skip
SMALLEST = {ARTICLE: 12, SQUARE: 12, PRINT: 20, SLIDE: 16}
"""Pixels of the smallest type in a picture of each form."""


def rows(count, stretch=ROWS):
    """A figure of so many rows, 24 pixels each."""
    figure = go.Figure(go.Bar(x=[1] * count, y=list(range(count)), orientation="h", name="antal"))
    return framed(figure, LONG, DA, height=24 * count, below=44, left=120, stretch=stretch)


def few():
    return bars(["2024", "2025", "2026"], [1, 2, 3], "kommuner", LONG, DA)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
def test_a_picture_has_exactly_the_pixels_of_its_form_and_type_to_be_read_in_it(shape):
    drawn = picture(few(), DA, shape=shape, footer=FOOTER)
    scale = shape.width / drawn.layout.width
    assert drawn.layout.width * scale == shape.width
    assert drawn.layout.height * scale == (shape.height or round(drawn.layout.height * scale))
    sizes = [text.font.size for text in drawn.layout.annotations]
    assert scale * min(sizes) >= SMALLEST[shape]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.id)
def test_words_and_drawing_lie_over_one_another_nowhere(shape):
    drawn = picture(few(), DA, shape=shape, footer=FOOTER)
    title, subtitle, footer = (box(drawn, text) for text in drawn.layout.annotations[-3:])
    margin, height = drawn.layout.margin, drawn.layout.height
    over = margin.l < drawn.layout.width / 4  # else the words stand beside the drawing
    assert 0 < title[0] < title[1] <= subtitle[0] < subtitle[1]
    assert subtitle[1] <= (margin.t if over else footer[0])
    assert height - margin.b <= footer[0] < footer[1] <= height


def box(drawn, text):
    """Where a text begins and ends, in pixels from the top."""
    margin, height = drawn.layout.margin, drawn.layout.height
    top = margin.t + (1 - text.y) * (height - margin.t - margin.b)
    return top, top + 1.3 * text.font.size * (1 + text.text.count("<br>"))


def test_what_has_too_many_rows_for_a_form_is_left_out_and_as_high_as_it_needs_in_print():
    many = rows(98)
    assert [shape.id for shape in SHAPES if picture(many, DA, shape=shape)] == ["print"]
    drawn = picture(many, DA, footer=FOOTER)
    margin = drawn.layout.margin
    assert drawn.layout.height - margin.t - margin.b == pytest.approx(24 * 98, abs=1)
    assert drawn.layout.height * 2.5 == int(drawn.layout.height * 2.5)


def test_rows_are_set_closer_before_the_form_is_left_out():
    heights = {
        count: drawn.layout.height - drawn.layout.margin.t - drawn.layout.margin.b
        for count in range(5, 40)
        if (drawn := picture(rows(count), DA, shape=SQUARE, footer=FOOTER))
    }
    assert max(heights) >= 20
    assert all(height >= 17 * count for count, height in heights.items())


def test_words_stand_beside_a_drawing_that_is_better_off_so_in_a_wide_form():
    beside = rows(8, Stretch(least=0.5, narrowest=300, beside=True))
    over = rows(8, Stretch(least=0.5, narrowest=300))
    left = {
        name: picture(figure, DA, shape=ARTICLE).layout.margin.l
        for name, figure in (("beside", beside), ("over", over))
    }
    assert left["beside"] > 250 > left["over"]
    assert picture(beside, DA, shape=SQUARE).layout.margin.l < 250


def test_the_page_keeps_its_own_figure():
    figure = few()
    before = figure.to_json()
    picture(figure, DA, shape=SQUARE)
    assert figure.to_json() == before


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)),
    st.sampled_from([240, 492, 912]),
    st.booleans(),
)
def test_every_word_is_set_and_no_line_is_longer_than_the_width(words, width, bold):
    text, size = " ".join(words), TITLE if bold else TEXT
    lines = set_lines([text], width, size, bold=bold)
    shown = pd.Series(lines.lines, dtype=str).str.replace("&lt;", "<").str.replace("&gt;", ">")
    shown = shown.str.replace("&amp;", "&")
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")
    assert shown.str.len().max() * size * 0.5 <= width or shown.empty
    assert lines.height == round(1.3 * size * len(lines.lines))
    longest = max(map(len, words), default=0)
    assert lines.broken == (longest * size * (0.55 if bold else 0.5) > width)


def test_the_lines_of_a_title_are_about_as_long_as_each_other():
    title = "Dokumenteret i alt, kommune for kommune (Danmark, 2026)"
    lines = set_lines([title], 592, TITLE, bold=True).lines
    assert lines == ("Dokumenteret i alt, kommune", "for kommune (Danmark, 2026)")
