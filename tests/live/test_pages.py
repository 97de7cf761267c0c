"""What was fetched is on the pages, with where it came from."""

import pytest
from frozen import LEJRE
from live.tables import SPENT, people
from visiting import html_words, visit, words_of


@pytest.fixture(autouse=True)
def app_test(whole, monkeypatch):
    """Pages show the build of what was fetched."""
    monkeypatch.delenv("SAMSPIL_DATABASE", raising=False)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(whole / "warehouse"))


def test_population_of_2024_and_2025_stands_in_the_background():
    app = visit("municipality", kommune=LEJRE, afsnit="baggrund")
    assert not app.exception
    (table,) = (each.value for each in app.dataframe)
    by_year = table.set_index("År")
    assert by_year.index.tolist() == sorted(range(2005, 2027), reverse=True)
    for year in (2024, 2025, 2026):
        assert by_year["Indbyggere 1. januar"][year] == people(LEJRE, year)
    spent = by_year["Foreningsarbejde efter folkeoplysningsloven, kr. pr. indbygger"]
    assert spent[2025] == SPENT[LEJRE, 2025]
    assert by_year["Lokaletilskud, kr. pr. indbygger"][2025] == SPENT[LEJRE, 2025] / 2
    source = html_words(app)
    assert "Danmarks Statistik, BEF1A07 og FOLK1A (hentet " in source
    assert "Danmarks Statistik, REGK31 (netto, løbende priser) (hentet " in source


def test_the_method_page_leads_to_checksums_and_answers(whole):
    app = visit("method")
    assert not app.exception
    said = html_words(app)
    assert said.count("tjeksum ") == len(list((whole / "data" / "snapshots").iterdir()))
    assert "Årene 2024 og 2025 mangler" not in said
    assert "De hentede filer er lavet af svar, som er gemt." in words_of(app)
