"""What is cited can be read by the programs that keep references, whatever stands in a title."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.present.citation import Citation
from samspil.present.i18n import translator
from samspil.present.references import bibtex, newspaper_line, ris
from samspil.warehouse.edition import Edition

DA = translator("da")
DAY = date(2026, 11, 24)
CITED = Citation(
    "Lejre har 19 point (2026)", "Samspil, læst i dag.", "CC BY 4.0", "b1",
    "https://samspil.example/kommunen?kommune=350&udgave=2026.1",
    Edition("2026.1", draft=False, frozen=True), "Et forbehold.", "Ni af ti er kendt.",
)  # fmt: skip
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


def read_ris(content):
    """The fields of a RIS file, in order; strict about what a line looks like."""
    lines = content.decode().split("\r\n")
    assert lines.pop() == ""
    fields = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]
    assert fields[0][0] == "TY"
    assert fields[-1] == ("ER", "")
    return fields


def read_bibtex(content):
    """Key and fields of a BibTeX file with one entry; braces must balance, as TeX counts them."""
    kind, key, body = re.fullmatch(
        r"@(\w+)\{([\w-]+),\n(.*)\}\n", content.decode(), re.DOTALL
    ).groups()
    assert kind == "misc"
    fields = {}
    for line in body.splitlines():
        name, value = re.fullmatch(r"  (\w+) = \{(.*)\},", line).groups()
        depth = 0
        for sign in re.sub(r"\\.", "", value):
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 0
        fields[name] = value
    return key, fields


def plain_tex(text):
    """What TeX prints of a text without formulas."""
    text = re.sub(r"\\textbackslash\{\}", "\0", text)
    text = text.replace(r"\textasciitilde{}", "~").replace(r"\textasciicircum{}", "^")
    text = re.sub(r"(?<!\\)[{}]", "", text)
    return re.sub(r"\\([&%$#_{}])", r"\1", text).replace("\0", "\\")


def test_a_newspaper_names_the_release_and_its_address():
    assert newspaper_line(CITED, DA) == (
        "Kilde: Samspil, udgave 2026.1, https://samspil.example/kommunen?kommune=350&udgave=2026.1"
    )
    assert newspaper_line(CITED, translator("en")).startswith("Source: Samspil, release 2026.1")
    told = newspaper_line(replace(CITED, about="Samspil måler det."), DA)
    assert told == f"Samspil måler det. {newspaper_line(CITED, DA)}"


def test_a_draft_says_so_in_every_citation():
    draft = replace(CITED, edition=Edition("2026.1", draft=True, frozen=False))
    for text in (
        newspaper_line(draft, DA),
        draft.text(DA),
        ris(draft, DAY, DA).decode(),
        bibtex(draft, DAY, "k", DA).decode(),
    ):
        assert "kladde til udgave 2026.1, dataversion b1" in text[:1].lower() + text[1:].replace(
            "Kladde", "kladde"
        )


def test_ris_tells_title_release_address_and_caveat():
    fields = read_ris(ris(CITED, DAY, DA))
    found = dict(fields)
    assert found["TI"] == CITED.title
    assert found["ET"] == "udgave 2026.1"
    assert found["UR"] == CITED.address
    assert found["DA"] == "2026/11/24"
    assert found["AB"] == "Et forbehold. Ni af ti er kendt."
    assert ("N1", CITED.source) in fields


def test_bibtex_tells_title_release_address_and_caveat():
    key, fields = read_bibtex(bibtex(CITED, DAY, "samspil_lejre_profil_2026", DA))
    assert key == "samspil_lejre_profil_2026"
    assert fields["title"] == "{Lejre har 19 point (2026)}"
    assert fields["version"] == "udgave 2026.1"
    assert fields["url"] == CITED.address
    assert fields["year"] == "2026"
    assert "Ni af ti er kendt." in fields["note"]


@pytest.mark.parametrize("write", [lambda c: ris(c, DAY, DA), lambda c: bibtex(c, DAY, "k", DA)])
def test_without_an_address_there_is_none(write):
    content = write(replace(CITED, address="")).decode()
    assert "UR  -" not in content
    assert "url" not in content


@given(ANY_TEXT)
def test_any_title_comes_back_from_both(title):
    cited = replace(CITED, title=title)
    said = " ".join(title.split())
    assert dict(read_ris(ris(cited, DAY, DA))).get("TI", "") == said
    _, fields = read_bibtex(bibtex(cited, DAY, "k", DA))
    assert plain_tex(fields["title"]) == said
