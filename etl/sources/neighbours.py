"""Pairs of municipalities that share a land border (Klimadatastyrelsen, DAGI)."""

from etl import schemas
from etl.sources.source import Source

SOURCE = Source("neighbours.csv", needs=("codes",), schema=schemas.neighbours)
"""code_a and code_b, each pair once; etl.build.geometry makes both directions of it."""
