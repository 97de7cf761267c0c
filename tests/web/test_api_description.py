"""The addresses for machines are what their description says, and the description is complete."""

import json

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from samspil.present.api.resources import resources
from samspil.present.i18n import translator
from web.api.routes import machine_routes

RESOURCES = resources(translator("da"))
ADDRESS = "/api/v1/openapi.json"


@pytest.fixture
def described(machines):
    """The description."""
    return machines.json(ADDRESS)


def parameters(described, path):
    """The parameters of an address by their name."""
    named = described["components"]["parameters"]
    listed = described["paths"][path]["get"].get("parameters", [])
    found = [named[p["$ref"].rpartition("/")[2]] if "$ref" in p else p for p in listed]
    return {parameter["name"]: parameter for parameter in found}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_description_is_valid_in_both_languages(language, machines):
    described = machines.json(f"{ADDRESS}?lang={language}")
    assert [str(error) for error in OpenAPIV31SpecValidator(described).iter_errors()] == []
    assert ("ukendt" in json.dumps(described, ensure_ascii=False)) == (language == "da")


@pytest.mark.parametrize("name", RESOURCES)
def test_an_answer_is_as_described(name, described, machines):
    path = f"/api/v1/{name}.json"
    content = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    schema = content["schema"] | {"components": described["components"]}
    given = machines.json(f"{path}?limit=500" if "limit" in parameters(described, path) else path)
    Draft202012Validator(schema).validate(given)
    assert given["rows"] or name == "changes"
    row = described["components"]["schemas"][f"{name}.row"]["properties"]
    assert all(column["description"] for column in row.values())


def test_the_schema_of_a_row_refuses_what_is_no_row(described, machines):
    (row, *_) = machines.json("/api/v1/scores.json?limit=1")["rows"]
    schema = described["components"]["schemas"]["scores.row"]
    check = Draft202012Validator(schema).is_valid
    assert check(row)
    for wrong in ({"rank": "1"}, {"documented": None}, {"more": 1}):
        assert not check(row | wrong)
    assert not check({name: value for name, value in row.items() if name != "coverage"})


@pytest.mark.parametrize("name", RESOURCES)
def test_every_value_that_is_described_is_taken_and_its_neighbour_is_not(name, described, machines):
    path = f"/api/v1/{name}.json"
    for parameter in parameters(described, path).values():
        schema, key = parameter["schema"], parameter["name"]
        if key == "release":  # there is none here
            assert machines.ask(f"{path}?release=2026.1").status == 404
            assert machines.ask(f"{path}?release=1").status == 400
            continue
        if "enum" in schema:
            taken, refused = [schema["enum"][0], schema["enum"][-1]], ["no-such", "", "É"]
        else:
            taken = [schema["minimum"], schema["maximum"]]
            refused = [schema["minimum"] - 1, schema["maximum"] + 1, "1.0", "+1", "١"]
        also = "&year=2026" if key == "horizon" else ""
        also += "&limit=1" if "limit" in parameters(described, path) and key != "limit" else ""
        for value in taken:
            assert machines.ask(f"{path}?{key}={value}{also}").status == 200, (key, value)
        for value in refused:
            assert machines.ask(f"{path}?{key}={value}{also}").status == 400, (key, value)


def test_every_address_is_described_and_every_described_one_is_there(described, machines, tmp_path):
    routes = {route.path for route in machine_routes(tmp_path)}
    routes = {path.replace("{name:path}", "{name}") for path in routes}
    told = {path for path in routes if ":path}" not in path}
    told -= {
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/data",
        "/feed",
    }  # a page, and what leads to it
    assert set(described["paths"]) == told
    filled = {"{place}": "350", "{release}": "2026.1", "{name}": "samspil.zip"}
    for path in described["paths"]:
        address = path
        for part, value in filled.items():
            address = address.replace(part, value)
        there = 404 if "2026.1" in address else 200
        assert machines.ask(address, "HEAD").status == there, address


def test_a_refusal_is_as_described(described, machines):
    for address in ("/api/v1/scores.json?code=999", "/api/v1/nothing.json", "/data/9/x"):
        answer = machines.ask(address)
        assert answer.headers["content-type"] == "application/problem+json"
        schema = described["components"]["schemas"]["Problem"]
        Draft202012Validator(schema).validate(json.loads(answer.body))


def test_people_read_of_every_resource_column_and_filter(machines):
    page = machines.ask("/api").body.decode()
    for resource in RESOURCES.values():
        assert resource.path("json") in page
        assert resource.path("csv") in page
        for name in (*resource.parameters, *(column.name for column in resource.columns)):
            assert f"<code>{name}</code>" in page
    assert '<html lang="da">' in page
    assert '<html lang="en">' in machines.ask("/api?lang=en").body.decode()
    assert "https://www.example.org/api/v1/scores.csv" in page


@pytest.mark.parametrize("path", ["/api/", "/api/v1", "/api/v1/"])
def test_the_page_has_one_address(path, machines):
    answer = machines.ask(f"{path}?lang=en")
    assert (answer.status, answer.headers["location"]) == (307, "/api?lang=en")


def test_the_page_is_html_and_shows_a_strange_host_as_none(machines):
    answer = machines.ask("/api", host='"><script>alert(1)</script>')
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert b"<script>" not in answer.body
    given = machines.json("/api/v1/sources.json", host="evil.example/<x>")
    assert "evil" not in str(given)


@pytest.mark.parametrize(("language", "says"), [("da", "en fil i udgaven"), ("en", "a file of")])
def test_the_description_says_that_a_damaged_release_cannot_be_read(language, says, machines):
    told = machines.json(f"{ADDRESS}?lang={language}")["components"]["responses"]["Unavailable"]
    assert says in told["description"]
