"""What the warehouse says of every figure, asked for in other ways than the pages do."""

import pandas as pd

from samspil.analysis import benchmark, moved, trends
from samspil.model import ranking
from samspil.present.i18n import translator
from samspil.warehouse import queries

DA = translator("da")


def of(one, house):
    """Some numbers of a figure's table and the same ones from the warehouse, as two mappings."""
    return TRUTHS[one.along.key if one.page != "compare" else f"{one.along.key}_compare"](
        one.along.rows, house, one.address
    )


def _pairs(keys, values):
    """A mapping without what is not known."""
    return {key: value for key, value in zip(keys, values, strict=True) if pd.notna(value)}


def _keys(rows, *names):
    return list(rows[list(names)].itertuples(index=False, name=None))


def _scores(rows, house, _, column="Dokumenteret i alt"):
    score = house.query("FROM score WHERE dimension = 'total' AND year = 2026")
    expected = _pairs(score["code"], score["documented"].round(1))
    found = _pairs(rows["Kode"], rows[column].round(1))
    return found, {code: expected[code] for code in found}


def _known(rows, house, address):
    found, expected = _scores(rows, house, address)
    known = house.query(
        "SELECT count(*) AS n FROM score WHERE dimension = 'total' AND year = 2026 AND coverage > 0"
    )
    assert len(found) == known["n"].iloc[0]
    return found, expected


def _ranks(rows, house, _):
    score = house.query("FROM score WHERE dimension = 'total' AND year = 2026")
    return _pairs(rows["Kode"], rows["Placering"]), _pairs(score["code"], score["rank"])


def _drivers(rows, house, _):
    terms = ranking.default_terms(house)
    codes = ranking.ranked_codes(ranking.ranking(house, terms))
    places = ranking.ranking_drivers(house, terms, codes)["places"]
    return sorted(rows["Pladser i gennemsnit"]), sorted(places.round(1))


def _names(house):
    criteria = queries.criteria(house)
    return dict(zip(criteria["id"], criteria["name_da"], strict=True))


def _counts(rows, house, _):
    met = house.query(
        """SELECT criterion, count(*) AS n FROM assessment
        WHERE year = 2026 AND level = 2 GROUP BY criterion"""
    )
    names = _names(house)
    expected = dict.fromkeys(names.values(), 0) | {
        names[id_]: n for id_, n in zip(met["criterion"], met["n"], strict=True) if id_ in names
    }
    return dict(zip(rows["Kriterium"], rows["Opfyldt"], strict=True)), expected


LEVELS = {0: "ikke opfyldt", 1: "delvist opfyldt", 2: "opfyldt"}


def _levels(house, where="true", **values):
    found = house.query(
        f"SELECT code, criterion, level FROM assessment WHERE year = 2026 AND {where}", values
    )
    names = _names(house)
    found = found[found["criterion"].isin(list(names))]
    return {(row.code, names[row.criterion]): LEVELS[row.level] for row in found.itertuples()}


def _of_levels(found):
    return {key: said for key, said in found.items() if said in LEVELS.values()}


def _one_criterion(rows, house, address):
    levels = _levels(house, "criterion = $id", id=address["kriterium"])
    found = _of_levels(dict(zip(rows["Kode"], rows["Vurdering"], strict=True)))
    return found | {"": ""}, {code: said for (code, _), said in levels.items()} | {"": ""}


def _cells(rows, house, _):
    return _of_levels(
        dict(zip(_keys(rows, "Kode", "Kriterium"), rows["Vurdering"], strict=True))
    ), _levels(house)


def _side_by_side(rows, house, address):
    codes = address["med"].split(",")
    places = queries.municipalities(house).set_index("code")["name"]
    found = {
        (code, row["Kriterium"]): row[places[code]].partition(" ")[2]  # after its sign
        for code in codes
        for row in rows.to_dict("records")
    }
    levels = {k: v for k, v in _levels(house).items() if k[0] in codes}
    return _of_levels(found), levels


def _parts(house, codes):
    score = house.query("FROM score WHERE year = 2026").merge(
        queries.municipalities(house), on="code"
    )
    dimensions = queries.dimensions(house)
    names = {"total": "I alt"} | dict(zip(dimensions["id"], dimensions["name_da"], strict=True))
    own = score[score["code"].isin(codes)]
    return {
        (row["name"], names[row["dimension"]]): row["documented"] for row in own.to_dict("records")
    }


def _heads(rows, house, address):
    codes = address["med"].split(",") if "med" in address else [address["kommune"]]
    found = _pairs(_keys(rows, "Kommune", "Dimension"), rows["Dokumenteret"].round(1))
    return found, {key: round(value, 1) for key, value in _parts(house, codes).items()}


def _standing(rows, house, address):
    parts = _parts(house, [address["kommune"]])
    name = next(iter(parts))[0]
    expected = {key[1]: round(value, 1) for key, value in parts.items()}
    return dict(zip(rows["Dimension"], rows[name], strict=True)), expected


def _on_paper(rows, house, address):
    parts = _parts(house, [address["kommune"]])
    formal = next(value for (_, part), value in parts.items() if part == "Formelt")
    return round(rows["Dokumenteret"].iloc[0], 1), round(formal, 1)


def _gaps(rows, house, address):
    groups = {group.id: group for group in benchmark.groups(house, address["kommune"])}
    members = groups["similar"].members
    known = house.query(
        """SELECT criterion, count(*) AS n FROM assessment
        WHERE year = 2026 AND list_contains($members, code) GROUP BY criterion""",
        {"members": list(members)},
    )
    names = _names(house)
    expected = {
        names[id_]: n for id_, n in zip(known["criterion"], known["n"], strict=True) if id_ in names
    }
    found = dict(zip(rows["Kriterium"], rows["Kendt i gruppen"], strict=True))
    return {name: n for name, n in found.items() if n}, expected


def _years(rows, expected):
    return (
        _pairs(rows["År"], rows["Dokumenteret"].round(1)),
        _pairs(expected["year"], expected["documented"].round(1)),
    )


def _own_years(rows, house, address):
    return _years(rows, trends.development(house, (address["kommune"],)))


def _country_years(rows, house, _):
    return _years(rows, trends.development(house, tuple(queries.municipalities(house)["code"])))


def _panels(rows, house, address):
    expected = trends.developments(house, address["dele"])
    return (
        sorted(zip(rows["År"], rows["Dokumenteret"].round(1), strict=True)),
        sorted(zip(expected["year"], expected["documented"].round(1), strict=True)),
    )


def _criterion_years(rows, house, address):
    expected = trends.criterion_by_year(house, address["kriterium"])
    return _pairs(rows["År"], rows["Opfyldt"]), _pairs(expected["year"], expected["met"])


def _moved(by, heading):
    def of_base(rows, house, address):
        found = moved.moved(house, by).query(
            "base == @base", local_dict={"base": int(address["fra"])}
        )
        shared = sorted(rows["Vurderinger kendt i begge år"])
        extra = [0] if by == moved.CRITERION else []  # the derived one has no cells of its own
        if by != moved.CRITERION:
            extra = (
                moved.moved(house, moved.COUNTRY)
                .query("base == @base", local_dict={"base": int(address["fra"])})["shared"]
                .tolist()
            )
        own = found[found["group"] != "policy_current"]["shared"].tolist()
        assert heading in rows.columns
        return shared, sorted([*own, *extra])

    return of_base


def _published(rows, house, address):
    series = house.query(
        """
        SELECT year, value FROM national_series
        WHERE measure = $m AND year IS NOT NULL AND (unit, population) IN (
            SELECT (unit, population) FROM national_series
            WHERE measure = $m GROUP BY unit, population HAVING count(DISTINCT year) >= 3
        )
        """,
        {"m": address["landstal"]},
    )
    return sorted(_keys(rows, "År", "Værdi")), sorted(_keys(series, "year", "value"))


def _ages(rows, house, _):
    found = house.query(
        "SELECT year, count(*) AS n FROM evidence WHERE year NOT NULL GROUP BY year"
    )
    dated = rows[rows["År"].str.fullmatch(r"\d{4}")]
    return (
        dict(zip(dated["År"].astype(int), dated["Oplysninger"], strict=True)),
        dict(zip(found["year"], found["n"], strict=True)),
    )


TRUTHS = {
    "kort": _scores,
    "fordeling": _known,
    "rangliste": _ranks,
    "drivere": _drivers,
    "kriterier": _counts,
    "kriteriekort": _one_criterion,
    "celler": _cells,
    "alder": _ages,
    "kriterier_compare": _side_by_side,
    "side_om_side_compare": _heads,
    "profil": _heads,
    "stilling": _standing,
    "mod_gruppen": _gaps,
    "papir": _on_paper,
    "egne_aar": _own_years,
    "udvikling": _country_years,
    "panels": _panels,
    "kriterieaar": _criterion_years,
    "kriterier_flyttet": _moved(moved.CRITERION, "Kriterium"),
    "regioner_flyttet": _moved("region", "Region"),
    "landstal_figur": _published,
}
