"""A figure for other sites over HTTP: light, framed by anyone, kept no longer than it is right."""

import gzip
import json
import re
import shutil
from html import unescape

import pytest
from framed import query_of
from frozen import LEJRE, VEJLE
from machines import RELEASE, Machines

from etl.figures import publish
from samspil.present import made, preview
from samspil.present.embeds import EMBEDS, embed_address
from samspil.warehouse.builds import newest_build, open_warehouse
from web.site import routes

LIGHT = 150_000
"""Bytes of a figure with all that it loads, compressed."""

PAGE = '<!doctype html><html lang="en"><head><title>Streamlit</title></head><body></body></html>'
KINDS = ("kort", "aar-for-aar")
"""Figures that are drawn ahead: a map, and a drawing by width."""


def loaded_by(html):
    """The addresses of the files that a page loads from its own site."""
    found = re.findall(r'(?:src|href)="(/app/static/[^"]*)"|url\("?(/app/static/[^")]*)', html)
    return {one or other for one, other in found}


def weight(site, address):
    """Bytes of a page and of what it loads, each compressed once."""
    answer = site(address, accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    html = gzip.decompress(answer.body).decode()
    files = {path: site(path, accept_encoding="gzip") for path in loaded_by(html)}
    assert all(file.status == 200 for file in files.values())
    return len(answer.body) + sum(len(file.body) for file in files.values())


@pytest.mark.parametrize("name", EMBEDS)
def test_a_figure_may_be_framed_and_is_light(name, ask):
    address = embed_address(name, **query_of(EMBEDS[name]))
    answer = ask(address)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "x-frame-options" not in answer.headers
    assert b"<script" not in answer.body
    assert weight(ask, address) < LIGHT
    again = ask(address, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "method", "status", "says"),
    [
        ("/embed/findes-ikke", "GET", 404, ""),
        ("/embed/", "GET", 404, ""),
        ("/embed/profil/mere", "GET", 404, ""),
        ("/embed/profil", "GET", 400, "kommune"),
        ("/embed/profil?kommune=999", "GET", 400, "kommune=999"),
        ("/embed/profil?kommune=350&kommune=630", "GET", 400, "kommune"),
        ("/embed/profil?kommune=350&farve=blå", "GET", 400, "farve"),
        ("/embed/kort?lag=%3Cscript%3E", "GET", 400, "lag="),
        ("/embed/kort?lang=xx", "GET", 400, "lang=xx"),
        ("/embed/profil?kommune=350&udgave=2019.1", "GET", 404, "Udgave 2019.1 findes ikke her."),
        ("/embed/profil?kommune=350&udgave=..%2F2026.1", "GET", 400, "udgave=../2026.1"),
        ("/embed/mod-gruppen?kommune=400&mod=landsdel", "GET", 400, "mod=landsdel"),
        ("/embed/kort", "POST", 405, ""),
    ],
)
def test_what_cannot_be_followed_is_one_sentence(path, method, status, says, ask):
    answer = ask(path.replace("å", "%C3%A5"), method, accept="text/html")
    assert answer.status == status
    text = answer.body.decode()
    assert says in unescape(text)
    assert "<script" not in text
    assert "Traceback" not in text


@pytest.fixture(scope="module")
def drawn(shelved_folder, tmp_path_factory):
    """A copy of the folder, where some figures and one picture of each build were made ahead."""
    folder = shutil.copytree(shelved_folder, tmp_path_factory.mktemp("drawn") / "shelved")
    chosen, every = publish._drawings, preview.every_preview

    def one_of_each(asked):
        first = {}
        for ask, embed, values in chosen(asked):
            if embed.name in KINDS:
                first.setdefault(embed.name, (ask, embed, values))
        return list(first.values())

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
        patch.setenv("SAMSPIL_RELEASES", str(folder / "releases"))
        patch.setattr(publish, "_drawings", one_of_each)
        patch.setattr(
            preview, "every_preview", lambda ask: [s for s in every(ask) if s.name == LEJRE]
        )
        said = []
        publish.publish_figures(None, None, said.append)
        publish.publish_figures(RELEASE, None, said.append)
        assert [line.split()[0] for line in said] == ["Done:", "Done:"]
        yield folder


@pytest.fixture
def site(drawn, monkeypatch, tmp_path):
    """All that answers without Streamlit: pages, figures, files."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(drawn / "warehouse"))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(drawn / "releases"))
    return Machines(tmp_path, routes(PAGE, "/upload", tmp_path))


def test_what_was_drawn_ahead_stands_in_the_figure_and_is_light(site):
    for name in KINDS:
        answer = site.ask(embed_address(name), accept_encoding="gzip")
        html = gzip.decompress(answer.body).decode()
        assert html.count("<svg") >= 1, name
        assert 'class="instead"' not in html
        assert len(answer.body) < LIGHT, name
    other = site.ask(embed_address("kort", lag="formal"))
    assert b'class="instead"' in other.body, "no other layer was drawn: its table stands there"


def test_a_shared_link_shows_the_picture_that_was_made(site):
    page = site.ask(f"/kommunen?kommune={LEJRE}").body.decode()
    (picture,) = re.findall(r'<meta property="og:image" content="([^"]*)"', page)
    (title,) = re.findall(r'<meta property="og:title" content="([^"]*)"', page)
    assert "Lejre" in title
    path = "/" + picture.split("/", 3)[3]
    answer = site.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.body.startswith(b"\x89PNG")
    size = (int.from_bytes(answer.body[16:20]), int.from_bytes(answer.body[20:24]))
    assert size == preview.SIZE == (1200, 630)
    other = site.ask(f"/kommunen?kommune={VEJLE}").body.decode()
    (standard,) = re.findall(r'<meta property="og:image" content="([^"]*)"', other)
    assert standard.endswith(".png") and "figurer" not in standard


@pytest.mark.parametrize("name", ["../figures.json", "figures.json", "..%2Ffigures.json", "x.svg"])
def test_only_what_the_list_names_is_handed_out(name, site, drawn):
    build = newest_build(drawn / "warehouse").stem.removeprefix("samspil-")
    for folder in (build, "..", "%2e%2e"):
        assert site.ask(f"/{made.PATH}/{folder}/{name}").status == 404


def test_a_figure_of_a_release_tells_of_a_correction_and_is_asked_for_again(site):
    answer = site.ask(embed_address("profil", kommune=LEJRE, udgave=RELEASE))
    assert "rettet den" in answer.body.decode()
    assert answer.headers["cache-control"] == "no-cache"
    newest = site.ask(embed_address("profil", kommune=LEJRE))
    assert "rettet den" not in newest.body.decode()


def test_a_run_that_ends_early_leaves_the_list_before(drawn, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(drawn / "warehouse"))
    path = newest_build(drawn / "warehouse")
    house = open_warehouse(path)
    folder = made.figures_folder(house)
    house.close()
    before = {one.name: one.read_bytes() for one in folder.iterdir()}

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(publish.draw, "picture", stopped)
    with pytest.raises(KeyboardInterrupt):
        publish.publish_figures(None, None, print)
    after = {one.name: one.read_bytes() for one in folder.iterdir()}
    assert json.loads(after[made.LIST]) == json.loads(before[made.LIST])
    assert before.items() <= after.items()
    assert not [name for name in after if "unfinished" in name]
