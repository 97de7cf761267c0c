"""The picture of a shared link: right before and after what it shows is frozen."""

import pytest
from frozen import LEJRE
from markupsafe import Markup

from samspil.present.embedded.described import Asking
from samspil.present.i18n import LANGUAGES
from samspil.present.preview import municipality_picture, of_page, page_picture
from samspil.warehouse.edition import Edition
from samspil.warehouse.opened import Opened

EDITIONS = [
    Edition("2026.1", draft=True, frozen=False),
    Edition("2026.1", draft=True, frozen=True),
    Edition("2026.1", draft=False, frozen=True),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_year_and_day_and_the_same_of_a_draft_and_the_release(language, frozen):
    drawn = set()
    for edition in EDITIONS:
        ask = Asking(Opened(frozen, edition), language)
        page = page_picture(of_page("overview", ask.t), Markup(""), ask)
        drawn.add((municipality_picture(LEJRE, ask), page))
    ((own, page),) = drawn
    day = {"da": "Tal for 2026, oplysninger til og med 24. november 2026",
           "en": "Figures for 2026, records up to 24 November 2026"}[language]  # fmt: skip
    assert day in own and day in page
