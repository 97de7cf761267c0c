"""Addresses that are gone back to, shared, cut and misspelt: what is shown is what they say."""

import pytest
from visiting import PAGES, visit, words_of

from samspil.paths import PROJECT
from samspil.present.address import PARAMETERS

VEJLE, LEJRE = "630", "350"
SEVEN = "101,147,151,153,155,157,159"


def open_page(app, page):
    """Follow the navigation, which names nothing in the address."""
    app.query_params.clear()
    return app.switch_page(str(PROJECT / (PAGES[page] or "pages/overview.py"))).run()


def go_to(app, **address):
    """The same page at another address of it, as Back brings it."""
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def layer(app):
    """The choice of what the map shows."""
    return next(group for group in app.get("button_group") if group.key == "lag")


@pytest.fixture(scope="module")
def usual_words():
    """What the pages of two municipalities say where nothing is wrong, by page: kept as visited."""
    return {}


def infos(app):
    return "\n".join(info.value for info in app.info)


def test_back_to_an_address_without_the_layer_shows_the_first_layer():
    app = visit("overview")
    layer(app).set_value("formal").run()
    assert app.query_params["lag"] == "formal"
    go_to(app)
    assert layer(app).value == "total"
    assert "lag" not in app.query_params


def test_back_to_an_address_without_a_municipality_shows_none():
    app = visit("municipality")
    app.selectbox(key="kommune").set_value(VEJLE).run()
    assert app.title[0].value == "Vejle Kommune"
    go_to(app)
    assert app.title[0].value == "Kommunen"
    assert app.selectbox(key="kommune").value is None


def test_back_to_an_address_without_weights_shows_the_usual_ones():
    app = visit("rankings")
    app.select_slider(key="vaegt_formal").set_value(2.0).run()
    app.select_slider(key="vaegt_real").set_value(0.5).run()
    go_to(app, vaegt="formal:2")
    assert (
        app.select_slider(key="vaegt_formal").value,
        app.select_slider(key="vaegt_real").value,
    ) == (2, 1)
    go_to(app)
    assert app.select_slider(key="vaegt_formal").value == 1


def test_back_to_an_address_without_a_language_is_danish_to_the_last_word():
    app = visit("method")
    app.get("button_group")[0].set_value("en").run()
    assert app.title[0].value == "Method"
    go_to(app)
    assert app.title[0].value == "Metode"
    assert "lang" not in app.query_params


def test_back_to_an_address_without_search_and_switch_clears_them():
    app = visit("evidence")
    app.text_input(key="tekst").set_value("Vordingborg").run()
    assert app.query_params["tekst"] == "Vordingborg"
    go_to(app)
    assert app.text_input(key="tekst").value == ""
    app = visit("compare", med=f"{VEJLE},{LEJRE}")
    app.toggle(key="forskel").set_value(True).run()
    assert app.query_params["forskel"] == "true"
    go_to(app, med=f"{VEJLE},{LEJRE}")
    assert app.toggle(key="forskel").value is False


def test_municipality_language_and_choices_stay_across_a_change_of_page():
    app = visit("rankings", kommune=VEJLE, lang="en", vaegt="formal:2")
    open_page(app, "method")
    assert app.title[0].value == "Method"
    assert dict(app.query_params) == {"kommune": VEJLE, "lang": "en"}
    open_page(app, "rankings")
    assert app.select_slider(key="vaegt_formal").value == 2
    assert app.query_params["vaegt"] == "formal:2"


def test_back_to_the_address_that_a_page_was_entered_by_keeps_what_was_brought_along():
    app = visit("overview", kommune=VEJLE, lang="en")
    open_page(app, "method")
    go_to(app)
    assert app.title[0].value == "Method"
    assert app.selectbox(key="kommune").value == VEJLE


def test_a_default_is_written_out_where_silence_would_mean_something_else():
    app = visit("overview", lag="formal")
    open_page(app, "method")
    open_page(app, "overview")
    layer(app).set_value("total").run()
    assert app.query_params["lag"] == "total"
    go_to(app)
    assert layer(app).value == "formal"
    go_to(app, lag="total")
    assert layer(app).value == "total"


def test_seven_municipalities_are_cut_to_six_with_a_sentence():
    app = visit("compare", med=SEVEN)
    assert not app.exception
    assert app.multiselect(key="med").value == SEVEN.split(",")[:6]
    assert "for mange kommuner" in infos(app)


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("overview", "lag", "nonsense"),
        ("overview", "lang", "xx"),
        ("overview", "lag", "<b>"),
        ("rankings", "aar", "1999"),
        ("rankings", "horisont", "9"),
        ("rankings", "region", "Skåne"),
        ("rankings", "trin", "6"),
        ("rankings", "kendt", "0.99"),
        ("rankings", "sorter", "vilkårligt"),
        ("trends", "fra", "2026"),
        ("trends", "gruppe", "Atlantis"),
        ("criteria", "kriterium", "nothing"),
        ("evidence", "kun_level", "3"),
        ("compare", "forskel", "måske"),
        ("municipality", "mod", "alle"),
        ("municipality", "lignende", "98"),
    ],
)
def test_what_is_unknown_is_named_and_the_default_is_shown(page, name, value, usual_words):
    address = {"kommune": VEJLE, "med": f"{VEJLE},{LEJRE}"}
    if page not in usual_words:
        usual = visit(page, **address)
        usual_words[page] = dict(usual.query_params), words_of(usual)
    query, words = usual_words[page]
    app = visit(page, **address | {name: value})
    assert not app.exception
    named = infos(app)
    assert "Linket indeholder noget, der ikke findes" in named
    assert value.strip("<>") in named.replace("\\", "")
    assert "<b>" not in named
    go_to(app, **query)
    assert words_of(app) == words


def test_unknown_municipalities_are_named_and_no_flood_of_them():
    app = visit("compare", med=f"{VEJLE},411,{LEJRE}")
    assert "411" in infos(app)
    assert app.multiselect(key="med").value == [VEJLE, LEJRE]
    flood = infos(visit("compare", med=",".join(str(n) for n in range(10_000, 12_000))))
    assert len(flood) < 500


def test_a_weight_beyond_the_slider_is_cut_with_a_sentence():
    app = visit("rankings", vaegt="formal:99,real:1.3")
    assert (
        app.select_slider(key="vaegt_formal").value,
        app.select_slider(key="vaegt_real").value,
    ) == (3, 1.5)
    assert "i trin på en halv" in infos(app)
    assert app.query_params["vaegt"] == "formal:3,real:1.5"


@pytest.mark.parametrize(
    ("page", "name"),
    [("overview", "lang"), ("municipality", "lignende"), ("rankings", "horisont"),
     ("rankings", "indbyggere"), ("rankings", "kendt"), ("evidence", "hvem"),
     ("evidence", "kun_level")],
)  # fmt: skip
def test_every_value_that_is_declared_is_offered(page, name):
    for value in PARAMETERS[name].allowed:
        app = visit(page, kommune=VEJLE, **{name: value})
        assert not app.exception
        assert app.session_state[name] == value
        assert "ikke findes" not in infos(app)
