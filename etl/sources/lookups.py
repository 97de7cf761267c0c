"""That somebody looked for evidence, and what came of it (own log)."""

from etl import schemas
from etl.sources.source import Source

SOURCE = Source(
    "lookups.csv",
    needs=("codes", "book", "release"),
    schema=schemas.lookups,
    may_be_empty=True,
    table="lookup",
)
