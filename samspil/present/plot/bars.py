"""Plain columns: how many of each."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.plot.template import BAR, framed, plain

HEIGHT, LEFT = 220, 52


def bars(
    labels: Sequence[str], values: Sequence[float], unit: str, words: Words, t: Translator
) -> go.Figure:
    """One column a label, in the order given; `unit` names what is counted."""
    figure = go.Figure(
        go.Bar(x=[plain(label) for label in labels], y=list(values), marker_color=BAR)
    )
    figure.update_traces(hovertemplate="%{x}: %{y}<extra></extra>")
    figure.update_xaxes(type="category")
    figure.update_yaxes(title={"text": unit, "font": {"size": 12}})
    return framed(figure, words, t, height=HEIGHT, below=48, left=LEFT)
