"""Answers that are not as documented, and what is said of each: of tableinfo and of data."""

import json

from live.contract_server import Reply, error
from live.refreshing import with_body

HTML = "<!DOCTYPE html><html><body>Vi opdaterer siden</body></html>"


def page(status):
    return lambda reply: Reply(status, HTML.encode(), {"Content-Type": "text/html"})


def body(content):
    return lambda reply: Reply(200, content, reply.headers)


def described(change):
    """A change of what tableinfo says."""

    def changed(text):
        table = json.loads(text)
        change(table)
        return json.dumps(table)

    return with_body(changed)


def values_of(table, number):
    return table["variables"][number]["values"]


def drop_lejre(table):
    table["variables"][0]["values"] = [v for v in values_of(table, 0) if v["id"] != "350"]


def add_another(table):
    values_of(table, 0).append({"id": "861", "text": "Nyborup"})


def another_variable(table):
    table["variables"].insert(1, {"id": "ENHED", "text": "enhed", "time": False, "values": []})


def no_time(table):
    table["variables"][1]["time"] = False


def other_periods(table):
    table["variables"][1]["values"] = [{"id": "2026M1", "text": "2026M1"}]


def without(place):
    """Without the lines of one municipality."""
    return with_body(
        lambda text: "".join(
            line for line in text.splitlines(keepends=True) if not line.startswith(place)
        )
    )


def replaced(old, new):
    return with_body(lambda text: text.replace(old, new))


def in_first_row(old, new):
    return with_body(lambda text: text.replace(old, new, 1))


INFO = {
    "an HTML page": (page(200), "ARE207: the answer is an HTML page in place of JSON"),
    "an HTML page with status 400": (page(400), "ARE207: StatBank answers 400 with an HTML page"),
    "an unknown path": (page(404), "ARE207: StatBank answers 404"),
    "an empty answer": (body(b""), "ARE207: the answer is empty"),
    "truncated JSON": (
        with_body(lambda text: text[:2000]),
        "ARE207: the answer is no JSON, or is broken off after 2,0",
    ),
    "a list": (body(b"[1]"), "ARE207: the description of the table has another shape"),
    "no variables": (
        described(lambda table: table.pop("variables")),
        "ARE207: the description of the table has another shape than documented (KeyError",
    ),
    "no unit": (
        described(lambda table: table.pop("unit")),
        "ARE207: the table says nothing of its unit",
    ),
    "another table": (
        described(lambda table: table.update(id="ARE208")),
        "ARE207: the answer describes 'ARE208'",
    ),
    "97 municipalities": (
        described(drop_lejre),
        "ARE207: OMRÅDE lists 97 of the 98 municipalities; 350 is missing",
    ),
    "99 municipalities": (
        described(add_another),
        "ARE207: OMRÅDE lists 99 municipalities; 861 (Nyborup) is not in the register",
    ),
    "a further variable": (
        described(another_variable),
        "ARE207: has a variable ENHED (enhed), for which sources.toml chooses nothing",
    ),
    "no time": (described(no_time), "ARE207: has 0 variables of time instead of one"),
    "other periods": (
        described(other_periods),
        "ARE207: Tid has no codes like '{year}'",
    ),
    "an error that is documented": (
        lambda reply: error("EXTRACT-NOTFOUND", "Tabellen blev ikke fundet"),
        "ARE207: StatBank does not know the table, or a variable or value of it "
        "(EXTRACT-NOTFOUND: 'Tabellen blev ikke fundet')",
    ),
    "an error that is not": (
        lambda reply: error("NEW-CODE", "Prøv igen"),
        "ARE207: StatBank refuses the question (NEW-CODE: 'Prøv igen')",
    ),
    "another encoding": (
        body("{\"id\": \"Å\"}".encode("latin-1")),
        "ARE207: row 1 of the answer is not UTF-8",
    ),
}  # fmt: skip

DATA = {
    "an HTML page": (page(200), "ARE207: the answer is an HTML page in place of figures"),
    "an empty answer": (body(b"\r\n"), "ARE207: the answer is empty"),
    "headings alone": (
        body(b"OMR\xc3\x85DE;TID;INDHOLD\r\n"),
        "ARE207: the answer has 0 figures instead of 98; all of OMRÅDE 101 are missing",
    ),
    "truncated CSV": (
        with_body(lambda text: text[: text.rindex(";")]),
        "ARE207: row 99 of the answer has 2 values instead of 3, so it may be cut short",
    ),
    "cut at the end of a line": (
        with_body(lambda text: text[: text.rindex("860;2026")]),
        "ARE207: the answer has 97 figures instead of 98",
    ),
    "another encoding": (
        lambda reply: Reply(200, reply.body.decode().encode("utf-16"), reply.headers),
        "ARE207: row 1 of the answer is not UTF-8",
    ),
    "an extra column": (
        with_body(lambda text: text.replace("\r\n", ";x\r\n").replace("INDHOLD;x", "INDHOLD")),
        "ARE207: row 2 of the answer has 4 values instead of 3",
    ),
    "an extra column throughout": (
        with_body(lambda text: "".join(
            ("ENHED;" if line.startswith("O") else "km2;") + line
            for line in text.splitlines(keepends=True)
        )),
        "ARE207: the answer has a column that was not asked for, ENHED",
    ),
    "a renamed column": (
        replaced("INDHOLD", "CONTENT"),
        "ARE207: the answer has no column INDHOLD, but 'OMRÅDE;TID;CONTENT'",
    ),
    "a missing column": (
        with_body(lambda text: "\n".join(
            ";".join(line.split(";")[::2]) for line in text.splitlines()
        )),
        "ARE207: the answer has no column TID",
    ),
    "labels in place of codes": (
        replaced("\n101;", "\n101 København;"),
        "ARE207: row 2 of the answer has '101 København' in OMRÅDE, which is no code",
    ),
    "97 municipalities": (
        without("350;"),
        "ARE207: the answer has 97 figures instead of 98; all of OMRÅDE 350 are missing",
    ),
    "99 municipalities": (
        with_body(lambda text: text + "861;2026;1\r\n"),
        "ARE207: row 100 of the answer has '861' in OMRÅDE, which is no code",
    ),
    "a line twice": (
        with_body(lambda text: text + "860;2026;1\r\n"),
        "ARE207: row 100 of the answer stands there already",
    ),
    "a decimal point": (
        replaced(",", "."),
        "ARE207: row 2 of the answer has '86.6' in INDHOLD, which is neither a number with a",
    ),
    "a number in words": (
        in_first_row("86,6", "86,6 km2"),
        "ARE207: row 2 of the answer has '86,6 km2' in INDHOLD",
    ),
    "another delimiter": (
        replaced(";", "\t"),
        "ARE207: the answer has no column OMRÅDE, but 'OMRÅDE",
    ),
    "a quote that is not closed": (
        in_first_row("\n101;", '\n"101;'),
        "ARE207: row",
    ),
    "a word in the last line": (
        with_body(lambda text: text[: text.rindex(";")] + ";ukendt\r\n"),
        "ARE207: row 99 of the answer has 'ukendt' in INDHOLD",
    ),
}  # fmt: skip
