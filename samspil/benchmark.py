"""A municipality against others: the groups, and where it stands in them."""

from dataclasses import dataclass

import pandas as pd

from samspil.queries import most_similar
from samspil.warehouse import Warehouse

MINIMUM_MEMBERS = 5
"""From this many members up a group has a median, and a percentile where they are known enough."""

SIMILAR = 10
"""How many of the most similar municipalities are compared with by default."""

FEW_MEMBERS = "few_members"
LITTLE_KNOWN = "little_known"


@dataclass(frozen=True)
class Group:
    """Municipalities to compare with, the compared one left out."""

    id: str
    name_da: str
    name_en: str
    members: tuple[str, ...]


def groups(warehouse: Warehouse, code: str, similar: int = SIMILAR) -> list[Group]:
    """Country, region, landsdel, kommunegruppe, neighbours and the most similar.

    Neighbours are those across a land border; for an island without any, the three nearest.
    """
    all_ = warehouse.query("FROM municipality ORDER BY code").set_index("code")
    others = all_.drop(index=code)
    own = all_.loc[code]

    def sharing(field: str) -> tuple[str, ...]:
        return tuple(others.index[others[field] == own[field]])

    linked = warehouse.query(
        "SELECT other, kind FROM neighbour WHERE code = $code ORDER BY other", {"code": code}
    )
    island = bool((linked["kind"] == "nearest").any())
    return [
        Group("country", "Hele landet", "The whole country", tuple(others.index)),
        Group("region", f"Region {own['region']}", f"Region {own['region']}", sharing("region")),
        Group("landsdel", own["landsdel"], own["landsdel"], sharing("landsdel")),
        Group(
            "kommunegruppe",
            group_name(own["kommunegruppe"], "da"),
            group_name(own["kommunegruppe"], "en"),
            sharing("kommunegruppe"),
        ),
        Group(
            "neighbours",
            "De tre nærmeste (ingen landegrænse)" if island else "Nabokommuner",
            "The three nearest (no land border)" if island else "Neighbours",
            tuple(linked["other"]),
        ),
        Group(
            "similar",
            f"De {similar} mest lignende",
            f"The {similar} most similar",
            tuple(most_similar(warehouse, code, similar)),
        ),
    ]


def standing(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """Where the municipality stands in each of its groups, for the total and every dimension.

    Columns: group_id, name_da, name_en, members (how many), dimension, documented (its own,
    0-100), median, q1, q3 (of the members' documented, linear interpolation), median_coverage
    (share), percentile (of its midpoint among the members that reach the coverage threshold;
    NA where it cannot be stated), reason ("", few_members or little_known).
    """
    scores = warehouse.query("FROM score WHERE year = $year", {"year": year})
    minimum = warehouse.build.minimum_coverage
    return pd.DataFrame(
        [
            {
                "group_id": group.id,
                "name_da": group.name_da,
                "name_en": group.name_en,
                "members": len(group.members),
                "dimension": dimension,
            }
            | compare(rows.set_index("code"), code, group.members, minimum)
            for group in groups(warehouse, code)
            for dimension, rows in scores.groupby("dimension")
        ]
    )


def compare(scores: pd.DataFrame, code: str, members: tuple[str, ...], minimum: float) -> dict:
    """One municipality against a group on one dimension; the fields as in `standing`.

    Args:
        scores: documented, midpoint and coverage of every municipality, indexed by code.
        code: the municipality.
        members: the codes of the group, the municipality itself left out.
        minimum: the coverage (share) that a percentile asks of both sides.
    """
    own, group = scores.loc[code], scores.loc[list(members)]
    result = {
        "documented": own["documented"],
        "median": None,
        "q1": None,
        "q3": None,
        "median_coverage": None,
        "percentile": None,
        "reason": FEW_MEMBERS,
    }
    if len(group) < MINIMUM_MEMBERS:
        return result
    q1, median, q3 = group["documented"].quantile([0.25, 0.5, 0.75])
    result |= {"median": median, "q1": q1, "q3": q3}
    result |= {"median_coverage": group["coverage"].median(), "reason": LITTLE_KNOWN}
    known = group[group["coverage"].round(9) >= minimum]
    if round(own["coverage"], 9) >= minimum and len(known) >= MINIMUM_MEMBERS:
        result |= {"percentile": percentile(own["midpoint"], known["midpoint"]), "reason": ""}
    return result


def percentile(value: float, others: pd.Series) -> float:
    """Where `value` lies among `others`, 0-100: 100·(below + ½·equal)/n.

    Values that differ by less than the ninth decimal are equal.
    """
    difference = (others - value).round(9)
    return 100 * ((difference < 0).sum() + (difference == 0).sum() / 2) / len(others)


def group_name(name: str, language: str) -> str:
    """A region, landsdel or kommunegruppe as readers of that language see it."""
    english = _KOMMUNEGRUPPER_EN.get(name)
    return english if english and language == "en" else name[:1].upper() + name[1:]


_KOMMUNEGRUPPER_EN = {
    "hovedstadskommuner": "Capital municipalities",
    "storbykommuner": "Metropolitan municipalities",
    "provinsbykommuner": "Provincial municipalities",
    "oplandskommuner": "Commuter municipalities",
    "landkommuner": "Rural municipalities",
}
