"""What all figures share: colours, type, and the frame of title and source inside the picture."""

import textwrap
from collections.abc import Iterable

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator

INK = "#1c2529"
MUTED = "#55646b"
RULE = "#d5dde0"
BAR = "#2f7796"
OPEN = "#c9dbe3"
CHOSEN = "#c2410c"
"""The chosen municipality: stands out from the blues also for the colour-blind."""

UNKNOWN = "#e9e9e9"
HATCH = "#8b8b8b"
CLASSES = ("#dcebf1", "#a9cfdf", "#6aa9c4", "#2f7796", "#0b3f57")
"""Five steps of one hue, light to dark: readable in grey and for the colour-blind."""

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
TITLE_WIDTH, TEXT_WIDTH = 36, 54
"""Characters a line, so that a title fits a phone of 390 pixels."""

PICTURE_WIDTH = 1000
"""Pixels of a downloaded picture."""

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
        legend={"orientation": "h", "x": 0, "y": -0.02, "yanchor": "top", "itemclick": False,
                "itemdoubleclick": False},
        margin={"r": 12, "autoexpand": False},
        dragmode=False,
    )
)  # fmt: skip


def plain(text: str) -> str:
    """Text as Plotly shows it letter by letter: its tags and entities are taken apart."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def framed(
    figure: go.Figure,
    words: Words,
    t: Translator,
    *,
    height: int,
    above: int = 0,
    below: int = 0,
    left: int = MARGIN,
) -> go.Figure:
    """The figure with title, subtitle and source line inside it.

    Args:
        figure: what is drawn.
        words: title, subtitle and source; wrapped to fit a phone.
        t: gives the separators of numbers.
        height: pixels of the drawing itself, without title and source.
        above: pixels that a legend needs over the drawing.
        below: pixels that axis titles and legend need under the drawing.
        left: pixels that labels need on the left of the drawing.
    """
    title, subtitle = _lines(words.title, TITLE_WIDTH), _lines(words.subtitle, TEXT_WIDTH)
    source = _lines(t("Kilde: {source}").format(source=words.source), TEXT_WIDTH)
    top = 22 * len(title) + 17 * len(subtitle) + 34 + above
    bottom = below + 15 * len(source) + 14
    heading = "<br>".join(f"<b>{line}</b>" for line in title)
    small = "<br>".join(subtitle)
    figure.update_layout(
        template=TEMPLATE,
        separators=",." if t.language == "da" else ".,",
        height=height + top + bottom,
        margin={"t": top, "b": bottom, "l": left},
        title={
            "text": f"{heading}<br><span style='font-size:12px;color:{MUTED}'>{small}</span>",
            "x": 0,
            "xref": "container",
            "pad": {"l": MARGIN},
            "y": 1 - 22 / (height + top + bottom),
            "yref": "container",
            "yanchor": "top",
            "font": {"size": 16},
        },
    )
    figure.add_annotation(
        text="<br>".join(source),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        xshift=MARGIN - left,
        yshift=-below - 4,
        align="left",
        showarrow=False,
        font={"size": 11, "color": MUTED},
    )
    return figure


def label_margin(labels: Iterable[str]) -> int:
    """Pixels that the longest of the labels on the left needs."""
    return MARGIN + 10 + round(LETTER * max(map(len, labels), default=0))


def _lines(text: str, width: int) -> list[str]:
    return [plain(line) for line in textwrap.wrap(text, width)]


def score_axis(t: Translator, *, side: str = "bottom") -> dict:
    """An axis for scores of 0-100."""
    return {
        "range": [-1, 101],
        "tickvals": [0, 20, 40, 60, 80, 100],
        "title": {"text": t("point (0-100)"), "font": {"size": 12}, "standoff": 4},
        "side": side,
    }


def download_config(file_stem: str) -> dict:
    """Plotly's settings: the one button saves a vector picture under a speaking name.

    The outline of the world that Plotly wants is an empty one of our own, so that nothing is
    fetched from elsewhere.
    """
    return {
        "topojsonURL": "/app/static/",
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "toImageButtonOptions": {"format": "svg", "filename": file_stem, "width": PICTURE_WIDTH},
    }
