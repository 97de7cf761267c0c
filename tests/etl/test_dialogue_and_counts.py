"""The questions for both parties and the published counts: what is kept by hand is checked."""

import pandas as pd
import pytest
from frozen import DATA

from etl.dialogue import FILE as DIALOGUE
from etl.dialogue import read_dialogue
from etl.errors import DataError
from etl.national_counts import FILE as COUNTS
from etl.national_counts import read_national_counts
from samspil.model.codebook import CONTEXT, load_codebook
from samspil.paths import PROJECT

BOOK = load_codebook(DATA / "codebook.toml")
DIMENSIONS = {d.id for d in BOOK.dimensions if d.id != CONTEXT}
SCORED = {c.id for c in BOOK.criteria if c.dimension != CONTEXT}

FIGURES = pd.DataFrame(
    [
        ("councils", 2012, 43.0, "municipalities", "78 responding municipalities"),
        ("policies", 2012, 70.0, "percent", "78 responding municipalities"),
        ("hours", 2012, 17.0, "hours", "78 volunteers"),
        ("some", 2012, 12.0, "municipalities", "responding municipalities"),
        ("undated", None, 54.0, "municipalities", "98 municipalities"),
    ],
    columns=["measure", "year", "value", "unit", "population"],
).astype({"year": "Int64", "value": "Float64"})

HEADINGS = "criterion,measure,year,answered,says_da,says_en,differs_da,differs_en"
COUNCILS = "council_exists,councils,2012,78,at de har et råd,that they have a council,,"
POLICIES = "policy_adopted,policies,2012,78,at de har en,that they have one,Mere.,More."


def counts(path, *lines):
    path.write_text("\n".join([HEADINGS, *lines, ""]), encoding="utf-8")
    return read_national_counts(path, SCORED, FIGURES)


def test_what_is_embedded_has_six_questions_two_of_each_dimension():
    rows = read_dialogue(PROJECT / "data" / DIALOGUE, DIMENSIONS)
    assert rows["dimension"].value_counts().to_dict() == dict.fromkeys(DIMENSIONS, 2)
    assert list(rows["position"]) == [1, 2, 3, 4, 5, 6]
    assert (rows["question_da"] != rows["question_en"]).all()
    assert rows["question_da"].str.endswith("?").all()


def test_a_seventh_question_and_one_of_no_dimension_are_refused(tmp_path):
    path = tmp_path / DIALOGUE
    line = "q{n},formal,Hvad?,What?"
    path.write_text(
        "\n".join(["id,dimension,da,en", *(line.format(n=n) for n in range(7)), ""]), "utf-8"
    )
    with pytest.raises(DataError, match="row 8, column 'id': 'q6' is one question too many"):
        read_dialogue(path, DIMENSIONS)
    path.write_text("id,dimension,da,en\nq,context,Hvad?,What?\n", "utf-8")
    with pytest.raises(DataError, match="row 2, column 'dimension': 'context' is not one of"):
        read_dialogue(path, DIMENSIONS)


def test_a_count_and_a_share_may_stand_beside_a_criterion(tmp_path):
    rows = counts(tmp_path / COUNTS, COUNCILS, POLICIES)
    assert list(rows["answered"]) == [78, 78]
    assert counts(tmp_path / COUNTS).empty


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (COUNCILS.replace("council_exists", "policy_year"), "'criterion': 'policy_year' is not"),
        (COUNCILS.replace("2012", "2013"), r"'councils\|2013' is no figure of national_series"),
        (COUNCILS.replace("councils", "undated"), r"'undated\|2012' is no figure of national"),
        (COUNCILS.replace("councils", "hours"), "'measure': 'hours' counts no municipalities"),
        (COUNCILS.replace("78", "98"), "'answered': '98' is not how many national_series.csv says"),
        (COUNCILS.replace("councils", "some"), "'answered': '78' is not how many"),
        (COUNCILS.replace("at de har et råd", ""), "'says_da': '' must not be empty"),
        (f"{COUNCILS}\n{COUNCILS}", "stands there already"),
    ],
)
def test_a_wrong_count_is_refused_with_its_row_and_value(line, why, tmp_path):
    with pytest.raises(DataError, match=why) as refused:
        counts(tmp_path / COUNTS, POLICIES, line)
    assert str(refused.value).startswith(f"{COUNTS}: row ")


def test_more_municipalities_than_answered_are_refused(tmp_path):
    many = FIGURES.assign(value=FIGURES["value"].mask(FIGURES["measure"] == "councils", 79.0))
    path = tmp_path / COUNTS
    path.write_text(f"{HEADINGS}\n{COUNCILS}\n", encoding="utf-8")
    with pytest.raises(DataError, match="'answered': '78' is less than the figure"):
        read_national_counts(path, SCORED, many)
