"""Text from data on the screen: shown letter by letter, never read as Markdown or HTML."""

import re
from urllib.parse import quote, urlsplit

from samspil.i18n import Translator

LONGEST = 600
"""Characters of a text that a page shows; downloads hold all of it."""

SAFE_IN_LINK = "/:?#@!&+,;=%~-._"
WORD_JOINER = "\u2060"


def short(text: str, longest: int = LONGEST) -> str:
    """The text, cut with an ellipsis when it is too long for a page."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def plain(text: str) -> str:
    """Text to be put into Markdown so that it is shown as it stands.

    Every punctuation mark is escaped. Emoji codes are replaced after Markdown was read, so an
    invisible joiner keeps a colon from starting one.
    """
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(short(text).split()))
    return escaped.replace("\\:", f"\\:{WORD_JOINER}")


def source_link(url: str, t: Translator) -> str:
    """A Markdown link to a source, named after its host.

    Only http and https become links; anything else, a broken address too, is shown as text.
    """
    try:
        parts = urlsplit(url)
        target = quote(url, safe=SAFE_IN_LINK)
    except ValueError:
        return plain(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return plain(url)
    host = re.sub(r"[^\w.-]", "", parts.hostname).replace("_", "\\_")
    return f"[{t('kilde')}: {host}]({target})"
