"""A figure on another site says what its page says."""

import random
import re

import pytest
from framed import CAVEAT, SEEDS, page_of, words
from frozen import YEAR
from visiting import html_words, visit

from samspil.present.embeds import EMBEDS, page_address, read_values


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seeded_figure_says_what_its_page_says_and_leads_there(seed, asked, frozen):
    chance = random.Random(seed)
    code = chance.choice(list(asked.names()))
    app = visit("municipality", kommune=code)
    page = html_words(app)
    for name in ("profil", "sammenligning", "mod-gruppen"):
        embed = EMBEDS[name]
        html = page_of(asked, name, kommune=code)
        (body,) = re.findall(r"</header>(.*?)<p class=\"small caveat\">", html, re.DOTALL)
        missing = [line for line in words(body) if line not in page]
        assert missing == []
        values = read_values(embed, {"kommune": code}, asked)
        assert page_address(embed, values, "da") == f"/kommunen?kommune={code}"
    caption = " ".join(str(element.value) for element in app.caption)
    assert CAVEAT["da"] in caption
    assert frozen.build.release in caption and frozen.build.id in caption


def test_all_criteria_are_those_of_the_page(asked):
    page = html_words(visit("criteria"))
    html = page_of(asked, "kriterier")
    (body,) = re.findall(r"<main.*?<p class=\"small caveat\">", html, re.DOTALL)
    title, *lines = words(body)
    assert title.removesuffix(f" (Danmark, {YEAR})") in page
    assert [line for line in lines if line not in page and not line.startswith("?")] == []
