"""Several municipalities on the three dimensions and the total, interval by interval."""

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Row, Translator
from samspil.present.plot.template import TEMPLATE, framed, label_margin, plain, score_axis

ROW = 24
"""Pixels a row."""

SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star")


def dimension_profile(rows: pd.DataFrame, words: Words, t: Translator) -> go.Figure:
    """A line from documented to possible, with a symbol at documented, for each municipality.

    The municipalities stand under each other within each dimension, each with its name beside it.

    Args:
        rows: name (of the municipality), dimension (its label), documented, possible (0-100) and
            coverage (share); the order of the rows is the order drawn.
        words: title, subtitle and source.
        t: the translator.
    """
    names, labels = list(dict.fromkeys(rows["name"])), []
    figure = go.Figure()
    for dimension, group in rows.groupby("dimension", sort=False):
        labels.append(f"<b>{plain(str(dimension))}</b>")
        for row in group.to_dict("records"):
            figure.add_trace(_interval(row, len(labels), names.index(row["name"]), t))
            labels.append(plain(row["name"]))
    figure.update_xaxes(**score_axis(t))
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=labels,
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
    )
    left = label_margin([*names, *rows["dimension"]])
    return framed(figure, words, t, height=ROW * len(labels), below=44, left=left)


def _interval(row: Row, y: int, number: int, t: Translator) -> go.Scatter:
    """One municipality on one dimension; its number in the figure gives symbol and colour."""
    facts = t("dokumenteret {low}, muligt {high}, {share} kendt").format(
        low=t.number(row["documented"], 1),
        high=t.number(row["possible"], 1),
        share=t.percent(row["coverage"]),
    )
    colour = TEMPLATE.layout.colorway[number]
    return go.Scatter(
        x=[row["documented"], row["possible"]],
        y=[y, y],
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": "dot"},
        marker={"symbol": SYMBOLS[number], "size": [11, 0], "color": colour, "opacity": 1},
        text=[f"<b>{plain(row['name'])}</b><br>{facts}"] * 2,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
