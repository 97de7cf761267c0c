"""A figure on another site says what its page says, and what the warehouse holds."""

import random
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from framed import CAVEAT, SEEDS, SITE, page_of, query_of, table_of, words
from frozen import BROENDBY, LEJRE, VEJLE, YEAR

from samspil.paths import PROJECT
from samspil.present.api.questions import Refused
from samspil.present.embeds import (
    EMBEDS,
    ahead,
    embed_address,
    embed_at,
    embed_code,
    read_values,
    texts_of,
    titles,
)
from samspil.present.i18n import LANGUAGES, translator
from samspil.present.pages import PATHS
from samspil.warehouse import queries


@pytest.mark.parametrize("name", EMBEDS)
def test_every_figure_stands_alone_in_both_languages(name, asked, frozen):
    for language in LANGUAGES:
        html = page_of(asked.in_language(language), name)
        said = "\n".join(words(html))
        assert f'<html lang="{language}">' in html
        assert CAVEAT[language] in said
        assert frozen.build.id in said and frozen.build.release in said
        assert "CC BY 4.0" in said
        assert "<script" not in html and "javascript:" not in html
        assert not re.search(r"\bnan\b|\bNone\b(?!:)|<NA>|\{\w*\}", said)
        assert len(table_of(html)) > 2
        (home,) = re.findall(r'<link rel="canonical" href="([^"]*)"', html)
        assert home.startswith(SITE)
        assert urlsplit(home).path.strip("/") in ("", *PATHS.values())
        assert not re.findall(r'target="_(?:self|top)"', html)


def test_nothing_is_loaded_from_elsewhere(asked):
    html = page_of(asked, "kommunens-kriterier")
    loaded = re.findall(r'(?:src|<link[^>]* href)="?([^"> ]*)"', html) + re.findall(
        r"url\(\"?([^)\"]*)", html
    )
    assert loaded
    assert [x for x in loaded if not x.startswith(("/app/static/", SITE))] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seeded_municipality_has_the_numbers_of_the_warehouse(seed, asked, frozen):
    code = random.Random(seed).choice(list(asked.names()))
    scores = queries.scores(frozen, YEAR).set_index(["code", "dimension"]).loc[code]
    rows = table_of(page_of(asked, "profil", kommune=code))[1:]
    assert [row[0] for row in rows] == [asked.names()[code]] * 4
    t = translator("da")
    for row, dimension in zip(rows, ("total", "formal", "real", "transparent"), strict=True):
        expected = scores.loc[dimension]
        assert float(row[2].replace(",", ".")) == pytest.approx(expected["documented"], abs=6e-3)
        assert float(row[4].replace(",", ".")) == pytest.approx(expected["possible"], abs=6e-3)
        assert float(row[5].replace(",", ".")) == pytest.approx(expected["coverage"], abs=6e-3)
    map_rows = {row[0]: row for row in table_of(page_of(asked, "kort", kommune=code))[1:]}
    assert len(map_rows) == 98
    assert map_rows[code][2] == t.number(scores.loc["total"]["documented"], 1)


def test_of_whom_nothing_is_known_it_says_so_and_gives_no_rank(asked):
    said = " ".join(words(page_of(asked, "profil", kommune=BROENDBY)))
    assert "Intet kendt" in said
    assert "For lidt belyst til en placering" in said
    assert not re.search(r"Nr\. \d", said)


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("profil", {}, "Nævn en kommune ved dens kode"),
        ("profil", {"kommune": "999"}, "kommune=999: findes ikke"),
        ("profil", {"kommune": "Vejle"}, "kommune=Vejle: findes ikke"),
        ("side-om-side", {"med": VEJLE}, "Nævn to til seks kommuner"),
        ("side-om-side", {"med": f"{VEJLE},999"}, "med=999: findes ikke"),
        ("side-om-side", {"med": "101,147,151,153,155,157,159"}, "tager højst 6"),
        ("kort", {"lag": "kunst"}, "lag=kunst: skal være en af disse: total, formal"),
        ("sammenligning", {"kommune": VEJLE, "mod": "chosen"}, "mod=chosen: skal være"),
        ("sammenligning", {"kommune": VEJLE, "egne": VEJLE, "mod": "chosen"}, "mod=chosen: skal"),
        ("sammenligning", {"kommune": "400", "mod": "landsdel"}, "mod=landsdel: skal være en af"),
        ("mod-gruppen", {"kommune": "400", "mod": "landsdel"}, "mod=landsdel: skal være en af"),
        ("mod-gruppen", {"mod": "region"}, "Nævn en kommune ved dens kode"),
        ("kriterier-flyttet", {"fra": "1999"}, "fra=1999: "),
        ("kriterier-side-om-side", {"med": f"{VEJLE},{LEJRE}", "forskel": "ja"}, "forskel=ja:"),
        ("udvikling", {"gruppe": "Atlantis"}, "gruppe=Atlantis:"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_one_sentence(name, query, sentence, asked):
    with pytest.raises(Refused) as refused:
        read_values(EMBEDS[name], query, asked)
    assert sentence in str(refused.value)
    assert str(refused.value).count("\n") == 0


@pytest.mark.parametrize("name", EMBEDS)
def test_an_address_says_what_a_figure_shows_and_nothing_else(name, asked):
    embed = EMBEDS[name]
    chance = random.Random(name)
    many = ahead(embed, asked) or [read_values(embed, query_of(embed), asked)]
    for values in chance.sample(many, min(5, len(many))):
        texts = texts_of(embed, values, "en")
        address = embed_address(name, **texts, sorter="navn", udgave="2026.1")
        path, query = urlsplit(address).path, dict(parse_qsl(urlsplit(address).query))
        assert path == f"/embed/{name}"
        assert (query.pop("lang"), query.pop("udgave")) == ("en", "2026.1")
        assert read_values(embed, query, asked) == values


def test_the_code_frames_the_address_and_names_the_figure():
    code = embed_code("kort", SITE, 'Dokumenteret "i alt" <2026>', lag="formal", kommune=VEJLE)
    (address,) = re.findall(r'src="([^"]*)"', code)
    assert unescape(address) == f"{SITE}/embed/kort?kommune={VEJLE}&lag=formal"
    assert "<2026>" not in code and 'title="Dokumenteret &quot;i alt&quot; &lt;2026&gt;"' in code
    assert code.startswith("<iframe ") and code.endswith("></iframe>")


def test_a_figure_is_found_by_its_place_in_the_dashboard():
    assert embed_at("criteria", "kriterier").name == "kriterier"
    assert embed_at("compare", "kriterier").name == "kriterier-side-om-side"
    assert embed_at("evidence", "celler") is None
    places = [(embed.page, embed.key) for embed in EMBEDS.values()]
    assert len(set(places)) == len(places)
    assert {page for page, _ in places} <= set(PATHS)


def test_the_document_lists_every_figure_and_what_is_drawn_ahead():
    text = (PROJECT / "docs" / "EMBED.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*) \|$", text, re.MULTILINE))
    assert list(rows) == list(EMBEDS) == list(titles(translator("en")))
    for name, embed in EMBEDS.items():
        says, takes, drawn = (cell.strip() for cell in rows[name].split("|"))
        assert says == titles(translator("en"))[name]
        assert re.findall(r"`(\w+)`", takes) == list(embed.takes)
        assert re.findall(r"\*\*`(\w+)`\*\*", takes) == list(embed.needs)
        assert (drawn != "HTML") == (embed.drawn_for is not None)
        assert re.findall(r"`(\w+)`", drawn) == list(embed.drawn_for or ())
