"""What documents and texts say of coverage is what is computed, and their figures are counted."""

import re

import pytest

from samspil.model.robustness import DRAWS
from samspil.paths import PROJECT

DOCUMENTS = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
TEXTS = [
    *DOCUMENTS,
    PROJECT / "data" / "codebook.toml",
    PROJECT / "dashboard.py",
    *(
        path
        for folder in ("pages", "components", "samspil", "etl")
        for ending in ("py", "po", "html", "sql")
        for path in (PROJECT / folder).rglob(f"*.{ending}")
    ),
]
SHARE_OF_CRITERIA = re.compile(
    r"(halvdelen|andel\w*|%|\{share\}) af (alle )?kriterierne"
    r"|(half|share|%|\{share\}) of (all )?(the )?criteria",
    re.IGNORECASE,
)
"""What the total's coverage is not: it is the mean of the three dimensions' shares."""

NEWEST = "year = (SELECT newest_year FROM build)"
TOTAL = f"FROM score WHERE dimension = 'total' AND {NEWEST}"
SCORED = "SELECT id FROM criterion WHERE dimension <> 'context'"
LEAST = f"""SELECT min(known), (SELECT count(*) FROM ({SCORED})) FROM (
    SELECT count(assessment.code) AS known FROM municipality
    LEFT JOIN assessment ON assessment.code = municipality.code AND {NEWEST}
        AND criterion IN ({SCORED})
    GROUP BY municipality.code)"""
EARLY = """SELECT ceil(100 * max(known)) FROM (
    SELECT avg(coverage) AS known FROM score WHERE dimension = 'total' AND year < 2015
    GROUP BY year)"""
KNOWN_CELLS = f"""SELECT
    (SELECT count(*) FROM assessment WHERE {NEWEST} AND criterion IN ({SCORED})),
    (SELECT count(*) FROM municipality) * (SELECT count(*) FROM ({SCORED}))"""
MEDIAN = f"SELECT round(100 * median(coverage)) {TOTAL}"
GAPS = """SELECT string_agg(year, ' and ' ORDER BY year)
    FROM (SELECT unnest(range(2007, newest_year + 1)) AS year FROM build)
    WHERE year NOT IN (SELECT year FROM indicator WHERE indicator = 'population')"""

FIGURES = [
    ("README.md", r"each of Denmark's (\d+)", "SELECT count(*) FROM municipality"),
    ("README.md", r"public pages: (\d+) criteria", f"SELECT count(*) FROM ({SCORED})"),
    ("README.md", r"([\d,]+) of the ([\d,]+) cells are", KNOWN_CELLS),
    ("README.md", r"median municipality has (\d+) % known", MEDIAN),
    ("README.md", r"cells are known in (\d+)", "SELECT newest_year FROM build"),
    ("README.md", r"(\d+) have a rank", f"SELECT count(rank) {TOTAL}"),
    ("README.md", r"least known have (\d+) of the (\d+) criteria", LEAST),
    ("docs/DATA.md", r"one of the (\d+)", "SELECT count(*) FROM municipality"),
    ("docs/DATA.md", r"([\d,]+) records of evidence", "SELECT count(*) FROM evidence"),
    (
        "docs/DATA.md",
        r"(\d+) % carry no date and count in (\d+) only",
        "SELECT round(100 * avg((year IS NULL)::INTEGER)), any_value(newest_year)"
        " FROM evidence, (SELECT newest_year FROM build)",
    ),
    ("docs/DATA.md", r"([\d,]+) are marked as uncertain", "SELECT count(caveat) FROM evidence"),
    (
        "docs/DATA.md",
        r'([\d,]+) records say "not met"',
        "SELECT count(*) FROM evidence WHERE level = 0",
    ),
    (
        "docs/DATA.md",
        r"In (\d+), with the (\d+)-year horizon",
        "SELECT newest_year, horizon FROM build",
    ),
    ("docs/DATA.md", r"([\d,]+) of ([\d,]+) cells", KNOWN_CELLS),
    ("docs/DATA.md", r"median municipality has (\d+) % known", MEDIAN),
    ("docs/DATA.md", r"(\d+) have a rank", f"SELECT count(rank) {TOTAL}"),
    ("docs/DATA.md", r"least known have (\d+) of the (\d+) criteria", LEAST),
    ("docs/DATA.md", r"Before 2015 less than (\d+) %", EARLY),
    ("docs/DATA.md", r"Population of (.+) is missing", GAPS),
    (
        "docs/SCORING.md",
        r"asks (\d+) questions, (\d+) \+ (\d+) \+ (\d+)",
        """SELECT count(*), count(*) FILTER (dimension = 'formal'),
            count(*) FILTER (dimension = 'real'), count(*) FILTER (dimension = 'transparent')
        FROM criterion WHERE dimension <> 'context'""",
    ),
    ("docs/SCORING.md", r"those with \*y\* − (\d+) < year", "SELECT horizon FROM build"),
    ("docs/SCORING.md", r"([\d,]+) draws with a fixed seed", f"SELECT {DRAWS}"),
    ("samspil/present/sentences/evidence.py", r"Før 2015 er under (\d+) %", EARLY),
]
"""Where a figure stands, the sentence around it, and the question whose answer it is."""

UNCOUNTED = {"2,000", "2015", "66", "98.6", "0.90"}
"""Numbers on the embedded data that the warehouse does not hold: how they were collected."""


def words(path) -> str:
    """The text of a file with its lines, and strings broken over several, joined."""
    text = re.sub(r'"\s*\n\s*"', "", path.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", text)


def test_coverage_is_never_called_a_share_of_the_criteria():
    found = ((path, match) for path in TEXTS for match in SHARE_OF_CRITERIA.finditer(words(path)))
    assert [(str(path.relative_to(PROJECT)), match.group()) for path, match in found] == []


def test_documents_say_that_coverage_is_a_mean_of_three():
    names = ("README.md", "docs/SCORING.md", "docs/DATA.md", "data/codebook.toml", "etl/status.py")
    said = "on average of the three dimensions"
    assert [name for name in names if said not in words(PROJECT / name)] == []


@pytest.mark.parametrize(("name", "pattern", "question"), FIGURES)
def test_a_figure_in_a_document_is_the_one_in_the_warehouse(name, pattern, question, embedded):
    found = re.findall(pattern, words(PROJECT / name))
    assert found, f"{name} no longer says {pattern}"
    expected = [str(value).removesuffix(".0") for value in embedded.query(question).iloc[0]]
    for figures in found:
        said = [figures] if isinstance(figures, str) else figures
        assert [re.sub(r"(?<=\d)[,.](?=\d{3})", "", figure) for figure in said] == expected


@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [
        ("README.md", "With the embedded data", "gives every rule"),
        ("docs/DATA.md", "## What the embedded data cannot say", "$"),
    ],
)
def test_no_figure_on_the_embedded_data_goes_unchecked(name, begin, end):
    (said,) = re.findall(f"{re.escape(begin)}(.+?){end}", words(PROJECT / name))
    checked = set()
    for document, pattern, _ in FIGURES:
        if document == name:
            checked |= {
                place for match in re.finditer(pattern, said) for place in range(*match.span())
            }
    numbers = re.finditer(r"\d[\d,.]*\d|\d", said)
    assert {m.group() for m in numbers if m.start() not in checked} <= UNCOUNTED
