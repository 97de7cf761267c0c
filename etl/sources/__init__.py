"""The public sources, one module each.

A new source is a module with a SOURCE, its place in the list below, and its section in
data/sources.toml.
"""

from etl.sources import (
    accounts,
    answers,
    area,
    boundaries,
    corrections,
    evidence,
    lookups,
    municipalities,
    national_series,
    neighbours,
    population,
    s18_accounts,
    survey,
)
from etl.sources.source import Source

SOURCES: tuple[Source, ...] = tuple(
    module.SOURCE
    for module in (
        municipalities,
        boundaries,
        neighbours,
        population,
        accounts,
        area,
        s18_accounts,
        evidence,
        answers,
        lookups,
        national_series,
        corrections,
        survey,
    )
)
"""In the order in which they are read and loaded: what refers to another comes after it."""
