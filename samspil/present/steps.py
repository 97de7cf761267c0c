"""The next steps of a municipality, or what to ask first, as their template shows them."""

from typing import Any

import pandas as pd

from samspil.present import items
from samspil.present.html import Item
from samspil.present.i18n import Translator
from samspil.present.profile import block
from samspil.present.sentences.municipality import how_common

SHOWN = 3
EXAMPLES = 2
"""Steps that stand on the page, and examples of each."""


def next_steps(steps: pd.DataFrame, examples: pd.DataFrame, t: Translator) -> list[dict[str, Any]]:
    """The steps nearest to reach, each with what is there today and good examples.

    Args:
        steps: as `next_step.next_steps` gives them.
        examples: as `next_step.examples` gives them.
        t: the translator.
    """
    return [
        block(step, t)
        | {
            "name": t.pick(step, "name"),
            "says": t.pick(step, "advice"),
            "today": t.pick(step, "level_text"),
            "common": how_common(step, t),
            "examples": _examples(examples[examples["criterion"] == step["criterion"]], t),
        }
        for step in steps.head(SHOWN).to_dict("records")
    ]


def questions(missing: pd.DataFrame, t: Translator) -> list[dict[str, Any]]:
    """What to ask first: each criterion as a question, and what would count.

    Args:
        missing: as `asking.first` gives them.
        t: the translator.
    """
    return [
        block(row, t)
        | {
            "name": t.pick(row, "name"),
            "says": t.pick(row, "question"),
            "today": "",
            "common": t("Tæller helt med: {level}").format(level=t.pick(row, "level2")),
            "examples": [],
        }
        for row in missing.to_dict("records")
    ]


def _examples(rows: pd.DataFrame, t: Translator) -> list[Item]:
    """The examples, the most similar municipality first; what can be copied where that is said."""
    return items.examples(rows.head(EXAMPLES), t)
