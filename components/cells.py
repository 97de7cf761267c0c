"""All cells of the country as one picture that answers to pointer and keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from samspil.present.i18n import Translator

_picture = st.components.v2.component(
    "samspil_cells",
    html="<div class='cells'></div><p class='cells-says'></p>\n",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,  # its rules and the legend's are the same: html/css/cells.css
)


def picture(
    cells: dict[str, Any],
    t: Translator,
    *,
    key: str,
    chosen: str | None,
    opened: str | None,
    on_open: Callable[[str, str], None],
) -> None:
    """Draw the picture.

    Args:
        cells: as `figures.cells.compact` gives them, with `said`.
        t: the translator.
        key: identifies the picture on its page.
        chosen: the code of the municipality to mark.
        opened: the cell whose records are shown, as code.criterion.
        on_open: is told code and criterion when the reader opens a cell.
    """

    def tell() -> None:
        if cell := st.session_state[key].open:
            on_open(*cell.split(".", 1))

    words = {
        "grid": t("Kommuner og kriterier"),
        "known": t("kendt"),
        "place": t("Kommune"),
        "hint": t("Peg på en celle for at se, hvad den viser. Piletaster og Enter virker også."),
    }
    sent = cells | {"words": words, "chosen": chosen, "opened": opened}
    _picture(data=sent, key=key, on_open_change=tell)
