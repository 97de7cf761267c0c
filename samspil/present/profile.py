"""The head and the criteria of one municipality, as its page and a print show them."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from samspil.model.codebook import DERIVED
from samspil.present.address import link
from samspil.present.answers import interval
from samspil.present.corrected import NOTICE
from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.palette import DIMENSIONS, INK, LETTERS
from samspil.present.wording import (
    age_text,
    band,
    confirmed_text,
    implied_text,
    level_name,
    share_known,
    stage_text,
    unknown_text,
    vouching_text,
)

KINDS = {2: "met", 1: "partly", 0: "not"}
SIGNS = {"met": "✓", "partly": "", "not": "✕", "unknown": "?"}


def head(
    own: pd.DataFrame,
    marks: list[dict],
    dimensions: pd.DataFrame,
    t: Translator,
    *,
    stages: pd.DataFrame,
    median: float | None,
    minimum_share: float,
    decides: str,
) -> dict[str, Any]:
    """What the template `head` needs, the next step aside.

    Args:
        own: the scores of one municipality, indexed by dimension.
        marks: the rows of `queries.marks`.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
        median: the median of documented points among the ten most similar, or None.
        minimum_share: the coverage that a rank takes.
        decides: what would decide the next stage, in a sentence.
        t: the translator.
    """
    total: Row = own.to_dict("index")["total"]
    nothing = total["coverage"] == 0
    low = t("dokumenteret; højst {n}, hvis alt ukendt er opfyldt")
    shown = t("Stiplet: medianen af de ti kommuner, der ligner mest, {n} point.")
    return {
        "points": t("{n} point").format(n=t.number(total["documented"]))
        if not nothing
        else t("Intet kendt"),
        "says": t("alt mellem 0 og 100 point er muligt")
        if nothing
        else low.format(n=t.number(total["possible"])),
        "known": _known_share(total, marks, minimum_share, t),
        "bar": interval(total, t, height=40, median=median),
        "median": "" if median is None else shown.format(n=t.number(median)),
        "parts": [_part(own, d, marks, t) for d in dimensions.to_dict("records")],
        "legend": _signs(marks, t),
        "rank": _rank(total, minimum_share, t),
        "stage": {
            "title": t("Modenhed: {stage}").format(stage=stage_text(total, stages, t)),
            "says": decides,
        },
    }


def _signs(marks: list[dict], t: Translator) -> str:
    """What bars and squares say; the double edge is told only where a mark has one."""
    said = t(
        "Fyldt: dokumenteret. Skraveret: ukendt. Streg: midtpunktet, hvor ukendt tæller "
        "halvt. ✓ opfyldt, halvt fyldt delvist, ✕ ikke opfyldt, ? ukendt; prik: ikke "
        "genbekræftet."
    )
    if any(mark["only_said"] for mark in marks):
        return said + " " + t("Dobbelt kant: kun oplyst af kommunen.")
    return said


def _known_share(total: Row, marks: list[dict], minimum_share: float, t: Translator) -> str:
    """How much is known, how much of it is reconfirmed, and how much carries no year.

    What is reconfirmed is counted: the shares of the total are means over the dimensions, where one
    of which nothing is known counts as none, and so are no shares of what is known.
    """
    known = [mark for mark in marks if pd.notna(mark["level"])]
    said = [
        t("{share} kendt, i gennemsnit af de tre dimensioner.").format(
            share=share_known(total["coverage"], minimum_share, t)
        )
    ]
    if known:
        counted = t("Kendte kriterier: {known} af {all}, genbekræftet: {fresh}.")
        fresh = sum(bool(mark["fresh"]) for mark in known)
        said.append(counted.format(known=len(known), all=len(marks), fresh=fresh))
    if undated := sum(bool(mark["undated"]) for mark in known):
        said.append(t("På kilder uden årstal hviler {n}.").format(n=undated))
    return " ".join(said)


def dimension_heading(dimension: Row, t: Translator) -> dict[str, str]:
    """A dimension's name and its letter on its colour."""
    id_, name = dimension["id"], t.pick(dimension, "name")
    return {"name": name, "letter": name[:1], "colour": DIMENSIONS.get(id_, INK),
            "on": LETTERS.get(id_, "white")}  # fmt: skip


def _part(own: pd.DataFrame, dimension: Row, marks: list[dict], t: Translator) -> dict[str, Any]:
    """One dimension: its points, its interval and its building blocks."""
    row: Row = own.to_dict("index")[dimension["id"]]
    heading = dimension_heading(dimension, t)
    says = t(", højst {high} · {known} kendt").format(
        high=t.number(row["possible"]), known=t.percent(row["coverage"])
    )
    nothing = row["coverage"] == 0
    return heading | {
        "points": t("intet kendt")
        if nothing
        else t("{n} point").format(n=t.number(row["documented"])),
        "says": "" if nothing else says,
        "bar": interval(row, t, height=14, colour=heading["colour"]),
        "blocks": [
            block(m, t) | {"address": _row_of(m, own, t)}
            for m in marks
            if m["dimension"] == dimension["id"]
        ],
    }


def _row_of(mark: Row, own: pd.DataFrame, t: Translator) -> str:
    """The address of the row of a criterion, in the section that lists them."""
    section = link("", kommune=own["code"].iloc[0], afsnit="kriterier", lang=t.language)
    return f"{section}#{mark['criterion']}"


def block(mark: Row, t: Translator) -> dict[str, Any]:
    """A mark as a small square: its kind, sign and words, and whether it is not reconfirmed."""
    known = pd.notna(mark["level"])
    kind: str = KINDS[int(mark["level"])] if known else "unknown"
    stale: bool = known and not mark["fresh"] and pd.notna(mark["evidence_year"])
    says = f"{t.pick(mark, 'name')}: {level_name(mark['level'], t)}"
    return {
        "kind": kind,
        "sign": SIGNS[kind],
        "stale": stale,
        "said": bool(mark["only_said"]),
        "level": level_name(mark["level"], t),
        "says": ", ".join([says, *_whose(mark, t), age_text(mark, t)]) if known else says,
    }


def _whose(mark: Row, t: Translator) -> list[str]:
    """That only the municipality vouches for a mark, where it does."""
    return [vouching_text(mark, t)] if mark["only_said"] else []


def _rank(total: Row, minimum_share: float, t: Translator) -> dict[str, Any]:
    """The rank with its band as numbered cells, or why there is none."""
    if pd.isna(total["rank"]):
        return {
            "title": t("For lidt belyst til en placering"),
            "cells": [],
            "demand": {
                "known": round(100 * total["coverage"], 1),
                "needed": 100 * minimum_share,
                "says": t("krav: {share}").format(share=t.percent(minimum_share)),
            },
            "says": t(
                "En placering kræver, at mindst halvdelen er kendt, i gennemsnit af de tre "
                "dimensioner. Her er {share} kendt."
            ).format(share=share_known(total["coverage"], minimum_share, t)),
        }
    low, high = band(total["band_low"], total["band_high"])
    rank, ranked = int(total["rank"]), int(total["ranked"])
    cells = [
        {"number": n, "kind": "own" if n == rank else "band" if low <= n <= high else ""}
        for n in range(1, ranked + 1)
    ]
    return {
        "title": t("Nr. {rank} af {all}, kan være nr. {low}–{high}").format(
            rank=rank, all=ranked, low=low, high=high
        ),
        "cells": cells,
        "demand": None,
        "says": t(
            "Blåt: placeringen i ni ud af ti beregninger med andre vægte og tilfældige svar på det "
            "ukendte. Der vides for lidt om de øvrige kommuner til at give dem en placering."
        ),
    }


def criteria(
    code: str, marks: list[dict], dimensions: pd.DataFrame, t: Translator, *, adopted: str = ""
) -> list[dict[str, Any]]:
    """What the template `criteria` needs: every dimension with its known and unknown criteria.

    Args:
        code: of the municipality.
        marks: the rows of `queries.marks`, and NOTICE where `noted` added it.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
        adopted: when the policy was adopted, told where it says that there is one.
    """
    policy = next((mark["requires"] for mark in marks if mark["criterion"] == DERIVED), None)
    told = {policy: adopted}
    return [_column(code, marks, d, told, t) for d in dimensions.to_dict("records")]


def _column(
    code: str,
    marks: list[dict],
    dimension: Row,
    adopted: Mapping[str | None, str],
    t: Translator,
) -> dict[str, Any]:
    own = [mark for mark in marks if mark["dimension"] == dimension["id"]]
    known = [
        _known(mark, t) | {"adopted": adopted.get(mark["criterion"], "")}
        for mark in own
        if pd.notna(mark["level"])
    ]
    unknown = [mark for mark in own if pd.isna(mark["level"])]
    counts = {kind: sum(row["kind"] == kind for row in known) for kind in KINDS.values()}
    return dimension_heading(dimension, t) | {
        "counts": t("{met} opfyldt, {partly} delvist, {no} ikke opfyldt, {unknown} ukendt").format(
            met=counts["met"], partly=counts["partly"], no=counts["not"], unknown=len(unknown)
        ),
        "known": known,
        "unknown": _by_reason(unknown, t),
        "ask": asking_address("", code, [mark["criterion"] for mark in unknown], t),
    }


def asking_address(path: str, code: str, criteria: Collection[str], t: Translator) -> str:
    """The address of the letter that asks a municipality about these criteria.

    Args:
        path: of the municipality's page; empty on that page.
        code: of the municipality.
        criteria: their ids.
        t: the translator of the page that leads there.
    """
    asked = ",".join(criteria)
    return link(path, kommune=code, afsnit="spoerg", spoerg=asked, lang=t.language)


def _by_reason(unknown: list[dict], t: Translator) -> list[dict[str, str]]:
    """The unknown criteria, those of one reason together."""
    reasons: dict[str, list[str]] = {}
    for mark in unknown:
        reasons.setdefault(unknown_text(mark, t), []).append(t.pick(mark, "name"))
    return [{"names": ", ".join(names), "reason": r} for r, names in reasons.items()]


def _known(mark: Row, t: Translator) -> dict[str, Any]:
    return block(mark, t) | {
        "id": mark["criterion"],
        "name": t.pick(mark, "name"),
        "wording": t.pick(mark, "level_text"),
        "facts": [
            age_text(mark, t),
            vouching_text(mark, t),
            *filter(None, [confirmed_text(mark, t)]),
        ],
        "source": source_link(mark["source_url"], t),
        "reason": implied_text(mark, t),
        "corrected": mark.get(NOTICE, ""),
        "note": t.pick(mark, "note"),
        "caveat": t.pick(mark, "caveat"),
    }
