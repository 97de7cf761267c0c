"""Releases in words: which one is shown, what was corrected since, why one cannot be drawn."""

from datetime import date

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.wording import level_name, source_kind_name
from samspil.warehouse.releases import ACCEPTED, WITHDRAW, Release


def shown(name: str, frozen_on: date, t: Translator) -> str:
    """Which release a page shows."""
    return t("Du ser udgave {name}, frosset den {day}.").format(name=name, day=t.date(frozen_on))


def in_words(release: Release, t: Translator) -> str:
    """A release by its name, how far its records reach, and when it was frozen."""
    return t("Udgave {name}: oplysninger til og med {until}, frosset den {day}.").format(
        name=release.name, until=t.date(release.date), day=t.date(release.frozen_on)
    )


def how_many_corrected(corrected: pd.DataFrame, t: Translator) -> str:
    """How many records of a release have been corrected since; empty where none was.

    Args:
        corrected: as `corrected_since` gives it.
        t: the translator.
    """
    taken = corrected[corrected["outcome"] == ACCEPTED] if len(corrected) else corrected
    count = taken["evidence_id"].nunique() if len(taken) else 0
    if not count:
        return ""
    if count == 1:
        return t("Én af dens oplysninger er rettet siden.")
    return t("{n} af dens oplysninger er rettet siden.").format(n=t.number(count))


def unknown(name: str, t: Translator) -> str:
    """That there is no release of that name here."""
    return t("Udgave {name} findes ikke her. Du ser de nyeste tal.").format(name=name)


def outdated(name: str, t: Translator) -> str:
    """That a release is whole, but of tables that pages are no longer drawn from."""
    return t(
        "Siderne i udgave {name} kan ikke længere tegnes, fordi dens tabeller er af en ældre form. "
        "Dens filer er, som de blev frosset:"
    ).format(name=name)


def not_kept(name: str, file: str, t: Translator) -> str:
    """That a figure of such a release was not drawn ahead, and where its numbers are.

    Args:
        name: of the release.
        file: the address of its tables.
        t: the translator.
    """
    return t(
        "Figuren kan ikke længere tegnes, fordi tabellerne i udgave {name} er af en ældre form; "
        "de kan hentes som {file}."
    ).format(name=name, file=file)


def tampered(name: str, file: str, t: Translator) -> str:
    """That a release is not shown, since one of its files is not what was frozen."""
    return t(
        "Udgave {name} vises ikke: Filen {file} er ikke den, der blev frosset, eller mangler."
    ).format(name=name, file=file)


def notice(row: Row, t: Translator) -> str:
    """What became of a record of a release after it was frozen.

    Args:
        row: as `corrected_since` gives it.
        t: the translator.
    """
    day = t.date(row["date"].date())
    if row["outcome"] != ACCEPTED:
        return t("indsigelse afvist den {day}").format(day=day)
    if row["field"] == WITHDRAW:
        return t("rettet den {day}: oplysningen er trukket tilbage").format(day=day)
    what, old, new = _fields(row, t)
    if not new:
        return t("rettet den {day}: {what} er ændret").format(day=day, what=what)
    return t("rettet den {day}: {what} er nu {new}, før {old}").format(
        day=day, what=what, old=old, new=new
    )


def _fields(row: Row, t: Translator) -> tuple[str, str, str]:
    """What was corrected, what it said and what it says now; of a text and an address only what."""
    field, old, new = row["field"], row["old"], row["new"]
    if field == "level":
        return t("vurderingen"), level_name(_number(old), t), level_name(_number(new), t)
    if field == "source_kind":
        return t("kildetypen"), source_kind_name(old, t), source_kind_name(new, t)
    names = {"value": t("tallet"), "year": t("årstallet")}
    if field not in names:
        return t("kildens adresse") if field == "source_url" else t("teksten"), "", ""
    return names[field], _figure(old, field, t), _figure(new, field, t)


def _figure(text: str | None, field: str, t: Translator) -> str:
    """A figure of the register with the separators of the reader's language; a year has none."""
    if pd.isna(text) or not text:
        return t("ikke angivet")
    _, _, decimals = str(text).partition(".")
    return t.number(float(text), len(decimals)) if field == "value" else str(text)


def _number(text: str) -> int | None:
    return None if pd.isna(text) else int(float(text))
