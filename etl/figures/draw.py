"""Figures drawn by Plotly in one Chromium, as SVG that can stand in any page."""

import json
import re
from base64 import b64encode
from pathlib import Path

import plotly
import plotly.graph_objects as go

from etl.chromium import Chromium
from samspil.paths import STATIC
from samspil.present.html import style_alone
from samspil.present.plot.map import OUTLINES
from samspil.present.preview import SIZE

FACE = "samspil-sans.woff2"
"""The face of the site, in the folder of its own files."""

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"

DRAW = """async (figure, name) => {
  const place = document.getElementById("place");
  await Plotly.newPlot(place, figure.data, figure.layout, {staticPlot: true});
  for (const path of place.querySelectorAll(".choroplethlocation"))
    path.setAttribute("data-code", path.__data__.loc);
  const id = place._fullLayout._uid, svg = Plotly.Snapshot.toSVG(place, "svg");
  Plotly.purge(place);
  return svg.replaceAll(id, name);
}"""
"""Draws a figure, and tells which municipality each area of a map is."""

COORDINATES = re.compile(r'(?<= )(d|transform|x|y|width|height|points|cx|cy|r)="([^"]*)"')
LONG = re.compile(r"-?\d+\.\d+(e-?\d+)?")
EMPTY = re.compile(r'<g(?: class="[^"]*")?/>|<g(?: class="[^"]*")?></g>')
GROUND = re.compile(r'<rect [^>]*style="fill: rgb\(255, 255, 255\); fill-opacity: 1;"/>')
ROOT = re.compile(r"<svg [^>]*>")
AREA = re.compile(r'<path class="choroplethlocation"([^>]*?) data-code="(\d+)"([^>]*)>')


def page(*sheets: str) -> str:
    """A page with the face of the site in it, so that nothing is fetched.

    Raises:
        OSError: the face cannot be read.
    """
    face = b64encode((STATIC / FACE).read_bytes()).decode()
    style = style_alone(*sheets).replace(f"/app/static/{FACE}", f"data:font/woff2;base64,{face}")
    return f'<!doctype html><html><meta charset="utf-8">{style}<body><div id="place"></div></body>'


READY = """Promise.all(
  ["400", "700"].map(weight => document.fonts.load(weight + ' 16px "Source Sans"'))
).then(() => true)"""
"""Waits for the face."""


def prepare(chromium: Chromium, outlines: dict) -> None:
    """Make a page ready to draw on; `outlines` are those of the municipalities (GeoJSON)."""
    chromium.show(page())
    chromium.evaluate(READY)
    chromium.evaluate(PLOTLY.read_text(encoding="utf-8") + "\n;0")
    # What Plotly would fetch: the outlines, and that of the world, which is an empty one.
    world = json.loads((STATIC / "world_110m.json").read_text(encoding="utf-8"))
    known = {"topojson": {"world_110m": world, "world_50m": world}, OUTLINES: outlines}
    chromium.evaluate(f"window.PlotlyGeoAssets = {json.dumps(known)}; 0")


def svg(chromium: Chromium, figure: go.Figure, name: str) -> str:
    """The figure as SVG of its own width and height, as small as it can be told.

    Args:
        chromium: prepared.
        figure: with width and height.
        name: stands in its ids, which are to be its own among the drawings of one page.
    """
    drawn = chromium.evaluate(f"({DRAW})({figure.to_json()}, {json.dumps(name)})")
    return tidied(drawn, figure.layout.width, figure.layout.height)


def show_pictures(chromium: Chromium) -> None:
    """Make a page ready to show preview pictures on."""
    chromium.resize(*SIZE)
    chromium.show(page("block", "interval", "preview"))
    chromium.evaluate(READY)


def picture(chromium: Chromium, html: str) -> bytes:
    """A preview picture of this HTML, as PNG."""
    chromium.evaluate(f"document.getElementById('place').innerHTML = {json.dumps(html)}; 0")
    return chromium.png()


def tidied(text: str, width: int, height: int) -> str:
    """A drawing without its ground and without decimals that nobody sees, to fit any width."""
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}">'
    )
    text = ROOT.sub(root, text, count=1)
    text = GROUND.sub("", text)
    text = COORDINATES.sub(lambda found: f'{found[1]}="{LONG.sub(_short, found[2])}"', text)
    text = AREA.sub(r'<path data-code="\2"\1\3>', text)
    before = ""
    while text != before:
        before, text = text, EMPTY.sub("", text)
    return text


def _short(found: re.Match) -> str:
    """A number with one decimal, none where that is 0."""
    return f"{round(float(found[0]), 1):g}"
