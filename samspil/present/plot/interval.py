"""Scores as intervals: what is documented, what is possible, and the tick in the middle."""

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.plot.template import (
    BAR,
    INK,
    OPEN,
    Stretch,
    framed,
    label_margin,
    plain,
    score_axis,
)
from samspil.present.tables.ranks import midpoints

ROW = 46
"""Pixels a row."""

HATCHED = {"shape": "/", "fgcolor": "#7d97a3", "size": 6}


def interval_bars(rows: pd.DataFrame, words: Words, t: Translator) -> go.Figure:
    """One horizontal interval a row, the first row at the top; no tick where nothing is known.

    Args:
        rows: label, documented, possible, midpoint (0-100) and coverage (share).
        words: title, subtitle and source.
        t: the translator.
    """
    labels = [
        f"{plain(label)}<br><span style='font-size:11px'>"
        + t("{share} kendt").format(share=t.percent(coverage))
        + "</span>"
        for label, coverage in zip(rows["label"], rows["coverage"], strict=True)
    ]
    middle = midpoints(rows)
    hover = [
        t("dokumenteret {low} · midtpunkt {middle} · muligt {high}").format(
            low=t.number(row["documented"], 1),
            middle=t.number(row["middle"], 1),
            high=t.number(row["possible"], 1),
        )
        for row in rows.assign(middle=middle).to_dict("records")
    ]
    figure = go.Figure()
    shared = {"y": labels, "orientation": "h", "width": 0.5, "text": hover,
              "hovertemplate": "%{text}<extra></extra>", "textposition": "none"}  # fmt: skip
    figure.add_bar(x=rows["documented"], name=t("dokumenteret"), marker_color=BAR, **shared)
    figure.add_bar(
        x=rows["possible"] - rows["documented"],
        name=t("ikke kendt"),
        marker={"color": OPEN, "pattern": HATCHED},
        **shared,
    )
    figure.add_scatter(
        x=middle,
        y=labels,
        mode="markers",
        name=t("midtpunkt"),
        marker={
            "symbol": "line-ns",
            "size": 16,
            "line": {"width": 3, "color": INK},
        },
        hoverinfo="skip",
    )
    figure.update_layout(barmode="stack", xaxis=score_axis(t))
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5], showgrid=False)
    figure.update_layout(showlegend=False)
    left = label_margin(rows["label"])
    return framed(
        figure,
        words,
        t,
        height=ROW * len(rows) + 20,
        below=44,
        left=left,
        stretch=Stretch(least=0.8, most=1.5),
    )
