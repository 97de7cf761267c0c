"""All criteria of the country as a picture: a bar of all municipalities for each."""

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.criteria import PARTS, Bar, part_names
from samspil.present.i18n import Translator
from samspil.present.palette import CLASSES, HATCH, HATCH_GROUND, INK, OUTLINE
from samspil.present.plot.template import framed, label_margin, plain

ROW = 24
"""Pixels a row."""

COLOURS = {"met": CLASSES[4], "partly": CLASSES[2], "not_met": CLASSES[0], "unknown": HATCH_GROUND}


def level_bars(bars: list[Bar], words: Words, t: Translator) -> go.Figure:
    """One horizontal bar a criterion, the first at the top, with the number of each part in it."""
    labels = [plain(f"{bar.letter}  {bar.name}") for bar in bars]
    names = part_names(t)
    figure = go.Figure()
    for part in PARTS:
        counts = [getattr(bar, part) for bar in bars]
        pattern = {"shape": "/", "fgcolor": HATCH, "size": 6} if part == "unknown" else None
        figure.add_bar(
            x=counts,
            y=labels,
            orientation="h",
            name=names[part],
            width=0.7,
            text=[str(count) if count else "" for count in counts],
            textposition="inside" if part in ("met", "partly") else "none",
            textangle=0,
            insidetextanchor="middle",
            insidetextfont={"color": "white" if part == "met" else INK},
            marker={
                "color": COLOURS[part],
                "pattern": pattern,
                "line": {"color": OUTLINE, "width": 0.6},
            },
        )
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"}, showlegend=False)
    figure.update_xaxes(
        range=[0, max(bar.all for bar in bars)],
        title={"text": t("kommuner"), "font": {"size": 12}, "standoff": 4},
    )
    figure.update_yaxes(range=[len(bars) - 0.5, -0.5], showgrid=False, ticksuffix="  ")
    height = ROW * len(bars)
    return framed(figure, words, t, height=height, below=44, left=label_margin(labels))
