"""Every page answers for a well-known, a thinly known, an unknown and no municipality."""

import pytest
from visiting import PAGES, figures_of, quoted, visit, with_tables, words_of

from samspil.present.i18n import translator
from samspil.present.tables.columns import explained, named
from samspil.warehouse import queries
from samspil.warehouse.builds import newest_build

VEJLE, GENTOFTE, BROENDBY = "630", "157", "153"
"""The best known municipality, one of which next to nothing is known, one of which nothing is."""


SOURCE = {"da": "Kilde: Samspil", "en": "Source: Samspil"}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("municipality", [VEJLE, GENTOFTE, BROENDBY, None])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_and_stays_so_while_it_is_used(page, municipality, language, frozen):
    """One visit, and what a reader does next on it."""
    address = {"lang": language} | ({"kommune": municipality} if municipality else {})
    app = visit(page, **address)
    assert_whole(app)
    if municipality == VEJLE:
        assert_figures_can_be_read_and_cited(app, SOURCE[language])
        assert_every_column_is_explained(app, frozen, translator(language))
        assert_the_switch_changes_the_language(app, {"da": "en", "en": "da"}[language])
    if municipality is None:
        assert_an_unknown_municipality_is_said(app)


def assert_whole(app):
    assert not app.exception
    assert len(app.title) == 1
    text = words_of(app)
    assert "{" not in text.replace("\\{", "")
    assert "nan" not in text.lower().split()
    for figure in figures_of(app):
        words = figure["layout"]["meta"]
        assert words["title"]
        assert words["source"].startswith("Samspil")


def assert_figures_can_be_read_and_cited(app, source):
    """Every figure has words for the blind, a table and a citation."""
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))
    switches = [str(toggle.key) for toggle in app.toggle if str(toggle.key).endswith("_table")]
    before = len(app.dataframe)
    assert len(with_tables(app).dataframe) == before + len(switches)
    for key in (switch.removesuffix("_table") for switch in switches):
        assert source in quoted(app, key), key


def assert_every_column_is_explained(app, warehouse, t):
    """The workbook says of every column of every table on the page what it means."""
    criteria = queries.criteria(warehouse)
    asked = zip(t.texts(criteria, "name"), t.texts(criteria, "question"), strict=True)
    own = named(list(asked), queries.municipalities(warehouse)["name"], t)
    headings = {name for frame in app.dataframe for name in frame.value.columns}
    assert sorted(headings - set(explained(headings, own, t))) == []


def assert_the_switch_changes_the_language(app, other):
    before = app.title[0].value
    next(group for group in app.get("button_group") if group.key == "lang").set_value(other).run()
    assert not app.exception
    assert app.query_params.get("lang", "da") == other
    assert app.query_params["kommune"] == VEJLE
    assert app.title[0].value != before


def assert_an_unknown_municipality_is_said(app):
    app.query_params["kommune"] = "411"
    app.run()
    assert not app.exception
    assert any("411" in info.value for info in app.info)
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
