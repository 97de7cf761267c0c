"""What was corrected of a release since it was frozen, as a file: corrections.json."""

import json

import pandas as pd

DAYS = ("retrieved_on", "date")
"""The columns that hold a day."""


def as_bytes(name: str, rows: pd.DataFrame) -> bytes:
    """The content of the file; the same corrections give the same bytes.

    Args:
        name: of the release.
        rows: as `corrected_since` gives them.
    """
    texts = rows.assign(**{day: pd.to_datetime(rows[day]).dt.strftime("%Y-%m-%d") for day in DAYS})
    plain = texts.astype(object).where(texts.notna(), None).to_dict("records")
    content = {"release": name, "corrections": plain}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
