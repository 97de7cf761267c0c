"""What came of each source is kept for the page that tells of it."""

from datetime import UTC, datetime, timedelta

import pytest

from etl.errors import DataError
from etl.live.outcomes import FAILED, FILE, REPLACED, note, read_outcomes
from samspil.present.i18n import translator
from samspil.present.tables import state
from samspil.warehouse import queries

DAY = datetime(2026, 11, 20, tzinfo=UTC)


def outcomes(folder):
    rows = read_outcomes(folder)
    return dict(zip(rows["name"], rows["outcome"], strict=True))


def test_a_refresh_notes_what_came_of_every_source(refresh, data, server):
    assert refresh("area", "s18_accounts")[0] == 0
    assert outcomes(data) == {"area.csv": "replaced", "s18_accounts.csv": "waiting"}
    said = read_outcomes(data).set_index("name")["said"]
    assert said["area.csv"] == "area.csv: replaced, 0 → 98 rows, new years 2026"
    refresh("area")
    assert outcomes(data)["area.csv"] == "unchanged"


def test_a_dry_run_notes_nothing(refresh, data):
    before = (data / FILE).read_bytes()
    assert refresh("area", "--dry-run")[0] == 0
    assert (data / FILE).read_bytes() == before


def test_the_newest_outcome_takes_the_place_of_the_one_before(data):
    note(data, "area.csv", REPLACED, "one", DAY)
    note(data, "population.csv", REPLACED, "two", DAY)
    note(data, "area.csv", FAILED, "three\nlines", DAY + timedelta(days=1))
    rows = read_outcomes(data).set_index("name")
    assert list(rows["said"]) == ["three lines", "two"]
    assert rows["tried_on"].dt.day.to_dict() == {"area.csv": 21, "population.csv": 20}


def test_a_wrong_row_is_named(data):
    (data / FILE).write_text("name,outcome,tried_on,said\narea.csv,lost,2026-11-20,x\n")
    with pytest.raises(DataError, match=r"refreshed\.csv: row 2, column 'outcome': 'lost'"):
        read_outcomes(data)


def test_the_page_says_how_old_a_source_is_and_that_it_was_never_tried(frozen):
    rows = queries.refreshes(frozen)
    newest = rows["retrieved_at"].max().date()
    shown = state.sources(rows, newest + timedelta(days=3), translator("da"))
    assert shown["Alder, dage"].min() == 3
    assert set(shown["Sidst forsøgt"]) == {"aldrig"}
    assert len(shown) == len(queries.snapshots(frozen))


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ({"": 1200}, "Ingen af de 1.200 adresser bag oplysningerne er spurgt endnu."),
        (
            {"": 2, "reachable": 7, "gone": 1},
            "Af de 10 adresser bag oplysningerne: 7 svarer, 1 findes ikke mere, 2 ikke spurgt.",
        ),
    ],
)
def test_what_addresses_answer_in_a_sentence(counts, says):
    assert state.addresses(counts, translator("da")) == says
