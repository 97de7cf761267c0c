"""What the ranking says is what the warehouse holds, on the reader's own terms."""

import math
import re
from dataclasses import replace

import pandas as pd
import pytest
from frozen import LEJRE, VEJLE
from visiting import html_words, quoted, table_with, visit, words_of

from samspil.model.ranking import default_terms, ranking
from samspil.warehouse import queries


def table_of(**address):
    """The table of the ranking for this address."""
    return table_with(
        visit("rankings", tables=("rangliste",), **address), "I forhold til lige vægte"
    )


def test_the_ranking_holds_every_municipality_with_its_band_in_numbers(frozen):
    table = table_of()
    total = queries.scores(frozen, 2026).query("dimension == 'total'").set_index("code")
    assert len(table) == 98
    ranked = table[table["Placering"].notna()]
    assert len(ranked) == total["rank"].count() > 1
    assert ranked["Placering"].to_list() == total.loc[ranked["Kode"], "rank"].to_list()
    assert (ranked["Spænd fra nr."] <= ranked["Placering"]).all()
    assert (ranked["Placering"] <= ranked["Spænd til nr."]).all()
    assert set(ranked["Ud af"]) == {len(ranked)}
    assert table.loc[table["Placering"].isna(), "Ud af"].isna().all()
    assert "Egne valg" not in table


def test_the_title_answers_and_every_ranked_one_leads_to_its_page(frozen):
    app = visit("rankings", kommune=VEJLE, lang="en")
    total = queries.scores(frozen, 2026).query("dimension == 'total'")
    first = total[total["rank"] == 1]
    low, high = int(first["band_low"].min()), math.ceil(first["band_high"].max())
    assert app.title[0].value.replace("\\", "").endswith(f"no. 1 may be no. {low}–{high}")
    links = re.findall(r"kommunen\?kommune=(\d+)&lang=en", html_words(app))
    assert links == total[total["rank"].notna()].sort_values("rank")["code"].to_list()
    front = words_of(visit("overview", lang="en"))
    assert f"no. 1 may be no. {low}–{high}. The order follows the midpoint" in front


def test_a_year_in_which_nobody_is_ranked_says_so():
    app = visit("rankings", aar="2008")
    assert "ingen er kendt godt nok" in app.title[0].value
    assert not app.exception


def test_own_terms_are_told_in_banner_title_table_file_and_taken_back_in_one_click():
    app = visit("rankings", tables=("rangliste",), vaegt="formal:2.5", horisont="alle", aar="2025")
    said = words_of(app)
    assert "Formelt vejer 2,5 (normalt 1,0)" in said
    assert "normalt i 8 år" in said
    for title in ("Kommunernes placering 2025", "Hvad der flytter placeringerne"):
        assert f"{title} med egne valg: Formelt vejer 2,5; kilder fra alle år" in said
    assert table_with(app, "Egne valg")["Egne valg"].str.contains("Formelt vejer 2,5").all()
    assert "egne valg: Formelt vejer 2,5" in quoted(app, "rangliste")
    app.button(key="usual_terms").click().run()
    assert "med egne valg" not in words_of(app)
    assert not {"vaegt", "horisont", "aar"} & set(app.query_params)
    with pytest.raises(KeyError):
        app.button(key="usual_terms")


def test_those_without_a_rank_are_folded_and_sorted_by_what_is_documented(frozen):
    app = visit("rankings")
    assert not any("Kriterier, der mangler til 50 %" in f.value for f in app.dataframe)
    app.session_state["uden_placering_fold"] = True
    table = table_with(app.run(), "Kriterier, der mangler til 50\N{NO-BREAK SPACE}%")
    total = queries.scores(frozen, 2026).query("dimension == 'total' and rank.isna()")
    assert sorted(table["Kode"]) == sorted(total["code"])
    assert table["Dokumenteret"].is_monotonic_decreasing
    assert (table["Kriterier, der mangler til 50\N{NO-BREAK SPACE}%"] >= 1).all()


def test_a_chosen_municipality_without_a_rank_is_told_why():
    said = words_of(visit("rankings", kommune=LEJRE))
    assert "Lejre har ingen placering" in said
    assert "har ingen placering" not in words_of(visit("rankings", kommune=VEJLE))


def test_another_order_is_told_and_the_ranks_stay():
    app = visit("rankings", sorter="navn", region="Syddanmark")
    assert "Sorteret efter: Navn." in words_of(app)
    assert "Sorteret efter" not in words_of(visit("rankings"))


def test_the_stage_is_the_usual_one_on_the_readers_own_terms():
    usual, own = table_of(), table_of(vaegt="formal:0,real:3", horisont="alle")
    assert own.set_index("Kode")["Trin"].to_dict() == usual.set_index("Kode")["Trin"].to_dict()


def test_filters_keep_the_rank_of_the_whole_country(frozen):
    table = table_of(region="Sjælland")
    own = queries.municipalities(frozen).query("region == 'Sjælland'")
    assert set(table["Kode"]) == set(own["code"])
    ranked = queries.scores(frozen, 2026)["rank"].count()
    assert set(table["Ud af"].dropna()) == {ranked}


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
    app.select_slider(key="vaegt_formal").set_value(2.0)
    app.run()
    app.select_slider(key="vaegt_formal").set_value(3.0)
    app.query_params["vaegt"] = "formal:1.5"  # as a browser sends that lags behind
    app.run()
    assert app.select_slider(key="vaegt_formal").value == 3.0
    assert app.query_params["vaegt"] == "formal:3"


def test_an_address_gone_back_to_is_followed():
    app = visit("rankings", vaegt="formal:1.5")
    app.select_slider(key="vaegt_formal").set_value(2.0).run()
    app.query_params["vaegt"] = "formal:1.5"
    app.run()
    assert app.select_slider(key="vaegt_formal").value == 1.5


@pytest.mark.parametrize("terms", [{"aar": "2024"}, {"horisont": "4"}, {"horisont": "alle"}])
def test_other_years_and_horizons_move_nobody_against_equal_weights(terms):
    table = table_of(**terms)
    ranked = table["Placering"].notna()
    assert ranked.any()
    assert set(table.loc[ranked, "I forhold til lige vægte"]) == {"samme"}
    assert set(table.loc[~ranked, "I forhold til lige vægte"]) == {""}


def test_against_equal_weights_is_told_at_the_year_and_horizon_of_the_reader(frozen):
    table = table_of(vaegt="formal:0", aar="2025", horisont="alle")
    default = default_terms(frozen)
    equal = ranking(frozen, replace(default, year=2025, horizon=None))
    old = equal[equal["dimension"] == "total"].set_index("code")["rank"]
    new = table["Placering"].astype(float)
    moves = pd.DataFrame(
        {
            "told": table["I forhold til lige vægte"],
            "up": table["Kode"].map(old).astype(float) - new,
        }
    ).dropna()
    assert (moves["up"] != 0).any()
    for told, up in moves.itertuples(index=False):
        assert told == ("samme" if not up else f"{abs(up):.0f} {'op' if up > 0 else 'ned'}")
