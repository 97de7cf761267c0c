"""Every page answers for a well-known, a thinly known, an unknown and no municipality."""

import pytest
from visiting import PAGES, figures_of, share, visit, with_tables, words_of

from samspil.warehouse.builds import newest_build

VEJLE, GENTOFTE, BROENDBY = "630", "157", "153"
"""The best known municipality, one of which next to nothing is known, one of which nothing is."""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("municipality", [VEJLE, GENTOFTE, BROENDBY, None])
@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_whole(page, municipality, language):
    address = {"lang": language} | ({"kommune": municipality} if municipality else {})
    app = visit(page, **address)
    assert not app.exception
    assert len(app.title) == 1
    text = words_of(app)
    assert "{" not in text.replace("\\{", "")
    assert "nan" not in text.lower().split()
    for figure in figures_of(app):
        words = figure["layout"]["meta"]
        assert words["title"]
        assert words["source"].startswith("Samspil")


@pytest.mark.parametrize("page", PAGES)
def test_every_figure_has_a_table_words_for_the_blind_and_a_citation(page):
    app = visit(page, kommune=VEJLE)
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))
    switches = [str(toggle.key) for toggle in app.toggle if str(toggle.key).endswith("_table")]
    before = len(app.dataframe)
    assert len(with_tables(app).dataframe) == before + len(switches)
    for key in (switch.removesuffix("_table") for switch in switches):
        said = [element.value for element in share(app, key).get("text")]
        assert any("Kilde: Samspil" in text for text in said), key


@pytest.mark.parametrize("page", PAGES)
def test_the_switch_changes_the_language_and_keeps_the_municipality(page):
    app = visit(page, kommune=VEJLE)
    danish = app.title[0].value
    next(group for group in app.get("button_group") if group.key == "lang").set_value("en").run()
    assert not app.exception
    assert app.query_params["lang"] == "en"
    assert app.query_params["kommune"] == VEJLE
    if page != "municipality":
        assert app.title[0].value != danish


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_municipality_in_the_address_is_said_and_nothing_breaks(page):
    app = visit(page)
    app.query_params["kommune"] = "411"
    app.run()
    assert not app.exception
    assert any("der ikke findes" in info.value for info in app.info)
    assert "kommune" not in app.query_params


def test_an_unknown_parameter_changes_nothing():
    assert words_of(visit("overview", no_such="parameter")) == words_of(visit("overview"))


def test_without_a_build_the_page_says_how_to_make_one(monkeypatch, tmp_path):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    app = visit("overview")
    assert not app.exception
    assert "ingen data endnu" in app.info[0].value
    assert app.code[0].value == "python -m etl build"


def test_a_new_build_is_shown_without_a_restart(run, builds):
    assert run("build")[0] == 0
    app = visit("overview")
    assert newest_build(builds).stem.removeprefix("samspil-") in words_of(app)
    assert run("build")[0] == 0
    app.run()
    assert newest_build(builds).stem.removeprefix("samspil-") in words_of(app)
