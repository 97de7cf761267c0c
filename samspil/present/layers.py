"""What the map can show: for each layer the values, the classes and the words."""

from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.sentences.hearing import asked
from samspil.present.wording import interval_text, level_name, stage_text

CLASS_BOUNDS = (0, 20, 40, 60, 80)
"""Lower bounds of the classes, the same as the thresholds of the stages."""

CLASSES = ((0, 19), (20, 39), (40, 59), (60, 79), (80, 100))
"""The classes as they are named; no two share a limit."""


ASKED = "spurgt"
"""The layer of the hearing, by its id."""


@dataclass(frozen=True)
class Layer:
    """A layer: its values (code, value, label), its classes and the reservation to show."""

    subtitle: str
    unknown: str
    classes: list[tuple[float, str]]
    values: pd.DataFrame


def classed(values: pd.Series, classes: list[tuple[float, str]]) -> pd.Series:
    """The number of the class that each value falls into, as it is shown: without decimals.

    19.4 is told as 19 and belongs to 0–19; 19.5 is told as 20 and belongs to 20–39.
    """
    bounds = [bound for bound, _ in classes]
    shown = (values.astype(float).round(9) + 0.5) // 1
    return pd.cut(shown, [*bounds, float("inf")], right=False, labels=False)


def layer_names(dimensions: pd.DataFrame, t: Translator) -> dict[str, str]:
    """The layers by their id, in the order offered."""
    parts = {d["id"]: t("Dokumenteret: {name}").format(name=t.pick(d, "name").lower())
             for d in dimensions.to_dict("records")}  # fmt: skip
    return {
        "total": t("Dokumenteret i alt"),
        **parts,
        "coverage": t("Hvor meget der er kendt"),
        "midpoint": t("Midtpunkt, hvor nok er kendt"),
        "stage": t("Modenhedstrin, hvor det kan afgøres"),
        ASKED: t("Har kommunen svaret?"),
    }


def layer_title(layer: str, dimensions: pd.DataFrame, t: Translator) -> str:
    """The title of the map of a layer; `layer` is its id."""
    name = layer_names(dimensions, t)[layer]
    return name if layer == ASKED else t("{name}, kommune for kommune").format(name=name)


def short_names(dimensions: pd.DataFrame, t: Translator) -> dict[str, str]:
    """The layers by their id, in a word each."""
    parts = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    ends = {
        "coverage": t("Kendt"),
        "midpoint": t("Midtpunkt"),
        "stage": t("Trin"),
        ASKED: t("Svar"),
    }
    return {"total": t("I alt"), **parts, **ends}


def asked_layer(rounds: pd.DataFrame, t: Translator) -> Layer:
    """Who was asked in a hearing and answered; `rounds` is as `queries.hearings` gives it."""
    classes = {
        "declined": t("ville ikke svare"),
        "no_answer": t("spurgt, intet svar"),
        "sent": t("spurgt, endnu intet svar"),
        "answered": t("har svaret"),
    }
    numbers = {outcome: float(n) for n, outcome in enumerate(classes, 1)}
    values = rounds[["code"]].assign(
        value=rounds["outcome"].map(numbers).astype(float),
        label=[asked(row, t) for row in rounds.to_dict("records")],
    )
    subtitle = t("Om kommunen har svaret på Samspils spørgsmål i den seneste høring.")
    named = list(zip(numbers.values(), classes.values(), strict=True))
    return Layer(subtitle, t("ikke spurgt endnu"), named, values)


def make_layer(
    layer: str, scores: pd.DataFrame, stages: pd.DataFrame, minimum_share: float, t: Translator
) -> Layer:
    """The layer of that id.

    Args:
        layer: "coverage", "midpoint", "stage", "total" or the id of a dimension.
        scores: as `queries.scores` gives them.
        stages: as `queries.stages` gives them.
        minimum_share: the coverage from which a midpoint is shown.
        t: the translator.
    """
    part = layer if layer in set(scores["dimension"]) else "total"
    rows = scores[scores["dimension"] == part].copy()
    rows["label"] = [interval_text(row, t) for row in rows.to_dict("records")]
    nothing = t("intet kendt")
    caveat = t("Lyst betyder oftest, at lidt er fundet – ikke at samarbejdet mangler.")
    if layer == "coverage":
        rows["value"] = 100 * rows["coverage"]
        names = [f"{low}–{high} %" for low, high in CLASSES]
        subtitle = t("Kendt fra en offentlig kilde, i gennemsnit af de tre dimensioner.")
        return _layer(subtitle, nothing, names, rows)
    points = [t("{low}–{high} point").format(low=low, high=high) for low, high in CLASSES]
    too_little = t("for lidt belyst")
    if layer == "midpoint":
        rows["value"] = rows["midpoint"].where(rows["coverage"].round(9) >= minimum_share)
        subtitle = t(
            "Hvert ukendt kriterium er regnet for halvt opfyldt. Vises, hvor mindst "
            "{share} er kendt i gennemsnit af de tre dimensioner."
        ).format(share=t.percent(minimum_share))
        return _layer(subtitle, too_little, points, rows)
    if layer == "stage":
        return _stage_layer(rows, stages, t)
    rows["value"] = rows["documented"].where(rows["coverage"] > 0)
    return _layer(caveat, nothing, points, rows)


def criterion_layer(levels: pd.DataFrame, t: Translator) -> Layer:
    """The layer of one criterion; `levels` as `analysis.criteria.levels_of` gives them."""
    labels = [level_name(level, t) for level in levels["level"]]
    values = levels[["code"]].assign(value=levels["level"].astype(float), label=labels)
    classes = [(float(level), level_name(level, t)) for level in (0, 1, 2)]
    return Layer("", level_name(pd.NA, t), classes, values)


def _stage_layer(rows: pd.DataFrame, stages: pd.DataFrame, t: Translator) -> Layer:
    undecided = t("kan ikke afgøres endnu")
    rows["label"] = [stage_text(row, stages, t) for row in rows.to_dict("records")]
    rows["value"] = rows["stage_low"].where(rows["label"] != undecided).astype(float)
    classes = [
        (
            float(s["stage"]),
            t("mindst trin {n}: {name}").format(n=s["stage"], name=t.pick(s, "name")),
        )
        for s in stages.to_dict("records")
    ]
    subtitle = t("Trinnet følger den svageste af de tre dimensioner.")
    return Layer(subtitle, undecided, classes, rows[["code", "value", "label"]])


def _layer(subtitle: str, unknown: str, names: list[str], rows: pd.DataFrame) -> Layer:
    classes = list(zip(map(float, CLASS_BOUNDS), names, strict=True))
    return Layer(subtitle, unknown, classes, rows[["code", "value", "label"]])
