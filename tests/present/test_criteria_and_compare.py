"""What a page and a downloaded picture show of criteria is the same, and text in it stays text."""

import re

import pandas as pd
import pytest
from hostile import HOSTILE

from samspil.analysis.criteria import counts
from samspil.analysis.side_by_side import SOME
from samspil.present.citation import Words
from samspil.present.figures import compare, criteria
from samspil.present.html import render, short, source_link
from samspil.present.i18n import translator
from samspil.present.plot.compare import mark_grid
from samspil.present.plot.criteria import level_bars
from samspil.present.plot.interval import interval_bars
from samspil.present.plot.picture import picture
from samspil.present.sentences.compare import block_names, finding
from samspil.present.sentences.criteria import finding as most_met
from samspil.present.sentences.criteria import reservation
from samspil.warehouse import queries

DA = translator("da")
WORDS = Words("En titel", "Et forbehold", "Samspil, læst i dag")
CODES, NAMES = ["630", "350", "153"], ["Vejle", "Lejre", "Brøndby"]


@pytest.fixture
def dimensions(frozen):
    return queries.dimensions(frozen)


@pytest.mark.parametrize("sorting", criteria.SORTINGS)
def test_page_and_picture_show_the_same_counts(sorting, frozen, dimensions):
    found = counts(frozen, 2026)
    bars = criteria.bars(found, queries.criteria(frozen), dimensions, sorting, DA)
    links = {bar.id: f"?kriterium={bar.id}" for bar in bars}
    values = criteria.drawn(bars, dimensions, "charter", links, DA)
    page = render("criteria_bars", **values)
    drawn = {trace.name: list(trace.x) for trace in level_bars(bars, WORDS, DA).data}
    names = criteria.part_names(DA)
    for number, row in enumerate(values["rows"]):
        shown = {part: count for part, count, _ in row["parts"]}
        for part, name in names.items():
            assert drawn[name][number] == shown.get(part, 0)
        assert sum(width for *_, width in row["parts"]) == pytest.approx(100, abs=0.1)
    labels = re.findall(r'class="bar" role="img" aria-label="([^"]+)"', page)
    assert labels == [
        ", ".join(f"{drawn[name][number]} {name}" for name in names.values())
        for number in range(len(bars))
    ]
    assert page.count("aria-current") == 1


def test_the_finding_names_all_that_tie_and_counts_the_dark_ones():
    def bar(name, met, unknown):
        return criteria.Bar(name, name, "formal", "F", met, 10 - met - unknown, 0, unknown)

    bars = [bar("Et", 4, 5), bar("To", 4, 6), bar("Tre", 1, 9)]
    assert most_met(bars, DA) == "Flest kommuner opfylder ”Et” og ”To”: 4 af 10"
    assert reservation(bars, DA).startswith("For 2 af de 3 kriterier er mere end halvdelen")


def side_by_side(frozen, dimensions, spoilt=""):
    """The lines of three municipalities; `spoilt` stands in every note and name of a source."""
    marks = {}
    for code, name in zip(CODES, NAMES, strict=True):
        rows = queries.marks(frozen, code, 2026)
        if spoilt:
            rows = rows.assign(note=spoilt, note_da=spoilt, source_url=spoilt)
        marks[name] = rows
    return compare.lines(marks, dimensions, DA)


def blocks(lines):
    """As the page hands them to its template."""
    return [
        {
            "title": title,
            "rows": [compare.row(line, NAMES, DA) for line in lines if line.group == g],
        }
        for g, title in block_names(3, DA).items()
    ]


def drawn_blocks(lines):
    return render("compare_blocks", names=NAMES, own="Lejre", blocks=blocks(lines), unknown=None,
                  legend="", nothing="Ingen.")  # fmt: skip


def test_page_and_picture_show_the_same_marks(frozen, dimensions):
    lines = side_by_side(frozen, dimensions)
    figure = mark_grid(lines, NAMES, block_names(3, DA), WORDS, DA)
    labels = figure.layout.yaxis.ticktext
    drawn = {
        (labels[y].split("  ", 1)[1], NAMES[x]): (text[0], text[1:].strip())
        for trace in figure.data
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    signs = {"met": "✓", "partly": "◐", "not": "✕", "unknown": "?"}
    page = {
        (row["name"], mark["municipality"]): (signs[mark["kind"]], mark["year"])
        for block in blocks(lines)
        for row in block["rows"]
        for mark in row["marks"]
    }
    assert len(page) == 24 * 3
    assert drawn == page
    html = drawn_blocks(lines)
    for (_, municipality), (sign, year) in page.items():
        assert municipality in html
        assert sign == "◐" or f">{sign}</span>" in html
        assert f'aria-hidden="true">{year}</span>' in html


def test_without_a_difference_there_is_still_a_picture():
    drawn = picture(mark_grid([], NAMES, {"differ": "Her er de forskellige"}, WORDS, DA), DA)
    assert list(drawn.layout.yaxis.ticktext) == ["<b>Her er de forskellige (0)</b>"]


def test_page_and_picture_show_the_same_scores(frozen, dimensions):
    rows = compare.in_order(queries.scores(frozen, 2026), CODES, dimensions)
    heads = compare.heads(rows, dimensions, queries.stages(frozen), 0.5, DA)
    assert [head["code"] for head in heads] == CODES
    page = {
        (head["name"], part["id"]): (part["low"], part["high"])
        for head in heads
        for part in head["parts"]
    }
    named = compare.by_part(rows, dimensions, DA)
    known, unknown, _ = interval_bars(named, WORDS, DA).data
    labels = {part["id"]: part["label"] for part in heads[0]["parts"]}
    drawn = {
        label.split("<br>")[0]: (DA.number(low), DA.number(low + more))
        for label, low, more in zip(known.y, known.x, unknown.x, strict=True)
    }
    page = {f"{labels[part]}: {name}": ends for (name, part), ends in page.items()}
    assert drawn == page
    assert "Nr. " in heads[0]["rank"]
    assert heads[2]["rank"].startswith("Ingen: 0")


def test_one_sentence_says_what_differs(frozen, dimensions):
    lines = side_by_side(frozen, dimensions)
    some = sum(line.group == SOME for line in lines)
    said = finding(lines, NAMES, DA)
    assert said.endswith(f"; {some} kriterier er kun kendt hos nogle af dem")
    pair = [
        compare.Line(str(n), "", "formal", "F", g, ()) for n, g in enumerate(["differ", "some"])
    ]
    assert finding(pair, ["A", "B"], DA) == (
        "A og B er forskellige på ét kriterium; ét kriterium er kun kendt hos den ene"
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_shown_as_it_stands_in_every_template(name, frozen, dimensions):
    text = HOSTILE[name]
    rows = compare.in_order(queries.scores(frozen, 2026), CODES, dimensions).assign(name=text)
    stages = queries.stages(frozen)
    heads = compare.heads(rows, dimensions, stages, 0.5, DA)
    bar = criteria.Bar("charter", text, "real", "R", 1, 2, 3, 4)
    made = pd.DataFrame([{"id": "real", "name_da": text, "name_en": text}])
    level = {"kind": "met", "sign": "✓", "name": text, "count": text, "wording": text}
    pages = [
        drawn_blocks(side_by_side(frozen, dimensions, spoilt=text)),
        render("compare_head", heads=heads, own=None, links=dict.fromkeys(CODES, text),
               stage=text, rank=text),
        render("criteria_bars", **criteria.drawn([bar], made, "charter", {"charter": text}, DA)),
        render("criterion", question=text, levels=[level], unknown=text,
               published=[{"says": text, "note": text, "source": source_link(text, text)}],
               own={"name": text, "says": text}),
    ]  # fmt: skip
    for page in pages:
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>fed" not in page
    for mark in re.findall(r"<bdi>(.*?)</bdi>", pages[0], flags=re.DOTALL):
        assert len(mark) < 10 * len(short(text)) + 20
