"""What the ranking says is what the warehouse holds, on the reader's own terms."""

from dataclasses import replace

import pandas as pd
import pytest
from visiting import table_with, visit

from samspil.model.ranking import default_terms, ranking
from samspil.warehouse import queries


def test_the_ranking_holds_every_municipality_with_band_or_reason(frozen):
    table = table_with(visit("rankings"), "I forhold til lige vægte")
    assert len(table) == 98
    ranked = table[table["Placering"].str.startswith("nr.")]
    assert len(ranked) == queries.scores(frozen, 2026)["rank"].count()
    assert ranked["Placering"].str.contains("mellem nr").all()
    assert set(table["Placering"]) - set(ranked["Placering"]) == {
        "for lidt belyst til en placering"
    }


def test_filters_keep_the_rank_of_the_whole_country(frozen):
    table = table_with(visit("rankings", region="Sjælland"), "I forhold til lige vægte")
    own = queries.municipalities(frozen).query("region == 'Sjælland'")
    assert set(table["Kode"]) == set(own["code"])
    ranked = queries.scores(frozen, 2026)["rank"].count()
    assert table["Placering"].str.contains(f"af {ranked}").any()


def test_filters_that_leave_nobody_say_so():
    app = visit("rankings", region="Hovedstaden", landsdel="Fyn")
    assert any("Ingen kommuner passer" in info.value for info in app.info)


def test_all_weights_at_zero_are_refused_in_a_sentence():
    app = visit("rankings", vaegt="formal:0,real:0,transparent:0")
    assert not app.exception
    assert any("over 0" in warning.value for warning in app.warning)


@pytest.mark.parametrize("weights", ["nonsense", "a:99", "formal:nan", "formal:x,real:2", "a:1,,:"])
def test_weights_that_cannot_be_are_said_and_the_rest_used(weights):
    app = visit("rankings", vaegt=weights)
    assert not app.exception
    assert any("Linket indeholder en vægt" in info.value for info in app.info)


def test_a_preset_writes_its_weights_into_the_address():
    app = visit("rankings")
    app.button(key="preset_transparent_first").click().run()
    assert app.query_params["vaegt"] == "transparent:2"
    app.button(key="preset_equal").click().run()
    assert "vaegt" not in app.query_params


def test_a_moved_slider_wins_over_the_address_from_before():
    app = visit("rankings", vaegt="formal:1.5")
    app.slider(key="vaegt_formal").set_value(2.0)
    app.run()
    app.slider(key="vaegt_formal").set_value(3.0)
    app.query_params["vaegt"] = "formal:1.5"  # as a browser sends that lags behind
    app.run()
    assert app.slider(key="vaegt_formal").value == 3.0
    assert app.query_params["vaegt"] == "formal:3"


def test_an_address_gone_back_to_is_followed():
    app = visit("rankings", vaegt="formal:1.5")
    app.slider(key="vaegt_formal").set_value(2.0).run()
    app.query_params["vaegt"] = "formal:1.5"
    app.run()
    assert app.slider(key="vaegt_formal").value == 1.5


@pytest.mark.parametrize("terms", [{"aar": "2024"}, {"horisont": "4"}, {"horisont": "alle"}])
def test_other_years_and_horizons_move_nobody_against_equal_weights(terms):
    table = table_with(visit("rankings", **terms), "I forhold til lige vægte")
    ranked = table["Placering"].str.startswith("nr.")
    assert ranked.any()
    assert set(table.loc[ranked, "I forhold til lige vægte"]) == {"samme"}
    assert set(table.loc[~ranked, "I forhold til lige vægte"]) == {""}


def test_against_equal_weights_is_told_at_the_year_and_horizon_of_the_reader(frozen):
    address = {"aar": "2025", "horisont": "alle"}
    table = table_with(visit("rankings", vaegt="formal:0", **address), "I forhold til lige vægte")
    default = default_terms(frozen)
    equal = ranking(frozen, replace(default, year=2025, horizon=None))
    old = equal[equal["dimension"] == "total"].set_index("code")["rank"]
    new = table["Placering"].str.extract(r"nr\. (\d+)")[0].astype(float)
    moves = pd.DataFrame(
        {
            "told": table["I forhold til lige vægte"],
            "up": table["Kode"].map(old).astype(float) - new,
        }
    ).dropna()
    assert (moves["up"] != 0).any()
    for told, up in moves.itertuples(index=False):
        assert told == ("samme" if not up else f"{abs(up):.0f} {'op' if up > 0 else 'ned'}")
