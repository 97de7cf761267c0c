"""The addresses for machines described as OpenAPI 3.1, written from the table of resources."""

from collections.abc import Collection
from typing import Any

from samspil.present.api.columns import JSON_TYPES, Column, Kind
from samspil.present.api.filters import meaning
from samspil.present.api.questions import Allowed, allowed
from samspil.present.api.resources import COMMON, ENDINGS, MOST, PATH, Resource, resources
from samspil.present.i18n import Translator
from samspil.present.release_files import DATA
from samspil.warehouse.builds import Build
from samspil.warehouse.queries.resources import Offered

VERSION = "1.0.0"
"""Of the addresses and columns: within 1, some are added and none is changed or taken away."""

PROBLEM = "application/problem+json"
"""What a refusal is (RFC 9457)."""

_BINARY = {"samspil.duckdb": "application/vnd.duckdb", "samspil.zip": "application/zip"}


def description(
    build: Build, offered: Offered, releases: Collection[str], t: Translator
) -> dict[str, Any]:
    """The description, as JSON holds it.

    Args:
        build: the newest, whose codes and criteria are listed.
        offered: what can be asked of it.
        releases: the names of those that there are.
        t: the translator, which says in which language things are described.
    """
    found = resources(t)
    paths: dict[str, Any] = {}
    for resource in found.values():
        for ending, media_type in ENDINGS.items():
            paths[resource.path(ending)] = {"get": _get(resource, ending, media_type, t)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Samspil",
            "version": VERSION,
            "description": " ".join([
                t("Hvor langt Danmarks 98 kommuner er nået i samarbejdet med frivillige sociale "
                  "foreninger, efter hvad offentlige sider dokumenterer."),
                t("Ukendt er ikke nul: det, offentlige kilder ikke viser, kan være der alligevel."),
            ]),
            "license": {"name": "CC BY 4.0",
                        "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": "/"}],
        "paths": paths | _files(t) | _feeds(t),
        "components": {
            "parameters": _parameters(found, offered, releases, t),
            "schemas": {_schema_name(resource): _row(resource) for resource in found.values()}
            | {"Problem": _problem(t)},
            "responses": _refusals(t),
        },
    }  # fmt: skip


def _get(resource: Resource, ending: str, media_type: str, t: Translator) -> dict[str, Any]:
    row = f"#/components/schemas/{_schema_name(resource)}"
    content: dict[str, Any] = {"schema": {"type": "string"}}
    if ending == "json":
        content = {"schema": _answer(row, t)}
    return {
        "operationId": f"{resource.name.replace('-', '_')}_{ending}",
        "summary": resource.title,
        "description": f"{resource.row} {resource.notice}",
        "parameters": [
            {"$ref": f"#/components/parameters/{_parameter_name(name, resource)}"}
            for name in resource.parameters
        ],
        "responses": {
            "200": {
                "description": resource.row,
                "headers": _headers(t, pages=True),
                "content": {media_type: content},
            },
        }
        | _ERRORS,
    }


_ERRORS = {
    "304": {"$ref": "#/components/responses/NotModified"},
    "400": {"$ref": "#/components/responses/Refused"},
    "404": {"$ref": "#/components/responses/Unknown"},
    "503": {"$ref": "#/components/responses/Unavailable"},
}


def _answer(row: str, t: Translator) -> dict[str, Any]:
    """The object that stands around the rows."""
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    properties = {
        "resource": text | {"description": t("Hvad der er spurgt efter.")},
        "release": text | {"description": t("Den udgave, tallene hører til.")},
        "frozen": {"type": "boolean", "description": t("Om de er læst i den frosne udgave.")},
        "draft": {"type": "boolean", "description": t("Om de er en kladde og ikke selve udgaven.")},
        "build": text | {"description": t("Dataversionen.")},
        "licence": text | {"description": t("Hvad man må bruge tallene til.")},
        "citation": text | {"description": t("Sådan citerer man dem.")},
        "notice": text | {"description": t("Det forbehold, de skal nævnes med.")},
        "total": count | {"description": t("Hvor mange rækker der er i alt.")},
        "limit": count | {"description": t("Hvor mange rækker svaret højst har.")},
        "offset": count | {"description": t("Hvor mange rækker der er sprunget over.")},
        "next": {"type": ["string", "null"],
                 "description": t("Adressen på de næste rækker; null, når der ikke er flere.")},
        "rows": {"type": "array", "items": {"$ref": row}, "maxItems": MOST},
    }  # fmt: skip
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _row(resource: Resource) -> dict[str, Any]:
    """A row: every column is there; what is not known is null."""
    return {
        "type": "object",
        "description": resource.row,
        "properties": {column.name: _column(column) for column in resource.columns},
        "required": [column.name for column in resource.columns],
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    kind = JSON_TYPES[column.kind]
    said: dict[str, Any] = {"type": [kind, "null"] if column.empty else kind}
    said["description"] = column.meaning
    if column.kind is Kind.DAY:
        said["format"] = "date"
    if column.unit:
        said["x-unit"] = column.unit
    return said


def _parameters(
    found: dict[str, Resource], offered: Offered, releases: Collection[str], t: Translator
) -> dict[str, Any]:
    return {
        _parameter_name(name, resource): {
            "name": name,
            "in": "query",
            "required": False,
            "description": meaning(name, resource, t),
            "schema": _schema(name, allowed(name, resource, offered, releases)),
        }
        for resource in found.values()
        for name in resource.parameters
    }


def _schema(name: str, may: Allowed) -> dict[str, Any]:
    if name == "release":  # one may come between this description and the question
        return {"type": "string", "pattern": r"^\d{4}\.\d{1,3}$", "examples": list(may.values)}
    if may.values:
        return {"type": "string", "enum": list(may.values)}
    return {"type": "integer", "minimum": may.low, "maximum": may.high}


def _parameter_name(name: str, resource: Resource) -> str:
    return name if name in COMMON else f"{resource.name}.{name}"


def _schema_name(resource: Resource) -> str:
    return f"{resource.name}.row"


def _headers(t: Translator, *, pages: bool = False) -> dict[str, Any]:
    text = {"type": "string"}
    said = {
        "ETag": t("Svarets mærke; sendt igen som If-None-Match giver det 304 uden indhold."),
        "Cache-Control": t("Hvor længe svaret må gemmes."),
        "Access-Control-Allow-Origin": t("Altid *: svaret må læses fra enhver side."),
    }
    if pages:
        said["X-Total-Count"] = t("Hvor mange rækker der er i alt.")
    return {name: {"description": meant, "schema": text} for name, meant in said.items()}


def _files(t: Translator) -> dict[str, Any]:
    told = {
        "samspil.duckdb": ("database", t("Hele databasen som én DuckDB-fil.")),
        "samspil.zip": ("package", t("Alle tabeller som CSV med beskrivelse, en datapakke "
                                     "(Frictionless).")),
    }  # fmt: skip
    found = {
        f"{DATA}/{name}": {"get": _operation(id_, says, _BINARY[name], t, parts=True)}
        for name, (id_, says) in told.items()
    }
    frozen = _operation(
        "file_of_release", t("En fil af en frossen udgave."), "application/octet-stream", t,
        parts=True,
    )  # fmt: skip
    frozen["parameters"] = [
        _in_path("release", r"^\d{4}\.\d{1,3}$", t("Udgaven.")),
        _in_path("name", r"^.+$", t("Filens navn: samspil.duckdb, samspil.zip, SHA256SUMS, "
                                    "corrections.json eller en anden af dem, SHA256SUMS "
                                    "nævner.")),
    ]  # fmt: skip
    return found | {f"{DATA}/{{release}}/{{name}}": {"get": frozen}}


def _feeds(t: Translator) -> dict[str, Any]:
    said = t("Hvad der er ændret, som Atom: for en kommune ved dens nummer, for landet danmark.")
    feed = _operation("feed", said, "application/atom+xml", t)
    feed["parameters"] = [
        _in_path("place", r"^(\d{3}|danmark)$", t("Kommunens nummer på tre cifre, eller danmark.")),
        {"$ref": "#/components/parameters/lang"},
    ]
    health = _operation("health", t("Om serveren kan svare, og med hvilke data."),
                        "application/json", t)  # fmt: skip
    own = _operation("openapi", t("Denne beskrivelse."), "application/json", t)
    own["parameters"] = [{"$ref": "#/components/parameters/lang"}]
    return {
        "/feed/{place}.atom": {"get": feed},
        f"{PATH}/openapi.json": {"get": own},
        "/healthz": {"get": health},
    }


def _operation(
    name: str, summary: str, media_type: str, t: Translator, *, parts: bool = False
) -> dict[str, Any]:
    done = {"description": summary, "headers": _headers(t),
            "content": {media_type: {}}}  # fmt: skip
    answers = {"200": done} | _ERRORS
    if parts:
        answers["206"] = done | {"description": t("En del af filen, som Range beder om.")}
    return {"operationId": name, "summary": summary, "responses": answers}


def _in_path(name: str, pattern: str, said: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": said,
            "schema": {"type": "string", "pattern": pattern}}  # fmt: skip


def _problem(t: Translator) -> dict[str, Any]:
    text = {"type": "string"}
    properties = {
        "type": text | {"description": t("Altid about:blank.")},
        "title": text | {"description": t("Statuskodens navn.")},
        "status": {"type": "integer", "description": t("Statuskoden.")},
        "detail": text | {"description": t("Én sætning om, hvad der er galt.")},
        "parameter": text | {"description": t("Det valg, der er galt, hvis det er et af dem.")},
        "value": text | {"description": t("Det, der stod, afkortet.")},
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["type", "title", "status", "detail"],
        "additionalProperties": False,
    }


def _refusals(t: Translator) -> dict[str, Any]:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    said = {
        "Refused": t("Et valg findes ikke, eller dets værdi er gal."),
        "Unknown": t("Adressen eller udgaven findes ikke."),
        "Unavailable": t(
            "Der er ingen data, der kan læses, lige nu, eller en fil i udgaven er ikke den, der "
            "blev frosset, eller mangler."
        ),
    }
    found: dict[str, Any] = {
        name: {"description": meant, "content": content} for name, meant in said.items()
    }
    not_modified = t("Du har svaret allerede; der er intet indhold.")
    return found | {"NotModified": {"description": not_modified, "headers": _headers(t)}}
