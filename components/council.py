"""What a councillor takes along to a meeting: a section that prints on one page."""

import pandas as pd

from components.state import ask, warehouse
from components.text import show
from samspil.analysis import asking, next_step
from samspil.analysis.dialogue import talking_points
from samspil.present import council as present
from samspil.present import steps
from samspil.present.dialogue import dialogue
from samspil.present.i18n import Translator
from samspil.present.profile import SIGNS
from samspil.warehouse import queries


def council(code: str, marks: pd.DataFrame, t: Translator) -> None:
    """What is known and not, next steps, what to ask and to talk over; the head stands above."""
    year = warehouse().build.newest_year
    lacking = ask(next_step.next_steps, code, year).head(steps.SHOWN)
    asked = asking.first(ask(asking.questions, code, year))
    points, dimensions = ask(talking_points, code, year), ask(queries.dimensions)
    lists = [
        {
            "title": t("Næste skridt"),
            "lines": [{"term": t.pick(row, "name"), "says": t.pick(row, "advice")}
                      for row in lacking.to_dict("records")],
        },
        {
            "title": t("Spørg forvaltningen"),
            "lines": [{"term": t.pick(row, "name"), "says": t.pick(row, "question")}
                      for row in asked.to_dict("records")],
        },
    ]  # fmt: skip
    show(
        "council",
        hint=t("Udskriv siden: den fylder ét ark A4."),
        parts=present.known_and_not(marks.to_dict("records"), dimensions, t),
        signs=SIGNS,
        lists=[row for row in lists if row["lines"]],
        dialogue_title=t("Til dialogmødet"),
        dialogue=dialogue(points, dimensions, t) if len(points) else None,
        caveat=t(
            "Tallene er det, offentlige sider dokumenterer. Ikke kendt betyder ikke, at det "
            "mangler: det betyder, at ingen ny nok kilde er fundet."
        ),
    )
