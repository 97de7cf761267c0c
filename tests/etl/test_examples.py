"""Good examples are chosen by hand; a wrong row is refused, one that holds no more is left out."""

import re

import pytest
from frozen import DAY

from etl.examples import FILE
from samspil.analysis.criteria import levels_of
from samspil.analysis.next_step import examples
from samspil.present.i18n import translator
from samspil.present.items import examples as told
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import examples_left_out, records

RULES, PAGE = "0862b0c8b8", "096c9c0aa8"
"""Two records on Vejle (630) that the frozen list chooses: council_rules and web_council."""


def add(data, line):
    with (data / FILE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def test_an_example_says_what_can_be_copied_and_all_else_is_found_to_be_met(frozen):
    rows = examples(frozen, "350", 2026).query("criterion == 'council_rules'")
    assert rows.set_index("code").loc["630", "copy_da"].startswith("Offentliggør rådets vedtægter")
    levels = levels_of(frozen, "council_exists", 2026)
    assert levels["copy_da"].isna().all()
    (chosen,) = (item for item in told(rows, translator("da")) if item.term == "Vejle")
    assert chosen.says.startswith(" (2025), et godt eksempel: Offentliggør rådets vedtægter")
    met = told(levels[levels["level"] == 2], translator("da"))
    assert met
    assert all(item.says.endswith("), fundet opfyldt:") for item in met)
    partly = told(levels[levels["level"] == 1], translator("en"))
    assert all(item.says.endswith("), partly met:") for item in partly)


def test_the_embedded_examples_are_at_least_twenty_and_none_shows_a_wrong_record(embedded):
    rows = embedded.query("FROM example")
    assert len(rows) >= 20
    assert (rows["copy_da"] != rows["copy_en"]).all()
    assert set(rows["evidence_id"]) <= set(records(embedded)["id"]) | set(
        examples_left_out(embedded)
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ffffffffff,Gør det,Do it", "'evidence_id': 'ffffffffff' names no record of evidence"),
        ("{partly},Gør det,Do it", "'evidence_id': '{partly}' names a record that was never at"),
        ("{met},Gør det,", "'copy_en': '' must not be empty"),
        (f"{RULES},Gør det,Do it", f"'{RULES}' stands there already"),
    ],
)
def test_a_wrong_row_is_refused_with_file_row_and_value(run, data, frozen, line, why):
    rows = records(frozen)
    named = {"partly": rows.loc[rows["level"] == 1, "id"].iloc[0]}
    named["met"] = rows.loc[(rows["level"] == 2) & (rows["id"] != RULES), "id"].iloc[0]
    add(data, line.format(**named))
    status, _, message = run("build")
    assert status == 1
    assert re.search(rf"{FILE}: row 5, .*{re.escape(why.format(**named))}", message)


@pytest.mark.parametrize("end", ["withdrawn", "gone"])
def test_one_whose_record_no_longer_holds_is_left_out_and_told_by_status(run, data, builds, end):
    if end == "withdrawn":
        given = ["--evidence", RULES, "--code", "630", "--criterion", "council_rules"]
        given += ["--field", "withdraw", "--outcome", "accepted", "--reason", "Forkert råd"]
        given += ["--by-role", "kommune", "--date", DAY]
        assert run("object", *given, "--objection", "Siden er en andens")[0] == 0
    else:
        url = "https://www.vejle.dk/da/demokrati-og-udvikling/raad-naevn-bestyrelser-og-saerlige-udvalg/raad/frivilligraadet"
        with (data / "snapshots" / "lookups.csv").open("a", encoding="utf-8") as file:
            file.write(f"630,council_rules,{url},desk,2026-11-23,gone,\n")
    assert run("accept", "--note", "one less")[0] == 0
    assert run("build")[0] == 0
    house = open_warehouse(newest_build(builds))
    assert set(house.query("FROM example")["evidence_id"]) >= {RULES, PAGE}
    assert examples(house, "350", 2026)["copy_da"].notna().sum() == 2
    assert examples_left_out(house) == [RULES]
    house.close()
    status, output, _ = run("status")
    assert status == 0
    (warning,) = [line for line in output.splitlines() if line.startswith("Warning: ")]
    assert f"{FILE}: {RULES} left out" in warning
