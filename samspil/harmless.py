"""Text in cells of a file: a spreadsheet takes none of it for a formula."""

import re

FORMULA = (
    r"(?:^|(?<=[;\t\r\n]))%s(?='*[=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f-\x9f])"
    r"|(?<=,)%s(?='*[=@\uff1d\uff20])"
)
"""Where a spreadsheet may begin to read a formula: at the front of a cell, and after whatever it
may take for the end of one; a sign after a comma is left to amounts such as 100,-. Apostrophes in
front belong to it, so that `original` can tell."""

NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")


def harmless(text: str) -> str:
    """The text with an apostrophe where a spreadsheet would read a formula; numbers stay."""
    return text if NUMBER.fullmatch(text) else re.sub(FORMULA % ("", ""), "'", text)


def original(text: str) -> str:
    """The text that `harmless` was given; what is read back from a file goes through this."""
    return re.sub(FORMULA % ("'", "'"), "", text)
