"""Danish and English: texts from gettext catalogues, numbers and dates by Babel.

Danish is the source language, so its catalogue is empty; the English one is a .po file that is
read as it stands.
"""

import gettext
import io
from collections.abc import Container, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES = Path(__file__).resolve().parent / "locale"
LANGUAGES = ("da", "en")
DOMAIN = "samspil"

Row = Mapping[Any, Any]
"""A row of a frame by the names of its columns, as `to_dict("records")` gives it."""


class Translator:
    """Texts, numbers and dates in one language; call it with a Danish text."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        """`language` is "da" or "en"."""
        self.language = language
        self._locale = {"da": "da_DK", "en": "en_GB"}[language]
        self._catalogue = catalogue

    def __call__(self, text: str) -> str:
        """The text in this language; the Danish one where the catalogue lacks it."""
        return self._catalogue.gettext(text) if text else ""

    gettext = __call__

    def pick(self, row: Row, field: str) -> str:
        """The text of `field` in this language: name -> name_da, and note -> note_da or note."""
        value = row[self._named(row, field)]
        return "" if pd.isna(value) else str(value)

    def texts(self, rows: pd.DataFrame, field: str) -> list[str]:
        """What `pick` gives for every row."""
        texts = rows[self._named(rows, field)]
        return ["" if unknown else str(text)
                for text, unknown in zip(texts, texts.isna(), strict=True)]  # fmt: skip

    def _named(self, names: Container, field: str) -> str:
        name = f"{field}_{self.language}"
        return name if name in names else field

    def number(self, value: float, digits: int = 0) -> str:
        """A number with this language's separators, and "–" for what is not known."""
        if pd.isna(value):
            return "–"
        return _written(float(value), digits, self._locale)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share in 0..1 as per cent: "29 %" in Danish, "29%" in English."""
        if pd.isna(share):
            return "–"
        return (
            self.number(100 * share, digits)
            + {"da": "\N{NO-BREAK SPACE}%", "en": "%"}[self.language]
        )

    def listing(self, names: Iterable[str]) -> str:
        """Names as a sentence lists them: "Brøndby og Vallensbæk"."""
        return format_list(list(names), locale=self._locale)

    def date(self, day: date) -> str:
        """A date in words: "22. november 2026"."""
        return format_date(day, format="long", locale=self._locale)


@lru_cache(maxsize=4096)
def _written(value: float, digits: int, locale: str) -> str:
    """The number in a locale; a page writes hundreds, mostly the same as the page before."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(_rounded(value, digits), format=pattern, locale=locale)


def _rounded(value: float, digits: int) -> Decimal:
    """The number with so many digits, halves away from zero: 12.5 is 13, and 0.5 is 1.

    What binary numbers lack of a half (100 * 0.145 is 14.499999999999998) is made good first.
    """
    exact = Decimal(repr(round(float(value), 9)))
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0  # + 0: no minus zero


@cache
def translator(language: str) -> Translator:
    """The translator for "da" (also for anything unknown) or "en"."""
    if language != "en":
        return Translator("da", gettext.NullTranslations())
    with (LOCALES / "en" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator("en", gettext.GNUTranslations(compiled))
