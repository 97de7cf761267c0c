"""One municipality year by year, for its picture."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.years import Year
from samspil.present.i18n import Translator
from samspil.present.palette import BLUE, CLASSES
from samspil.present.plot.interval import HATCHED
from samspil.present.plot.template import PLAIN, UNKNOWN, framed

HEIGHT, LEFT = 320, 52


def year_columns(years: Sequence[Year], words: Words, t: Translator) -> go.Figure:
    """A column of 100 for each year: documented, known beyond that, not known.

    Args:
        years: as `samspil.present.figures.years` gives them.
        words: title, subtitle and source.
        t: the translator.
    """
    figure = go.Figure()
    x = [row.year for row in years]
    for name, y, marker in (
        (t("dokumenteret, point"), [row.documented for row in years], {"color": BLUE}),
        (
            t("kendt, ikke opfyldt"),
            [row.known - row.documented for row in years],
            {"color": CLASSES[0]},
        ),
        (
            t("ikke kendt"),
            [100 - row.known for row in years],
            {"color": UNKNOWN, "pattern": HATCHED},
        ),
    ):
        figure.add_bar(x=x, y=y, name=name, marker=marker, hoverinfo="skip")
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    figure.update_xaxes(tickformat="d", nticks=10)
    figure.update_yaxes(range=[0, 100])
    return framed(figure, words, t, height=HEIGHT, below=30, left=LEFT, stretch=PLAIN)
