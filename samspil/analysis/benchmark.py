"""A municipality against others: the groups, and where it stands in them."""

from dataclasses import dataclass

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.queries import marks, most_similar, scores

MINIMUM_MEMBERS = 5
"""From this many members up a group has a median, and a percentile where they are known enough."""

SIMILAR = 10
"""How many of the most similar municipalities are compared with by default."""

CHOSEN = "chosen"
"""The id of the group that the reader put together."""

BORDER, NEAREST = "border", "nearest"
"""How neighbours are told: across a land border, or the three nearest where there is none."""

BEST = 3
FEW_MEMBERS = "few_members"
LITTLE_KNOWN = "little_known"


@dataclass(frozen=True)
class Group:
    """Municipalities to compare with, the compared one left out.

    id: country, region, landsdel, kommunegruppe, neighbours, similar or chosen. members: their
    codes. term: which region, landsdel or kommunegruppe; of neighbours whether they share a border
    or are only the nearest; empty for the others.
    """

    id: str
    members: tuple[str, ...]
    term: str = ""


def groups(
    warehouse: Warehouse, code: str, similar: int = SIMILAR, chosen: tuple[str, ...] = ()
) -> list[Group]:
    """Country, region, landsdel, kommunegruppe, neighbours and the most similar.

    Neighbours are those across a land border; for an island without any, the three nearest. The
    reader's own choice comes last. A group that has no other member is none of them: Bornholm is a
    landsdel of its own.
    """
    all_ = warehouse.query("FROM municipality ORDER BY code").set_index("code")
    others = all_.drop(index=code)
    own = all_.to_dict("index")[code]
    linked = warehouse.query(
        "SELECT other, kind FROM neighbour WHERE code = $code ORDER BY other", {"code": code}
    )
    nearest = bool(linked["kind"].eq(NEAREST).any())
    own_choice = tuple(other for other in chosen if other != code)
    found = [
        Group("country", tuple(others.index)),
        *(
            Group(field, tuple(others.index[others[field] == own[field]]), own[field])
            for field in ("region", "landsdel", "kommunegruppe")
        ),
        Group("neighbours", tuple(linked["other"]), NEAREST if nearest else BORDER),
        Group("similar", tuple(most_similar(warehouse, code, similar))),
        Group(CHOSEN, own_choice),
    ]
    return [group for group in found if group.members]


def standing(
    warehouse: Warehouse,
    code: str,
    year: int,
    similar: int = SIMILAR,
    chosen: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Where the municipality stands in each of its groups, for the total and every dimension.

    Columns: group_id, members (how many), dimension, documented (its own, 0-100), median, q1, q3
    (of the members' documented, linear interpolation), median_coverage (share), percentile (of its
    midpoint among the members that reach the coverage threshold; NA where it cannot be stated),
    reason ("", few_members or little_known).
    """
    every = warehouse.query("FROM score WHERE year = $year", {"year": year})
    minimum_share = warehouse.build.minimum_coverage
    return pd.DataFrame(
        [
            {
                "group_id": group.id,
                "members": len(group.members),
                "dimension": dimension,
            }
            | compare(rows.set_index("code"), code, group.members, minimum_share)
            for group in groups(warehouse, code, similar, chosen)
            for dimension, rows in every.groupby("dimension")
        ]
    )


def compare(rows: pd.DataFrame, code: str, members: tuple[str, ...], minimum_share: float) -> dict:
    """One municipality against a group on one dimension; the fields as in `standing`.

    Args:
        rows: documented, midpoint and coverage of every municipality, indexed by code.
        code: the municipality.
        members: the codes of the group, the municipality itself left out.
        minimum_share: the coverage that a percentile asks of both sides.
    """
    own, group = rows.loc[[code]].iloc[0].to_dict(), rows.loc[list(members)]
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
    known = group[group["coverage"].round(9) >= minimum_share]
    if round(own["coverage"], 9) >= minimum_share and len(known) >= MINIMUM_MEMBERS:
        result |= {"percentile": percentile(own["midpoint"], known["midpoint"]), "reason": ""}
    return result


def gaps(warehouse: Warehouse, code: str, year: int, members: tuple[str, ...]) -> pd.DataFrame:
    """Criterion by criterion, the municipality against what its group does.

    Columns: criterion, dimension, name_da, name_en, level (its own, NA = not known), known
    (members), met (of them at level 2), share_met (NA below five known).
    """
    own = marks(warehouse, code, year)[["criterion", "dimension", "name_da", "name_en", "level"]]
    known = warehouse.query(
        """
        SELECT criterion, count(*) AS known, count(*) FILTER (level = 2) AS met
        FROM assessment
        WHERE year = $year AND list_contains($members, code)
        GROUP BY criterion
        """,
        {"year": year, "members": list(members)},
    )
    rows = own.merge(known, on="criterion", how="left")
    rows = rows.fillna({"known": 0, "met": 0}).astype({"known": int, "met": int})
    share = rows["met"] / rows["known"]
    return rows.assign(share_met=share.where(rows["known"] >= MINIMUM_MEMBERS))


def best_documented(warehouse: Warehouse, year: int, members: tuple[str, ...]) -> pd.DataFrame:
    """The three members of which most is documented: the columns of `queries.scores`.

    Members of which nothing is known are never among them.
    """
    total = scores(warehouse, year).query("dimension == 'total' and coverage > 0")
    return total[total["code"].isin(members)].nlargest(BEST, "documented")


def met_by(warehouse: Warehouse, year: int, codes: tuple[str, ...]) -> pd.DataFrame:
    """What each of some municipalities is known to meet: code and criterion, one row for both.

    The criteria are in the order of the codebook.
    """
    return warehouse.query(
        """
        SELECT code, criterion
        FROM assessment
        JOIN criterion ON criterion.id = criterion
        WHERE assessment.year = $year AND level = 2 AND list_contains($codes, code)
            AND dimension <> $context
        ORDER BY code, position
        """,
        {"year": year, "codes": list(codes), "context": CONTEXT},
    )


def percentile(value: float, others: pd.Series) -> float:
    """Where `value` lies among `others`, 0-100: 100·(below + ½·equal)/n.

    Values that differ by less than the ninth decimal are equal.
    """
    difference = (others - value).round(9)
    return 100 * ((difference < 0).sum() + (difference == 0).sum() / 2) / len(others)
