"""What can be held of plain Danish: en dashes between numbers, and words that mislead."""

import re

import pytest
from readers_texts import danish

FORBIDDEN = {
    "a hyphen between numbers": r"[\d}]-[\d{]",
    "evidens": r"\bevidens",
    "felt": r"\bfelt(?:et|er|erne)?\b",
    "bygning": r"\bbygning",
    "omrids": r"\bomrids",
    "the municipality in the middle": r"\bmidterste kommune",
    "half of the criteria": r"\bhalvdelen af (?:de \d+ )?kriterier",
    "registrering": r"\bregistrering",
    "udateret": r"\budatere[dt]",
    "pct.": r"\bpct\b",
    "landegrænse": r"\blandegrænse",
    "bedst dokumenteret": r"\bbedst dokumenteret",
    "score": r"\bscore(?:n|r|rne)?\b",
}


def faults(text: str) -> list[str]:
    """What is wrong with a text; nothing where all is well."""
    return [name for name, wrong in FORBIDDEN.items() if re.search(wrong, text, re.IGNORECASE)]


def test_no_danish_text_says_what_misleads():
    texts = danish()
    assert len(texts) > 700
    assert {place: found for place, text in texts.items() if (found := faults(text))} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("point (0-100)", ["a hyphen between numbers"]),
        ("{low}-{high} point", ["a hyphen between numbers"]),
        (
            "{low}–{high} point, Høje-Taastrup, § 18-støtte, 8-10-årige",
            ["a hyphen between numbers"],
        ),
        ("nr. 1–12 i Høje-Taastrup, § 18-støtte og A4-ark", []),
        ("Evidensen i felterne", ["evidens", "felt"]),
        ("Feltarbejde i bygningen", ["bygning"]),
        ("I den midterste kommune", ["the municipality in the middle"]),
        ("mindst halvdelen af de 24 kriterier", ["half of the criteria"]),
    ],
)
def test_the_rules_find_what_they_should(text, found):
    assert faults(text) == found
