"""What goes along with every file: how much is known, and which sources that counts."""

import pandas as pd

from samspil.present.i18n import translator
from samspil.present.sentences import coverage

DA = translator("da")
COUNTRY = coverage.of_country({"known_cells": 787, "cells": 2352}, DA)


def test_the_unknown_is_never_nothing():
    own = coverage.of_municipalities({"Lejre": pd.Series([2, None, 0])}, DA)
    assert own == "Kendte kriterier: 2 af 3 i Lejre. Ukendt er ikke nul."
    assert COUNTRY == (
        "787 af 2.352 vurderinger er kendt (33\N{NO-BREAK SPACE}%). Ukendt er ikke nul."
    )


def test_a_development_says_that_it_counts_fewer_sources_than_its_coverage():
    said = coverage.besides_dated(COUNTRY, DA)
    assert said == f"Udviklingen tæller kun kilder med årstal. Med alle kilder: {COUNTRY}"
