"""The rules of the lists that are kept by hand beside the snapshots, as pandera schemas."""

from collections.abc import Collection

import pandera.pandas as pa

from etl.fields import once, rule, text
from samspil.present.vocabulary import KINDS


def vocabulary() -> pa.DataFrameSchema:
    """The readers' words for terms of the snapshots."""
    words = {name: text() for name in ("term", "da", "en")}
    return pa.DataFrameSchema({"kind": text(KINDS), **words}, checks=[once("kind", "term")])


def names(codes: Collection[str]) -> pa.DataFrameSchema:
    """What the municipalities are called officially."""
    official = {f"official_{language}": text() for language in ("da", "en")}
    return pa.DataFrameSchema(
        {"code": text(codes), **official, "genitive_da": text()},
        checks=[
            once("code"),
            *(once(name) for name in official),
            rule(
                "official_da",
                "does not end in Kommune or Regionskommune",
                lambda f: f["official_da"].str.contains(r" (?:Kommune|Regionskommune)$"),
            ),
            rule(
                "genitive_da",
                "does not end in s or ’",
                lambda f: f["genitive_da"].str.contains("[s’]$"),
            ),
        ],
    )


def examples(claims: Collection[str], met: Collection[str]) -> pa.DataFrameSchema:
    """Good examples: a claim of `claims` that some reading finds met, and what can be copied."""
    return pa.DataFrameSchema(
        {name: text() for name in ("evidence_id", "copy_da", "copy_en")},
        checks=[
            rule(
                "evidence_id",
                "names no record of evidence.csv",
                lambda f: f["evidence_id"].isin(claims),
            ),
            rule(
                "evidence_id",
                "names a record that was never at level 2",
                lambda f: f["evidence_id"].isin(met),
            ),
            once("evidence_id"),
        ],
    )
