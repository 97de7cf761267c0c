"""`coverage` tells what is known and what to ask first, on the screen and in files."""

import csv

import pytest

from etl.__main__ import main
from samspil.warehouse import queries

FILES = ("coverage_by_criterion", "coverage_by_dimension", "coverage_by_region", "questions")


@pytest.fixture(scope="module")
def told(frozen_folder, tmp_path_factory):
    """What the command says on the frozen data, and its files by name."""
    folder, said = tmp_path_factory.mktemp("coverage") / "tables", []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
        patch.setattr("etl.commands.print", said.append, raising=False)
        assert main(["coverage", "--csv", str(folder)]) == 0
    files = {}
    for name in FILES:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            files[name] = list(csv.DictReader(file))
    return said, files


def test_the_country_is_that_of_status_and_every_grouping_adds_up_to_it(told, frozen):
    facts = queries.known_facts(frozen)
    *regions, country = told[1]["coverage_by_region"]
    assert country["region"] == "Denmark"
    assert int(country["known"]) == facts["known_cells"]
    assert int(country["fresh"]) == facts["fresh_cells"]
    for name in FILES[:3]:
        rows = regions if name.endswith("region") else told[1][name]
        for column in ("cells", "known", "unknown", "incomplete"):
            assert sum(int(row[column]) for row in rows) == int(country[column])
    assert len(told[1]["coverage_by_criterion"]) == 24


def test_the_screen_has_a_line_a_row_with_the_same_figures(told):
    said, files = told
    for name in FILES[:3]:
        for row in files[name]:
            key = row[name.removeprefix("coverage_by_")]
            line = next(line.split() for line in said if line.split()[:1] == [key])
            assert line[1:3] == [row["cells"], row["known"]]
            assert float(line[3]) == pytest.approx(float(row["known_percent"]))
    assert not any("blocked" in line for line in said if line.startswith("criterion "))


def test_a_hundred_questions_with_what_they_are_for(told):
    said, files = told
    rows = files["questions"]
    assert len(rows) == 100
    numbered = [line for line in said if line.split()[:1] == ["100"]]
    assert len(numbered) == 1
    assert rows[-1]["criterion"] in numbered[0]
    assert all(row["question_da"] != row["question_en"] for row in rows)
    assert any(line.startswith("If all 100 are answered, ") for line in said)


def test_without_a_build_or_a_folder_it_is_one_sentence(
    frozen_folder, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    assert main(["coverage"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["coverage", "--csv", str(tmp_path / "file")]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "file: no folder can be made there" in message
