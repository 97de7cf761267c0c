"""The nine pages by the addresses that show all they can."""

from samspil.present.pages import PATHS

QUERIES = {
    "municipality": "?kommune=630",
    "trends": "?kommune=350",
    "compare": "?med=630,350",
    "criteria": "?kriterium=charter",
}
"""What a page needs to show all that it can."""

ADDRESSES = {name: f"/{path}{QUERIES.get(name, '')}" for name, path in PATHS.items()}
"""By the name of the page."""


def in_language(address: str, language: str) -> str:
    """The address in that language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"
