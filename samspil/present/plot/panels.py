"""Small pictures of the same years, side by side, on shared axes."""

import math

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from samspil.present.citation import Words
from samspil.present.figures.panels import Panel, Panels, Point
from samspil.present.i18n import Translator
from samspil.present.palette import HATCH, INK, MUTED
from samspil.present.plot.template import BAR, CHOSEN, Stretch, framed, plain

HEIGHT, TITLE = 160, 40
"""Pixels of one panel with its title, and of the title alone."""

LEFT, BELOW, ABOVE = 30, 26, 30
NARROW = 2
"""So many panels side by side leave no place for words at the lines."""

ROOM, NARROW_ROOM = 5, 7
"""Years' room at the right for the last numbers, with words and without."""


def small_multiples(figure: Panels, words: Words, t: Translator, *, columns: int = 3) -> go.Figure:
    """One panel a group, all on one axis; the chosen municipality on its own.

    Args:
        figure: what is shown.
        words: title, subtitle and source.
        t: the translator.
        columns: how many panels stand side by side.
    """
    rows = math.ceil(len(figure.panels) / columns)
    titles = [f"<b>{plain(panel.name)}</b>" for panel in figure.panels]
    drawn = make_subplots(rows, columns, subplot_titles=titles,
                          horizontal_spacing=0.16 / columns,
                          vertical_spacing=TITLE / (HEIGHT * rows - TITLE))  # fmt: skip
    _axes(drawn, figure, columns)
    for number, panel in enumerate(figure.panels):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        if not panel.own:
            drawn.add_trace(_line(figure.country, HATCH, 1.2), **place)
        for trace in _traces(panel, figure, t, wordy=columns > NARROW):
            drawn.add_trace(trace, **place)
        drawn.layout.annotations[number].update(
            font={"size": 15, "color": CHOSEN if panel.own else INK},
            x=drawn.layout[f"xaxis{number + 1 if number else ''}"].domain[0],
            xanchor="left",
        )
    drawn.update_traces(showlegend=False)
    return framed(drawn, words, t, height=HEIGHT * rows, above=ABOVE, below=BELOW, left=LEFT,
                  stretch=Stretch(least=0.8, most=1.5, narrowest=640))  # fmt: skip


def _axes(drawn: go.Figure, figure: Panels, columns: int) -> None:
    """The same years and points in every panel; marks at the left and under the lowest."""
    first, last = figure.years
    room = ROOM if columns > NARROW else NARROW_ROOM
    years = [first, 2015, last] if columns > NARROW else [first, last]
    drawn.update_xaxes(range=[first - 0.5, last + room], tickvals=years, tickformat="d",
                       showgrid=False, showticklabels=False, linecolor=MUTED)  # fmt: skip
    for number, panel in enumerate(figure.panels):
        place = {"row": number // columns + 1, "col": number % columns + 1}
        top = figure.own_top if panel.own else figure.top
        # A little room under zero, so that its mark stands clear of the years.
        drawn.update_yaxes(range=[-0.12 * top, top], tickvals=_ticks(top),
                           showticklabels=panel.own or place["col"] == 1, **place)  # fmt: skip
        if number + columns >= len(figure.panels):
            drawn.update_xaxes(showticklabels=True, **place)


def _ticks(top: int) -> list[int]:
    """Four marks at most, so that a panel of 120 pixels stays quiet."""
    step = 10 * math.ceil(top / 30)
    return list(range(0, top + 1, step))


def _traces(panel: Panel, figure: Panels, t: Translator, *, wordy: bool) -> list[go.Scatter]:
    """The two lines, the loose years, and the last numbers beside the line."""
    colour = CHOSEN if panel.own else BAR
    hover = {"hovertemplate": "%{x}: %{y:.1f}<extra></extra>", "hoverinfo": None}
    x, y = _split(panel.loose)
    traces = [
        _line(panel.known, MUTED, 1.5, "dot").update(hover),
        _line(panel.documented, colour, 2.5).update(hover),
        go.Scatter(x=x, y=y, mode="markers", hovertemplate=hover["hovertemplate"],
                   marker={"symbol": "circle-open", "size": 5, "color": colour}),
    ]  # fmt: skip
    if panel.last:
        top = figure.own_top if panel.own else figure.top
        traces += _last_numbers(panel.last, colour, top, t, wordy=wordy)
    return traces


CLEAR = 0.12
"""Part of the height of a panel by which its two last numbers stand apart."""


def _last_numbers(
    last: tuple[int, float, float], colour: str, top: float, t: Translator, *, wordy: bool
) -> list[go.Scatter]:
    """Documented points and what is known in per cent, each in the colour of its line."""
    year, documented, known = last
    share, points = t.percent(known / 100), t.number(documented)
    if wordy:
        share, points = t("{share} kendt").format(share=share), t("{n} point").format(n=points)
    apart = max(0.0, CLEAR * top - (known - documented)) / 2  # no more is documented than known
    texts = (
        (known + apart, share, MUTED, "top right"),
        (documented - apart, points, colour, "bottom right"),
    )
    return [
        go.Scatter(x=[year], y=[value], mode="text", text=[text], textposition=place,
                   cliponaxis=False, hoverinfo="skip",
                   textfont={"size": 12, "color": ink})
        for value, text, ink, place in texts
    ]  # fmt: skip


def _line(points: tuple[Point, ...], colour: str, width: float, dash: str = "solid") -> go.Scatter:
    x, y = _split(points)
    return go.Scatter(x=x, y=y, mode="lines", hoverinfo="skip",
                      line={"color": colour, "width": width, "dash": dash})  # fmt: skip


def _split(points: tuple[Point, ...]) -> tuple[list[int | None], list[float | None]]:
    return [x for x, _ in points], [y for _, y in points]
