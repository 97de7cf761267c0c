"""The section for newsrooms on Dokumentation, and the way to it."""

import json

import pytest
from visiting import table_with, visit, words_of

from samspil.present.i18n import translator


def copied(app) -> list[tuple[str, str]]:
    """What can be copied: under which name, and the text."""
    (part,) = [p for p in app.get("bidi_component") if "saetninger_" in p.proto.id]
    return [(name, text) for name, text, _ in json.loads(part.proto.json)["texts"]]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("kind", "word", "count"), [("region", "Region", 5), ("landsdel", "Landsdel", 11)]
)
def test_what_is_copied_is_what_the_table_has(kind, word, count, language):
    t = translator(language)
    app = visit("evidence", omraader=kind, lang=language)
    assert not app.exception
    data = table_with(app, t("Sætninger til brug"))
    own = data[data[t("Gruppe")] == t(word)]
    found = copied(app)
    assert [text for _, text in found] == own[t("Sætninger til brug")].tolist()
    assert len(found) == count
    assert all(name in title for (title, _), name in zip(found, own[t("Navn")], strict=True))
    assert data[t("Kommuner")].sum() == 2 * 98


def test_the_choice_stands_in_the_address():
    app = visit("evidence")
    next(g for g in app.get("button_group") if g.key == "omraader").set_value("landsdel").run()
    assert app.query_params["omraader"] == "landsdel"
    assert copied(app)[0][0] == "Byen København"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_front_page_leads_there(language):
    t = translator(language)
    said = words_of(visit("overview", lang=language, kommune="630"))
    lang = "" if language == "da" else "&lang=en"
    assert f"/dokumentation?kommune=630{lang}#figur-redaktion" in said
    assert t("Til redaktionen: region for region") in said
    assert t("Til redaktionen: region for region") in [
        header.value for header in visit("evidence", lang=language).header
    ]
