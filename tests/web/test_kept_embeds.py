"""Figures of a release of an older schema: as they were frozen, or where their numbers are."""

import re
import shutil
from html import unescape

import pytest
from machines import RELEASE, Machines
from released import DRAWN, outdate

from samspil.present.embedded import kept
from samspil.present.made import FOLDER
from samspil.warehouse.releases import find
from web.site import routes

PAGE = '<html lang="en"><head><title>Streamlit</title></head></html>'
FIGURE = f"/embed/{DRAWN}?udgave={RELEASE}"


@pytest.fixture
def folder(shelved_folder, tmp_path, monkeypatch):
    """The release in a folder that a test may spoil; the newest build corrects a record of it."""
    shutil.copytree(shelved_folder / "releases", tmp_path / "releases")
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(shelved_folder / "warehouse"))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "releases"))
    return tmp_path / "releases" / RELEASE


@pytest.fixture
def site(folder, tmp_path):
    """All that answers without Streamlit."""
    return Machines(tmp_path, routes(PAGE, "/upload", tmp_path))


@pytest.mark.parametrize(
    ("language", "says"), [("da", "rettet den 28."), ("en", "corrected on 28")]
)
def test_what_was_drawn_ahead_is_shown_with_the_notice(language, says, folder, site):
    outdate(folder)
    answer = site.ask(f"{FIGURE}&lang={language}")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    page = answer.body.decode()
    assert says in page
    assert "https://www.example.org/" in page and "samspil.invalid" not in page
    assert "<!--" not in page
    frozen = (folder / "embeds" / f"{DRAWN}_{language}.html").read_text("utf-8")
    site_free = page.replace("www.example.org", "samspil.invalid")
    before, _, rest = site_free.partition('<p class="notice">')
    assert before + rest.partition("</p>\n")[2] == re.sub(kept.PLACE.pattern + "\n", "", frozen)
    again = site.ask(f"{FIGURE}&lang={language}", if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("address", ["/embed/kort?lag=total&", "/embed/profil?kommune=350&"])
def test_what_was_not_is_a_sentence_that_leads_to_the_tables(address, folder, site):
    outdate(folder)
    answer = site.ask(f"{address}udgave={RELEASE}", accept="text/html")
    assert answer.status == 410
    page = unescape(answer.body.decode())
    assert "Figuren kan ikke længere tegnes" in page
    file = f"/data/{RELEASE}/samspil.zip"
    assert f'<a href="{file}" target="_blank">{file}</a>.' in page
    plain = site.ask(f"{address}udgave={RELEASE}").body.decode()
    assert plain.endswith(f"hentes som {file}.")
    assert site.ask(file).status == 200


@pytest.mark.parametrize("value", ["../release", "x/y", "%00", "total%0A"])
def test_nothing_else_of_a_release_is_reached_by_what_an_address_names(value, folder, site):
    outdate(folder)
    assert site.ask(f"/embed/kort?lag={value}&udgave={RELEASE}").status == 410


def test_a_frozen_drawing_that_was_touched_is_refused_with_its_name(folder, site):
    name = f"{FOLDER}/{find(RELEASE).build}/samspil_{DRAWN}_300_da.svg"
    address = f"/figurer/{name.removeprefix(FOLDER + '/')}"
    answer = site.ask(address)
    assert (answer.status, answer.body) == (200, (folder / name).read_bytes())
    assert "immutable" in answer.headers["cache-control"]
    (folder / name).chmod(0o644)
    (folder / name).write_text("spoilt")
    spoilt = site.ask(address)
    assert spoilt.status == 503
    assert name in spoilt.body.decode()
    assert site.ask(f"/figurer/{find(RELEASE).build}/figures.json").status == 404
    assert site.ask(f"/data/{RELEASE}/{name}").status == 503


@pytest.fixture
def drawn_map(folder):
    """The release has a page of a figure that shows a municipality beside what it is drawn for."""
    path = folder / "embeds" / "kriteriekort_policy_adopted_da.html"
    shutil.copyfile(folder / "embeds" / f"{DRAWN}_da.html", path)
    return path


def test_what_the_newest_figure_would_refuse_is_refused_of_a_frozen_one(drawn_map, folder, site):
    outdate(folder)
    asked = f"/embed/kriteriekort?kriterium=policy_adopted&udgave={RELEASE}"
    for value in ("abc", "999", ""):
        refused = site.ask(f"{asked}&kommune={value}")
        assert (refused.status, refused.body.startswith(b"kommune=")) == (400, True)
    assert site.ask(f"{asked}&kommune=350").status == 200
    assert site.ask(asked).status == 200
