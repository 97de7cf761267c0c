"""Kommunen: its sections say what the warehouse holds, and only the open one is asked for."""

import re
from urllib.parse import parse_qs

import pytest
from frozen import BROENDBY, LEJRE, VEJLE
from visiting import html_words, table_with, visit, words_of

from components import downloads, figure
from samspil.analysis import benchmark, trends
from samspil.analysis.asking import first, questions
from samspil.analysis.benchmark import best_documented, groups, met_by
from samspil.analysis.dialogue import talking_points
from samspil.analysis.terms import adoptions
from samspil.present.i18n import translator
from samspil.present.sentences.coverage import of_country
from samspil.warehouse import queries


def test_a_landsdel_of_one_municipality_is_no_group_to_compare_with():
    app = visit("municipality", kommune="400", mod="landsdel")
    assert not app.exception
    assert "landsdel" not in app.selectbox(key="mod").options
    assert app.selectbox(key="mod").value == "similar"


@pytest.mark.parametrize("code", [VEJLE, LEJRE, BROENDBY])
def test_what_is_reconfirmed_and_undated_is_counted_and_no_mean_of_shares(code, frozen):
    marks = queries.marks(frozen, code, 2026)
    known = marks[marks["level"].notna()]
    text = words_of(visit("municipality", kommune=code))
    said = f"Kendte kriterier: {len(known)} af 24, genbekræftet: {known['fresh'].sum()}."
    assert (said in text) == (len(known) > 0)
    undated = known["undated"].sum()
    assert (f"På kilder uden årstal hviler {undated}." in text) == (undated > 0)
    assert "af det kendte hviler" not in text


def test_a_file_of_all_municipalities_tells_what_is_known_of_all(frozen, monkeypatch):
    made = []
    monkeypatch.setattr(downloads, "_files", lambda table, *_: made.append(table))

    def hand_out(words, along, read):
        if along.whole and "Lejre" in along.finding:
            downloads._data(along, translator("da"))

    monkeypatch.setattr(figure, "_footer", hand_out)
    app = visit("municipality", kommune=LEJRE)
    assert not app.exception
    own, everybody = made[:2]
    assert "i Lejre" in own.citation.coverage
    assert everybody.rows["Kommune"].nunique() == 98
    assert everybody.citation.coverage == of_country(queries.known_facts(frozen), translator("da"))


@pytest.mark.parametrize("section", ["naeste", "byraad"])
def test_where_nothing_is_known_the_first_step_is_to_ask(section, frozen):
    text = words_of(visit("municipality", kommune=BROENDBY, afsnit=section))
    asked = first(questions(frozen, BROENDBY, 2026))
    assert len(asked) == 3
    for row in asked.to_dict("records"):
        assert row["question_da"] in text
    assert "ingen kendte mangler" not in text


def test_the_next_step_leads_to_a_letter_about_the_three_that_it_names(frozen):
    app = visit("municipality", kommune=LEJRE, afsnit="naeste")
    links = (parse_qs(link.proto.query_string) for link in app.main.get("page_link"))
    asked = first(questions(frozen, LEJRE, 2026))
    assert next(link["spoerg"] for link in links if "spoerg" in link) == [
        ",".join(asked["criterion"])
    ]
    text = words_of(app)
    assert all(row["question_da"] in text for row in asked.to_dict("records"))


@pytest.mark.parametrize("section", ["naeste", "byraad"])
def test_six_questions_for_both_parties_stand_with_the_next_steps_and_on_the_sheet(section, frozen):
    text = words_of(visit("municipality", kommune=VEJLE, afsnit=section))
    asked = talking_points(frozen, VEJLE, 2026)["question_da"]
    places = [text.index(question) for question in asked]
    assert places == sorted(places)
    assert len(places) == 6
    assert "Til dialogmødet" in text


def test_the_strips_show_the_group_that_the_address_names(frozen):
    app = visit("municipality", kommune=VEJLE, mod="region", tables=("stilling",))
    total = queries.scores(frozen, 2026).query("dimension == 'total'").set_index("name")
    places = queries.municipalities(frozen).set_index("name")
    region = places[places["region"] == places.loc["Vejle", "region"]].index.drop("Vejle")
    html = "".join(element.proto.body for element in app.main.get("html"))
    lane = html.split('class="lane"')[1]
    shown = dict(re.findall(r'left:([\d.]+)%;bottom[^"]*" title="([^:]+):', lane))
    assert set(re.findall(r'bottom[^"]*" title="([^:]+):', lane)) == set(region)
    assert {name: float(x) for x, name in shown.items()}.items() <= {
        name: round(total.loc[name, "documented"], 2) for name in region
    }.items()
    table = table_with(app, "Gruppens median")
    own = table[(table["Dimension"] == "I alt") & (table["Kommuner"] == len(region))].iloc[0]
    assert own["Gruppens median"] == round(total.loc[region, "documented"].median(), 1)
    assert f"mod en median på {own['Gruppens median']:.0f}" in words_of(app)


def test_those_of_whom_most_is_documented_stand_with_what_they_meet(frozen):
    group = {group.id: group for group in groups(frozen, LEJRE)}["country"]
    text = html_words(visit("municipality", kommune=LEJRE, mod="country"))
    names = queries.criteria(frozen).set_index("id")["name_da"]
    best = best_documented(frozen, 2026, group.members)
    assert len(best) == 3
    for row in best.itertuples():
        after = text.split(f"{row.name} ", 1)[1]
        met = met_by(frozen, 2026, (row.code,))["criterion"]
        assert all(names[criterion] in after for criterion in met)
        assert f"?kommune={row.code}&afsnit=kriterier" in text


def test_only_the_open_section_is_computed(monkeypatch):
    def refuse(*_):
        raise AssertionError("asked for")

    monkeypatch.setattr(trends, "development", refuse)
    monkeypatch.setattr(benchmark, "gaps", refuse)
    assert not visit("municipality", kommune=VEJLE, afsnit="baggrund").exception
    assert visit("municipality", kommune=VEJLE, afsnit="udvikling").exception


def test_a_policy_is_told_with_the_council_term_it_was_adopted_in(frozen):
    adopted = adoptions(frozen, VEJLE).iloc[0]
    term = f"vedtaget i {adopted['adopted']}, i valgperioden {adopted['first']}–{adopted['last']}"
    for section in ("udvikling", "kriterier"):
        assert term in words_of(visit("municipality", kommune=VEJLE, afsnit=section))
