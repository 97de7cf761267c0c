"""What the pages say is what the warehouse holds."""

import pytest
from frozen import DAY
from visiting import figures_of, html_words, table_with, visit, with_tables, words_of

from components.text import plain
from samspil.analysis.next_step import next_steps
from samspil.warehouse import queries

VEJLE, BROENDBY = "630", "153"


@pytest.mark.parametrize("code", [VEJLE, "151", "350"])
def test_every_mark_leads_to_its_source(code, frozen):
    text = words_of(visit("municipality", kommune=code, afsnit="kriterier"))
    marks = queries.marks(frozen, code, 2026)
    known = marks[marks["level"].notna()]
    assert len(known)
    for mark in known.to_dict("records"):
        assert mark["name_da"] in text
        assert mark["source_url"].split("?")[0].rstrip("/")[:60] in text
        assert mark["note_da"][:40] in text
    unknown = text.split("Ikke kendt")
    for name in marks.loc[marks["level"].isna(), "name_da"]:
        assert any(name in part for part in unknown[1:])


def test_every_mark_stands_with_the_wording_of_its_level(frozen):
    shown = html_words(visit("municipality", kommune=VEJLE, afsnit="kriterier")).splitlines()
    lines = [line.strip() for line in shown if line.strip()]
    below = dict(zip(lines, lines[2:], strict=False))
    marks = queries.marks(frozen, VEJLE, 2026).dropna(subset="level")
    assert len(marks)
    for mark in marks.to_dict("records"):
        assert below[mark["name_da"]].startswith(mark["level_text_da"])


def test_the_next_steps_say_what_is_there_today(frozen):
    text = words_of(visit("municipality", kommune=VEJLE, afsnit="naeste"))
    steps = next_steps(frozen, VEJLE, 2026)
    assert len(steps) >= 3
    for step in steps.head(3).to_dict("records"):
        assert f"I dag: {step['level_text_da']}" in text
        assert step["advice_da"] in text


def test_all_records_behind_a_mark_are_one_click_away(frozen):
    app = visit("municipality", kommune="151", afsnit="kriterier")
    records = queries.records(frozen, "151")
    behind = next(e for e in app.expander if e.label == f"Alle {len(records)} oplysninger")
    shown = html_words(behind)
    for row in records.itertuples():
        assert row.note_da in shown
        assert f"{row.criterion_da}: " in shown
    assert shown.count("afgør vurderingen") == records["counts"].sum()


def areas_of(app):
    """The areas of the country and of Bornholm; the capital is drawn a second time beside them."""
    country, _, bornholm = (figure["data"] for figure in figures_of(app)[:3])
    return [trace for trace in country + bornholm if trace["type"] == "choropleth"]


def test_a_municipality_of_which_nothing_is_known_is_not_given_a_zero():
    app = visit("municipality", kommune=BROENDBY)
    text = words_of(app)
    assert "Alt er derfor ukendt" in text
    assert "Placering:" not in text
    assert "trin 1" not in text.lower()
    assert "Spredt kontakt" not in text


def test_a_rank_is_never_shown_without_its_band(frozen):
    ranked = queries.scores(frozen, 2026).query("dimension == 'total' and rank.notna()")
    for code in ranked["code"]:
        text = words_of(visit("municipality", kommune=code))
        (line,) = [line for line in text.splitlines() if line.startswith("Nr. ")]
        assert f"af {len(ranked)}, kan være nr. " in line


def test_the_table_of_the_overview_holds_every_municipality(frozen):
    table = table_with(with_tables(visit("overview")), "Midtpunkt")
    total = queries.scores(frozen, 2026).query("dimension == 'total'").set_index("code")
    total = total.loc[queries.municipalities(frozen)["code"]]  # in Danish alphabetical order
    assert list(table["Kode"]) == list(total.index)
    assert list(table["Dokumenteret i alt"]) == list(total["documented"].round(1))
    for column, told in (("rank", "Placering"), ("ranked", "Ud af")):
        expected = total[column].where(total["rank"].notna()).astype("Int64")
        assert table[told].astype("Int64").to_list() == expected.to_list()
    assert table["Midtpunkt"].isna().to_list() == (total["coverage"] == 0).to_list()


def test_the_map_hatches_what_is_unknown_and_shades_the_rest(frozen):
    areas = areas_of(visit("overview"))
    hatched = {c for t in areas if t["name"] == "intet kendt" for c in t["locations"]}
    total = queries.scores(frozen, 2026).query("dimension == 'total'")
    assert hatched == set(total.loc[total["coverage"] == 0, "code"])
    assert BROENDBY in hatched
    assert sorted(c for trace in areas for c in trace["locations"]) == sorted(total["code"])


@pytest.mark.parametrize("layer", ["formal", "coverage", "midpoint", "stage"])
def test_every_layer_of_the_map_shows_every_municipality_once(layer):
    app = visit("overview", lag=layer)
    shown = [code for trace in areas_of(app) for code in trace["locations"]]
    assert len(shown) == len(set(shown)) == 98
    assert app.query_params["lag"] == layer


def test_choosing_on_the_front_page_marks_the_map_and_answers_beside_it(frozen):
    app = visit("overview")
    before = len(figures_of(app)[0]["data"])
    app.selectbox(key="kommune").set_value(VEJLE).run()
    assert app.query_params["kommune"] == VEJLE
    assert len(figures_of(app)[0]["data"]) == before + 2
    row = queries.scores(frozen, 2026).query(f"code == '{VEJLE}' and dimension == 'total'").iloc[0]
    assert f"{row['documented']:.0f} point dokumenteret, højst {row['possible']:.0f}" in words_of(
        app
    )


def test_the_method_page_names_every_criterion_and_every_source(frozen):
    app = visit("method")
    said = html_words(app)
    assert all(name in said for name in queries.criteria(frozen)["name_da"])
    assert all(source in said for source in queries.snapshots(frozen)["source"])
    assert plain("98,6") in words_of(app)


def test_the_records_can_be_searched_and_filtered(frozen):
    app = visit("evidence", kun_criterion="charter", kun_level="2")
    table = table_with(app, "Afgør vurderingen")
    rows = queries.records(frozen).query("criterion == 'charter' and level == 2")
    assert set(table["id"]) == set(rows["id"])
    app.text_input(key="tekst").set_value("findes-ikke-nogen-steder").run()
    assert any("Ingen oplysninger" in info.value for info in app.info)


def test_two_builds_are_compared_and_one_alone_is_said(run, builds):
    assert run("build")[0] == 0
    app = visit("changes")
    assert any("kun én dataversion" in info.value for info in app.info)
    assert run("build")[0] == 0
    app = visit("changes")
    assert "Ingen vurderinger og ingen kommuners tal" in words_of(app)


def test_an_objection_becomes_a_file_and_is_not_stored():
    app = visit("municipality", kommune=VEJLE, afsnit="indsigelser")
    assert not any("indsigelse" in b.proto.id for b in app.get("download_button"))
    app.text_area(key="indsigelse_tekst").set_value("Politikken er nyere")
    app.text_input(key="indsigelse_rolle").set_value("kommune").run()
    assert any("indsigelse" in b.proto.id for b in app.get("download_button"))


def test_the_most_common_criterion_names_every_one_that_ties(frozen):
    met = frozen.query(
        "SELECT criterion, count(*) AS met FROM assessment WHERE year = 2026 AND level = 2"
        " AND criterion IN (SELECT id FROM criterion WHERE dimension <> 'context')"
        " GROUP BY criterion"
    )
    names = queries.criteria(frozen).set_index("id")["name_da"]
    text = words_of(visit("overview"))
    assert f"{met['met'].max()} af 98" in text
    for criterion in met.loc[met["met"] == met["met"].max(), "criterion"]:
        assert names[criterion].lower() in text


def test_objections_are_public_with_their_outcome(run):
    given = ["--code", VEJLE, "--criterion", "charter", "--by-role", "forening"]
    given += ["--date", DAY]
    assert run("object", *given, "--objection", "I overså <b>charteret</b>")[0] == 0
    rejected = ["--outcome", "rejected", "--reason", "Siden er fra en anden kommune"]
    assert run("object", *given, "--objection", "Det er for lavt", *rejected)[0] == 0
    assert run("accept", "--note", "objections")[0] == 0
    assert run("build")[0] == 0
    app = visit("municipality", kommune=VEJLE, afsnit="indsigelser")
    assert not app.exception
    text = words_of(app)
    assert "I overså <b>charteret</b>" in text
    assert "åben" in text
    assert "afvist" in text
    assert "Siden er fra en anden kommune" in text


@pytest.mark.parametrize("page", ["overview", "municipality", "rankings", "method"])
def test_how_much_is_known_is_told_as_the_mean_that_it_is(page):
    for language, said in (
        ("da", "i gennemsnit af de tre dimensioner"),
        ("en", "on average of the three dimensions"),
    ):
        assert said in words_of(visit(page, kommune=VEJLE, lang=language))


def test_the_records_of_a_cell_can_be_had_without_the_picture(frozen):
    app = visit("evidence")
    assert app.title[0].value.replace("\N{NO-BREAK SPACE}", " ").startswith("5 % af vurderingerne")
    app.selectbox(key="celle_kommune").set_value("157")
    app.selectbox(key="celle_kriterium").set_value("charter").run()
    assert (app.query_params["celle_kommune"], app.query_params["celle_kriterium"]) == (
        "157", "charter",
    )  # fmt: skip
    text = html_words(app)
    (own,) = queries.records(frozen, "157").query("criterion == 'charter'").to_dict("records")
    assert "Gentofte: Lokalt charter" in text
    for said in ("delvist opfyldt", own["note_da"], own["source_ref"], "oplyst af kommunen"):
        assert said in text
    unknown = html_words(visit("evidence", celle_kommune=BROENDBY, celle_kriterium="charter"))
    assert "Brøndby: Lokalt charter" in unknown
    assert "? ikke kendt" in unknown


def test_similarity_is_an_order_only_where_there_is_something_to_be_like():
    app = visit("evidence", orden="lignende")
    assert any("noget, der ikke findes" in info.value for info in app.info)
    app = visit("evidence", orden="lignende", kommune="350")
    assert app.selectbox(key="orden").value == "lignende"
    assert not app.info


def test_what_is_filtered_by_an_old_address_is_shown_and_all_only_when_asked_for(frozen):
    app = visit("evidence")
    assert "Afgør vurderingen" not in {c for f in app.dataframe for c in f.value.columns}
    app.toggle(key="alle_oplysninger").set_value(True).run()
    assert len(table_with(app, "Afgør vurderingen")) == len(queries.records(frozen))
