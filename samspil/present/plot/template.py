"""What all figures share: type, margins, and the frame of words in a downloaded picture."""

import copy
import math
import textwrap
from collections.abc import Iterable

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, BLUE, CLASSES, FONT, INK, MUTED, RULE

BAR, CHOSEN = BLUE, ACCENT
OPEN = CLASSES[0]
UNKNOWN = "#f4f4f2"

MARGIN = 8
LETTER = 7.4
"""Pixels that a letter of an axis label takes, a little generous."""

PICTURE_WIDTH, PADDING = 1200, 24
"""Pixels of a downloaded picture, before it is scaled."""

TITLE_SIZE, TEXT_SIZE, SOURCE_SIZE = 25, 15, 13
TITLE_LINE, TEXT_LINE, SOURCE_LINE = 30, 20, 18
LEGEND_HEIGHT, LEGEND_LETTER, LEGEND_SIGN = 32, 10, 45

PNG_SCALES = (2, 1, 4)
"""What a pixel of the layout becomes in a PNG; the first is offered first: 2,400 px wide."""

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


def framed(
    figure: go.Figure,
    words: Words,
    t: Translator,
    *,
    height: int,
    above: int = MARGIN,
    below: int = 0,
    left: int = MARGIN,
) -> go.Figure:
    """The drawing alone, as it stands on a page; its words go along for the picture.

    Args:
        figure: what is drawn.
        words: title, subtitle and source.
        t: gives the separators of numbers.
        height: pixels of the drawing itself.
        above: pixels that a legend needs over the drawing.
        below: pixels that axis titles need under the drawing.
        left: pixels that labels need on the left of the drawing.
    """
    figure.update_layout(
        template=TEMPLATE,
        separators=",." if t.language == "da" else ".,",
        height=height + above + below,
        margin={"t": above, "b": below, "l": left},
        meta={"title": words.title, "subtitle": words.subtitle, "source": words.source},
    )
    return figure


def picture(
    figure: go.Figure, t: Translator, *, title: str = "", footer: Iterable[str] = ()
) -> go.Figure:
    """The drawing with its words around it, laid out for the width of a picture.

    Args:
        figure: as `framed` gives it.
        t: the translator.
        title: one that stands alone, if not the one of the page.
        footer: further lines under the source: licence, address, release.
    """
    drawn = copy.deepcopy(figure)
    words, margin = drawn.layout.meta, drawn.layout.margin
    inside = PICTURE_WIDTH - 2 * PADDING
    heading = _lines(title or words["title"], inside * 2 // TITLE_SIZE)
    subtitle = _lines(words["subtitle"], inside * 2 // TEXT_SIZE)
    source = _lines(t("Kilde: {source}").format(source=words["source"]), inside * 2 // SOURCE_SIZE)
    source += [line for text in footer for line in _lines(text, inside * 2 // SOURCE_SIZE)]
    entry, rows = _legend(drawn, inside - margin.l)
    top = PADDING + TITLE_LINE * len(heading) + TEXT_LINE * len(subtitle) + 16
    top += LEGEND_HEIGHT * rows
    bottom = 16 + SOURCE_LINE * len(source) + PADDING
    height = top + drawn.layout.height + bottom
    drawn.update_layout(
        autosize=False,
        width=PICTURE_WIDTH,
        height=height,
        showlegend=len(drawn.data) > 1,
        legend={"entrywidth": entry, "entrywidthmode": "pixels"},
        margin={"t": top, "b": bottom + margin.b, "l": PADDING + margin.l, "r": PADDING},
    )
    bold = "<br>".join(f"<b>{line}</b>" for line in heading)
    _text(drawn, bold, TITLE_SIZE, INK, y=PADDING, height=height)
    below = PADDING + TITLE_LINE * len(heading) + 4
    _text(drawn, "<br>".join(subtitle), TEXT_SIZE, MUTED, y=below, height=height)
    _text(drawn, "<br>".join(source), SOURCE_SIZE, MUTED, y=height - bottom + 16, height=height)
    return drawn


def _legend(figure: go.Figure, inside: int) -> tuple[int, int]:
    """Pixels for an entry of the legend, and the rows that it takes.

    An entry has room for the longest name in a wider face, since a saved picture may fall back to
    one.
    """
    names = {trace.name for trace in figure.data if trace.name and trace.showlegend is not False}
    entry = round(LEGEND_LETTER * max(map(len, names), default=0))
    return entry, math.ceil(len(names) / max(1, inside // (entry + LEGEND_SIGN))) or 1


def _text(figure: go.Figure, text: str, size: int, colour: str, *, y: int, height: int) -> None:
    """Text at the left edge, its top `y` pixels from the top of the picture."""
    margin = figure.layout.margin
    inside = height - margin.t - margin.b
    figure.add_annotation(
        text=text,
        x=0,
        y=1 - (y - margin.t) / inside,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        xshift=PADDING - margin.l,
        align="left",
        showarrow=False,
        font={"size": size, "color": colour},
    )


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
        "title": {"text": t("point (0–100)"), "font": {"size": 12}, "standoff": 4},
        "side": side,
    }


def page_config() -> dict:
    """Plotly's settings on a page: nothing over the drawing, and nothing fetched from elsewhere.

    The outline of the world that Plotly wants is an empty one of our own.
    """
    return {"topojsonURL": "/app/static/", "displayModeBar": False, "scrollZoom": False}


def picture_config(file_stem: str, t: Translator) -> dict:
    """Plotly's settings of a picture: one button saves it under a speaking name.

    What Plotly says meanwhile is told in the language of `t`.
    """
    said = {
        "Preparing image - this may take a few seconds": t("Billedet bliver gjort klar"),
        "Image download succeeded": t("Billedet er hentet"),
        "Sorry, there was a problem downloading your image!": t("Billedet kunne ikke hentes"),
    }
    return {
        "topojsonURL": "/app/static/",
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "toImageButtonOptions": {"format": "svg", "filename": file_stem, "width": PICTURE_WIDTH},
        "locale": "samspil",
        "locales": {"samspil": {"dictionary": said}},
    }
