"""Metode explains the interval, the stage and the rank on figures that a reader can check."""

import pandas as pd
import pytest
from frozen import BROENDBY, LEJRE, VEJLE, YEAR

from samspil.present import worked
from samspil.present.i18n import translator
from samspil.present.wording import whose
from samspil.warehouse import queries

DA, EN = translator("da"), translator("en")

OWN = pd.DataFrame(
    {
        "documented": [75.0, 50.0, 40.0, 55.0],
        "possible": [75.0, 100.0, 90.0, 265 / 3],
        "midpoint": [75.0, 75.0, 65.0, 215 / 3],
        "coverage": [1.0, 0.5, 0.5, 2 / 3],
        "stage_low": [pd.NA, pd.NA, pd.NA, 3],
        "stage_high": [pd.NA, pd.NA, pd.NA, 4],
        "rank": [pd.NA, pd.NA, pd.NA, 2],
        "ranked": 5,
        "band_low": [pd.NA, pd.NA, pd.NA, 1.0],
        "band_high": [pd.NA, pd.NA, pd.NA, 3.2],
    },
    index=["formal", "real", "transparent", "total"],
)
MARKS = pd.DataFrame(
    {
        "dimension": ["formal", "formal", "real", "real", "transparent"],
        "level": pd.array([2, 1, 2, pd.NA, pd.NA], dtype="Int64"),
        "weight": 1.0,
    }
)
PLACE = {"name": "Aarhus", "genitive_da": "Aarhus’"}


@pytest.fixture
def dimensions(frozen):
    return queries.dimensions(frozen)


def test_points_are_the_sum_of_halves_of_the_criteria(dimensions):
    formal, real, transparent = worked.parts(OWN, MARKS, dimensions, DA)
    assert (formal["points"], formal["unknown"]) == ("1,5 af 2", "0")
    assert (real["points"], real["unknown"]) == ("1,0 af 2", "1")
    assert (transparent["points"], transparent["unknown"]) == ("0,0 af 1", "1")
    assert (formal["documented"], real["possible"], real["known"]) == ("75,0", "100,0", "50\xa0%")


def test_the_weakest_dimension_decides_the_stage(dimensions, frozen):
    stages = queries.stages(frozen)
    told = worked.stage(OWN, dimensions, stages, DA)
    assert "Gennemskueligt med 40,0 point, altså trin 3" in told["says"]
    assert "Formelt være lavest med 75,0 point, altså trin 4" in told["says"]
    assert [(step["left"], step["width"]) for step in told["steps"]] == [
        (0, 20), (20, 20), (40, 20), (60, 20), (80, 20)]  # fmt: skip


def test_the_rank_is_drawn_with_its_band(dimensions):
    told = worked.rank(OWN, PLACE, 0.5, DA)
    assert [cell["kind"] for cell in told["cells"]] == ["band", "own", "band", "band", ""]
    assert told["says"].startswith("Aarhus’ midtpunkt på 71,7 er nr. 2 af de 5")
    none = worked.rank(OWN.assign(rank=pd.NA), PLACE, 0.5, DA)
    assert none["cells"] == []
    assert none["says"] == (
        "Aarhus har ingen placering: 67\xa0% er kendt i gennemsnit af de tre dimensioner, og det "
        "skal være mindst 50\xa0%."
    )


def test_the_interval_names_its_three_points():
    told = worked.interval(OWN, PLACE, DA)
    assert [(term, number) for term, number, _ in told["labels"]] == [
        ("Dokumenteret", "55,0"), ("Midtpunkt", "71,7"), ("Højst muligt", "88,3")]  # fmt: skip


def test_the_example_is_the_chosen_one_unless_nothing_is_known_of_it(frozen):
    scores = queries.scores(frozen, YEAR)
    assert worked.example(scores, LEJRE) == LEJRE
    assert worked.example(scores, BROENDBY) == worked.example(scores, None) == VEJLE


def test_the_genitive_follows_the_language():
    assert (whose(PLACE, DA), whose(PLACE, EN)) == ("Aarhus’", "Aarhus’s")
