"""Whether a measurement keeps its limit; the bench ends with an error where one does not."""

ABOVE: list[str] = []
"""The limits that were passed in this run, as they were told."""


def verdict(value: float, limit: float, unit: str = "") -> str:
    """What is said behind a measurement: whether it keeps its limit, and the limit."""
    kept = value <= limit
    said = f"{'within' if kept else 'ABOVE'} {limit:g}{unit and ' '}{unit}"
    if not kept:
        ABOVE.append(said)
    return said
