"""A municipality among others, strip by strip, for its picture."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.strip import Strip
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, CLASSES, INK, OUTLINE
from samspil.present.plot.interval import HATCHED
from samspil.present.plot.template import Stretch, framed, label_margin, plain, score_axis

ROW, HIGHEST = 110, 0.6
"""Pixels a strip, and the part of it that dots standing on each other may take."""


def strip_plot(
    strips: Sequence[Strip], name: str, group: str, words: Words, t: Translator
) -> go.Figure:
    """The strips under each other, the first one at the top.

    Args:
        strips: as `samspil.present.figures.strip` gives them.
        name: of the municipality.
        group: what the group is called.
        words: title, subtitle and source.
        t: the translator.
    """
    figure = go.Figure()
    rows = list(enumerate(strips))
    dots = [(row, strip, dot) for row, strip in rows for dot in strip.dots]
    figure.add_scatter(
        x=[dot.documented for _, _, dot in dots],
        y=[row - 0.05 - dot.level * min(0.09, HIGHEST / strip.levels) for row, strip, dot in dots],
        mode="markers",
        name=group,
        marker={
            "size": 8,
            "color": CLASSES[2],
            "opacity": 0.75,
            "symbol": ["circle" if dot.known else "circle-open" for _, _, dot in dots],
            "line": {"width": 1, "color": OUTLINE},
        },
        hoverinfo="skip",
    )
    medians = [(row, strip.median) for row, strip in rows if strip.median is not None]
    figure.add_scatter(
        x=[median for _, median in medians],
        y=[row - 0.3 for row, _ in medians],
        mode="markers",
        name=t("median"),
        marker={"symbol": "line-ns", "size": 40, "line": {"width": 3, "color": INK}},
        hoverinfo="skip",
    )
    figure.add_bar(
        x=[strip.possible - strip.documented for strip in strips],
        base=[strip.documented for strip in strips],
        y=[row + 0.12 for row, _ in rows],
        orientation="h",
        width=0.08,
        name=t("{name}: ikke kendt").format(name=plain(name)),
        marker={"color": "white", "line": {"width": 1, "color": ACCENT},
                "pattern": HATCHED | {"fgcolor": ACCENT}},
        hoverinfo="skip",
    )  # fmt: skip
    known = [(row, strip) for row, strip in rows if strip.known]
    figure.add_scatter(
        x=[strip.documented for _, strip in known],
        y=[row + 0.12 for row, _ in known],
        mode="markers",
        name=t("{name}: dokumenteret").format(name=plain(name)),
        marker={"size": 13, "color": ACCENT},
        hoverinfo="skip",
    )
    figure.update_xaxes(**score_axis(t))
    labels = [strip.name for strip in strips]
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=list(map(plain, labels)),
        range=[len(labels) - 0.7, -0.8],
        showgrid=False,
    )
    left = label_margin(labels)
    return framed(figure, words, t, height=ROW * len(strips), below=44, left=left,
                  stretch=Stretch(least=0.8, most=1.3))  # fmt: skip
