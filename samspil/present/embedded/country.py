"""The country, as Overblik, Ranglisten and Kriterier show it."""

from functools import partial

import pandas as pd

from samspil.analysis.criteria import counts, levels_of
from samspil.model.ranking import TOTAL
from samspil.present import answers, layers, ranking
from samspil.present.address import link
from samspil.present.citation import Words
from samspil.present.embedded.described import MAP, Asking, Described, Drawn, Values, wide
from samspil.present.figures import criteria as bars
from samspil.present.figures.ranking import ranked
from samspil.present.html import part
from samspil.present.layers import Layer
from samspil.present.plot.distribution import distribution
from samspil.present.plot.map import PARTS, choropleth
from samspil.present.sentences import criteria as criteria_sentences
from samspil.present.sentences import overview as sentences
from samspil.present.sentences import rankings as ranking_sentences
from samspil.present.tables import criteria as criteria_tables
from samspil.present.tables import overview as tables
from samspil.present.tables import rankings as ranking_tables
from samspil.warehouse import queries


def _total(ask: Asking) -> pd.DataFrame:
    scores = ask(queries.scores, ask.year)
    return scores[scores["dimension"] == TOTAL]


def _mapped(
    ask: Asking, layer: Layer, words: Words, table: pd.DataFrame, values: Values
) -> Described:
    """A map of municipalities with its legend beside it."""
    t = ask.t
    labels = dict(zip(layer.values["code"], layer.values["label"], strict=True))
    drawn = Drawn(
        {
            one: partial(
                choropleth, ask(queries.map_shapes), layer.values, words, t,
                classes=layer.classes, unknown=layer.unknown, part=one,
            )
            for one in PARTS
        },
        MAP,
        t("Danmarkskort: {title}").format(title=words.title),
        {code: f"{name}: {labels[code]}" for code, name in ask.names().items()},
        values["kommune"],
    )  # fmt: skip
    legend = part(
        "legend",
        title=t("Farverne, og hvor mange kommuner"),
        rows=answers.legend(layer),
        note="",
    )
    return Described(words, table, legend, ("overview",), drawn)


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
    return _mapped(ask, layer, ask.words(title, layer.subtitle, outlines=True), table, values)


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
        criteria_tables.overview(found, dimensions, t),
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
    return _mapped(ask, layer, words, criteria_tables.municipalities(levels, t), values)
