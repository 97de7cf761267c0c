"""How the municipalities spread, with the chosen one marked."""

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.layers import classed
from samspil.present.plot.template import BAR, CHOSEN, PLAIN, framed, plain, score_axis

BIN = 5
LEFT = 52
HEIGHT = 220


def distribution(
    scores: pd.DataFrame, words: Words, t: Translator, *, selected: str | None = None
) -> go.Figure:
    """How many municipalities document how much, in steps of five points.

    Args:
        scores: code, name and documented (0-100), one row a municipality; only those of which
            something is known.
        words: title, subtitle and source.
        t: the translator.
        selected: the code of the municipality to mark.
    """
    edges = range(0, 100, BIN)
    step = classed(scores["documented"], [(edge, "") for edge in edges])
    counts = step.value_counts().reindex(range(len(edges)), fill_value=0)
    highs = [*(edge - 1 for edge in edges[1:]), 100]
    hover = [
        t("{n} kommuner med {low}–{high} point").format(n=count, low=low, high=high)
        for count, low, high in zip(counts, edges, highs, strict=True)
    ]
    figure = go.Figure()
    figure.add_bar(
        x=[edge + BIN / 2 for edge in edges],
        y=counts,
        width=BIN * 0.92,
        marker_color=BAR,
        text=hover,
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    own = scores[scores["code"] == selected]
    if len(own):
        row = own.iloc[0]
        label = f"{plain(row['name'])}: {t.number(row['documented'])}"
        anchor = "right" if row["documented"] > 60 else "left"
        figure.add_vline(
            x=row["documented"],
            line={"color": CHOSEN, "width": 3},
            annotation={"text": label, "font": {"color": CHOSEN, "size": 13}, "xanchor": anchor,
                        "bgcolor": "white"},
        )  # fmt: skip
    figure.update_xaxes(**score_axis(t))
    figure.update_yaxes(title={"text": t("kommuner"), "font": {"size": 12}})
    return framed(figure, words, t, height=HEIGHT, below=44, left=LEFT, stretch=PLAIN)
