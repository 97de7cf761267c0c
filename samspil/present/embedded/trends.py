"""What moves over the years, as Udvikling shows it."""

from collections.abc import Sequence

from samspil.analysis import moved, trends
from samspil.present.embedded.described import (
    NO_RECORDS,
    Asking,
    Described,
    Records,
    Values,
    wide,
)
from samspil.present.figures.moved import Change, Moved, criteria_moved, parts_moved
from samspil.present.figures.panels import panels
from samspil.present.groups import parts_of_country
from samspil.present.html import part
from samspil.present.plot.lines import count_lines, development_lines, series_line
from samspil.present.plot.panels import small_multiples
from samspil.present.sentences import trends as sentences
from samspil.present.tables import trends as tables
from samspil.present.vocabulary import UNIT
from samspil.warehouse import queries

COLUMNS = {True: 2, False: 3}
"""Small pictures beside each other, on a narrow page or not."""


def _moved(
    ask: Asking, shown: Moved, columns: Sequence[Sequence[Change]], about: str, words: tuple
) -> Described:
    t, (title, subtitle) = ask.t, words
    body = part(
        "moved", figure=shown, columns=columns, about=about, change=t("Ændring"), label=title
    )
    table = tables.moved(shown, about, t)
    return Described(ask.words(title, subtitle), table, body, ("block", "moved"))


def _since(ask: Asking, by: str, base: int):
    rows = ask(moved.moved, by)
    return rows[rows["base"] == base]


def criteria_since(ask: Asking, values: Values) -> Described:
    """Every criterion: the same cells then and now."""
    t, base = ask.t, int(values["fra"])
    rows = _since(ask, moved.CRITERION, base)
    criteria, dimensions = ask(queries.criteria), ask(queries.dimensions)
    shown = criteria_moved(rows, criteria, dimensions, (base, ask.year), t)
    rule = sentences.criteria_rule(shown, trends.COUNTRY_CELLS, t)
    words = sentences.criteria_moved(shown, t), rule
    return _moved(ask, shown, shown.halves, t("Kriterium"), words)


def regions_since(ask: Asking, values: Values) -> Described:
    """The regions under the country: the same cells then and now."""
    t, base = ask.t, int(values["fra"])
    rows = _since(ask, "region", base)
    country = _since(ask, moved.COUNTRY, base).iloc[0].to_dict()
    names = {region: ask.vocabulary.group(region) for region in rows["group"]}
    shown = parts_moved(rows, country, names, (base, ask.year), t)
    rule = sentences.parts_rule(shown, trends.GROUP_CELLS, trends.COUNTRY_CELLS, t)
    return _moved(ask, shown, [shown.rows], t("Region"), (sentences.parts_moved(shown, t), rule))


def year_by_year(ask: Asking, values: Values) -> Described:
    """Small pictures of the regions or kommunegrupper."""
    t, field = ask.t, values["dele"]
    rows = ask(trends.developments, field)
    names = {group: ask.vocabulary.group(group) for group in rows["group"].unique()}
    country = ask(trends.development, tuple(ask(queries.municipalities)["code"]))
    shown = panels(rows, country, names, (t("Hele landet"), country, False))
    words = ask.words(
        sentences.spread(rows, names, t), sentences.panels_rule(trends.GROUP_CELLS, "", t)
    )
    drawn = wide(
        lambda narrow: small_multiples(shown, words, t, columns=COLUMNS[narrow]), words.title
    )
    return Described(words, tables.developments(rows, names, t), drawn=drawn)


def development(ask: Asking, values: Values) -> Described:
    """Documented and known of the country or a part of it, year by year."""
    t = ask.t
    followed = parts_of_country(ask(queries.municipalities), ask.vocabulary, t)[values["gruppe"]]
    rows = ask(trends.development_with_newest, followed.members)
    minimum = trends.minimum_cells(followed.members, len(ask.names()))
    words = ask.words(
        sentences.development(followed.name, t),
        f"{sentences.development_key(t)} {sentences.reservation(minimum, t)}",
    )
    drawn = wide(lambda _: development_lines(rows, words, t), sentences.development_alt(t))
    records = Records(followed.members)
    return Described(words, tables.development(rows, t), drawn=drawn, records=records)


def criterion(ask: Asking, values: Values) -> Described:
    """How many municipalities are known and meet one criterion, year by year."""
    t, criteria = ask.t, ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    rows = ask(trends.criterion_by_year, values["kriterium"])
    words = ask.words(names[values["kriterium"]], sentences.criterion_key(t))
    columns = sentences.criterion_parts(t)
    drawn = wide(lambda _: count_lines(rows, columns, words, t), sentences.criterion_alt(t))
    records = Records(criteria=(values["kriterium"],))
    return Described(words, tables.criterion(rows, t), drawn=drawn, records=records)


def published(ask: Asking, values: Values) -> Described:
    """A published national series."""
    t, rows, named = ask.t, ask(trends.published), ask.vocabulary
    lines = rows[rows["in_line"]]
    title = sentences.series_titles(lines, named)[values["landstal"]]
    own = lines[lines["measure"] == values["landstal"]].sort_values("year")
    unit = named(UNIT, own["unit"].iloc[0])
    words = ask.words(
        title,
        sentences.series_end(int(own["year"].max()), unit, t),
        source=sentences.publishers(own, t),
    )
    drawn = wide(lambda _: series_line(own, words, t), sentences.series_alt(title, t))
    table = tables.national(own, named, t)
    return Described(words, table, drawn=drawn, records=NO_RECORDS)
