"""What a reader takes along from a figure or table: picture, data, and the words to cite it."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.picture import picture_buttons
from components.state import ask, translate
from samspil.present.citation import Citation
from samspil.present.export import to_csv
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.plot.template import PICTURE_WIDTH, picture, picture_config
from samspil.present.tables.columns import explained, named
from samspil.present.workbook import to_xlsx
from samspil.warehouse.queries import criteria, municipalities

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Shown:
    """A drawing to be saved: gives the figure, and says in words what it shows."""

    drawn: Callable[[], go.Figure]
    alt: str


def downloads(
    data: pd.DataFrame, cited: Citation, key: str, stem: str, shown: Shown | None
) -> None:
    """The picture as it will be saved, the data for a reader's own program, the words to cite.

    Args:
        data: the numbers, with the headings that readers see.
        cited: where they come from, with a title that stands alone.
        key: identifies the figure on its page.
        stem: the file name, without ending.
        shown: the drawing, where there is one.
    """
    t = translate()
    if shown is not None:
        _picture(shown, cited, key, stem, t)
    with st.container(horizontal=True):
        for language in sorted(LANGUAGES, key=lambda code: code != t.language):
            own = language == t.language
            st.download_button(
                _csv_label(language, t),
                lambda language=language: to_csv(data, language),
                f"{stem}.csv" if own else f"{stem}_{language}.csv",
                "text/csv",
                key=f"{key}_csv" if own else f"{key}_csv_{language}",
                on_click="ignore",
            )
        meanings = _meanings(data, t)
        st.download_button(
            t("Hent data (Excel)"),
            lambda: to_xlsx(data, meanings, cited, t),
            f"{stem}.xlsx",
            XLSX_TYPE,
            key=f"{key}_xlsx",
            on_click="ignore",
        )
    st.caption(
        t("Dansk CSV har semikolon og decimalkomma, engelsk CSV komma og punktum. "
          "Excel-filen åbner rigtigt i begge lande og forklarer hver kolonne.")
    )  # fmt: skip
    st.caption(t("Sådan citerer du"))
    st.text(cited.text(t))


def _picture(shown: Shown, cited: Citation, key: str, stem: str, t: Translator) -> None:
    """A preview of the picture, and the forms it can be saved in."""
    with st.container(key=f"{key}_preview"):
        st.plotly_chart(
            picture(shown.drawn(), t, title=cited.title, footer=(cited.terms(t), cited.address)),
            width=PICTURE_WIDTH,
            key=f"{key}_drawn",
            theme=None,
            config=picture_config(stem, t),
            alt=t("Billedet, som det gemmes"),
        )
    description = f"{shown.alt.rstrip('.')}. {cited.text(t)}"
    picture_buttons(f"{key}_picture", title=cited.title, description=description, t=t)


def _csv_label(language: str, t: Translator) -> str:
    return {"da": t("Hent data (CSV, dansk: 1,5)"), "en": t("Hent data (CSV, engelsk: 1.5)")}[
        language
    ]


def _meanings(data: pd.DataFrame, t: Translator) -> dict[str, str]:
    """What every column means."""
    asked = ask(criteria)
    questions = zip(t.texts(asked, "name"), t.texts(asked, "question"), strict=True)
    return explained(data.columns, named(list(questions), ask(municipalities)["name"], t), t)
