"""What single cells of a workbook may hold."""

from collections.abc import Mapping
from typing import Any

from etl.hearing.workbook import LARGEST_FIGURE, LONGEST_REMARK
from etl.schemas import FIRST_YEAR
from etl.tables import UNPRINTED, is_address


class Unusable(Exception):
    """A value cannot be used; the message goes on after the value."""


def _number(value: Any) -> float | None:
    """A number, also where it was typed as text with a decimal comma; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(value.strip().replace(",", ".")) if isinstance(value, str) else None
    except ValueError:
        return None


def year(value: Any, newest: int) -> int:
    """A year that an answer can speak of."""
    number = _number(value)
    if number is None or number % 1 or not FIRST_YEAR <= number <= newest:
        raise Unusable(f"is no year from {FIRST_YEAR} to {newest}, the year of the release")
    return int(number)


def figure(value: Any) -> str:
    """A figure as text, such as 37.5."""
    number = _number(value)
    if number is None or not 0 <= number <= LARGEST_FIGURE:
        raise Unusable(f"is no number from 0 to {LARGEST_FIGURE}")
    return f"{number:.10g}"


def level_or_choice(value: Any, choices: Mapping[str, str]) -> str:
    """What a choice stands for, however it is written."""
    number = _number(value)
    text = f"{number:.10g}" if number is not None else str(value).strip().lower()
    if text not in choices:
        raise Unusable(f"is not one of {', '.join(choices)}")
    return choices[text]


def public_address(value: Any) -> str:
    """An address that everybody can open."""
    text = str(value).strip()
    if text and (not is_address(text) or UNPRINTED.search(text)):
        raise Unusable("is not an http or https address")
    return text


def one_line(value: Any) -> str:
    """A remark in one line."""
    text = " ".join(str(value).split())
    if UNPRINTED.search(text):
        raise Unusable("holds a control character")
    if len(text) > LONGEST_REMARK:
        raise Unusable(f"has more than {LONGEST_REMARK} characters")
    return text
