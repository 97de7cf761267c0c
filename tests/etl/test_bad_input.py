"""Bad input gets one sentence that names the place; what stood before stays untouched."""

import subprocess
import sys

import pytest
from etl_data import GOOD, append, cut, drop_rows, header_only, remove, replace, write
from frozen import ROWS

from samspil.paths import PROJECT

CASES = {
    "unknown municipality": (
        append("evidence.csv", GOOD.replace("101", "411", 1)),
        ["evidence.csv", f"row {ROWS + 2}", "'code'", "'411'"],
    ),
    "level 3": (
        append("evidence.csv", GOOD.replace(",2,,", ",3,,")),
        ["evidence.csv", f"row {ROWS + 2}", "'level'", "'3'", "above 2"],
    ),
    "level in words": (
        append("evidence.csv", GOOD.replace(",2,,", ",høj,,")),
        ["evidence.csv", f"row {ROWS + 2}", "'level'", "'høj'"],
    ),
    "unknown criterion": (
        append("evidence.csv", GOOD.replace("policy_adopted", "policy_loved")),
        ["evidence.csv", f"row {ROWS + 2}", "'criterion'", "'policy_loved'"],
    ),
    "a derived criterion": (
        append("evidence.csv", GOOD.replace("policy_adopted", "policy_current")),
        ["evidence.csv", f"row {ROWS + 2}", "'criterion'", "'policy_current'"],
    ),
    "javascript address": (
        append("evidence.csv", GOOD.replace("https://www.kk.dk/x", "javascript:alert(1)")),
        ["evidence.csv", f"row {ROWS + 2}", "'source_url'", "'javascript:alert(1)'"],
    ),
    "year of the future": (
        append("evidence.csv", GOOD.replace("2020", "2031")),
        ["evidence.csv", f"row {ROWS + 2}", "'year'", "'2031'"],
    ),
    "a value where levels count": (
        append("evidence.csv", GOOD.replace(",2,,", ",2,17,")),
        ["evidence.csv", f"row {ROWS + 2}", "'value'", "'17'"],
    ),
    "no value where one is needed": (
        append("evidence.csv", GOOD.replace("policy_adopted", "s18_amount")),
        ["evidence.csv", f"row {ROWS + 2}", "'value'"],
    ),
    "unknown kind of source": (
        append("evidence.csv", GOOD.replace("municipality_site", "gossip")),
        ["evidence.csv", f"row {ROWS + 2}", "'source_kind'", "'gossip'"],
    ),
    "truncated file": (cut("evidence.csv", 0.5), ["evidence.csv", "row "]),
    "broken quote": (append("evidence.csv", GOOD + '"broken'), ["evidence.csv", "row "]),
    "renamed column": (
        replace("evidence.csv", "source_url", "url"),
        ["evidence.csv", "row 1", "'source_url'", "'url'"],
    ),
    "binary garbage": (
        write("population.csv", bytes(range(256)) * 4),
        ["population.csv", "row 1", "'code'", "U+0000"],
    ),
    "another encoding": (
        append("evidence.csv", GOOD.replace("Note", "Råd", 1), encoding="latin-1"),
        ["evidence.csv", f"row {ROWS + 2}", "'note'", "UTF-8"],
    ),
    "a lone surrogate": (
        append("evidence.csv", GOOD.replace("Note", "\ud800", 1), errors="surrogatepass"),
        ["evidence.csv", f"row {ROWS + 2}", "'note'", "UTF-8"],
    ),
    **{
        f"the character {character!r}": (
            append("evidence.csv", GOOD.replace("Note", f'"a{character}b"', 1)),
            ["evidence.csv", "row ", "'note'", f"U+{ord(character):04X}"],
        )
        for character in "\0\t\r\n\x1b\x7f\x85\u2028\u2029"
    },
    "a NUL in a heading": (
        write("accounts.csv", b"code\0year"),
        ["accounts.csv", "row 1", "'code'", "U+0000"],
    ),
    "empty file": (write("population.csv", b""), ["population.csv", "row 1", "'code'"]),
    "evidence with its headings only": (
        header_only("evidence.csv"),
        ["evidence.csv", "has no rows"],
    ),
    "population with its headings only": (
        header_only("population.csv"),
        ["population.csv", "has no rows"],
    ),
    "a level over 64 bits": (
        append("evidence.csv", GOOD.replace(",2,,", f",{2**64},,")),
        ["evidence.csv", f"row {ROWS + 2}", "'level'", f"'{2**64}'", "18 digits"],
    ),
    "a year over 64 bits": (
        replace("population.csv", "101,2007,503699", f"101,{10**400},503699"),
        ["population.csv", "row 2", "'year'", "'1000", "18 digits"],
    ),
    "a population over 64 bits": (
        replace("population.csv", "101,2007,503699", f"101,2007,{2**63}"),
        ["population.csv", "row 2", "'population'", f"'{2**63}'", "18 digits"],
    ),
    "an area beyond all numbers": (
        replace("municipalities.csv", ",86.6,", f",{10**400}.0,"),
        ["municipalities.csv", "row 2", "'area_km2'", "'1000", "18 digits"],
    ),
    "digits of another script": (
        append("evidence.csv", GOOD.replace(",2,,", ",٢,,")),
        ["evidence.csv", f"row {ROWS + 2}", "'level'", "'٢'"],
    ),
    "population without 2007": (
        drop_rows("population.csv", lambda row: ",2007," in row),
        ["population.csv", "'101'", "2007"],
    ),
    "population without 2007 for one": (
        drop_rows("population.csv", lambda row: row.startswith("147,2007,")),
        ["population.csv", "'147'", "2007"],
    ),
    "population without the newest year for one": (
        drop_rows("population.csv", lambda row: row.startswith("147,2026,")),
        ["population.csv", "'147'", "2026"],
    ),
    "population without one municipality": (
        drop_rows("population.csv", lambda row: row.startswith("147,")),
        ["population.csv", "'147'", "2007"],
    ),
    "the same stage twice": (
        replace("codebook.toml", "stage = 2", "stage = 3"),
        ["codebook.toml", "stage '3'", "more than once"],
    ),
    "a number too large in the codebook": (
        replace("codebook.toml", "horizon = 8", f"horizon = {2**63}"),
        ["codebook.toml", "'horizon'", "no number to 2147483647"],
    ),
    "a weight that is no number": (
        replace("codebook.toml", "weight = 1\n", "weight = nan\n"),
        ["codebook.toml", "'weight'", "no number to 2147483647"],
    ),
    "missing file": (remove("neighbours.csv"), ["neighbours.csv", "cannot be read"]),
    "duplicate key": (
        lambda data: [append("evidence.csv", GOOD)(data) for _ in range(2)],
        ["evidence.csv", f"row {ROWS + 3}", "policy_adopted", "stands there already"],
    ),
    "duplicate municipality": (
        replace("municipalities.csv", "147,Frederiksberg", "101,Frederiksberg"),
        ["municipalities.csv", "row 3", "'101'"],
    ),
    "population of nobody": (
        replace("population.csv", "101,2007,503699", "101,2007,0"),
        ["population.csv", "row 2", "'population'", "'0'"],
    ),
    "wrong checksum": (
        replace("evidence.csv", "frivilligpolitik", "frivillig politik"),
        ["evidence.csv", "checksum", "python -m etl accept"],
    ),
    "a row more than accepted": (
        append("evidence.csv", GOOD),
        ["evidence.csv", f"{ROWS + 1} rows", f"{ROWS}", "python -m etl accept"],
    ),
    "criterion without a level text": (
        replace("codebook.toml", 'level1_da = "Kun en fælles', 'level9_da = "Kun en fælles'),
        ["codebook.toml", "'web_contact'", "'level9_da'"],
    ),
    "criterion with an empty level text": (
        replace("codebook.toml", 'level1_en = "A general office only."', 'level1_en = ""'),
        ["codebook.toml", "'web_contact'", "'level1_en'"],
    ),
    "broken outlines": (cut("boundaries.geojson", 0.7), ["boundaries.geojson", "row "]),
    "an outline of nowhere": (
        replace("boundaries.geojson", '"code": "147"', '"code": "999"'),
        ["boundaries.geojson", "'999'"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_named_in_one_sentence(case, run, data, builds):
    spoil, expected = CASES[case]
    builds.mkdir()
    (builds / "newest.json").write_text('{"file": "before.duckdb"}')
    spoil(data)
    status, _, message = run("build")
    assert status == 1
    assert message.startswith("samspil: ")
    assert message.count("\n") == 1
    for part in expected:
        assert part in message
    assert (builds / "newest.json").read_text() == '{"file": "before.duckdb"}'
    assert [path.name for path in builds.iterdir()] == ["newest.json"]


def test_a_long_or_hostile_value_is_shown_short_and_spelt_out(run, data):
    append("evidence.csv", GOOD.replace("101", "\x1b[31m" + "x" * 10_000, 1))(data)
    message = run("build")[2]
    assert "\\x1b" in message
    assert "\x1b" not in message
    assert len(message) < 300


def test_several_wrong_rows_are_counted(run, data):
    for year in (2018, 2019, 2020):
        append("evidence.csv", GOOD.replace("2020", str(year)).replace(",2,,", ",5,,"))(data)
    assert "(and 2 more rows)" in run("build")[2]


def test_a_folder_that_cannot_be_written_is_named(run, builds):
    builds.write_text("a file where the folder should be")
    status, _, message = run("build")
    assert status == 1
    assert "cannot be written" in message


@pytest.mark.slow
def test_the_command_itself_shows_no_traceback(data):
    remove("evidence.csv")(data)
    done = subprocess.run(
        [sys.executable, "-m", "etl", "build", "--data", str(data)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("samspil: evidence.csv: cannot be read")
