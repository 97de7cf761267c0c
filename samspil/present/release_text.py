"""What changed from one release to the next, as plain text that lies beside its files."""

import pandas as pd

from samspil.analysis.changes import Difference
from samspil.present.i18n import Translator
from samspil.present.sentences.changes import causes, in_words, reasons
from samspil.present.wording import level_name

FILES = {"da": "aendret.txt", "en": "changes.txt"}
"""What the file is called, by language."""


def first_release(name: str, t: Translator) -> str:
    """The text of a release before which none was frozen."""
    return _text(
        t("Samspil, udgave {name}").format(name=name),
        [t("Det er den første udgave: der er ingen tidligere at sammenligne med.")],
    )


def not_comparable(name: str, before: str, t: Translator) -> str:
    """The text of a release whose forerunner has tables that this program no longer reads."""
    return _text(
        _title(name, before, t),
        [
            t("Udgave {before} har ældre tabeller, så tallene kan ikke sammenlignes her.").format(
                before=before
            )
        ],
    )


def what_changed(name: str, before: str, found: Difference, t: Translator) -> str:
    """Every figure that moved from release `before` to release `name`, and why."""
    lines = [in_words(found, t)]
    for cause in causes(found.cells, t):
        lines += ["", f"{cause.title} ({cause.count} {cause.unit}): {cause.means}"]
    names = found.scores[["code", "name"]]
    places = pd.concat([names, found.cells[["code", "name"]]]).drop_duplicates("code")
    for place in places.to_dict("records"):
        lines += ["", place["name"], *_of_place(found, place["code"], t)]
    return _text(_title(name, before, t), lines)


def _title(name: str, before: str, t: Translator) -> str:
    return t("Samspil, udgave {name}: ændret siden udgave {before}").format(
        name=name, before=before
    )


def _of_place(found: Difference, code: str, t: Translator) -> list[str]:
    """A municipality's points before and now, and every assessment of it that changed."""
    why = reasons(t)
    own = found.scores[found.scores["code"] == code].to_dict("records")
    lines = [
        "- "
        + t("dokumenteret {before} → {after} point, højst muligt {low} → {high}").format(
            before=t.number(row["before"], 1),
            after=t.number(row["after"], 1),
            low=t.number(row["before_possible"], 1),
            high=t.number(row["after_possible"], 1),
        )
        for row in own
    ]
    for row in found.cells[found.cells["code"] == code].to_dict("records"):
        before, after = level_name(row["before"], t), level_name(row["after"], t)
        criterion, reason = t.pick(row, "criterion"), why[row["reason"]].term
        lines.append(f"- {criterion}: {before} → {after} ({reason})")
    return lines


def _text(title: str, lines: list[str]) -> str:
    return "\n".join([title, "=" * len(title), "", *lines, ""])
