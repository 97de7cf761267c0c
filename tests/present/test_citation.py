"""A title that stands alone says where and when, and names what it names."""

import pytest

from samspil.present.citation import named_in, standalone


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lejre har 19 point", {"Lejre"}),
        ("Københavns point og Lejres", {"København", "Lejre"}),
        ("Københavns omegn: dokumenteret og kendt", set()),
        ("Mest i Byen København", set()),
        ("Gentofte har mest i Københavns omegn", {"Gentofte"}),
    ],
)
def test_a_title_names_a_municipality_and_not_an_area_called_after_it(title, expected):
    assert named_in(title, ["København", "Lejre", "Gentofte"]) == expected


@pytest.mark.parametrize(
    ("title", "place", "period", "expected"),
    [
        ("Fordelingen.", "Danmark", "2026", "Fordelingen (Danmark, 2026)"),
        ("Vejle: score", "", "2026", "Vejle: score (2026)"),
        ("Ranglisten 2026", "Danmark", "2026", "Ranglisten 2026 (Danmark)"),
        ("Danmark i 2026", "Danmark", "2026", "Danmark i 2026"),
        ("Til 20 (Fyn)", "Danmark", "2026", "Til 20 (Fyn, Danmark, 2026)"),
    ],
)
def test_a_title_stands_alone(title, place, period, expected):
    assert standalone(title, place, period) == expected
