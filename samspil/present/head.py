"""The head of a municipality, whole: asked of a build and put into words for its template."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from samspil.analysis import benchmark, next_step
from samspil.analysis.stage import next_stage
from samspil.present import profile
from samspil.present.i18n import Translator
from samspil.present.wording import next_stage_text
from samspil.warehouse import queries
from samspil.warehouse.builds import Build


def head(ask: Callable[..., Any], build: Build, code: str, t: Translator) -> dict[str, Any]:
    """What the template `head` needs.

    Args:
        ask: gives the answer of a function that takes a Warehouse first.
        build: that is asked.
        code: of the municipality.
        t: the translator.
    """
    year = build.newest_year
    scores = ask(queries.scores, year)
    rows = ask(benchmark.standing, code, year)
    similar = rows[(rows["group_id"] == "similar") & (rows["dimension"] == "total")].iloc[0]
    dimensions = ask(queries.dimensions)
    named = [ask(queries.criteria), dimensions]
    names = {id_: name for rows in named for id_, name in
             zip(rows["id"], t.texts(rows, "name"), strict=True)}  # fmt: skip
    return {
        "next": next_in_short(ask, code, year, t),
        **profile.head(
            scores[scores["code"] == code].set_index("dimension"),
            ask(queries.marks, code, year).to_dict("records"),
            dimensions,
            t,
            stages=ask(queries.stages),
            median=None if pd.isna(similar["median"]) else float(similar["median"]),
            minimum_share=build.minimum_coverage,
            decides=next_stage_text(ask(next_stage, code, year), names, t),
        ),
    }


def next_in_short(ask: Callable[..., Any], code: str, year: int, t: Translator) -> dict[str, str]:
    """The nearest step in one line; where no lack is known, what to ask about first."""
    steps = ask(next_step.next_steps, code, year)
    if len(steps):
        return {"title": t("Næste skridt"), "says": t.pick(steps.iloc[0], "advice")}
    unknown = ask(next_step.questions, code, year)
    if unknown.empty:
        return {"title": t("Næste skridt"), "says": t("Alle kriterier er opfyldt.")}
    names = t.listing(name.lower() for name in t.texts(unknown, "name"))
    return {"title": t("Spørg om disse tre"), "says": f"{names}."}
