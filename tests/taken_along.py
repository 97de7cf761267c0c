"""What every figure of the dashboard hands out, gathered from its pages without a browser."""

import random
from dataclasses import dataclass

import pytest
import streamlit as st
from pages.visiting import PAGES
from streamlit.testing.v1 import AppTest

import components.figure
from components.downloads import Along
from samspil.analysis import trends
from samspil.paths import PROJECT
from samspil.present.layers import layer_names
from samspil.present.pages import FRONT, PATHS
from samspil.warehouse import queries
from samspil.warehouse.opened import Opened

SITE = "https://samspil.example"
SEED, MANY = 20261124, 20


@dataclass(frozen=True)
class Taken:
    """What a figure hands out, and what its page was asked for."""

    page: str
    address: dict[str, str]
    along: Along
    read: Opened

    @property
    def name(self) -> str:
        """Page and figure."""
        return f"{self.page}.{self.along.key}"


def gather(house, t) -> list[Taken]:
    """Twenty figures of the pages: which, and of what they show, is drawn by the seed."""
    chance = random.Random(SEED)
    found: dict[str, Taken] = {}
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=30)
    for page, asked in addresses(house, chance, t):

        def hand_out(_, along, read, page=page, asked=asked):
            taken = Taken(page, asked, along, read)
            found.setdefault(taken.name, taken)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(components.figure, "_footer", hand_out)
            path = "" if page == FRONT else PATHS[page]
            patch.setattr(type(st.context), "url", f"{SITE}/{path}")
            app.query_params.clear()
            app.query_params.update(asked)
            if PAGES[page]:
                app.switch_page(str(PROJECT / PAGES[page]))
            app.run()
            assert not app.exception
    drawn = [taken for taken in found.values() if taken.along.shown]
    return sorted(chance.sample(drawn, MANY), key=lambda taken: taken.name)


def addresses(house, chance, t):
    """The pages with figures, each with choices of its own."""
    known = house.query(
        """SELECT code FROM assessment WHERE year = $year
        GROUP BY code HAVING count(*) >= 5 ORDER BY code""",
        {"year": house.build.newest_year},
    )
    own, *others = chance.sample(list(known["code"]), 4)
    layers = list(layer_names(queries.dimensions(house), t))
    criteria = list(queries.criteria(house)["id"])
    lines = trends.published(house).query("in_line")["measure"].unique()
    yield "overview", {"lag": chance.choice(layers), "kommune": own}
    yield "rankings", {}
    yield (
        "trends",
        {
            "fra": str(chance.randrange(2012, house.build.newest_year)),
            "dele": chance.choice(["region", "kommunegruppe"]),
            "kriterium": chance.choice(criteria),
            "landstal": chance.choice(sorted(lines)),
        },
    )
    yield "criteria", {"kriterium": chance.choice(criteria)}
    yield "evidence", {"orden": chance.choice(["navn", "ukendt", "region"])}
    yield "compare", {"med": ",".join(others)}
    for section in ("sammenligning", "kriterier", "udvikling"):
        yield "municipality", {"kommune": own, "afsnit": section}
