"""The country, as Overblik, Ranglisten and Kriterier show it."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from samspil.analysis.criteria import counts, levels_of
from samspil.model.ranking import TOTAL
from samspil.present import answers, layers, ranking
from samspil.present.address import link
from samspil.present.citation import Words
from samspil.present.embedded.described import (
    MAP,
    NO_RECORDS,
    NOTHING,
    Asking,
    Described,
    Drawn,
    Records,
    Values,
    wide,
)
from samspil.present.figures import criteria as bars
from samspil.present.figures.ranking import ranked
from samspil.present.html import part
from samspil.present.layers import Layer
from samspil.present.plot.distribution import distribution
from samspil.present.plot.map import BORNHOLM, CAPITAL, COUNTRY, PARTS, choropleth
from samspil.present.sentences import criteria as criteria_sentences
from samspil.present.sentences import overview as sentences
from samspil.present.sentences import rankings as ranking_sentences
from samspil.present.tables import criteria as criteria_tables
from samspil.present.tables import overview as tables
from samspil.present.tables import rankings as ranking_tables
from samspil.warehouse import queries

WIDTHS = {COUNTRY: 520, CAPITAL: 280, BORNHOLM: 116}
"""Pixels of each part of a map."""


def _total(ask: Asking) -> pd.DataFrame:
    scores = ask(queries.scores, ask.year)
    return scores[scores["dimension"] == TOTAL]


def _mapped(
    ask: Asking,
    layer: Layer,
    words: Words,
    table: pd.DataFrame,
    *,
    chosen: str | None,
    own: Markup,
    records: Records,
) -> Described:
    """A map of municipalities, beside it what it says of the chosen one, and the legend."""
    t = ask.t
    labels = dict(zip(layer.values["code"], layer.values["label"], strict=True))
    drawn = Drawn(
        {one: partial(_draw, ask, layer, words, one) for one in PARTS},
        MAP,
        t("Danmarkskort: {title}").format(title=words.title),
        {code: f"{name}: {labels[code]}" for code, name in ask.names().items()},
        chosen,
    )  # fmt: skip
    legend = part(
        "legend",
        title=t("Farverne, og hvor mange kommuner"),
        rows=answers.legend(layer),
        note="",
    )
    return Described(words, table, own + legend, ("interval", "overview"), drawn, records)


def _draw(ask: Asking, layer: Layer, words: Words, one: str) -> go.Figure:
    """One part of a map, as wide as its place asks for."""
    figure = choropleth(ask(queries.map_shapes), layer.values, words, ask.t,
                        classes=layer.classes, unknown=layer.unknown, part=one)  # fmt: skip
    return figure.update_layout(width=WIDTHS[one])


def layered(ask: Asking, values: Values) -> Described:
    """The map in one of its layers."""
    t, dimensions, scores = ask.t, ask(queries.dimensions), ask(queries.scores, ask.year)
    chosen = values["lag"]
    layer = (
        layers.asked_layer(ask(queries.hearings), t)
        if chosen == layers.ASKED
        else layers.make_layer(
            chosen, scores, ask(queries.stages), ask.house.build.minimum_coverage, t
        )
    )
    title = layers.layer_title(chosen, dimensions, t)
    table = tables.municipalities(scores, dimensions, ask(queries.stages), t).loc[list(ask.names())]
    words, code = ask.words(title, layer.subtitle, outlines=True), values["kommune"]
    own = _own(ask, code)
    records = Records() if chosen != layers.ASKED else Records((code,)) if code else NO_RECORDS
    return _mapped(ask, layer, words, table, chosen=code, own=own, records=records)


def _own(ask: Asking, code: str | None) -> Markup:
    """The chosen municipality in short, as Overblik shows it."""
    if code is None:
        return NOTHING
    row = _total(ask).set_index("code").to_dict("index")[code]
    shown = answers.short_answer(row, ask(queries.stages), ask.t)
    return part("own", name=row["name"], **shown)


def spread(ask: Asking, values: Values) -> Described:
    """How the municipalities spread."""
    t, total = ask.t, _total(ask)
    known = total[total["coverage"] > 0]
    words = ask.words(sentences.spread(t), sentences.spread_of(total, t))
    draw = partial(distribution, known, words, t)
    drawn = wide(lambda _: draw(), sentences.spread_alt(t))
    return Described(words, tables.distribution(known, t), drawn=drawn)


def placed(ask: Asking, values: Values) -> Described:
    """Those that have a rank, by the usual weights."""
    t, scores = ask.t, ask(queries.scores, ask.year)
    total = _total(ask)
    rows = total.sort_values(["rank", "documented"], ascending=[True, False], kind="stable")
    figure = ranked(rows, dict(zip(total["code"], total["rank"], strict=True)), values["kommune"])
    minimum = ask.house.build.minimum_coverage
    title = t("Kommunernes placering {year}").format(year=ask.year)
    words = ask.words(title, ranking_sentences.subtitle(figure, len(total), minimum, "", t))
    table = ranking_tables.ranking(
        rows, scores, total, t, dimensions=ask(queries.dimensions), stages=ask(queries.stages),
        own_terms="",
    )  # fmt: skip
    body = part("ranking", **ranking.markup(figure, title, t)) if figure.rows else part(
        "said", term="", says=ranking_sentences.nobody(t)
    )  # fmt: skip
    return Described(words, table, body, ("ranking",))


def _bars(ask: Asking, sorting: str) -> list[bars.Bar]:
    return bars.bars(
        ask(counts, ask.year), ask(queries.criteria), ask(queries.dimensions), sorting, ask.t
    )


def all_criteria(ask: Asking, values: Values) -> Described:
    """How many municipalities meet each criterion."""
    t, dimensions = ask.t, ask(queries.dimensions)
    found = _bars(ask, values["kriterieorden"])
    links = {bar.id: link("", kriterium=bar.id, lang=t.language) for bar in found}
    body = part("criteria_bars", **bars.drawn(found, dimensions, "", links, t))
    return Described(
        ask.words(criteria_sentences.finding(found, t), criteria_sentences.reservation(found, t)),
        criteria_tables.overview(found, dimensions, ask(queries.national_counts), t),
        body,
        ("block", "criteria_bars"),
    )


def one_criterion(ask: Asking, values: Values) -> Described:
    """Where one criterion is met, partly met, not met and not known."""
    t, chosen = ask.t, values["kriterium"]
    bar = next(bar for bar in _bars(ask, bars.SORTINGS[0]) if bar.id == chosen)
    levels = ask(levels_of, chosen, ask.year)
    words = ask.words(bar.name, criteria_sentences.unknown(bar, t), outlines=True)
    layer = layers.criterion_layer(levels, t)
    code = values["kommune"]
    own = levels[levels["code"] == code].to_dict("records")
    said = NOTHING.join(
        part("said", term=row["name"], says=criteria_sentences.own_level(row, t)) for row in own
    )
    table = criteria_tables.municipalities(levels, t)
    records = Records(criteria=(chosen,))
    return _mapped(ask, layer, words, table, chosen=code, own=said, records=records)
