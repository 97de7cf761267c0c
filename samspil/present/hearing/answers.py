"""What a municipality answered in a hearing, as notes and objections say it to readers."""

from samspil.present.hearing.sheets import OUTDATED
from samspil.present.i18n import Translator
from samspil.present.wording import level_name


def note_of_level(round_: str, level: int, remark: str, t: Translator) -> str:
    """The note of an own answer on a level."""
    said = t("Høring {round}: kommunen svarer, at det er {level}.").format(
        round=round_, level=level_name(level, t)
    )
    return _with(said, remark)


def note_of_figure(round_: str, value: str, remark: str, t: Translator) -> str:
    """The note of an own answer that is a figure or a year."""
    said = t("Høring {round}: kommunen oplyser {value}.").format(round=round_, value=value)
    return _with(said, remark)


def note_of_groups(round_: str, names: list[str], t: Translator) -> str:
    """The note of an own answer on who is spoken for."""
    said = t.listing(names) if names else t("ingen af grupperne")
    return t("Høring {round}: kommunen oplyser: {groups}.").format(round=round_, groups=said)


def objection(round_: str, answer: str, year: int | None, remark: str, t: Translator) -> str:
    """What an answer on sheet 1 says as an objection."""
    said = (
        t("Høring {round}: kommunen svarer, at oplysningen er forældet.")
        if answer == OUTDATED
        else t("Høring {round}: kommunen svarer, at oplysningen er forkert.")
    ).format(round=round_)
    if year is not None:
        said += " " + t("Det nye er fra {year}.").format(year=year)
    return _with(said, remark)


def _with(said: str, remark: str) -> str:
    return f"{said} {remark}" if remark else said
