"""One municipality or several, as the pages Kommunen and Sammenlign show them."""

from samspil.analysis import benchmark, terms, trends
from samspil.analysis.side_by_side import DIFFER, UNKNOWN
from samspil.present import profile
from samspil.present.address import link
from samspil.present.embedded.described import Asking, Described, Records, Values
from samspil.present.figures import compare, paper
from samspil.present.figures.gaps import columns
from samspil.present.figures.strip import strips
from samspil.present.figures.years import years
from samspil.present.groups import group_name, group_title
from samspil.present.head import head
from samspil.present.html import part
from samspil.present.pages import PATHS
from samspil.present.sentences import compare as compare_sentences
from samspil.present.sentences import municipality as sentences
from samspil.present.sentences import years as year_sentences
from samspil.present.sentences.years import adopted_text
from samspil.present.tables import compare as compare_tables
from samspil.present.tables import intervals
from samspil.present.tables import standing as tables
from samspil.present.tables import years as year_tables
from samspil.warehouse import queries

OUTSIDE = "_blank"
"""Where links lead: the frame has no room for a page."""


def profiled(ask: Asking, values: Values) -> Described:
    """The head of a municipality: points, building blocks, rank and stage."""
    t, code = ask.t, values["kommune"]
    marks = ask.marks(code)
    dimensions, scores = ask(queries.dimensions), ask(queries.scores, ask.year)
    rows = compare.by_part(compare.in_order(scores, [code], dimensions), dimensions, t)
    known = int(marks["level"].notna().sum())
    return Described(
        ask.words(
            sentences.profile(ask.names()[code], t),
            sentences.known_of(known, len(marks), t),
        ),
        intervals.of_several(rows, t),
        part("head", target=OUTSIDE, **head(ask, ask.house.build, code, t)),
        ("block", "interval", "head"),
        records=Records((code,)),
    )


def groups_of(ask: Asking, values: Values) -> dict[str, benchmark.Group]:
    """The groups that a municipality can be held against, by their id."""
    found = ask(benchmark.groups, values["kommune"], int(values["lignende"]), tuple(values["egne"]))
    return {group.id: group for group in found}


def _against(ask: Asking, values: Values) -> tuple[benchmark.Group, str, str]:
    """The group that a municipality is held against, its title, and its name in a sentence."""
    group = groups_of(ask, values)[values["mod"]]
    return (
        group,
        group_title(group, ask.vocabulary, ask.t),
        group_name(group, ask.vocabulary, ask.t),
    )


def standing(ask: Asking, values: Values) -> Described:
    """A municipality among the others of a group, strip by strip."""
    t, code = ask.t, values["kommune"]
    name, (group, title, called) = ask.names()[code], _against(ask, values)
    rows = ask(benchmark.standing, code, ask.year, int(values["lignende"]), tuple(values["egne"]))
    own, dimensions = rows[rows["group_id"] == group.id], ask(queries.dimensions)
    scores = ask(queries.scores, ask.year)
    drawn = strips(scores, own, dimensions, t, code=code, members=group.members)
    return Described(
        ask.words(
            sentences.among(name, called, drawn[0], t), sentences.above_and_below(drawn[0], t)
        ),
        tables.against_groups(name, own, {group.id: title}, dimensions, t),
        part("strip", strips=drawn, key_=sentences.strip_key(name, t)),
        ("block", "interval", "strip"),
        records=Records((code, *group.members)),
    )


def gaps(ask: Asking, values: Values) -> Described:
    """A municipality against a group, criterion by criterion."""
    t, code = ask.t, values["kommune"]
    name, (group, _, called) = ask.names()[code], _against(ask, values)
    rows = ask(benchmark.gaps, code, ask.year, group.members)
    marks = ask.marks(code).to_dict("records")
    parts = columns(rows, marks, ask(queries.dimensions), len(group.members), t)
    return Described(
        ask.words(sentences.gaps(name, called, t), sentences.gaps_key(name, t)),
        tables.gaps(name, rows, t),
        part("gaps", parts=parts),
        ("block", "criteria", "gaps"),
        records=Records((code, *group.members)),
    )


def criteria(ask: Asking, values: Values) -> Described:
    """Every criterion of a municipality with what its mark rests on."""
    t, code = ask.t, values["kommune"]
    name, marks = ask.names()[code], ask.marks(code)
    adopted = ask(terms.adoptions, code).head(1).to_dict("records")
    parts = profile.criteria(
        code,
        marks.to_dict("records"),
        ask(queries.dimensions),
        t,
        adopted=adopted_text(adopted[0], t) if adopted else "",
    )
    body = part("criteria", parts=parts, uncertain=t("Usikkert"), unknown_title=t("Ikke kendt"),
                asking=t("Spørg kommunen om dem"), target=OUTSIDE)  # fmt: skip
    known = int(marks["level"].notna().sum())
    lines = compare.lines({name: marks}, ask(queries.dimensions), t)
    table = compare_tables.criteria(lines, [name], ask(queries.dimensions), t)
    return Described(
        ask.words(
            sentences.criterion_by_criterion(name, t), sentences.known_of(known, len(marks), t)
        ),
        table.drop(columns=t("Forskel")),
        body,
        ("block", "criteria"),
        records=Records((code,)),
    )


def on_paper(ask: Asking, values: Values) -> Described:
    """Formal against real."""
    t, code = ask.t, values["kommune"]
    scores, marks = ask(queries.scores, ask.year), ask.marks(code)
    formal = scores[(scores["code"] == code) & (scores["dimension"] == "formal")].iloc[0].to_dict()
    rows = paper.rows(formal, marks, t)
    subtitle = sentences.influence(paper.of_influence(marks), t)
    return Described(
        ask.words(sentences.paper(ask.names()[code], t), subtitle),
        intervals.of_one(rows, t),
        part("intervals", rows=paper.lines(rows, t)),
        ("interval",),
        records=Records((code,), paper.criteria(marks)),
    )


def own_years(ask: Asking, values: Values) -> Described:
    """One municipality year by year."""
    t, code = ask.t, values["kommune"]
    rows = ask(trends.development, (code,))
    drawn = years(rows, t)
    return Described(
        ask.words(
            year_sentences.headline(ask.names()[code], drawn, t),
            year_sentences.reservation(trends.GROUP_CELLS, t),
        ),
        year_tables.years(rows, t),
        part("years", years=drawn, legend=year_sentences.key(t)),
        ("years",),
        records=Records((code,)),
    )


def heads(ask: Asking, values: Values) -> Described:
    """Scores, stage and rank of two to six side by side."""
    t, codes, dimensions = ask.t, values["med"], ask(queries.dimensions)
    rows = compare.in_order(ask(queries.scores, ask.year), codes, dimensions)
    total = rows[rows["dimension"] == compare.TOTAL]
    shown = compare.heads(
        rows, dimensions, ask(queries.stages), ask.house.build.minimum_coverage, t
    )
    path = PATHS["municipality"]
    body = part(
        "compare_head",
        heads=shown,
        own=None,
        links={code: link(path, kommune=code, lang=t.language) for code in codes},
        stage=t("Modenhedstrin"),
        rank=t("Placering"),
    )
    return Described(
        ask.words(compare_sentences.most_documented(total, t), compare_sentences.heads_key(t)),
        intervals.of_several(compare.by_part(rows, dimensions, t), t),
        body,
        ("block", "interval", "compare"),
        records=Records(codes),
    )


def side_by_side(ask: Asking, values: Values) -> Described:
    """The criteria of two to six, by where they differ."""
    t, every = ask.t, ask.names()
    names = [every[code] for code in values["med"]]
    marks = {every[code]: ask.marks(code) for code in values["med"]}
    lines = compare.lines(marks, ask(queries.dimensions), t)
    blocks = compare_sentences.block_names(len(names), t)
    if values["forskel"]:
        blocks = {DIFFER: blocks[DIFFER]}
    shown = [line for line in lines if line.group in blocks]
    rows = {group: [compare.row(line, names, t) for line in shown if line.group == group]
            for group in blocks}  # fmt: skip
    dark = rows.pop(UNKNOWN, [])
    body = part(
        "compare_blocks",
        names=names,
        own=None,
        blocks=[{"title": blocks[group], "rows": own} for group, own in rows.items()],
        unknown=dark and {"title": blocks[UNKNOWN], "names": [row["name"] for row in dark]},
        legend=compare_sentences.marks_key(t),
        nothing=t("Ingen."),
    )
    return Described(
        ask.words(compare_sentences.finding(lines, names, t), compare_sentences.criteria_rule(t)),
        compare_tables.criteria(shown, names, ask(queries.dimensions), t),
        body,
        ("block", "compare"),
        records=Records(values["med"], [line.id for line in shown]),
    )
