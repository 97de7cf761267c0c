"""What every source is: a file, what it must hold, and which table its rows go to."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd
import pandera.pandas as pa

from etl.live.compare import Compare
from etl.live.live import Live
from etl.release import Release
from etl.tables import read_table
from samspil.model.codebook import Codebook


@dataclass(frozen=True)
class Known:
    """What is known before most sources are read."""

    codes: frozenset[str]
    book: Codebook
    release: Release


Need = Literal["codes", "book", "release"]
"""The parts of `Known` that a source can ask for."""


def as_csv(frame: pd.DataFrame) -> bytes:
    """Rows as the content of a CSV file: missing values are empty, whole numbers have no point."""
    return frame.to_csv(index=False, lineterminator="\n", float_format="%.12g").encode()


@dataclass(frozen=True)
class Source:
    """One file in data/snapshots/; data/sources.toml says where it comes from.

    Attributes:
        name: the file.
        needs: what `schema`, `parse` and `finish` are given, in this order.
        schema: makes the schema of a CSV file.
        parse: reads a file of another kind from its path, instead of `schema`; raises DataError.
        finish: checks or adds what a schema cannot, before the rows are used; raises DataError.
        may_be_empty: whether a CSV file may have headings alone.
        table: the table of the warehouse that takes its rows; "" where the build makes other
            tables of them, or none.
        rows: from what was read to the columns of that table.
        fetch: asks for what the file holds, as data/sources.toml says, and makes the rows of the
            file; None for what people write. Raises DataError.
        write: from those rows to the content of the file.
        compare: what is odd about new rows, measured by those that stand, a sentence each.
    """

    name: str
    needs: tuple[Need, ...] = ()
    schema: Callable[..., pa.DataFrameSchema] | None = None
    parse: Callable[..., pd.DataFrame] | None = None
    finish: Callable[..., pd.DataFrame] = lambda frame, *_: frame
    may_be_empty: bool = False
    table: str = ""
    rows: Callable[[pd.DataFrame], pd.DataFrame] = lambda frame: frame
    fetch: Callable[[Live, Known], pd.DataFrame] | None = None
    write: Callable[[pd.DataFrame], bytes] = as_csv
    compare: Compare | None = None

    def read(self, folder: Path, known: Known | None) -> pd.DataFrame:
        """The content of the file in a folder, checked; the index is the row's number in the file.

        `known` may be None for a source that needs nothing. Raises DataError.
        """
        path, given = folder / self.name, self._given(known)
        if self.parse is not None:
            frame = self.parse(path, *given)
        else:
            schema = self.schema_for(known)
            frame = read_table(path, schema, may_be_empty=self.may_be_empty)
        return self.finish(frame, *given)

    def schema_for(self, known: Known | None) -> pa.DataFrameSchema:
        """The schema of a CSV file; raises TypeError for a file of another kind."""
        if self.schema is None:
            raise TypeError(f"{self.name} is no CSV file")
        return self.schema(*self._given(known))

    def _given(self, known: Known | None) -> list:
        return [getattr(known, need) for need in self.needs]


def indicator_rows(
    frame: pd.DataFrame, source: str, indicator: str, column: str, unit: str
) -> pd.DataFrame:
    """The rows of the table `indicator` from one column of a frame with code and year."""
    return frame[["code", "year"]].assign(
        indicator=indicator, value=frame[column].astype("Float64"), unit=unit, source=source
    )
