"""Opening a page by its address, and reading what it says."""

import base64
import json
from html.parser import HTMLParser

import numpy as np
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from samspil.paths import PROJECT

PAGES = {
    "overview": None,
    "municipality": "pages/municipality.py",
    "rankings": "pages/rankings.py",
    "trends": "pages/trends.py",
    "criteria": "pages/criteria.py",
    "evidence": "pages/evidence.py",
    "compare": "pages/compare.py",
    "changes": "pages/changes.py",
    "method": "pages/method.py",
}
WORDS = ("title", "header", "subheader", "markdown", "caption", "text", "info", "warning")


def visit(page: str, *, tables: tuple[str, ...] = (), **address: str) -> AppTest:
    """The page as the entry script draws it for this address, with these tables switched on."""
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=30)
    for key in tables:
        app.session_state[f"{key}_table"] = True
    for name, value in address.items():
        app.query_params[name] = value
    if page not in hashes:
        hashes[page] = _hash_of(page)
    app._page_hash = hashes[page]
    return app.run()


hashes: dict[str, str] = {}
"""What Streamlit knows pages by. AppTest tells it only after a run, which would draw the front page
before every other: a reader who follows a link sees no other page first."""


def _hash_of(page: str) -> str:
    if not PAGES[page]:
        return ""
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=30).run()
    return app.switch_page(str(PROJECT / PAGES[page]))._page_hash


class _Words(HTMLParser):
    """The text of HTML as a reader sees it, and the addresses that it links to."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(body)
        self.close()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.parts += [value for name, value in attrs if name == "href"]


def html_words(part: AppTest | Block) -> str:
    """The text and the links of what a page, or a part of it, draws as HTML; not its style."""
    part = part.main if isinstance(part, AppTest) else part
    return "\n".join("".join(_Words(element.proto.body).parts) for element in part.get("html"))


def words_of(app: AppTest) -> str:
    """All running text of a page."""
    said = [str(element.value) for kind in WORDS for element in app.get(kind)]
    return "\n".join([*said, html_words(app)])


def figures_of(app: AppTest) -> list[dict]:
    """The Plotly figures of a page, in order."""
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def numbers(values: list | dict) -> list[float]:
    """The numbers that a figure draws, as lists or packed by Plotly."""
    if isinstance(values, dict):
        return np.frombuffer(base64.b64decode(values["bdata"]), values["dtype"]).tolist()
    return values


def with_tables(app: AppTest) -> AppTest:
    """The page with the table of every figure switched on."""
    for toggle in app.toggle:
        if str(toggle.key).endswith("_table"):
            toggle.set_value(True)
    return app.run()


def share(app: AppTest, key: str) -> AppTest:
    """The page with what can be taken along of the figure `key` opened."""
    return app.button(key=f"{key}_share").click().run()


def quoted(app: AppTest, key: str) -> str:
    """What a reader copies to quote the figure `key`."""
    parts = share(app, key).get("bidi_component")
    return next(json.dumps(json.loads(part.proto.json), ensure_ascii=False)
                for part in parts if part.proto.id.endswith(f"{key}_cite"))  # fmt: skip


def table_with(app, column):
    """The first table of a page that has the column."""
    return next(frame.value for frame in app.dataframe if column in frame.value.columns)
