"""The questions for both parties begin where least is documented, and number on."""

import pandas as pd
from frozen import BROENDBY, LEJRE, YEAR

from samspil.analysis.dialogue import talking_points
from samspil.present.dialogue import dialogue
from samspil.present.i18n import translator
from samspil.warehouse import queries

DA, EN = translator("da"), translator("en")


def test_the_least_documented_comes_first_with_its_points(frozen):
    scores = queries.scores(frozen, YEAR).query("code == @LEJRE").set_index("dimension")
    names = queries.dimensions(frozen).set_index("id")["name_da"]
    own = scores.loc[names.index, "documented"].sort_values(kind="stable")
    shown = dialogue(talking_points(frozen, LEJRE, YEAR), queries.dimensions(frozen), DA)
    assert [part["name"] for part in shown["parts"]] == list(names[own.index])
    assert [part["start"] for part in shown["parts"]] == [1, 3, 5]
    said = [f"{DA.number(points)} point" for points in own]
    assert all(
        part["known"] in (points, "intet kendt")
        for part, points in zip(shown["parts"], said, strict=True)
    )
    assert shown["intro"].startswith("Seks spørgsmål")
    assert "mindst er dokumenteret" in shown["intro"]


def test_where_nothing_is_known_the_order_claims_nothing(frozen):
    points = talking_points(frozen, BROENDBY, YEAR)
    shown = dialogue(points, queries.dimensions(frozen), EN)
    assert [part["name"] for part in shown["parts"]] == ["Formal", "Real", "Transparent"]
    assert {part["known"] for part in shown["parts"]} == {"nothing known"}
    assert shown["intro"].startswith("Six questions")
    assert "least" not in shown["intro"]
    assert len(points) == 6
    assert not pd.isna(points["question_en"]).any()
