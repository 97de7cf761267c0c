"""§ 18 in the accounts: confirmed by a person, added up, looked at when it first comes."""

import re

import pytest
from live.answers import replaced
from live.refreshing import put, rows, twisted, with_body
from live.tables import SPENT

FILE = "s18_accounts.csv"


@pytest.fixture
def confirmed(data):
    """Somebody has confirmed table and values."""
    put(data, 'confirmed = ""', 'confirmed = "regnskabskonsulent, 2026-11-20"')


def without(code, owner, year):
    """A change of the answer: one of its figures is missing."""
    line = re.compile(rf"^({code};\d+;{owner};TOT;INDL;{year};)[^\r\n]+", re.MULTILINE)
    return twisted("/data", with_body(lambda text: line.sub(r"\1..", text)))


def figures(data, folder):
    found = {(r["code"], r["year"]): r["kr_per_inhabitant"] for r in rows(data, FILE, folder)}
    return {place: float(figure) for place, figure in found.items()}


def test_nothing_is_asked_until_somebody_has_confirmed_where_it_stands(refresh, server):
    status, said, _ = refresh("s18_accounts")
    assert status == 0
    assert said.startswith(f"{FILE}: not loaded, since nobody has confirmed")
    assert server.asked == []


@pytest.mark.usefixtures("confirmed")
def test_a_first_load_waits_until_somebody_has_looked_at_it(refresh, command, data):
    assert refresh("s18_accounts")[:2] == (
        3,
        f"{FILE}: held back, since it has no predecessor. To take it all the same: "
        f"python -m etl accept {FILE} --note …\n",
    )
    assert command("accept", FILE, "--note", "looked at")[0] == 0
    found = figures(data, "snapshots")
    assert found["101", "2020"] == pytest.approx(4 * round(SPENT["101", 2020] / 40, 3))
    assert len(found) == 98 * 8
    assert refresh("s18_accounts")[:2] == (0, f"{FILE}: unchanged, 784 → 784 rows\n")


@pytest.mark.usefixtures("confirmed")
def test_a_sum_is_missing_where_a_part_of_it_is_and_municipalities_are_counted(
    refresh, data, server
):
    server.twist = without("101", owner="2", year="2025")
    status, said, _ = refresh("s18_accounts")
    assert status == 3
    assert "since it has no predecessor; has 97 of the 98 municipalities in 2025. To" in said
    found = figures(data, "candidates")
    assert ("101", "2024") in found
    assert ("101", "2025") not in found


@pytest.mark.usefixtures("confirmed")
@pytest.mark.parametrize("label", ["I alt", "Ejerforhold i alt", "TOTAL"])
def test_a_total_is_not_added_up_with_its_parts(refresh, server, label):
    server.twist = twisted("/tableinfo", replaced("Ikke angivet", label))
    status, said, _ = refresh("s18_accounts")
    assert status == 1
    assert f"REGKC: EJER has a total, 0 = {label}, so its values cannot be added up" in said
