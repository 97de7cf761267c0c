"""Plain columns: how many of each."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.plot.template import BAR, LETTER, PLAIN, framed, plain

HEIGHT, LEFT = 220, 52
LEVEL = 12
"""At most so many labels lie level on a phone; more stand upright, which no side cuts off."""


def bars(
    labels: Sequence[str], values: Sequence[float], unit: str, words: Words, t: Translator
) -> go.Figure:
    """One column a label, in the order given; `unit` names what is counted."""
    names = [plain(label) for label in labels]
    figure = go.Figure(go.Bar(x=names, y=list(values), marker_color=BAR))
    figure.update_traces(hovertemplate="%{x}: %{y}<extra></extra>")
    figure.update_xaxes(type="category", tickangle=-90 if len(names) > LEVEL else 0)
    figure.update_yaxes(title={"text": unit, "font": {"size": 12}})
    turned = 16 + round(LETTER * max(map(len, names), default=0))
    return framed(figure, words, t, height=HEIGHT, below=turned, left=LEFT, stretch=PLAIN)
