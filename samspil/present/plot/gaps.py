"""Criterion by criterion against a group, for its picture."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.gaps import Gap
from samspil.present.i18n import Translator
from samspil.present.palette import BLUE, CLASSES
from samspil.present.plot.interval import HATCHED
from samspil.present.plot.template import UNKNOWN, framed, label_margin, plain

ROW = 24
"""Pixels a criterion."""


def gap_bars(gaps: Sequence[Gap], words: Words, t: Translator) -> go.Figure:
    """A bar for each criterion: how many of the group meet it, do not fully, are not known.

    Args:
        gaps: as `samspil.present.figures.gaps` gives them, the first one at the top.
        words: title, subtitle and source.
        t: the translator.
    """
    labels = [f"{plain(gap.name)} – {gap.own['level']}" for gap in gaps]
    figure = go.Figure()
    for name, counts, marker in (
        (t("opfyldt"), [gap.met for gap in gaps], {"color": BLUE}),
        (t("kendt, ikke helt opfyldt"), [g.known - g.met for g in gaps], {"color": CLASSES[0]}),
        (
            t("ikke kendt"),
            [gap.members - gap.known for gap in gaps],
            {"color": UNKNOWN, "pattern": HATCHED},
        ),
    ):
        figure.add_bar(x=counts, y=labels, orientation="h", name=name, marker=marker, width=0.6)
    figure.update_traces(hoverinfo="skip")
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    figure.update_xaxes(title={"text": t("kommuner"), "font": {"size": 12}}, tickformat="d")
    figure.update_yaxes(range=[len(gaps) - 0.5, -0.5], showgrid=False)
    left = label_margin(labels)
    return framed(figure, words, t, height=ROW * len(gaps), below=44, left=left)
