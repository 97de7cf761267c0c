"""What stands around a figure on another site, in words."""

from collections.abc import Mapping
from urllib.parse import urlsplit

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.sentences.releases import how_many_corrected, notice

TOLD = 3
"""So many corrections are told one by one."""


def caveat(t: Translator) -> str:
    """The reservation that every figure carries."""
    return t("Tallene er det, offentlige sider dokumenterer: ukendt er ikke nul.")


def home(address: str, t: Translator) -> str:
    """What the link to the figure's page says: where it leads."""
    parts = urlsplit(address)
    return t("Se figuren på Samspil: {address}").format(
        address=f"{parts.netloc}{parts.path}".rstrip("/")
    )


def not_made(t: Translator) -> str:
    """What stands in place of a drawing that was not made ahead."""
    return t(
        "Denne figur er ikke tegnet på forhånd. Tallene står i tabellen, og figuren kan ses på "
        "Samspil."
    )


def corrected(release: str, rows: pd.DataFrame, t: Translator) -> str:
    """That records behind a frozen figure have been corrected since.

    Args:
        release: its name.
        rows: as `corrected_since` gives them, those behind the figure alone.
        t: the translator.
    """
    said = t("Figuren er, som den var i udgave {name}.").format(name=release)
    return f"{said} {how_many_corrected(rows, t)}"


def what_was_corrected(
    rows: pd.DataFrame, names: Mapping[str, str], criteria: Mapping[str, str], t: Translator
) -> list[str]:
    """The newest corrections one by one.

    Args:
        rows: as `corrected_since` gives them, oldest first.
        names: of municipalities by code.
        criteria: names by id.
        t: the translator.
    """
    told = rows.iloc[::-1].head(TOLD).to_dict("records")
    return [
        f"{names.get(row['code'], '')}, {criteria.get(row['criterion'], '')}: {notice(row, t)}."
        for row in told
    ]
