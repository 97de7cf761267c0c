"""Twenty figures: every file of each holds the same numbers, release, address and caveat."""

import base64
import io
import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from browser import truth
from browser.layout import TEXTS
from browser.served import PROJECT
from PIL import Image
from plotly.offline import get_plotlyjs
from taken_along import MANY, SITE, gather

from components.state import reading
from samspil.present.embedded.described import Asking
from samspil.present.embedded.page import embed_page
from samspil.present.embeds import EMBEDS, read_values
from samspil.present.export import DIALECTS, Table, to_csv, to_json
from samspil.present.i18n import translator
from samspil.present.made import Made
from samspil.present.plot.forms import files, laid_out
from samspil.present.plot.shapes import ARTICLE, PRINT, SLIDE, SQUARE
from samspil.present.plot.template import picture_config
from samspil.present.references import bibtex, newspaper_line, ris
from samspil.present.sentences.embeds import caveat
from samspil.present.workbook import to_xlsx
from samspil.warehouse.opened import opened_of

DA = translator("da")
NUMBERS = range(MANY)


@pytest.fixture(scope="module")
def taken(frozen_folder, frozen):
    """What the twenty figures hand out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SAMSPIL_DATABASE", raising=False)
        patch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
        return gather(frozen, DA)


def table_of(one):
    along = one.along
    return Table(along.rows, along.finding, {}, along.cited)


def same(found, expected):
    """Whether a column that was read back holds what was written."""
    if pd.api.types.is_numeric_dtype(expected):
        found, expected = (pd.to_numeric(c).astype(float) for c in (found, expected))
    else:
        found, expected = (c.astype("object").where(c.notna(), "").astype(str)
                           for c in (found, expected))  # fmt: skip
    pd.testing.assert_series_equal(found, expected.reset_index(drop=True), check_names=False)


def test_twenty_figures_of_all_pages_were_taken(taken):
    assert len({one.name for one in taken}) == MANY
    assert {one.page for one in taken} >= {
        "overview", "rankings", "trends", "criteria", "evidence", "compare", "municipality"
    }  # fmt: skip


@pytest.mark.parametrize("number", NUMBERS)
def test_the_numbers_are_those_of_the_warehouse(number, taken, frozen):
    found, expected = truth.of(taken[number], frozen)
    assert expected
    assert found == expected


@pytest.mark.parametrize("language", DIALECTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_csv_holds_them_and_where_they_are_from(number, language, taken):
    along, dialect = taken[number].along, DIALECTS[language]
    content = io.BytesIO(to_csv(table_of(taken[number]), language, DA))
    read = pd.read_csv(content, sep=dialect.separator, decimal=dialect.decimal, dtype={"Kode": str})
    for name in along.rows.columns:
        same(read[name], along.rows[name])
    said = read.iloc[:, len(along.rows.columns) :].drop_duplicates().to_dict("records")
    assert said == [along.cited.columns(DA)]
    assert {along.cited.version(DA), along.cited.address, along.cited.caveat} <= set(
        said[0].values()
    )


@pytest.mark.parametrize("number", NUMBERS)
def test_a_workbook_holds_them_and_where_they_are_from(number, taken):
    along = taken[number].along
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(table_of(taken[number]), DA)))
    heading, *rows = book["Data"].values
    read = pd.DataFrame(rows, columns=heading)
    for name in along.rows.columns:
        same(read[name], along.rows[name])
    about = dict(book["Kilde"].values)
    assert about["Titel"] == along.cited.title
    assert about["Udgave"] == along.cited.version(DA)
    assert about["Webadresse"] == along.cited.address
    assert about["Forbehold"] == along.cited.caveat


@pytest.mark.parametrize("number", NUMBERS)
def test_json_holds_them_and_where_they_are_from(number, taken):
    along = taken[number].along
    read = json.loads(to_json(table_of(taken[number]), DA))
    rows = pd.DataFrame(read["rows"], columns=along.rows.columns)
    for name in along.rows.columns:
        same(rows[name], along.rows[name])
    assert read["title"] == along.cited.title
    assert read["release"] == along.cited.version(DA)
    assert read["build"] == taken[number].read.house.build.id
    assert read["address"] == along.cited.address
    assert read["caveat"] == along.cited.caveat
    assert read["about"] == along.cited.about


@pytest.mark.parametrize("number", NUMBERS)
def test_every_citation_names_release_and_address(number, taken):
    cited, day = taken[number].along.cited, taken[number].read.house.build.release_date
    assert cited.address.startswith(SITE)
    for name, value in taken[number].address.items():
        said = parse_qs(urlsplit(cited.address).query)
        assert said.get(name, [value]) == [value]  # what is the default may be left out
    for text in (newspaper_line(cited, DA), cited.text(DA), ris(cited, day, DA).decode()):
        assert cited.version(DA).casefold() in text.casefold()
        assert cited.address in text
    assert cited.address in bibtex(cited, day, "k", DA).decode()
    assert " ".join(cited.caveat.split()) in ris(cited, day, DA).decode()


@pytest.mark.parametrize("number", NUMBERS)
def test_the_embed_code_leads_to_the_same_numbers(number, taken, frozen):
    one = taken[number]
    if not one.along.embed:
        assert one.along.key not in {embed.key for embed in EMBEDS.values()}
        return
    frame = ElementTree.fromstring(one.along.embed.replace("></iframe>", "/>"))
    assert frame.get("title") == one.along.cited.title
    parts = urlsplit(frame.get("src"))
    assert f"{parts.scheme}://{parts.netloc}" == SITE
    embed, ask = EMBEDS[parts.path.removeprefix("/embed/")], Asking(opened_of(None, frozen), "da")
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    described = embed.describe(ask, read_values(embed, query, ask))
    there = described.table.merge(one.along.rows.drop_duplicates(), how="left", indicator=True)
    assert len(there)
    assert set(there["_merge"]) == {"both"}  # it may show fewer, such as one group of several
    page = embed_page(embed, read_values(embed, query, ask), ask, SITE, Made(PROJECT))
    said = unescape(re.sub("<[^>]*>", "", page))
    assert one.along.cited.version(DA).casefold() in said.casefold()
    assert caveat(DA) in said
    (home,) = re.findall(r'<link rel="canonical" href="([^"]*)"', page)
    same_place(unescape(home), one.along.cited.address)


def same_place(home, quoted):
    """The embed leads to the page that is quoted, and says nothing else of what it shows there."""
    (own, page) = urlsplit(home), urlsplit(quoted)
    assert (own.netloc, own.path) == (page.netloc, page.path)
    assert parse_qs(own.query).items() <= parse_qs(page.query).items()


@pytest.fixture(scope="module")
def studio(browser):
    """A page that makes pictures with the dashboard's own script, and Plotly alone beside it."""
    page = browser.new_page(viewport={"width": 1300, "height": 1200})
    static = {path.name: path for path in (PROJECT / "static").iterdir()}

    def answer(route):
        name = urlsplit(route.request.url).path.rpartition("/")[2]
        if name == "plotly.js":
            return route.fulfill(body=get_plotlyjs(), content_type="text/javascript")
        if name == "picture.js":
            return route.fulfill(path=PROJECT / "components" / name, content_type="text/javascript")
        if name in static:
            return route.fulfill(path=static[name])
        return route.fulfill(body=STUDIO, content_type="text/html")

    page.route("**/*", answer)
    page.goto(f"{SITE}/studio")
    page.wait_for_function("() => window.made")
    yield page
    page.close()


STUDIO = """<!doctype html><main></main>
<script src="plotly.js"></script>
<script type="module">
import { asPng, asSvg } from "./picture.js";
const base64 = async blob => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
};
window.made = async (data, config, file, words) => {
  const [drawing, shown] = ["div", "div"].map(tag => document.createElement(tag));
  document.querySelector("main").replaceChildren(drawing, shown);
  await Plotly.newPlot(drawing, data, structuredClone(file.layout), config);
  const svg = await asSvg(drawing, file, words);
  const png = file.pixels && await base64(await asPng(svg, file.pixels));
  drawing.remove();
  shown.className = "js-plotly-plot";
  shown.innerHTML = svg;
  await document.fonts.ready;
  return [svg, png];
};
</script>"""

FORMS = (ARTICLE.id, SQUARE.id, SLIDE.id, PRINT.id)


@pytest.mark.browser
@pytest.mark.parametrize("number", NUMBERS)
def test_pictures_hold_marks_and_words_and_nothing_in_them_is_cut(number, taken, studio):
    along, read = taken[number].along, taken[number].read
    with reading(read):
        figure = along.shown.drawn()
    forms = laid_out(figure, DA, title=along.cited.title, footer=along.cited.footer(DA))
    offered = {file["id"]: file for file in files(forms, along.stem, DA)}
    turn = FORMS[number % len(FORMS) :] + FORMS
    point = next(offered[id_] for id_ in turn if id_ in offered)
    words = {"title": along.cited.title, "description": along.cited.text(DA)}
    data = json.loads(figure.to_json())["data"]
    svg, png = studio.evaluate("all => made(...all)", [data, picture_config(), point, words])
    assert studio.evaluate(TEXTS) == []
    assert_png(png, point["pixels"])
    assert_svg(svg, along)
    assert re.fullmatch(r"samspil_[a-z0-9-]+_[a-z0-9_-]+\.svg", offered["svg"]["file"])


def assert_png(content, pixels):
    """The promised pixels, and something drawn in every part of the picture."""
    image = Image.open(io.BytesIO(base64.b64decode(content))).convert("L")
    assert image.size == tuple(pixels)
    wide, high = image.size
    for x in (0, wide // 2):
        for y in (0, high // 2):
            low, top = image.crop((x, y, x + wide // 2, y + high // 2)).getextrema()
            assert top - low > 60


def assert_svg(svg, along):
    """A vector with title and description, and all the words of the figure as text."""
    root = ElementTree.fromstring(svg)
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags[1:3] == ["title", "desc"]
    assert root[0].text == along.cited.title
    assert along.cited.version(DA).casefold() in root[1].text.casefold()
    assert "image" not in tags
    assert tags.count("path") > 5
    text = unspaced("".join(root.itertext()))
    cited = along.cited
    for said in (cited.title, cited.sources, cited.reservation, *cited.footer(DA)):
        assert unspaced(said) in text
    assert unspaced(cited.version(DA)).casefold() in text.casefold()


def unspaced(text):
    """The text without blanks: a picture has none where a line ends, wherever that is."""
    return "".join(text.split())
