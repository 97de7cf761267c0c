"""The regions and landsdele, each with sentences that a newsroom can print."""

from collections.abc import Sequence

import pandas as pd

from samspil.analysis.areas import REGION, Area
from samspil.present.i18n import Translator
from samspil.present.sentences.areas import ready


def areas(rows: Sequence[Area], edition: str, t: Translator, *, address: str = "") -> pd.DataFrame:
    """A row for each area: points and per cent as whole numbers, as the sentence has them.

    Args:
        rows: as `analysis.areas.areas` gives them.
        edition: as `sentences.areas.ready` takes it.
        t: the translator.
        address: as it takes it, too.
    """
    return pd.DataFrame(
        {
            t("Gruppe"): [t("Region") if row.kind == REGION else t("Landsdel") for row in rows],
            t("Navn"): [row.name for row in rows],
            t("Kommuner"): [len(row.places) for row in rows],
            t("Vurderinger"): [row.cells for row in rows],
            t("Kendte vurderinger"): [row.known for row in rows],
            t("Kendte vurderinger, %"): [_whole(100 * row.known / row.cells) for row in rows],
            t("Mest dokumenteret i"): [t.listing(row.most) for row in rows],
            t("Point dér"): [_whole(row.points) for row in rows],
            t("Kriterier kendt, hvor mest er dokumenteret"): [row.most_known for row in rows],
            t("Mindst kendt om"): [t.listing(row.least) for row in rows],
            t("Kriterier kendt dér"): [row.fewest for row in rows],
            t("Kommuner, alt er kendt om"): [row.full for row in rows],
            t("Kommuner, intet er kendt om"): [row.nothing for row in rows],
            t("Kommuner spurgt"): [row.asked for row in rows],
            t("Kommuner, der har svaret"): [row.answered for row in rows],
            t("Endnu ikke spurgt"): [t.listing(row.unasked) for row in rows],
            t("Kommuner med placering"): [row.ranked for row in rows],
            t("Sætninger til brug"): [ready(row, edition, t, address=address) for row in rows],
        }
    )


def _whole(value: float) -> int:
    """Rounded as the sentences round: halves up."""
    return int(round(value, 9) + 0.5)
