"""The sentences for newsrooms: what they may say, and that they say what the table has."""

import re

import pytest

from samspil.analysis.areas import FEWEST_RANKED, LANDSDEL, REGION, Area, areas
from samspil.present.i18n import translator
from samspil.present.sentences.areas import LISTED, ready
from samspil.present.tables.areas import areas as table
from samspil.present.wording import rank_text

DA, EN = translator("da"), translator("en")
RANKS = re.compile(r"placer|rang|\bnr\.|bedst|først|højest|kåre|rank|\bno\.|best|first|highest",
                   re.IGNORECASE)  # fmt: skip
"""The words of ranking, in both languages."""

FIRST = {"name": "B", "rank": 3, "ranked": 22, "band_low": 1.2, "band_high": 8.5}


def area(places="ABC", **said) -> Area:
    """An area of a few municipalities, as far as not said otherwise."""
    usual = {
        "kind": REGION, "name": "Fyn", "criteria": 24, "known": 30, "points": 40.5, "most": ("A",),
        "most_known": 14,
        "fewest": 4, "least": ("C",), "full": 0, "nothing": 0, "unasked": tuple(places),
        "answered": 0, "ranked": 0, "first": None,
    }  # fmt: skip
    return Area(places=tuple(places), **usual | said)


def test_a_region_in_sentences():
    assert ready(area(), "udgave 2026.1", DA) == (
        "I Region Fyn er 30 af 72 vurderinger af kommunernes samarbejde med frivillige sociale "
        "foreninger kendt (42\N{NO-BREAK SPACE}%): 24 kriterier i hver af 3 kommuner. Flest "
        "point er dokumenteret i A: 41 af 100, hvor 14 af 24 kriterier er kendt. Færrest kriterier "
        "er kendt om C: 4 af 24. Samspil har endnu ikke spurgt nogen af de 3 kommuner. At noget "
        "ikke er kendt, betyder ikke, at samarbejdet mangler. Kilde: Samspil, udgave 2026.1."
    )


def test_the_source_has_an_address_and_no_sentence_begins_with_a_number():
    said = ready(area("ABCDEFG", known=60, ranked=5, first=FIRST), "udgave 2026.1", DA,
                 address="https://samspil.example/dokumentation?udgave=2026.1")  # fmt: skip
    assert said.endswith(
        "Samspil, udgave 2026.1, https://samspil.example/dokumentation?udgave=2026.1"
    )
    alone = ready(area("A", known=12, fewest=12, least=("A",), points=41), "", DA)
    assert not re.search(r"^\d|(?<!nr)\. \d", f"{said} {alone}")


def test_one_municipality_is_not_compared_with_itself():
    own = area("A", kind=LANDSDEL, name="Bornholm", known=12, fewest=12, least=("A",), points=41)
    said = ready(own, "", DA)
    assert said.startswith("I landsdelen Bornholm, som er én kommune, er 12 af 24 vurderinger af ")
    assert "Dokumenteret er 41 af 100 point. Samspil har endnu ikke spurgt kommunen." in said
    assert said.endswith("Kilde: Samspil.")
    assert not re.search("kommuner |Flest|Færrest|nogen af", said)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"fewest": 0, "least": ("B", "C")}, "Om B og C er intet kendt."),
        ({"least": ("B", "C")}, "Færrest kriterier er kendt om B og C: 4 af 24 i hver."),
        ({"most": ("A", "B")},
         "Flest point er dokumenteret i A og B: 41 af 100 i hver, hvor mindst "
         "14 af 24 kriterier er kendt."),
        ({"unasked": ("C",), "answered": 1},
         "Samspil har spurgt 2 af de 3 kommuner; 1 har svaret. Endnu ikke spurgt: C."),
        ({"unasked": ()}, "Samspil har spurgt alle 3 kommuner; ingen har svaret."),
        ({"places": "ABCDEFGHI", "least": tuple("BCDEFGH"), "known": 99},
         "Færrest kriterier er kendt om 7 kommuner: 4 af 24 i hver."),
        ({"places": "A", "unasked": (), "answered": 1},
         "Samspil har spurgt kommunen, og den har svaret."),
        ({"places": "A", "unasked": ()}, "Samspil har spurgt kommunen, og den har ikke svaret."),
    ],
)  # fmt: skip
def test_the_cases(given, says):
    assert says in ready(area(**given), "", DA)


def test_what_is_the_same_everywhere_is_not_the_least():
    assert "Færrest" not in ready(area(known=12, least=tuple("ABC")), "", DA)
    nothing = area(known=0, fewest=0, points=0.0, most=(), least=tuple("ABC"), nothing=3)
    assert not re.search("Flest|Færrest|intet", ready(nothing, "", DA))


@pytest.mark.parametrize("t", [DA, EN])
@pytest.mark.parametrize("ranked", range(FEWEST_RANKED + 2))
def test_ranks_are_told_from_five_up(ranked, t):
    first = FIRST if ranked >= FEWEST_RANKED else None
    said = ready(area("ABCDEFG", known=60, ranked=ranked, first=first), "", t)
    assert bool(RANKS.search(said)) is (ranked >= FEWEST_RANKED)


def test_a_rank_never_stands_without_its_band():
    said = ready(area("ABCDEFG", known=60, ranked=5, first=FIRST), "", DA)
    assert "den højeste har B: nr. 3 af 22 – mellem nr. 1 og nr. 9 i ni ud af ti" in said
    shared = ready(area("ABCDEFG", known=60, ranked=5), "", DA)
    assert "Af kommunerne er 5 kendt godt nok til en placering i landet." in shared
    assert "nr." not in shared


@pytest.mark.parametrize("t", [DA, EN])
def test_every_number_of_a_sentence_stands_in_its_row(t, frozen):
    rows = areas(frozen)
    data = table(rows, "", t)
    for own, row in zip(rows, data.to_dict("records"), strict=True):
        said = row[t("Sætninger til brug")]
        told = said.replace(rank_text(own.first, t), "") if own.first else said
        numbers = {int(n) for n in re.findall(r"\d+", told)} - {100, own.criteria}
        assert numbers <= {v for v in row.values() if isinstance(v, int)} | _counted(own)
        assert {row[t("Kendte vurderinger")], row[t("Kendte vurderinger, %")]} <= numbers
        assert bool(RANKS.search(said)) is (own.ranked >= FEWEST_RANKED)


def _counted(own: Area) -> set[int]:
    """How many names are counted instead of listed."""
    return {len(names) for names in (own.most, own.least, own.unasked) if len(names) > LISTED}
