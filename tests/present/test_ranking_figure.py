"""The ranking: one answer to who is best, and one figure for page, picture and table."""

import pandas as pd
import pytest

from samspil.model.ranking import Terms
from samspil.present.answers import best_text, best_title, interval
from samspil.present.citation import Words
from samspil.present.figures.ranking import Ranking, drivers, ranked
from samspil.present.html import render
from samspil.present.i18n import translator
from samspil.present.plot.interval import interval_bars
from samspil.present.plot.ranking import bands, driver_bars
from samspil.present.ranking import driver_markup, markup
from samspil.present.sentences.rankings import changes, own_terms, title
from samspil.present.tables.ranks import midpoints, rank_columns

DA = translator("da")
WORDS = Words("En titel", "Et forbehold", "Samspil")
HOSTILE = "<b>C</b>"


def rows(*places):
    """Rows on the total: rank and band of each place, None without; the names are A, B, C."""
    ranks = [place or (None, None, None) for place in places]
    frame = pd.DataFrame(ranks, columns=["rank", "band_low", "band_high"])
    return frame.assign(
        code=[str(n) for n in range(len(frame))],
        name=["A", "B", HOSTILE, "D"][: len(frame)],
        ranked=int(frame["rank"].notna().sum()),
        documented=40.0,
        possible=80.0,
        midpoint=60.0,
        coverage=[0.6 if place else 0.0 for place in places],
    )


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([(1, 1.0, 2.3), (2, 1.0, 3.0), (3, 2.0, 3.0)],
         "Ingen kommune kan kåres: nr. 1 kan være nr. 1–3"),
        ([(1, 1.0, 1.0), (1, 1.0, 3.0), (3, 2.0, 3.0)],
         "Ingen kommune kan kåres: nr. 1 kan være nr. 1–3"),
        ([None, None], "Ingen kommune kan kåres: ingen er kendt godt nok til en placering"),
        ([(1, 1.0, 1.0), None],
         "Ingen kommune kan kåres: kun én er kendt godt nok til en placering"),
        ([(1, 1.0, 1.0), (2, 2.0, 2.0), None],
         "Ingen kommune kan kåres: 1 af 3 er for lidt kendt til en placering"),
        ([(1, 1.0, 1.0), (2, 2.0, 2.0)], "Nr. 1 er A, uanset hvordan der vægtes"),
    ],
)  # fmt: skip
def test_nobody_is_named_the_best_whom_the_bands_do_not_name(places, said):
    assert best_title(rows(*places), DA) == said
    assert best_text(rows(*places), DA).startswith(said + ". Rækkefølgen følger midtpunktet")


FIGURE = ranked(rows((1, 1.0, 2.3), (2, 1.0, 3.0), (3, 2.0, 3.0), None), {"0": 2.0, "1": 1.0,
                "2": 3.0, "3": None}, "1")  # fmt: skip


def test_page_and_picture_show_the_same_ranks_and_bands():
    assert [(p.rank, p.low, p.high) for p in FIGURE.rows] == [(1, 1, 3), (2, 1, 3), (3, 2, 3)]
    page = markup(FIGURE, "Ranglisten", DA)["rows"]
    band, dots, *texts = bands(FIGURE, WORDS, DA).data
    for number, row in enumerate(page):
        low, width = band.base[number], band.x[number]
        assert row["left"] == pytest.approx(100 * (low - 0.5) / FIGURE.count, abs=0.01)
        assert row["width"] == pytest.approx(100 * width / FIGURE.count, abs=0.01)
        assert row["at"] == pytest.approx(100 * (dots.x[number] - 0.5) / FIGURE.count, abs=0.01)
        shown = [text.text[number] for text in texts]
        assert shown == [row["span"], row["midpoint"], row["documented"], row["known"]]


def test_the_chosen_one_is_marked_and_who_moved_is_told_in_words():
    page = markup(FIGURE, "Ranglisten", DA)["rows"]
    assert [row["chosen"] for row in page] == [False, True, False]
    assert [row["moves"] for row in page] == ["1 op", "1 ned", "samme"]
    assert [row["was"] is None for row in page] == [False, False, True]
    assert page[1]["address"] == "kommunen?kommune=1"
    assert markup(FIGURE, "", translator("en"))["rows"][1]["address"].endswith("1&lang=en")


def test_by_the_usual_weights_nothing_is_said_to_have_moved():
    still = ranked(rows((1, 1.0, 2.0), (2, 1.0, 2.0)), {"0": 1.0, "1": 2.0}, None)
    assert all(row["move"] is None and row["was"] is None for row in markup(still, "", DA)["rows"])


def test_names_are_shown_letter_by_letter():
    html = render("ranking", **markup(FIGURE, "Ranglisten", DA))
    assert "&lt;b&gt;C&lt;/b&gt;" in html
    assert HOSTILE not in html
    assert "&lt;b&gt;C" in bands(FIGURE, WORDS, DA).data[0].y[2]


@pytest.mark.parametrize(
    ("count", "ticks"),
    [(1, [1]), (2, [1, 2]), (6, [1, 6]), (12, [1, 5, 10, 12]), (22, [1, 5, 10, 15, 20, 22])],
)
def test_the_axis_names_the_first_every_fifth_and_the_last(count, ticks):
    assert Ranking((), count).ticks == ticks


def test_drivers_are_the_same_bars_on_page_and_picture():
    found = pd.DataFrame({"driver": ["unknowns", "charter"], "places": [4.0, 1.0]})
    criteria = pd.DataFrame({"id": ["charter"], "dimension": ["real"], "name_da": ["Charter"]})
    rows_ = drivers(found, criteria, DA)
    page = driver_markup(rows_, {"real": "Reelt"}, DA)
    (bars,) = driver_bars(rows_, WORDS, DA).data
    assert [row["width"] for row in page] == [100.0, 25.0]
    assert list(bars.x) == [4.0, 1.0]
    assert list(bars.text) == [row["places"] for row in page] == ["4,0", "1,0"]
    assert [row["letter"] for row in page] == ["", "R"]


def test_a_rank_stands_in_four_columns_of_numbers():
    columns = rank_columns(rows((1, 1.0, 2.3), None), DA)
    assert list(columns) == ["Placering", "Spænd fra nr.", "Spænd til nr.", "Ud af"]
    assert columns.iloc[0].tolist() == [1, 1, 3, 1]
    assert columns.iloc[1].isna().all()
    assert set(map(str, columns.dtypes)) == {"Int64"}


def test_where_nothing_is_known_there_is_no_midpoint():
    assert midpoints(rows((1, 1.0, 1.0), None)).isna().tolist() == [False, True]
    known, unknown = rows((1, 1.0, 1.0), None).to_dict("records")
    assert "tick" in interval(known, DA)
    assert "tick" not in interval(unknown, DA)
    frame = rows((1, 1.0, 1.0), None)
    *_, ticks = interval_bars(frame.assign(label=frame["name"]), WORDS, DA).data
    assert [pd.isna(x) for x in ticks.x] == [False, True]


USUAL = Terms((("formal", 1.0), ("real", 1.0)), (("a", 1.0), ("b", 1.0), ("c", 1.0)), 8, 2026)
NAMES = {"formal": "Formelt", "real": "Reelt", "a": "A", "b": "B", "c": "C"}


def test_what_a_reader_changed_is_told_in_full_and_in_the_title():
    assert changes(USUAL, USUAL, NAMES, DA) == []
    assert own_terms([], DA) == ""
    assert title("Placering 2026", [], DA) == "Placering 2026"
    own = Terms((("formal", 2.5), ("real", 1.0)), (("a", 0.0), ("b", 0.0), ("c", 0.0)), None, 2024)
    found = changes(own, USUAL, NAMES, DA)
    assert own_terms(found, DA) == (
        "Du har ændret forudsætningerne: Formelt vejer 2,5 (normalt 1,0); A, B og C vejer 0,0 "
        "(normalt 1,0); kilder med årstal tæller uanset alder (normalt i 8 år); stillingen er den "
        "i 2024 (normalt 2026)."
    )
    assert title("Placering 2024", found, DA) == (
        "Placering 2024 med egne valg: Formelt vejer 2,5; 3 kriterier vejer 0,0; kilder fra alle år"
    )
