"""Figures on other sites as the tests read them."""

import re
from html import unescape

from frozen import LEJRE, VEJLE
from visiting import _Words

from samspil.paths import PROJECT
from samspil.present.embedded.page import embed_page
from samspil.present.embeds import EMBEDS, read_values
from samspil.present.made import Made

SITE = "https://samspil.example"
CAVEAT = {"da": "ukendt er ikke nul", "en": "unknown is not zero"}
NEEDED = {"kommune": VEJLE, "med": f"{VEJLE},{LEJRE}"}
SEEDS = (1, 2, 3)


def query_of(embed, **named):
    """What must be named for a figure, and what is."""
    return {name: NEEDED[name] for name in embed.needs} | named


def page_of(ask, name, **named):
    """The page of a figure, with nothing made ahead."""
    embed = EMBEDS[name]
    values = read_values(embed, query_of(embed, **named), ask)
    return embed_page(embed, values, ask, SITE, Made(PROJECT))


def words(html):
    """The lines of text that a reader sees."""
    return [line.strip() for line in "".join(_Words(html).parts).splitlines() if line.strip()]


def table_of(html):
    """The cells of the table of a figure, row by row."""
    (table,) = re.findall(r"<div class=\"rows\".*?</div>", html, re.DOTALL)
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[unescape(re.sub("<[^>]*>", "", cell)).strip("\u2066-\u2069") for cell in row]
            for row in cells]  # fmt: skip
