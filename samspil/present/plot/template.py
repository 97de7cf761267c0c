"""What all figures share: type, margins, axes, and what goes along for their pictures."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, BLUE, CLASSES, FONT, INK, RULE

BAR, CHOSEN = BLUE, ACCENT
OPEN = CLASSES[0]
UNKNOWN = "#f4f4f2"

MARGIN = 8
LETTER = 7.4
"""Pixels that a letter of an axis label takes, a little generous."""

TEMPLATE = go.layout.Template(
    layout=go.Layout(
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor="white",
        plot_bgcolor="white",
        colorway=[BAR, CHOSEN, "#7a5195", "#5b7a00", "#8c6d31", "#444444"],
        hoverlabel={"bgcolor": "white", "font": {"color": INK}},
        xaxis={"gridcolor": RULE, "zeroline": False, "fixedrange": True},
        yaxis={"gridcolor": RULE, "zeroline": False, "fixedrange": True},
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
                "itemdoubleclick": False, "font": {"size": 14}},
        margin={"r": 12, "autoexpand": False},
        dragmode=False,
    )
)  # fmt: skip


def plain(text: str) -> str:
    """Text as Plotly shows it letter by letter: its tags and entities are taken apart."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True)
class Stretch:
    """How a drawing follows the form of a picture.

    least, most: how low and how high it can be, as parts of its own height. narrowest: pixels that
    it needs beside the labels on its left. beside: whether words stand better beside it than over
    it.
    """

    least: float = 1.0
    most: float = 1.0
    narrowest: int = 420
    beside: bool = False


ROWS = Stretch(least=0.71, most=1.5)
"""Of rows: 24 pixels a row on a page, 17 where there is little room."""

PLAIN = Stretch(least=0.75, most=1.8)
"""Of axes without labels to be read line by line."""


def framed(
    figure: go.Figure,
    words: Words,
    t: Translator,
    *,
    height: int,
    above: int = MARGIN,
    below: int = 0,
    left: int = MARGIN,
    legend: int = 0,
    stretch: Stretch = ROWS,
) -> go.Figure:
    """The drawing alone, as it stands on a page; its words go along for the picture.

    Args:
        figure: what is drawn.
        words: title, subtitle and source.
        t: gives the separators of numbers.
        height: pixels of the drawing itself.
        above: pixels that headings need over the drawing.
        below: pixels that axis titles need under the drawing.
        left: pixels that labels need on the left of the drawing.
        legend: pixels that the legend of a page needs over all that.
        stretch: how the drawing follows the form of a picture.
    """
    figure.update_layout(
        template=TEMPLATE,
        separators=",." if t.language == "da" else ".,",
        height=height + above + below + legend,
        margin={"t": above + legend, "b": below, "l": left},
        meta={"title": words.title, "subtitle": words.subtitle, "source": words.sources,
              "height": height, "above": above, **asdict(stretch)},
    )  # fmt: skip
    return figure


def label_margin(labels: Iterable[str]) -> int:
    """Pixels that the longest of the labels on the left needs."""
    return MARGIN + 10 + round(LETTER * max(map(len, labels), default=0))


def score_axis(t: Translator, *, side: str = "bottom") -> dict:
    """An axis for scores of 0-100."""
    return {
        "range": [-1, 101],
        "tickvals": [0, 20, 40, 60, 80, 100],
        "title": {"text": t("point (0–100)"), "font": {"size": 12}, "standoff": 4},
        "side": side,
    }


def page_config() -> dict:
    """Plotly's settings on a page: nothing over the drawing, and nothing fetched from elsewhere.

    The outline of the world that Plotly wants is an empty one of our own.
    """
    return {"topojsonURL": "/app/static/", "displayModeBar": False, "scrollZoom": False}


def picture_config() -> dict:
    """Plotly's settings of a drawing that a picture is made of: its button is pressed by a script.

    It says nothing of its own, since what was saved is told where the reader pressed.
    """
    return {
        "topojsonURL": "/app/static/",
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "displayNotifier": False,
    }
