"""Several municipalities on the three dimensions and the total, interval by interval."""

import pandas as pd
import plotly.graph_objects as go

from samspil.figures.template import TEMPLATE, Words, framed, plain, score_axis
from samspil.i18n import Translator

ROW = 26
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star")


def dimension_profile(rows: pd.DataFrame, words: Words, t: Translator) -> go.Figure:
    """A line from documented to possible, with a symbol at documented, for each municipality.

    Args:
        rows: name (of the municipality), dimension (its label), documented, possible, midpoint
            (0-100) and coverage (share); the order of the rows is the order drawn.
        words: title, subtitle and source.
        t: the translator.
    """
    names, dimensions = list(dict.fromkeys(rows["name"])), list(dict.fromkeys(rows["dimension"]))
    figure = go.Figure()
    for number, name in enumerate(names):
        own = rows[rows["name"] == name].set_index("dimension").reindex(dimensions)
        colour = TEMPLATE.layout.colorway[number]
        height = [position + (number - (len(names) - 1) / 2) * 0.13 for position in range(len(own))]
        for y, row in zip(height, own.itertuples(), strict=True):
            figure.add_scatter(
                x=[row.documented, row.possible],
                y=[y, y],
                mode="lines",
                line={"color": colour, "width": 2, "dash": "dot"},
                showlegend=False,
                hoverinfo="skip",
            )
        figure.add_scatter(
            x=own["documented"],
            y=height,
            mode="markers",
            name=plain(name),
            marker={"symbol": SYMBOLS[number], "size": 11, "color": colour},
            text=[_hover(name, row, t) for row in own.itertuples()],
            hovertemplate="%{text}<extra></extra>",
        )
    figure.update_xaxes(**score_axis(t))
    figure.update_yaxes(
        tickvals=list(range(len(dimensions))),
        ticktext=[plain(dimension) for dimension in dimensions],
        range=[len(dimensions) - 0.5, -0.5],
        automargin=True,
    )
    height = ROW * max(2, len(names)) * len(dimensions)
    figure.update_layout(legend={"y": 1, "yanchor": "bottom"})
    return framed(figure, words, t, height=height + 60, below=44)


def _hover(name: str, row: object, t: Translator) -> str:
    facts = t("dokumenteret {low}, muligt {high}, {share} kendt").format(
        low=t.number(row.documented, 1),
        high=t.number(row.possible, 1),
        share=t.percent(row.coverage),
    )
    return f"<b>{plain(name)}</b><br>{facts}"
