"""All criteria of the country as bars, and one of them opened: what is shown, described once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.profile import KINDS, SIGNS
from samspil.present.wording import level_name

PARTS = ("met", "partly", "not_met", "unknown")
"""The parts of a bar from left to right."""

SORTINGS = ("dimension", "opfyldt", "ukendt")
"""How the bars can be sorted, as the address says it: by dimension, most met, most unknown."""


@dataclass(frozen=True)
class Bar:
    """A criterion: its dimension with its letter, and how many municipalities at each level."""

    id: str
    name: str
    dimension: str
    letter: str
    met: int
    partly: int
    not_met: int
    unknown: int

    @property
    def all(self) -> int:
        """Municipalities."""
        return sum(count for _, count in self.parts())

    def parts(self) -> list[tuple[str, int]]:
        """Each part with its number of municipalities, from left to right."""
        return [(part, getattr(self, part)) for part in PARTS]


_ORDER: dict[str, Callable[[Bar], int]] = {
    "dimension": lambda bar: 0,
    "opfyldt": lambda bar: -bar.met,
    "ukendt": lambda bar: -bar.unknown,
}


def bars(
    counts: pd.DataFrame,
    criteria: pd.DataFrame,
    dimensions: pd.DataFrame,
    sorting: str,
    t: Translator,
) -> list[Bar]:
    """A bar for each criterion, in the order asked for; equals keep the order of the codebook.

    Args:
        counts: as `analysis.criteria.counts` gives them.
        criteria: as `queries.criteria` gives them.
        dimensions: as `queries.dimensions` gives them.
        sorting: one of SORTINGS.
        t: the translator.
    """
    letters = {d["id"]: t.pick(d, "name")[:1] for d in dimensions.to_dict("records")}
    found = [
        Bar(
            row["id"],
            t.pick(row, "name"),
            row["dimension"],
            letters[row["dimension"]],
            *(int(row[part]) for part in PARTS),
        )
        for row in criteria.merge(counts, on="id").to_dict("records")
    ]
    return sorted(found, key=_ORDER[sorting])


def part_names(t: Translator) -> dict[str, str]:
    """What the parts of a bar are called."""
    levels = dict(zip(PARTS, (2, 1, 0, pd.NA), strict=True))
    return {part: level_name(level, t) for part, level in levels.items()}


def drawn(
    bars: list[Bar], dimensions: pd.DataFrame, chosen: str, links: dict[str, str], t: Translator
) -> dict[str, Any]:
    """What the template `criteria_bars` needs.

    Args:
        bars: as `bars` gives them.
        dimensions: as `queries.dimensions` gives them.
        chosen: the id of the criterion that is open.
        links: the address that opens each criterion, by its id.
        t: the translator.
    """
    names = part_names(t)
    return {
        "rows": [
            {
                "bar": bar,
                "parts": [(part, count, round(100 * count / bar.all, 2))
                          for part, count in bar.parts() if count],
                "says": ", ".join(f"{count} {names[part]}" for part, count in bar.parts()),
                "href": links[bar.id],
                "here": bar.id == chosen,
            }
            for bar in bars
        ],
        "names": names,
        "dimensions": [
            {"id": d["id"], "letter": t.pick(d, "name")[:1], "name": t.pick(d, "name").lower()}
            for d in dimensions.to_dict("records")
        ],
        "met": t("opfyldt, af {n}").format(n=bars[0].all),
    }  # fmt: skip


def columns(criterion: Row, counts: dict[str, int], t: Translator) -> list[dict[str, Any]]:
    """The three levels of a criterion for the template `criterion`: sign, count and wording.

    Args:
        criterion: a row of `queries.criteria`.
        counts: municipalities at each of PARTS.
        t: the translator.
    """
    return [
        {
            "kind": KINDS[level],
            "sign": SIGNS[KINDS[level]],
            "name": level_name(level, t),
            "count": t("{n} kommuner").format(n=counts[part]) if counts[part] != 1
            else t("1 kommune"),
            "wording": t.pick(criterion, f"level{level}"),
        }
        for level, part in ((2, "met"), (1, "partly"), (0, "not_met"))
    ]  # fmt: skip
